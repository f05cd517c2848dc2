"""Spelling: whether a written word is right in a language, and what it may have been meant to be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from ..chunks import Sieve
from ..model import Guide, Language
from . import Tools
from .reviewed import Reviewed, reviewed

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
SUGGESTIONS = 3


class Speller:
    """Accepts what the dictionary has, what has been reviewed, and words made of such."""

    def __init__(self, tools: Tools, words: Reviewed, acronyms: Iterable[str] = ()) -> None:
        self._tools = tools
        self._accents = dict(_accents(tools, words.accents))
        mutable = [word for word in words.words if not word.isupper()]
        self._reviewed = {*words.words, *acronyms, *(form for word in mutable for form in tools.forms(word))}
        self._seen: dict[str, bool] = {}
        self._doubtful = Sieve(lambda chunk: any(map(self._doubts, WORD.findall(chunk))))

    @property
    def accents(self) -> Mapping[str, str]:
        """Words that lack an accent, in every form, and the word each is meant to be."""
        return self._accents

    def doubts(self, chunks: Iterable[str]) -> bool:
        """Whether a text of these chunks has a word that is not right, or lacks its accent."""
        return self._doubtful.keeps_any(chunks)

    def _doubts(self, word: str) -> bool:
        return not self.accepts(word) or word.lower() in self._accents

    def accepts(self, word: str) -> bool:
        """Whether the word is right. Numbers are, and so are single letters."""
        if word not in self._seen:
            self._seen[word] = self._accepts(word)
        return self._seen[word]

    def _accepts(self, word: str) -> bool:
        if len(word) == 1 or any(letter.isdigit() for letter in word):
            return True
        if self._tools.known(word) or word in self._reviewed or _lowered(word) in self._reviewed:
            return True
        parts = self._tools.parts(word)
        return parts != (word,) and all(self.accepts(part) for part in parts)

    def suggestions(self, word: str) -> list[str]:
        """Right words that differ from this one by a letter, the likeliest first."""
        near = (one for one in self._tools.near(word) if len(one) > 2 and self.accepts(one))
        return list(islice(dict.fromkeys(near), SUGGESTIONS))


def _lowered(word: str) -> str:
    """The word as it is written inside a sentence: `Camfanteisio` `camfanteisio`, but `CEOP` `CEOP`."""
    return word.lower() if word[1:] == word[1:].lower() or word.isupper() else word


def _accents(tools: Tools, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each word without its accent, and its forms so far as they are not words of their own (`ty`, but not `dy`)."""
    for word, right in words.items():
        yield word, right
        for form, right_form in zip(tools.forms(word), tools.forms(right), strict=False):
            if not tools.known(form):
                yield form, right_form


def speller(guide: Guide, language: Language, tools: Tools) -> Speller:
    """The speller of a language, with what this guide has reviewed."""
    key = ("speller", language.code)
    if key not in guide.memo:
        acronyms = [record.data.get("acronym", {}).get(language.code, "") for record in guide.terms.values()]
        guide.memo[key] = Speller(tools, reviewed(guide, language), acronyms)
    found: Speller = guide.memo[key]
    return found


def words(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text with their offsets. An apostrophe or hyphen belongs to a word only between its letters."""
    for match in WORD.finditer(text):
        yield match.start(), match.group()
