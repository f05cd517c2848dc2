"""A page's running text as a reader meets it: sentences, each with its line, marks and link targets taken out.

A macro call stands in it as one word made of MACRO, since what it will say is not typed in the page.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from .at_hand import at_hand
from .blocks import SEPARATOR, blocks, kind_of
from .body import MACRO, spoken
from .model import Guide, Page
from .readable import without
from .scanner import LINK, Lines, blank

MACRO_WORDS = 3
"""How many words a macro call counts as."""

# What is markup and no word: marks of notes, ids of headings, tags, emphasis; at the start of a block, its own mark.
MARKUP = re.compile(
    r"(\[\^[^\[\]\s]+\]:?|\{:?\s*[#.][^{}\n]*\}|</?[A-Za-z][^<>\n]*>|https?://[^\s)>\]]+|\*[*`]*|`[*`]*"
    r"|_(?<!\w_)_*|__*(?!\w))"
)
# What of it may go on in the next line, besides links.
OPEN = re.compile(r"\{:?\s*\n")
OPENER = re.compile(r"\s*(?:#{1,6}\s|(?:[-*+]|\d+[.)])\s|(?:!!!|\?\?\?\+?)\s+\w+|>)")
CELL = re.compile(r"(?:\\\||[^|\n])+")
END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*(.))", re.S)
# Not all of them, but no others: those before a plain capital.
PLAIN_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z])")


class Sentence(NamedTuple):
    """One sentence, or what stands for one (a heading, a cell of a table), with the kind of block it is in."""

    text: str
    line: int
    kind: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(
            MACRO_WORDS if MACRO in word else 1
            for word in self.text.split()
            if MACRO in word or any(letter.isalnum() for letter in word)
        )

    def longer_than(self, limit: int) -> bool:
        """Whether it has more words than that; quick where it has plainly fewer."""
        return may_be_longer(self.text, limit) and self.words > limit

    def line_at(self, offset: int) -> int:
        """The line of the file on which an offset of the text lies."""
        return self.line + self.text.count("\n", 0, offset)


def may_be_longer(text: str, limit: int) -> bool:
    """Whether a text may have more words than that. Quick; a no is final."""
    if len(text) < 2 * limit and MACRO not in text:
        return False  # each word but the last has a blank behind it
    words = text.split()
    macros = sum(MACRO in word for word in words) if MACRO in text else 0
    return len(words) + macros * (MACRO_WORDS - 1) > limit


def may_have_longer(text: str, limit: int) -> bool:
    """Whether a block's text may have a sentence of more words than that. Quick; a no is final."""
    return may_be_longer(text, limit) and any(may_be_longer(part, limit) for part in PLAIN_END.split(text))


def plain(text: str) -> str:
    """The text with markup blanked, offsets and lines kept: what stands between the marks is left."""
    if "](" in text:
        text = LINK.sub(_words_only, text)
    return without(MARKUP, text)


def _words_only(link: re.Match[str]) -> str:
    return blank(link[0][: link.start(2) - link.start()]) + link[2] + blank(link[0][link.end(2) - link.start() :])


class Prose:
    """What a page says: its text as it is read, the chunks of it, its blocks, and the sentences of those asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._spoken = spoken(page)
        self._over: list[tuple[int, int]] = []
        text = LINK.sub(self._seen, self._spoken) if "](" in self._spoken else self._spoken
        self.text = without(MARKUP, text)
        """The body with markup blanked and each macro call one word: offsets and lines as in the body."""

    def _seen(self, link: re.Match[str]) -> str:
        if "\n" in link[0]:
            self._over.append(link.span())
        return _words_only(link)

    @cached_property
    def all(self) -> str:
        """A text that holds whatever a sentence holds: the body's, and where blocks are otherwise, theirs."""
        return self.text if self.cut_alike else "\n".join([self.text, *(text for _, _, text in self.blocks)])

    @cached_property
    def chunks(self) -> list[str]:
        """All of it cut at blanks."""
        return self.all.split()

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The chunks, each once."""
        return frozenset(self.chunks)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._page.body, self._page.body_line)

    @cached_property
    def cut_alike(self) -> bool:
        """Whether the blocks of the text are those of the page, and no markup goes from one into the next."""
        if not _alike(self._page, self._spoken) or OPEN.search(self._spoken):
            return False
        starts = [self._lines.start(block.line) for block in self._page.blocks] if self._over else ()
        return not any(first < start < end for first, end in self._over for start in starts)

    @cached_property
    def blocks(self) -> list[tuple[str, int, str]]:
        """The kind, line and text of each block but those of a macro alone."""
        page, lines = self._page, self._lines
        if self.cut_alike:
            text = self.text
            starts = ((block, lines.start(block.line)) for block in page.blocks if block.kind != "macro")
            return [(block.kind, block.line, text[at : at + len(block.text)]) for block, at in starts]
        cut = page.blocks
        if not _alike(page, self._spoken):
            cut = tuple(blocks(self._spoken, lines, page.headings, page.macros))
        starts = ((block, lines.start(block.line)) for block in cut if block.kind != "macro")
        return [(block.kind, block.line, plain(self._spoken[at : at + len(block.text)])) for block, at in starts]

    @cached_property
    def said(self) -> str:
        """Every sentence, a line end between two."""
        return "\n".join([sentence.text for sentence in self.sentences()])

    def sentences(self, wanted: Callable[[str, int, str], bool] = lambda kind, line, text: True) -> Iterator[Sentence]:
        """The sentences, in order, of the blocks that are wanted by their kind, line and text."""
        for kind, line, text in self.blocks:
            if wanted(kind, line, text):
                yield from _sentences(kind, line, text)


def prose(guide: Guide, page: Page) -> Prose:
    """The Prose of a page, kept at hand."""
    known = at_hand(guide, page)
    if "prose" not in known:
        known["prose"] = Prose(page)
    found: Prose = known["prose"]
    return found


def sentences(guide: Guide, page: Page) -> tuple[Sentence, ...]:
    """Every sentence of a page, in order."""
    return tuple(prose(guide, page).sentences())


def _sentences(kind: str, line: int, text: str) -> Iterator[Sentence]:
    if kind == "table":
        text = "\n".join(["" if SEPARATOR.match(row) else row for row in text.split("\n")])
    elif opener := OPENER.match(text):
        text = blank(opener.group()) + text[opener.end() :]
    for start, end in [cell.span() for cell in CELL.finditer(text)] if kind == "table" else [(0, len(text))]:
        for first, last in split(text, start, end):
            yield Sentence(text[first:last], line + text.count("\n", 0, first), kind)


def _alike(page: Page, text: str) -> bool:
    """Whether a page's blocks are the same when a macro call is a word: each row with a call is of the same kind."""
    for call in page.macros:
        start, end = text.rfind("\n", 0, call.start) + 1, text.find("\n", call.start)
        end = len(text) if end < 0 else end
        if call.end > end or not (call.block or kind_of(page.masked[start:end]) == kind_of(text[start:end])):
            return False
    return True


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of each sentence between two offsets: an end mark, then a word that does not start small."""
    ends = [match.end() for match in END.finditer(text, start, end) if not match[1].islower()]
    for stop in (*ends, end):
        part = text[start:stop]
        right = part.rstrip()
        if right:
            yield start + len(part) - len(part.lstrip()), start + len(right)
        start = stop
