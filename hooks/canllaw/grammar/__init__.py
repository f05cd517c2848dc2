"""What a language does to words: one module a language, chosen by `grammar` in data/guide.yml."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast


class Grammar(Protocol):
    """What the rest of the package may ask of a language.

    Number words are phrases in lower case with single spaces (`tri deg pump`) and what they count, in digits; a phrase
    that only looks like a number counts as "". A scale (hundred, thousand) multiplies the number before it.
    """

    NUMBER_WORDS: Mapping[str, str]
    """Words that count, and must be answered by a number in every other language."""
    LOOSE_NUMBER_WORDS: Mapping[str, str]
    """Words that may count (`both`) and so may answer a number, but need no answer themselves."""
    SCALES: Mapping[str, str]
    """Words that multiply the number before them, or count alone."""
    HALF_DAYS: Mapping[str, int]
    """What follows the hour, with its space where it has one, and the hours it adds: `pm` 12."""
    PER_CENT: tuple[str, ...]
    """What says that the number before it is a percentage."""
    SECTION_WORDS: tuple[str, ...]
    """What says that the number after it is a section of an Act, in every form it takes: `sections`, `s.`."""
    ACT_PATTERN: re.Pattern[str]
    """What looks like the name of an Act or Measure with its year in digits; it goes over no empty line."""
    ACT_WORDS: tuple[str, ...]
    """Ends of words one of which ACT_PATTERN always has before a blank."""
    ACT_LEAD: re.Pattern[str]
    """What may stand before the name in a match of ACT_PATTERN and is not part of it."""
    CALL_WORDS: frozenset[str]
    """Words of a sentence about ringing or texting somebody."""
    AFTER_NUMBER: frozenset[str]
    """Words after a number that are not what it counts."""
    NUMBERED: tuple[str, ...]
    """Words, besides those for a section, whose number after them is only a name: `page`."""
    REPEATED_WORDS: frozenset[str]
    """Words that may stand twice running."""

    def sort_key(self, text: str) -> tuple[object, ...]:
        """The key by which words of this language sort."""

    def letter(self, text: str) -> str:
        """The letter of the alphabet that `text` is filed under, as a heading: `A`, `Ch`; empty when it has none."""

    def mutate(self, text: str, mutation: str) -> str:
        """`text` with its first word mutated; ValueError for a mutation the language does not have."""

    def forms(self, word: str) -> tuple[str, ...]:
        """The word and every form its first letter can give it."""

    def act_after_of(self, title: str) -> str:
        """An Act's title in the form it takes after the word for "of"."""


@cache
def grammar(name: str) -> Grammar:
    """The grammar module of that name."""
    return cast(Grammar, import_module(f"{__name__}.{name}"))
