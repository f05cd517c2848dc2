"""The languages state the same facts: dates, times, ages, amounts, percentages, numbers."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..facts import Fact, facts, unmatched
from ..model import Guide, Language, Page, Problem
from ..sections import Unit, alike, source_page, twins
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
    for ours, theirs in _fields(page, source):
        yield from _compared(page, source, [ours], [theirs], ours.line, theirs.line)
    for here, there, _ in twins(guide, page):
        if not alike(here, there):
            yield from _compared(page, source, here.units, there.units, here.line, there.line)
            continue
        for ours, theirs in zip(here.units, there.units, strict=True):
            yield from _compared(page, source, [ours], [theirs], ours.line, theirs.line)


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
    if not here and not there:
        return
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
