"""Problems as text: one line for the fault, one for the fix, and a count."""

from collections import Counter
from collections.abc import Sequence

from .model import Problem


def text(problems: Sequence[Problem]) -> str:
    """All problems for a person to read, ending with how many there are of which rule."""
    rows = []
    for problem in problems:
        kind = "" if problem.severity == "error" else " (warning)"
        rows.append(f"{problem.file}:{problem.line}: {problem.rule}{kind} {problem.message}")
        rows.append(f"    fix: {problem.hint}")
    rules = ", ".join(f"{count} {rule}" for rule, count in sorted(Counter(p.rule for p in problems).items()))
    files = len({problem.file for problem in problems})
    if not problems:
        return "no problems"
    rows.append(f"{len(problems)} problem{'s' * (len(problems) > 1)} in {files} file{'s' * (files > 1)} ({rules})")
    return "\n".join(rows)
