"""When two words are one: clitics, initial mutations and endings, driven by the tables of a language's module.

overrides/assets/search-words.js is driven by the same tables (`table()`, handed over by canllaw.search.tables) and must
give the same answers: tests/search compares them. The mutation table and its inverse are the standard ones of Welsh.
"""

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from .tokens import fold

SHORTEST_STEM = 2
SHORTEST_WEAK_STEM = 3


@dataclass(frozen=True)
class Keys:
    """What a word may be a form of. Words that meet in a key as listed word and form, or as strong forms, match.

    `listed`: the word taken for the one a dictionary lists. `forms`: for a plural, a comparison or an inflected verb.
    `strong`: those of `forms` whose ending leaves little doubt. `weak`: those that match only where nothing else does.
    """

    listed: frozenset[str]
    forms: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]


class Analysis:
    """What search knows of one language; `name` is its grammar, and the module of this package with its tables."""

    def __init__(self, name: str) -> None:
        known = importlib.util.find_spec(f"{__package__}.{name}") is not None
        self.words: Any = import_module(f"{__package__}.{name if known else 'plain'}")
        self._inverse: dict[str, list[str]] = {}
        for change in self.words.MUTATIONS:
            for radical, mutated in change.items():
                if mutated:
                    self._inverse.setdefault(mutated, []).append(radical)
        self._dropped = {letter for change in self.words.MUTATIONS for letter, mutated in change.items() if not mutated}

    def term(self, word: str) -> str:
        """The word without what has grown onto it: `sy'n` gives `sy`, `d'enw` gives `enw`."""
        for clitic in self.words.AFTER:
            if word.endswith(clitic) and len(word) > len(clitic):
                word = word[: -len(clitic)]
                break
        for clitic in self.words.BEFORE:
            if word.startswith(clitic) and len(word) > len(clitic):
                return word[len(clitic) :]
        return word

    def parts(self, term: str) -> list[str]:
        """The words a written word is made of (`cam-drin` gives `cam`, `drin`); none for a simple word."""
        return [part for part in term.split("-") if len(part) > 1] if "-" in term else []

    def initial(self, word: str) -> str:
        """The first letter as the language counts letters: `ll` of `llais`."""
        return next((letter for letter in self.words.INITIALS if word.startswith(letter)), word[:1])

    def forms(self, radical: str) -> set[str]:
        """The word and every form its first letter can give it: `plant`, `blant`, `mhlant`, `phlant`."""
        first = self.initial(radical)
        found = {radical} | {
            change[first] + radical[len(first) :] for change in self.words.MUTATIONS if first in change
        }
        if self.words.BREATH and self._is_vowel(radical[:1]):
            found.add(self.words.BREATH + radical)
        return found - {""}

    def radicals(self, word: str) -> set[str]:
        """Every word this one may be a mutated form of, itself included."""
        first = self.initial(word)
        found = {word} | {radical + word[len(first) :] for radical in self._inverse.get(first, ())}
        if self._is_vowel(word[:1]) or first in ("l", "r", "n"):
            found |= {letter + word for letter in self._dropped}
        breath = self.words.BREATH
        if breath and word[:1] == breath and self._is_vowel(word[1:2]):
            found.add(word[1:])
        return found

    def siblings(self, word: str) -> set[str]:
        """Every form of every word this one may be a form of."""
        return {form for radical in self.radicals(word) for form in self.forms(radical)}

    def keys(self, radical: str) -> Keys:
        """What one radical may be a form of, without accents."""
        folded = fold(radical)
        listed = {f"n:{folded}"}
        nouns = {f"n:{fold(one)}" for one in self._cut(radical, self.words.NOUNS, self.words.NOUN_VOWELS)}
        verbs = self.words.STRONG, self.words.VERB_VOWELS
        strong = {f"v:{self._stem(one)}" for one in self._cut(folded, *verbs)}
        weak = {
            f"v:{self._stem(one)}"
            for one in self._cut(folded, self.words.WEAK, self.words.VERB_VOWELS, SHORTEST_WEAK_STEM)
        }
        for ending, instead in self.words.BASE:
            stem = folded.removesuffix(ending)
            if folded.endswith(ending) and len(stem) >= SHORTEST_STEM and self._sounds(stem):
                listed.add(f"v:{self._stem(stem + instead)}")
        if radical in self.words.STEMS:
            listed.add(f"v:{self._stem(self.words.STEMS[radical])}")
        return Keys(frozenset(listed), frozenset(nouns | strong), frozenset(strong), frozenset(weak))

    def table(self) -> dict[str, Any]:
        """All tables, as the browser's script takes them."""
        words = self.words
        return {
            "after": words.AFTER, "before": words.BEFORE, "vowels": words.VOWELS, "mutations": words.MUTATIONS,
            "initials": words.INITIALS, "breath": words.BREATH, "nouns": words.NOUNS, "nounVowels": words.NOUN_VOWELS,
            "strong": words.STRONG, "weak": words.WEAK, "verbVowels": words.VERB_VOWELS, "base": words.BASE,
            "stems": words.STEMS, "trim": words.TRIM, "short": words.SHORT, "shortestStem": SHORTEST_STEM,
            "shortestWeakStem": SHORTEST_WEAK_STEM,
        }  # fmt: skip

    def _cut(
        self,
        word: str,
        endings: Iterable[tuple[str, str, bool]],
        vowels: Iterable[tuple[str, str]],
        shortest: int = SHORTEST_STEM,
    ) -> set[str]:
        """What is left of a word when one of the endings is taken off it, the vowel before it changed back or not."""
        found: set[str] = set()
        for ending, instead, changes in endings:
            stem = word.removesuffix(ending)
            if not word.endswith(ending) or len(stem) < shortest or not self._sounds(stem):
                continue
            for one in self._changed(stem, vowels) if changes else (stem,):
                found.add(one + instead)
        return found

    def _changed(self, stem: str, vowels: Iterable[tuple[str, str]]) -> set[str]:
        """The stem, and the stem with its last vowel as it may have been before an ending changed it."""
        end = len(stem)
        while end and stem[end - 1] not in self.words.VOWELS:
            end -= 1
        return {stem} | {
            stem[: end - len(changed)] + before + stem[end:]
            for changed, before in vowels
            if stem[:end].endswith(changed)
        }

    def _stem(self, stem: str) -> str:
        for ending, instead in self.words.TRIM:
            if stem.endswith(ending) and len(stem) > len(ending) + 1:
                stem = stem.removesuffix(ending) + instead
        return stem

    def _sounds(self, stem: str) -> bool:
        return any(map(self._is_vowel, stem))

    def _is_vowel(self, letter: str) -> bool:
        return letter != "" and letter in self.words.VOWELS


@cache
def analysis(name: str) -> Analysis:
    """What search knows of the language with this grammar; for one it does not know, that a word is itself."""
    return Analysis(name)
