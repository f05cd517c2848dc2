"""The languages state the same facts: dates, times, ages, amounts, percentages, numbers."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..facts import Fact, facts, unmatched
from ..figures import figures
from ..model import Guide, Language, Page, Problem
from ..sections import Unit, paired, source_page, twins
from .registry import rule

FIELDS = ("title", "description")


@rule("PA010", scope="page")
def facts_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A number, age, date, amount, percentage or time is not the one its twin gives.

    Digits and words are the same: 3, three, tri, tair. Words that count in one language and not in the other
    (both, one, first, y ddau, un) may answer a number but need no answer.

    Bad:  plant dan 16 oed     where the English has children under 18
    Good: plant dan 18 oed
    """
    source = source_page(guide, page)
    if source is None:
        return
    ours, theirs = figures(page.language), figures(source.language)
    for unit, twin in _fields(page, source):
        if _differ(ours.of(unit.text), theirs.of(twin.text)):
            yield from _compared(page, source, [unit], [twin], unit.line, twin.line)
    here, there = ours.lines(guide, page), theirs.lines(guide, source)
    for section, other, _ in twins(guide, page):
        for units, their_units in paired(section, other):
            found = [value for unit in units if unit.line in here for value in ours.of(unit.text)]
            answers = [value for unit in their_units if unit.line in there for value in theirs.of(unit.text)]
            if _differ(found, answers):
                unit_by_unit = len(units) == len(their_units) == 1 and units[0].kind == their_units[0].kind
                line, place = (units[0].line, their_units[0].line) if unit_by_unit else (section.line, other.line)
                yield from _compared(page, source, units, their_units, line, place)


def _differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return ours != theirs and sorted(ours) != sorted(theirs)


def _fields(page: Page, source: Page) -> Iterator[tuple[Unit, Unit]]:
    """The front matter fields people read, as text of both pages."""
    for field in FIELDS:
        ours, theirs = page.meta.get(field), source.meta.get(field)
        if isinstance(ours, str) and isinstance(theirs, str):
            yield Unit("field", ours, page.meta_lines[field]), Unit("field", theirs, source.meta_lines[field])


def _compared(
    page: Page, source: Page, ours: Sequence[Unit], theirs: Sequence[Unit], line: int, place: int
) -> Iterator[Problem]:
    here, there = _facts(ours, page.language), _facts(theirs, source.language)
    hint = "give the same fact in both, or correct the one that is wrong"
    for fact, other in zip_longest(*unmatched(here, there)):
        if fact is None:
            message = f'"{other.shown}" of {source.file}:{other.line} is not here'
            yield Problem(page.file, line, "PA010", message, hint)
            continue
        has = f' (which has "{other.shown}")' if other else ""
        message = f'"{fact.shown}" is not in {source.file}:{other.line if other else place}{has}'
        yield Problem(page.file, fact.line, "PA010", message, hint)


def _facts(units: Sequence[Unit], language: Language) -> list[Fact]:
    return [fact for unit in units for fact in facts(unit.text, unit.line, language)]
