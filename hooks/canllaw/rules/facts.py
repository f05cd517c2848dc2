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
    our_figures, their_figures = figures(page.language).of, figures(source.language).of
    for ours, theirs, line, place in _pairs(guide, page, source):
        here = [value for unit in ours for value in our_figures(unit.text)]
        there = [value for unit in theirs for value in their_figures(unit.text)]
        if here != there and sorted(here) != sorted(there):
            yield from _compared(page, source, ours, theirs, line, place)


def _pairs(guide: Guide, page: Page, source: Page) -> Iterator[tuple[Sequence[Unit], Sequence[Unit], int, int]]:
    """What is compared with what, and the line of each."""
    for ours, theirs in _fields(page, source):
        yield (ours,), (theirs,), ours.line, theirs.line
    for here, there, _ in twins(guide, page):
        for our_units, their_units in paired(here, there):
            unit_by_unit = len(our_units) == len(their_units) == 1 and our_units[0].kind == their_units[0].kind
            line, place = (our_units[0].line, their_units[0].line) if unit_by_unit else (here.line, there.line)
            yield our_units, their_units, line, place


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
