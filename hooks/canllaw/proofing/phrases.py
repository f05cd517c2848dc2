"""A phrase found in a text in any form its first word can take."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from ..chunks import Sieve, Worked, alike
from ..model import Language
from . import forms

RUN = re.compile(r"\w+")


class Phrase:
    """A phrase of a language. One with a capital is found only with that capital.

    `ending`: what may follow its last word.
    """

    def __init__(self, text: str, language: Language, ending: str = "") -> None:
        self._forms = tuple(" ".join(form.split()) for form in forms(language, text))
        self._ending = ending
        self._exact = text != text.lower()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in self._forms)
        # What starts or ends with a sign (&, diwetha') is no part of a word either.
        return re.compile(rf"(?<![\w-])(?:{words})(?:{re.escape(self._ending)})?(?![\w-])", 0 if self._exact else re.I)

    @property
    def needed(self) -> frozenset[str]:
        """Words, made alike, one of which stands in every text that has the phrase; "" where that is open."""
        return frozenset(alike(word) for form in self._forms for word in self._needed(form))

    def _needed(self, form: str) -> tuple[str, ...]:
        """The longest word of a form, which is the rarest, as it can stand."""
        runs = RUN.findall(form)
        longest = max(runs, key=len, default="")
        return (longest, longest + self._ending) if runs and longest == runs[-1] else (longest,)

    def may_be_in(self, flat: str, lowered: str) -> bool:
        """Whether the phrase can be in a text on one line, given also in lower case. Quick; a no is final."""
        text = flat if self._exact else lowered
        return any(map(text.__contains__, self._forms))

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Each place the phrase stands at, wherever its lines are broken."""
        return self._pattern.finditer(text)

    def found_in(self, flat: str, lowered: str) -> bool:
        """Whether the phrase stands in a text on one line, given also in lower case."""
        text = flat if self._exact else lowered
        # Mostly it stands at the first place where its letters do: then no pattern goes over the text.
        for form in self._forms if len(text) == len(flat) else ():
            at = text.find(form)
            if at >= 0 and self._pattern.match(flat, at):
                return True
        return self.may_be_in(flat, lowered) and self._pattern.search(flat) is not None

    def out_of(self, text: str) -> str:
        """The text with the phrase taken out."""
        return self._pattern.sub(" — ", text)


@cache
def phrase(text: str, language: Language, ending: str = "") -> Phrase:
    """The phrase, made once."""
    return Phrase(text, language, ending)


class Phrases:
    """Many phrases looked for in many texts at once; they are named by their numbers."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        by_word: dict[str, list[int]] = {}
        for number, one in enumerate(self._phrases):
            for word in one.needed:
                by_word.setdefault(word, []).append(number)
        self._open = frozenset(by_word.pop("", ()))
        self._having = Worked(
            lambda chunk: tuple(number for run in RUN.findall(chunk) for number in by_word.get(alike(run), ()))
        )
        self._sieve = Sieve(lambda chunk: self._having[chunk])

    def that_may_be_in(self, chunks: Iterable[str], flat: str, lowered: str) -> list[int]:
        """The numbers, in order, of the phrases that can be in a text. Quick; the others are not.

        The text is given as its chunks, on one line, and so in lower case.
        """
        kept = self._sieve.keeps(chunks)
        found = self._open.union(*map(self._having.__getitem__, kept)) if kept else self._open
        return sorted(number for number in found if self._phrases[number].may_be_in(flat, lowered))
