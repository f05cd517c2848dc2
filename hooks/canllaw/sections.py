"""A page by its sections, and each section beside its twin: what the parity rules compare."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .blocks import SEPARATOR
from .model import Block, Guide, Link, MacroCall, Page

INTRO = "intro"
"""The section of what stands before the first heading."""
FRONT = "front."
"""What the name of a field of the front matter starts with: no id of a heading has a full stop in it."""
READ = ("title", "description")
"""The fields that readers read, so that a translation has them in its own words."""


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
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    macros: tuple[MacroCall, ...]
    units: tuple[Unit, ...]

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
    return [unit.kind for unit in one.units] == [unit.kind for unit in other.units]


def paired(one: Section, other: Section) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """What is compared with what: unit by unit where the two are built alike, else the whole with the whole."""
    if alike(one, other):
        for ours, theirs in zip(one.units, other.units, strict=True):
            yield (ours,), (theirs,)
    else:
        yield one.units, other.units


def sections(guide: Guide, page: Page) -> Mapping[str, Section]:
    """The sections of a page by id, in order. Those whose heading has no id are left out."""
    key = ("sections", page.file)
    if key not in guide.memo:
        guide.memo[key] = {section.id: section for section in _cut(page)}
    found: Mapping[str, Section] = guide.memo[key]
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
            found[FRONT + field] = Section(FRONT + field, line, last, value, (), (), (), (), ())
    return found


def source_page(guide: Guide, page: Page) -> Page | None:
    """The page of the guide's first language that `page` translates; None for the first language's own pages."""
    if page.language == guide.languages[0]:
        return None
    return guide.pages[guide.languages[0].code].get(page.name)


def twins(guide: Guide, page: Page) -> Iterator[tuple[Section, Section, Page]]:
    """Each section of a page that its source has too, with the source's section and page."""
    source = source_page(guide, page)
    if source is None:
        return
    theirs = sections(guide, source)
    for name, ours in sections(guide, page).items():
        if name in theirs:
            yield ours, theirs[name], source


def _cut(page: Page) -> Iterator[Section]:
    rows = page.body.split("\n")
    starts = [heading.line for heading in page.headings]
    ids = [INTRO, *(heading.id for heading in page.headings)]
    bounds = [page.body_line, *starts, page.body_line + len(rows)]
    blocks: list[list[Block]] = [[] for _ in ids]
    links: list[list[Link]] = [[] for _ in ids]
    macros: list[list[MacroCall]] = [[] for _ in ids]
    for block in page.blocks:
        blocks[bisect_right(starts, block.line)].append(block)
    for link in page.links:
        links[bisect_right(starts, link.line)].append(link)
    for call in page.macros:
        macros[bisect_right(starts, call.line)].append(call)
    for number, name in enumerate(ids):
        if name is None:
            continue
        first, after = bounds[number], bounds[number + 1]
        yield Section(
            name,
            blocks[number][0].line if blocks[number] else first,
            after - 1,
            "\n".join(rows[first - page.body_line : after - page.body_line]),
            tuple(blocks[number]),
            tuple(link for link in links[number] if not link.image),
            tuple(link for link in links[number] if link.image),
            tuple(macros[number]),
            tuple(unit for block in blocks[number] for unit in _units(block)),
        )


def _units(block: Block) -> Iterator[Unit]:
    if block.kind == "macro":
        return
    if block.kind != "table":
        yield Unit(block.kind, block.text, block.line)
        return
    for number, row in enumerate(block.text.split("\n")):
        if not SEPARATOR.match(row):
            yield Unit("row", row, block.line + number)
