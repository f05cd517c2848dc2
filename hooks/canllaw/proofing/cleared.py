"""What a reader reads of a page or a text of the data in its language: everything else taken out, lines kept.

What is not in the text's language, or not text, goes: code, marks of notes, link targets, web addresses, runs marked
with another `lang`, and names that data records in another language.
"""

import re

from ..model import Guide, Language, MacroCall, Page
from ..scanner import DEFINITION, LINK, MARK
from .names import ADDRESS, GAP, foreign_to

ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^}\n]*\}")
FOREIGN = re.compile(r'<(?P<tag>\w+)[^>]*\blang="(?P<lang>[\w-]+)"[^>]*>.*?</(?P=tag)>', re.S)
TAG = re.compile(r"<[^<>]+>")
PLACEHOLDER = re.compile(r"\{\w*\}")


def words_of(guide: Guide, page: Page) -> str:
    """The body without markup; its line ends stay."""
    text = _shown(guide, page)
    for sign, pattern in (("]:", DEFINITION), ("[^", MARK), ("{", ATTRIBUTES)):
        text = pattern.sub("", text) if sign in text else text
    return LINK.sub(lambda match: match[2] + _kept(match, match[2]), text) if "](" in text else text


def has_code(page: Page) -> bool:
    """Whether a page may have code or comments. Quick; a no is final."""
    return "`" in page.body or "<!--" in page.body or "~~~" in page.body


def _shown(guide: Guide, page: Page) -> str:
    """The body with code as gaps, and each macro as what it shows, so far as that is text of this page's language."""
    code = page.masked
    if has_code(page):
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


def cleared(guide: Guide, language: Language, text: str, chunks: frozenset[str] | None = None) -> str:
    """A text without what is not in a language; its line ends stay. `chunks`: what it has between blanks, or more."""
    if "<" in text:
        text = FOREIGN.sub(lambda match: match[0] if match["lang"] == language.code else GAP + _kept(match), text)
        text, chunks = TAG.sub(_kept, text), None
    if chunks is None:
        chunks = frozenset(text.split())
    names = foreign_to(guide, language)
    kept = names.of_interest(chunks)
    if addressed := list(filter(names.addressed.__getitem__, kept)):
        rows = text.split("\n")
        text = "\n".join([ADDRESS.sub(GAP, row) if any(chunk in row for chunk in addressed) else row for row in rows])
    without = PLACEHOLDER.sub(GAP, text) if "{" in text else text
    if addressed or without != text:
        chunks = frozenset(without.split())
        kept = names.of_interest(chunks)
    return names.out_of(without, chunks, kept).replace("|", "—")
