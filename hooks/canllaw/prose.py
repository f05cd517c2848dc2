"""A page's running text as a reader meets it: sentences, each with its line, marks and link targets taken out.

A macro call stands in it as one word made of MACRO, since what it will say is not typed in the page.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .blocks import SEPARATOR, blocks, kind_of
from .model import Guide, Page
from .readable import blanked
from .scanner import LINK, Lines, blank

MACRO = "\ue000"
MACRO_WORDS = 3
"""How many words a macro call counts as."""

# What is markup and no word: marks of notes, ids of headings, tags, emphasis; at the start of a block, its own mark.
MARKUP = re.compile(
    r"\[\^[^\[\]\s]+\]:?|\{:?\s*[#.][^{}\n]*\}|</?[A-Za-z][^<>\n]*>|https?://[^\s)>\]]+|\*[*`]*|`[*`]*"
    r"|_(?<!\w_)_*|__*(?!\w)"
)
OPENER = re.compile(r"\s*(?:#{1,6}\s|(?:[-*+]|\d+[.)])\s|(?:!!!|\?\?\?\+?)\s+\w+|>)")
CELL = re.compile(r"(?:\\\||[^|\n])+")
END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*(.))", re.S)


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
        if len(self.text) < 2 * limit and MACRO not in self.text:
            return False  # each word but the last has a blank behind it
        chunks = len(self.text.split())
        return (chunks > limit or (MACRO in self.text and chunks * MACRO_WORDS > limit)) and self.words > limit

    def line_at(self, offset: int) -> int:
        """The line of the file on which an offset of the text lies."""
        return self.line + self.text.count("\n", 0, offset)


def spoken(page: Page) -> str:
    """The body with code and comments blanked and each macro call one word: offsets and lines as in the body."""
    parts, at = [], 0
    for call in page.macros:
        parts += [page.masked[at : call.start], MACRO * (call.end - call.start)]
        at = call.end
    return "".join([*parts, page.masked[at:]])


def plain(text: str) -> str:
    """The text with markup blanked, offsets and lines kept: what stands between the marks is left."""
    if "](" in text:
        text = LINK.sub(_words_only, text)
    return MARKUP.sub(blanked, text)


def _words_only(link: re.Match[str]) -> str:
    return blank(link[0][: link.start(2) - link.start()]) + link[2] + blank(link[0][link.end(2) - link.start() :])


def said(guide: Guide, page: Page) -> str:
    """The sentences of a page, a line end between two; worked out once."""
    key = ("said", page.file)
    if key not in guide.memo:
        guide.memo[key] = "\n".join([sentence.text for sentence in sentences(guide, page)])
    return str(guide.memo[key])


def chunks(guide: Guide, page: Page) -> list[str]:
    """The sentences of a page cut at blanks; worked out once."""
    key = ("chunks", page.file)
    if key not in guide.memo:
        guide.memo[key] = said(guide, page).split()
    found: list[str] = guide.memo[key]
    return found


def sentences(guide: Guide, page: Page) -> tuple[Sentence, ...]:
    """Every sentence of a page, in order; worked out once."""
    key = ("sentences", page.file)
    if key not in guide.memo:
        guide.memo[key] = tuple(_sentences(page))
    found: tuple[Sentence, ...] = guide.memo[key]
    return found


def _sentences(page: Page) -> Iterator[Sentence]:
    for kind, line, text in _blocks(page):
        text = plain(text)
        if kind == "table":
            text = "\n".join(["" if SEPARATOR.match(row) else row for row in text.split("\n")])
        elif opener := OPENER.match(text):
            text = blank(opener.group()) + text[opener.end() :]
        for start, end in [cell.span() for cell in CELL.finditer(text)] if kind == "table" else [(0, len(text))]:
            for first, last in split(text, start, end):
                yield Sentence(text[first:last], line + text.count("\n", 0, first), kind)


def _blocks(page: Page) -> Iterator[tuple[str, int, str]]:
    """The kind, line and spoken text of each block but those of a macro alone."""
    text = spoken(page)
    lines = Lines(page.body, page.body_line)
    if _alike(page, text):
        for block in page.blocks:
            if block.kind != "macro":
                start = lines.start(block.line)
                yield block.kind, block.line, text[start : start + len(block.text)]
    else:
        for block in blocks(text, lines, page.headings, page.macros):
            if block.kind != "macro":
                yield block.kind, block.line, block.text


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
