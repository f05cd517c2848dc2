"""The report says where, what and how to put it right, and counts."""

from canllaw.model import Problem
from canllaw.report import text


def test_report() -> None:
    problems = [
        Problem("docs/a.md", 3, "XR021", "there is no macro 'x'", "did you mean 'y'?"),
        Problem("docs/b.md", 1, "XR021", "there is no macro 'z'", "write another", "warning"),
    ]
    assert text(problems) == (
        "docs/a.md:3: XR021 there is no macro 'x'\n    fix: did you mean 'y'?\n"
        "docs/b.md:1: XR021 (warning) there is no macro 'z'\n    fix: write another\n"
        "2 problems in 2 files (2 XR021)"
    )
    assert text([]) == "no problems"
