"""Source and translation side by side, section by section, with the facts that only one of them states."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..facts import Fact, facts, unmatched
from ..model import Guide, Language, Page
from ..sections import FRONT, Section, paired, sections
from .pack import units
from .units import CURRENT, first_lines, pieces

GONE = "gone"


@dataclass(frozen=True)
class Side:
    """A section in one language: its text, facts marked, None where it is missing; and the facts only it states."""

    text: Markup | None
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A section in both languages, and its state: that of a unit, or `gone` where the source no longer has it."""

    part: str
    state: str
    source: Side
    target: Side

    @property
    def late(self) -> bool:
        """Whether somebody has to look at it."""
        return self.state != CURRENT

    @property
    def differing(self) -> int:
        """How many facts the two do not share."""
        return len(self.source.only) + len(self.target.only)


def beside(guide: Guide, source: Page, page: Page | None, language: Language) -> Iterator[Row]:
    """Every unit of a page with its translation, in order; then the sections that only the translation has."""
    theirs, ours = sections(guide, source), sections(guide, page) if page else {}
    starts = first_lines(page) if page else {}
    for unit in units(guide, source, page, language):
        line = starts.get(unit.part, 1)
        left: list[Fact] = []
        right: list[Fact] = []
        if unit.part in theirs and unit.part in ours:
            left, right = _facts(theirs[unit.part], ours[unit.part], source.language, language)
        elif unit.part.startswith(FRONT) and unit.target is not None:
            left, right = unmatched(facts(unit.source, unit.line, source.language), facts(unit.target, line, language))
        one, other = _side(unit.source, unit.line, left), _side(unit.target, line, right)
        yield Row(unit.part, unit.state, one, other)
    known = pieces(source)
    for part, piece in pieces(page).items() if page else ():
        if part not in known and piece.strip():
            yield Row(part, GONE, Side(None), _side(piece.strip("\n"), 1, []))


def _facts(one: Section, other: Section, first: Language, second: Language) -> tuple[list[Fact], list[Fact]]:
    """The facts that only one of two sections states, compared as rule PA010 does."""
    left: list[Fact] = []
    right: list[Fact] = []
    for there, here in paired(one, other):
        only_first, only_second = unmatched(
            (fact for unit in there for fact in facts(unit.text, unit.line, first)),
            (fact for unit in here for fact in facts(unit.text, unit.line, second)),
        )
        left += only_first
        right += only_second
    return left, right


def _side(text: str | None, line: int, only: Iterable[Fact]) -> Side:
    if text is None:
        return Side(None)
    found = list(only)
    return Side(_marked(text, line, found), tuple(fact.shown for fact in found))


def _marked(text: str, line: int, found: Sequence[Fact]) -> Markup:
    """A text that starts on `line`, with each fact in <mark> where it stands."""
    rows = text.split("\n")
    places: list[tuple[int, int]] = []
    for fact in found:
        words = r"\s+".join(map(re.escape, fact.shown.split()))
        start = sum(len(row) + 1 for row in rows[: max(fact.line - line, 0)])
        for match in re.compile(rf"(?<!\w){words}(?!\w)").finditer(text, start):
            if all(match.end() <= one or match.start() >= other for one, other in places):
                places.append(match.span())
                break
    parts, at = [], 0
    for first, last in sorted(places):
        parts += [escape(text[at:first]), Markup("<mark>{}</mark>").format(text[first:last])]
        at = last
    return Markup("").join([*parts, escape(text[at:])])
