"""A phrase found in a text in any form its first word can take."""

import re
from collections.abc import Iterator
from functools import cache

from ..model import Language
from . import forms


class Phrase:
    """A phrase of a language. One with a capital is found only with that capital.

    `endings`: a pattern for what may follow its last word.
    """

    def __init__(self, text: str, language: Language, endings: str = "") -> None:
        self._forms = tuple(" ".join(form.split()) for form in forms(language, text))
        self._exact = text != text.lower()
        words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in self._forms)
        # What starts or ends with a sign (&, diwetha') is no part of a word either.
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?:{endings})(?![\w-])", 0 if self._exact else re.I)

    def may_be_in(self, flat: str, lowered: str) -> bool:
        """Whether the phrase can be in a text on one line, given also in lower case. Quick; a no is final."""
        text = flat if self._exact else lowered
        return any(form in text for form in self._forms)

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Each place the phrase stands at, wherever its lines are broken."""
        return self._pattern.finditer(text)

    def found_in(self, flat: str, lowered: str) -> bool:
        """Whether the phrase stands in a text on one line, given also in lower case."""
        return self.may_be_in(flat, lowered) and self._pattern.search(flat) is not None

    def out_of(self, text: str) -> str:
        """The text with the phrase taken out."""
        return self._pattern.sub(" — ", text)


@cache
def phrase(text: str, language: Language, endings: str = "") -> Phrase:
    """The phrase, made once."""
    return Phrase(text, language, endings)
