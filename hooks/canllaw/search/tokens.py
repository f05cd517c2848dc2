"""Text to words, for every language: what overrides/assets/search-words.js does in the browser, step by step.

tests/search holds both to the same answers. Nothing here knows a language; what grows onto a word is in `analysis`.
"""

import re
import unicodedata
from functools import lru_cache

# Soft hyphen, grapheme joiner, zero-width characters: seen by nobody, so no part of a word.
UNSEEN = "\u00ad\u034f\u200b\u200c\u200d"
APOSTROPHES = "\u2019\u2018\u02bc\u00b4`"
HYPHENS = "\u2010\u2011"
_SAME = str.maketrans({**dict.fromkeys(UNSEEN, None), **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-")})
# Letters and digits, with apostrophes and hyphens inside: never \b or ASCII \w, which cut ŵ and ŷ off.
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")


def clean(text: str) -> str:
    """The text in NFC, with one apostrophe and one hyphen and nothing that cannot be seen."""
    return text.replace("`", "'") if text.isascii() else unicodedata.normalize("NFC", text.translate(_SAME))


def normal(text: str) -> str:
    """The text clean and in small letters."""
    return clean(text).lower()


def words(text: str) -> list[str]:
    """The words of a text, normal: `Mae’r ar\u2011lein` gives `mae'r`, `ar-lein`."""
    return WORD.findall(normal(text))


@lru_cache(1 << 17)
def words_in(token: str) -> tuple[str, ...]:
    """The words of what is shown as one, kept: the same come in every guide."""
    return tuple(words(token))


@lru_cache(1 << 17)
def fold(word: str) -> str:
    """The word without its accents: a second key beside the word, never instead of it (gêm is not gem)."""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", word)))
