"""For GitHub Actions: a few annotations beside the lines they are about, and the whole as a table on the run's page."""

from collections.abc import Sequence

from ..model import Problem
from .as_text import as_text, count, one_line

# GitHub shows ten annotations of a step and drops the rest without a word.
MOST_ANNOTATIONS = 10
# GitHub refuses a summary above a megabyte.
MOST_ROWS = 1000


def as_github(problems: Sequence[Problem]) -> str:
    """Ten annotations, errors first, then in plain text what they leave out, and the count."""
    order = sorted(problems, key=lambda problem: problem.severity != "error")
    rows = [_annotation(problem) for problem in order[:MOST_ANNOTATIONS]]
    rest = order[MOST_ANNOTATIONS:]
    if rest:
        rows += as_text(rest).splitlines()[:-1]
    return "\n".join([*rows, count(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """Markdown for the file $GITHUB_STEP_SUMMARY names: every problem with its fix."""
    rows = ["## Canllaw", "", count(problems)]
    if problems:
        rows += ["", "| Place | Rule | Problem | Fix |", "|---|---|---|---|"]
        rows += [_row(problem) for problem in problems[:MOST_ROWS]]
    if len(problems) > MOST_ROWS:
        rows += ["", f"{len(problems) - MOST_ROWS} more are in the log."]
    return "\n".join([*rows, ""])


def _annotation(problem: Problem) -> str:
    level = "error" if problem.severity == "error" else "warning"
    properties = {"file": problem.file, "line": str(problem.line), "title": problem.rule}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {shown}::{_data(problem.message)}%0Afix: {_data(problem.hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(problem: Problem) -> str:
    rule = problem.rule if problem.severity == "error" else f"{problem.rule} (warning)"
    cells = (f"{problem.file}:{problem.line}", rule, problem.message, problem.hint)
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Text as a Markdown table shows it literally."""
    text = one_line(text).replace("\\", "\\\\")
    for mark in "|`*_[]#~":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("&", "&amp;").replace("<", "&lt;")
