"""A page by its sections, and each section beside its twin: what the parity rules compare."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from .at_hand import at_hand
from .blocks import SEPARATOR
from .model import Block, Guide, Link, MacroCall, Page

INTRO = "intro"
"""The section of what stands before the first heading."""
FRONT = "front."
"""What the name of a field of the front matter starts with: no id of a heading has a full stop in it."""
READ = ("title", "description")
"""The fields that readers read, so that a translation has them in its own words."""
Thing = TypeVar("Thing", Block, Link, MacroCall)


class Unit(NamedTuple):
    """The smallest run of text that has one twin: a block, or a row of a table."""

    kind: str
    text: str
    line: int


class Section(NamedTuple):
    """A page from one heading to the next of any level, its heading included: its lines and what is in them."""

    id: str
    line: int
    last: int
    source: str
    blocks: Sequence[Block]
    targets: Sequence[Link]
    """Its links and images."""
    macros: Sequence[MacroCall]

    @property
    def links(self) -> list[Link]:
        """Its links that are no images."""
        return [link for link in self.targets if not link.image]

    @property
    def images(self) -> list[Link]:
        """Its images."""
        return [link for link in self.targets if link.image]

    @property
    def units(self) -> list[Unit]:
        """What is said in it, unit by unit."""
        return [unit for block in self.blocks if block.kind != "macro" for unit in _units(block)]

    @property
    def digest(self) -> str:
        """What the section's text comes to, blanks at line ends and empty lines around it apart."""
        rows = "\n".join(row.rstrip() for row in self.source.split("\n")).strip("\n")
        return hashlib.sha256(rows.encode()).hexdigest()[:12]

    def answering(self, twin: "Section", line: int) -> int:
        """The line here that answers a line of the twin; the section's own where the two are not built alike."""
        if not alike(self, twin):
            return self.line
        found = [ours.line for ours, theirs in zip(self.units, twin.units, strict=True) if theirs.line <= line]
        return found[-1] if found else self.line


def alike(one: Section, other: Section) -> bool:
    """Whether the two have the same kinds of block in the same order."""
    return _built_alike(one.units, other.units)


def paired(one: Section, other: Section) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """What is compared with what: unit by unit where the two are built alike, else the whole with the whole."""
    ours, theirs = one.units, other.units
    if _built_alike(ours, theirs):
        yield from zip(zip(ours, strict=True), zip(theirs, strict=True), strict=True)
    else:
        yield ours, theirs


def _built_alike(ours: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    return [unit.kind for unit in ours] == [unit.kind for unit in theirs]


def sections(guide: Guide, page: Page) -> Mapping[str, Section]:
    """The sections of a page by id, in order. Those whose heading has no id are left out."""
    known = at_hand(guide, page)
    if "sections" not in known:
        known["sections"] = {section.id: section for section in _cut(page)}
    found: Mapping[str, Section] = known["sections"]
    return found


def fields(page: Page) -> Mapping[str, Section]:
    """The fields of READ that say something, each as a section without blocks, by a name such as `front.title`."""
    starts = sorted([*page.meta_lines.values(), page.body_line - 1])  # the closing fence ends the last one
    found = {}
    for field in READ:
        value = page.meta.get(field)
        if isinstance(value, str) and value.strip():
            line = page.meta_lines[field]
            last = starts[bisect_right(starts, line)] - 1
            found[FRONT + field] = Section(FRONT + field, line, last, value, (), (), ())
    return found


def source_page(guide: Guide, page: Page) -> Page | None:
    """The page of the guide's first language that `page` translates; None for the first language's own pages."""
    if page.language == guide.languages[0]:
        return None
    return guide.pages[guide.languages[0].code].get(page.name)


def twins(guide: Guide, page: Page) -> Sequence[tuple[Section, Section, Page]]:
    """Each section of a page that its source has too, with the source's section and page."""
    source = source_page(guide, page)
    if source is None:
        return ()
    known = at_hand(guide, page)
    if "twins" not in known:
        theirs = sections(guide, source)
        both = ((name, ours) for name, ours in sections(guide, page).items() if name in theirs)
        known["twins"] = [(ours, theirs[name], source) for name, ours in both]
    found: Sequence[tuple[Section, Section, Page]] = known["twins"]
    return found


def _cut(page: Page) -> Iterator[Section]:
    rows = page.body.split("\n")
    starts = [heading.line for heading in page.headings]
    ids = [INTRO, *(heading.id for heading in page.headings)]
    bounds = pairwise([page.body_line, *starts, page.body_line + len(rows)])
    blocks, links, macros = _parts(page.blocks, starts), _parts(page.links, starts), _parts(page.macros, starts)
    for name, (first, after), held, targets, calls in zip(ids, bounds, blocks, links, macros, strict=True):
        if name is not None:
            source = "\n".join(rows[first - page.body_line : after - page.body_line])
            yield Section(name, held[0].line if held else first, after - 1, source, held, targets, calls)


def _parts(things: Sequence[Thing], starts: Sequence[int]) -> Iterator[Sequence[Thing]]:
    """Things in the order of their lines, cut at each line that something starts on."""
    lines = [thing.line for thing in things]
    cuts: list[int] = [bisect_left(lines, start) for start in starts]
    for first, after in pairwise([0, *cuts, len(lines)]):
        yield things[first:after]


def _units(block: Block) -> Sequence[Unit]:
    if block.kind != "table":
        return (Unit(block.kind, block.text, block.line),)
    rows = enumerate(block.text.split("\n"), block.line)
    return [Unit("row", row, line) for line, row in rows if not SEPARATOR.match(row)]
