"""For a person: one line for the fault, one for the fix, and a count."""

from collections import Counter
from collections.abc import Mapping, Sequence

from ..model import Problem

BOLD, RED, YELLOW, PLAIN = "\033[1m", "\033[31m", "\033[33m", "\033[0m"


def as_text(problems: Sequence[Problem], colour: bool = False) -> str:
    """All problems for a person to read, ending with how many there are of which rule."""
    rows = []
    for problem in problems:
        kind = "" if problem.severity == "error" else " (warning)"
        place, code = one_line(f"{problem.file}:{problem.line}:"), problem.rule
        if colour:
            place, code = BOLD + place + PLAIN, (YELLOW if kind else RED) + code + PLAIN
        rows.append(f"{place} {code}{kind} {one_line(problem.message)}")
        rows.append(f"    fix: {one_line(problem.hint)}")
    return "\n".join([*rows, count(problems)])


def count(problems: Sequence[Problem]) -> str:
    """How many problems there are, in how many files, of which rules: `2 problems in 1 file (2 XR021)`."""
    if not problems:
        return "no problems"
    files = len({problem.file for problem in problems})
    warnings = sum(problem.severity != "error" for problem in problems)
    rules = ", ".join(f"{number} {rule}" for rule, number in sorted(Counter(p.rule for p in problems).items()))
    mild = f", {_many(warnings, 'warning')} among them" if 0 < warnings < len(problems) else ""
    kind = "warning" if warnings == len(problems) else "problem"
    return f"{_many(len(problems), kind)} in {_many(files, 'file')}{mild} ({rules})"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def one_line(text: str) -> str:
    """`text` on one line; characters that would steer a terminal are shown, not sent."""
    return "".join(one if one.isprintable() else _shown(one) for one in " ".join(text.splitlines()))


def _shown(character: str) -> str:
    return character if character.isspace() else character.encode("unicode_escape").decode()


def wants_colour(terminal: bool, environment: Mapping[str, str]) -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR is set, to whatever value."""
    return terminal and "NO_COLOR" not in environment and environment.get("TERM") != "dumb"
