"""A sample: one edit of the tiny guide, bad and good, and the rule the bad one breaks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from support import problems, replace, tiny_guide


@dataclass(frozen=True)
class Sample:
    """One edit of the tiny guide: what stands in `file`, a bad and a good thing to put there, and the rule the bad breaks.

    `line` is how many lines below the edit the Problem is expected, `at` the file it is expected in when that is another.
    """

    rule: str
    file: str
    old: str
    bad: str
    good: str
    line: int = 0
    at: str = ""

    def __str__(self) -> str:
        return f"{self.rule}-{self.bad.strip()[:40]!r}"


def assert_found(sample: Sample, place: Path, guide: Callable[[Path], Path] = tiny_guide) -> None:
    """The bad one is found at its line, by its rule, and nowhere else; the good one is not.

    `guide` makes the guide that is edited.
    """
    root = guide(place)
    before = (root / sample.file).read_text(encoding="utf-8")
    line = replace(root / sample.file, sample.old, sample.bad) + sample.line
    found = problems(root)
    about = [one for one in found if one.rule == sample.rule]
    assert {(one.file, one.line) for one in about} == {(sample.at or sample.file, line)}, found
    assert all(one.message and one.hint for one in found)
    (root / sample.file).write_text(before, encoding="utf-8")
    replace(root / sample.file, sample.old, sample.good)
    assert not [one for one in problems(root) if one.rule == sample.rule]
