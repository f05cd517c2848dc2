"""The text people will read, cut into passages with their lines: of pages, of their front matter and of data files.

What is not in the passage's language, or not text, is taken out (canllaw.proofing.cleared).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..at_hand import at_hand
from ..blocks import BOX
from ..model import Block, Guide, Language, Page
from . import documents
from .cleared import cleared, has_code, words_of
from .names import unquoted

STOP = "\0."
"""A chunk that no source has, without a word, over which no rule of a language looks."""
FIELDS = ("title", "description")


class Passage(NamedTuple):
    """A run of text of one language: a block of a page or a text of a data file, and the line it starts on.

    `section` is the id of the heading it stands below, None before the first; `body` is true of blocks of a page.
    """

    file: str
    line: int
    text: str
    section: str | None = None
    body: bool = False

    @property
    def flat(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    def line_at(self, offset: int) -> int:
        """The line of the file for an offset into `text`."""
        return self.line + self.text.count("\n", 0, offset)


class Sheet:
    """Passages that are looked at together; of a page they are cut only when they are asked for.

    `chunks` are those of all passages (canllaw.chunks), STOP before each of them; `distinct` has each once.
    """

    def __init__(
        self, language: Language, chunks: list[str], distinct: frozenset[str], cut: Callable[[], Iterable[Passage]]
    ) -> None:
        self.language, self.chunks, self.distinct = language, chunks, distinct
        self._cut = cut

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in order."""
        return tuple(self._cut())

    @cached_property
    def flat(self) -> str:
        """The text of all passages on one line."""
        return " ".join(self.chunks)

    @property
    def flats(self) -> list[str]:
        """The text of each passage on one line."""
        return [part.strip() for part in self.flat.split(STOP)[1:]]

    @cached_property
    def lowered(self) -> str:
        """The same in lower case."""
        return self.flat.lower()


def sheets(guide: Guide, page: Page | None) -> list[Sheet]:
    """A page as a sheet; or without one, what the data files say in each language."""
    known = at_hand(guide, page) if page else guide.memo
    if "sheets" not in known:
        known["sheets"] = [_of_page(guide, page)] if page else [_of_data(guide, one) for one in guide.languages]
    made: list[Sheet] = known["sheets"]
    return made


def passages(guide: Guide, language: Language) -> tuple[Passage, ...]:
    """Every passage of a language: its pages', then the data files'."""
    cut = [one for page in guide.pages[language.code].values() for one in sheets(guide, page)]
    cut += [one for one in sheets(guide, None) if one.language == language]
    return tuple(passage for one in cut for passage in one.passages)


def of_page(guide: Guide, page: Page) -> tuple[Passage, ...]:
    """The passages of one page, in order: front matter, then its blocks."""
    return sheets(guide, page)[0].passages


def _of_page(guide: Guide, page: Page) -> Sheet:
    language = page.language
    fields = [
        Passage(page.file, page.meta_lines[field], cleared(guide, language, page.meta[field]))
        for field in FIELDS
        if isinstance(page.meta.get(field), str)
    ]
    shown = words_of(guide, page)
    # Code is in no block, nor may be what a call over several lines shows.
    whole = not (has_code(page) or any("\n" in page.body[call.start : call.end] for call in page.macros))
    chunks = _marked(page, fields, shown, whole)
    distinct = frozenset(chunks)
    text = cleared(guide, language, shown, distinct if whole else None)
    if text != shown:
        chunks = _marked(page, fields, text, whole)
        distinct = frozenset(chunks)

    def cut() -> Iterator[Passage]:
        rows = text.split("\n")
        yield from fields
        for block in page.blocks:
            yield Passage(page.file, block.line, _unboxed(page, block, rows), block.section, True)

    return Sheet(language, chunks, distinct, cut)


def _marked(page: Page, fields: Sequence[Passage], text: str, whole: bool) -> list[str]:
    """The chunks of fields and blocks, STOP before each. `whole`: nothing but blocks is in the text."""
    rows, shown = text.split("\n"), [f"{STOP} {field.text}" for field in fields]
    if whole:
        for block in page.blocks:
            at = block.line - page.body_line
            row = rows[at]
            opener = BOX.match(row) if block.kind == "box" else None
            rows[at] = f"{STOP} {row[opener.end() :] if opener else row}"
        shown += rows
    else:
        shown += [f"{STOP} {_unboxed(page, block, rows)}" for block in page.blocks]
    return "\n".join(shown).split()


def _unboxed(page: Page, block: Block, rows: Sequence[str]) -> str:
    """The text of a block, without what it starts with where it starts as a box does."""
    start = block.line - page.body_line
    text = "\n".join(rows[start : start + block.text.count("\n") + 1])
    box = BOX.match(text)
    return text[box.end() :] if box else text


def _of_data(guide: Guide, language: Language) -> Sheet:
    found = [
        Passage(file, lines[path], cleared(guide, language, unquoted(text, twins)))
        for file, (value, lines) in documents.read(guide).items()
        for path, text, twins in documents.texts(value, (), language.code)
    ]
    chunks = " ".join([f"{STOP} {one.text}" for one in found]).split()
    return Sheet(language, chunks, frozenset(chunks), lambda: found)
