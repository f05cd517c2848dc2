"""A language whose words do not change at the front and sort by plain letters; its number words are not known."""

import re
import unicodedata
from collections.abc import Mapping

NUMBER_WORDS: Mapping[str, str] = {}
LOOSE_NUMBER_WORDS: Mapping[str, str] = {}
SCALES: Mapping[str, str] = {}
HALF_DAYS: Mapping[str, int] = {}
PER_CENT: tuple[str, ...] = ("%",)
SECTION_WORDS: tuple[str, ...] = ()
ACT_WORDS: tuple[str, ...] = ()
ACT_PATTERN = ACT_LEAD = re.compile(r"(?!)")
CALL_WORDS: frozenset[str] = frozenset()
AFTER_NUMBER: frozenset[str] = frozenset()
NUMBERED: tuple[str, ...] = ()
REPEATED_WORDS: frozenset[str] = frozenset()


def sort_key(text: str) -> tuple[object, ...]:
    """Letters without accents, case ignored; then the text itself to break ties."""
    return (without_accents(text), text)


def letter(text: str) -> str:
    """The first letter or digit, without its accent."""
    return next((c.upper() for c in without_accents(text) if c.isalnum()), "")


def without_accents(text: str) -> str:
    """`text` in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def mutate(text: str, mutation: str) -> str:
    """Always refuses: there are no mutations here."""
    raise ValueError(f"this language has no {mutation} mutation")


def forms(word: str) -> tuple[str, ...]:
    """The word alone."""
    return (word,)


def act_after_of(title: str) -> str:
    """The title unchanged."""
    return title
