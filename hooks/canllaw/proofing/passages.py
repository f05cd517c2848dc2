"""The text people will read, cut into passages with their lines: of pages, of their front matter and of data files.

What is not in the passage's language, or not text, is taken out: code, marks of notes, link targets, web addresses,
runs marked with another `lang`, and names that data records in another language.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from ..at_hand import at_hand
from ..blocks import BOX
from ..chunks import Sieve
from ..model import Guide, Language, MacroCall, Page
from ..scanner import DEFINITION, LINK, MARK
from . import documents
from .names import GAP, foreign_to, unquoted

ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^}\n]*\}")
FOREIGN = re.compile(r'<(?P<tag>\w+)[^>]*\blang="(?P<lang>[\w-]+)"[^>]*>.*?</(?P=tag)>', re.S)
TAG = re.compile(r"<[^<>]+>")
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\w{2,}(?:[.-]\w{2,})*\.[a-z]{2,}\b(?:/\S*)?")
ADDRESSED = Sieve(ADDRESS.search)
PLACEHOLDER = re.compile(r"\{\w*\}")
STOP = "."
"""A chunk without a word, over which no rule of a language looks."""
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

    `chunks` are those of all passages (canllaw.chunks), STOP between two of them.
    """

    def __init__(self, language: Language, chunks: list[str], cut: Callable[[], Iterable[Passage]]) -> None:
        self.language, self.chunks = language, chunks
        self._cut = cut

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in order."""
        return tuple(self._cut())

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The chunks, each once."""
        return frozenset(self.chunks)

    @cached_property
    def flat(self) -> str:
        """The text of all passages on one line."""
        return " ".join(self.chunks)

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
        Passage(page.file, page.meta_lines[field], _cleared(guide, language, page.meta[field]))
        for field in FIELDS
        if isinstance(page.meta.get(field), str)
    ]
    text = _shown(guide, page)
    for sign, pattern in (("[^", DEFINITION), ("[^", MARK), ("{", ATTRIBUTES)):
        text = pattern.sub("", text) if sign in text else text
    text = LINK.sub(lambda match: match[2] + _kept(match, match[2]), text) if "](" in text else text
    rows = _cleared(guide, language, text).split("\n")
    boxed = any("!!!" in row or "???" in row for row in rows)

    def cut() -> Iterator[Passage]:
        yield from fields
        for block in page.blocks:
            start = block.line - page.body_line
            shown = "\n".join(rows[start : start + block.text.count("\n") + 1])
            box = BOX.match(shown) if boxed else None
            yield Passage(page.file, block.line, shown[box.end() :] if box else shown, block.section, True)

    marked = [*(f"{STOP} {one.text}" for one in fields), *rows]
    for block in page.blocks:
        at = len(fields) + block.line - page.body_line
        box = BOX.match(marked[at]) if boxed and block.kind == "box" else None
        marked[at] = f"{STOP} {marked[at][box.end() :] if box else marked[at]}"
    return Sheet(language, "\n".join(marked).split(), cut)


def _shown(guide: Guide, page: Page) -> str:
    """The body with code as gaps, and each macro as what it shows, so far as that is text of this page's language."""
    code = page.masked
    if "`" in page.body or "<!--" in page.body or "~~~" in page.body:
        rows = zip(page.body.split("\n"), page.masked.split("\n"), strict=True)
        code = "\n".join([hidden if seen == hidden else _gaps(seen, hidden) for seen, hidden in rows])
    pieces, end = [], 0
    for call in page.macros:
        source = page.body[call.start : call.end]
        pieces += [code[end : call.start], _words(guide, page.language, call), "\n" * source.count("\n")]
        end = call.end
    return "".join([*pieces, code[end:]])


def _gaps(seen: str, hidden: str) -> str:
    return "".join(
        ["—" if there == " " and not here.isspace() else there for here, there in zip(seen, hidden, strict=True)]
    )


def _words(guide: Guide, language: Language, call: MacroCall) -> str:
    if call.name != "term" or not call.args:
        return GAP
    shown = call.args[1] if len(call.args) > 1 else call.kwargs.get("shown")
    record = guide.terms.get(str(call.args[0]))
    return str(shown or (record.data["term"].get(language.code, GAP) if record else GAP))


def _kept(match: re.Match[str], shown: str = "") -> str:
    """The line ends of what is taken out, but those in the part of it that is shown."""
    return "\n" * (match[0].count("\n") - shown.count("\n"))


def _cleared(guide: Guide, language: Language, text: str) -> str:
    if "<" in text:
        text = FOREIGN.sub(lambda match: match[0] if match["lang"] == language.code else GAP + _kept(match), text)
        text = TAG.sub(_kept, text)
    chunks = frozenset(text.split())
    if kept := ADDRESSED.keeps(chunks):
        rows = text.split("\n")
        text = "\n".join([ADDRESS.sub(GAP, row) if any(chunk in row for chunk in kept) else row for row in rows])
    if "{" in text:
        text = PLACEHOLDER.sub(GAP, text)
    return foreign_to(guide, language).out_of(text, chunks).replace("|", "—")


def _of_data(guide: Guide, language: Language) -> Sheet:
    found = [
        Passage(file, lines[path], _cleared(guide, language, unquoted(text, twins)))
        for file, (value, lines) in documents.read(guide).items()
        for path, text, twins in documents.texts(value, (), language.code)
    ]
    return Sheet(language, f" {STOP} ".join([one.text for one in found]).split(), lambda: found)
