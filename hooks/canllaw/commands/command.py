"""What the commands share: their exit codes, how one is added to the command line, how problems are printed."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .. import reports
from ..model import Problem
from ..rules import RULES

CLEAN, PROBLEMS, MISUSE = 0, 1, 2


class Commands:
    """The commands of a command line."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._parsers: Any = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(
        self,
        name: str,
        run: Callable[[argparse.Namespace], int],
        words: str,
        root: bool = False,
        formats: Sequence[str] = (),
    ) -> argparse.ArgumentParser:
        """Add a command that `run` runs; returns its parser. `root`: it takes `--root`; `formats`: and `--format`."""
        one: argparse.ArgumentParser = self._parsers.add_parser(
            name, help=words, description=words[0].upper() + words[1:] + "."
        )
        one.set_defaults(run=run)
        if root:
            one.add_argument("--root", type=Path, default=Path(), help="the guide's folder (default: this one)")
        if formats:
            one.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")
        return one


def report(problems: Sequence[Problem], form: str = "text") -> int:
    """Print the problems and return the exit code: warnings alone are no failure."""
    if form == "json":
        print(reports.as_json(problems))
    elif form == "sarif":
        print(reports.as_sarif(problems, RULES))
    elif form == "github":
        print(reports.as_github(problems))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            _add_summary(Path(path), reports.summary(problems))
    else:
        print(reports.as_text(problems, reports.wants_colour(sys.stdout.isatty(), os.environ)))
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else CLEAN


def _add_summary(path: Path, text: str) -> None:
    """Add to the page of the run; that the page cannot be written hides no problem."""
    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        print(f"the summary was not written: {error}", file=sys.stderr)


def output(content: bytes, file: Path | None) -> None:
    """Write to a file, whole or not at all, making its folder; without one, print."""
    if file is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(content)
    part.replace(file)
