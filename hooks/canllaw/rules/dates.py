"""What is recorded was checked on a day that has been: what was read on a day to come would not be due for years."""

from collections.abc import Iterable, Iterator
from datetime import date

from .. import clock
from ..model import Guide, Problem, Record
from ..records import lines_of
from .registry import rule


@rule("HL007", scope="guide")
def helpline_checked_in_the_future(guide: Guide) -> Iterator[Problem]:
    """A helpline says that it was checked on a day that has not come yet.

    Bad:  checked: "2062-11-02"
    Good: checked: "2026-11-02"
    """
    yield from _to_come(guide, guide.helplines.values(), "HL007")


@rule("LW008", scope="guide")
def law_checked_in_the_future(guide: Guide) -> Iterator[Problem]:
    """An Act, or a section of it, says that it was checked on a day that has not come yet.

    `make due` would not list it until long after it should be read again.

    Bad:  checked: "2062-11-02"
    Good: checked: "2026-11-02"
    """
    yield from _to_come(guide, guide.acts.values(), "LW008")


@rule("FN018", scope="guide")
def source_checked_in_the_future(guide: Guide) -> Iterator[Problem]:
    """A source says that it was checked on a day that has not come yet.

    Bad:  checked: "2062-11-02"
    Good: checked: "2026-11-02"
    """
    yield from _to_come(guide, guide.references.values(), "FN018")


def _to_come(guide: Guide, records: Iterable[Record], code: str) -> Iterator[Problem]:
    today = clock.today()
    for record in records:
        days = {record.data["checked"], *(one["checked"] for one in record.data.get("provisions", ()))}
        for day in (one for one in days if date.fromisoformat(one) > today):
            for line in {*lines_of(guide, record, day)}.intersection(lines_of(guide, record, "checked:")):
                message = f"'{record.id}' says it was checked on {day}; today is {today}"
                yield Problem(record.file, line, code, message, "give the day on which somebody really checked it")
