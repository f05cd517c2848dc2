"""Signs that stand for a letter or an apostrophe and are not it, in the sources of the languages that are proofed."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..model import Guide, Page, Problem
from ..records import text_of
from ..source import read_text
from . import documents, tools

APOSTROPHES = "’‘ʼ´`′ʹ"
_WRONG = re.compile(rf"[{APOSTROPHES}]")
# Loose accents are far behind the letters that Latin alphabets have.
_FAR = re.compile(r"[^\x00-\u02ff]")
_CARET = re.compile(r"\^(?<=[A-Za-z]\^)(?![\w^]*\])")
_MAKESHIFT = re.compile(r"[A-Za-z]\^(?![\w^]*\])")


def faults(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """Every wrong sign of a page, or of the data, at its line."""
    # The whole file first, which other rules read as well: what it does not have, its text does not have.
    if page and tools(page.language) and _may_be_wrong(text_of(guide, page)):
        text, _ = read_text(Path(guide.root) / page.file, page.file, "")
        head = (text or "").split("\n")[: page.body_line - 1]
        if _may_be_wrong("\n".join(head)) or _may_be_wrong(page.uncoded):
            yield from _in_rows([*head, *page.uncoded.split("\n")], page.file)
    for language in guide.languages if page is None else ():
        if tools(language) is None:
            continue
        for file, (value, lines) in documents.read(guide).items():
            for path, words, _ in documents.texts(value, (), language.code):
                for problem in _in_rows([words.replace("\n", " ")], file):
                    yield Problem(file, lines[path], problem.rule, problem.message, problem.hint)


def _may_be_wrong(text: str) -> bool:
    """Whether a text has any of what `_in_rows` tells of; a no is final."""
    return (
        _WRONG.search(text) is not None
        or _CARET.search(text) is not None
        or not unicodedata.is_normalized("NFC", text)
        or any(map(unicodedata.combining, set(_FAR.findall(text))))
    )


def _in_rows(lines: list[str], file: str) -> Iterator[Problem]:
    for line, row in enumerate(lines, 1):
        if row.isascii() and "`" not in row and "^" not in row:
            continue
        for sign in sorted(set(_WRONG.findall(row))):
            message = f"the sign {sign} (U+{ord(sign):04X}) stands for an apostrophe"
            yield Problem(file, line, "CY007", message, "write ', the straight one")
        composed = unicodedata.normalize("NFC", row)
        if composed != row:
            message = "an accented letter is written as two signs (not Unicode NFC)"
            yield Problem(file, line, "CY007", message, "type the letter again, or save the text as NFC")
        if loose := next((letter for letter in composed if unicodedata.combining(letter)), ""):
            message = f"a loose accent, U+{ord(loose):04X}, stands on no letter that takes it"
            yield Problem(file, line, "CY007", message, "take it out, or type the letter with its accent")
        if match := _MAKESHIFT.search(row):
            message = f"'{match[0]}' stands for a letter with a circumflex"
            yield Problem(file, line, "CY007", message, "type the letter: â ê î ô û ŵ ŷ")
