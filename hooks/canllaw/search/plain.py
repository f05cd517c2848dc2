"""The words of a language of which nothing is known: a word is itself, with or without its accents."""

from collections.abc import Mapping

AFTER: tuple[str, ...] = ()
BEFORE: tuple[str, ...] = ()
VOWELS = "aeiou"
MUTATIONS: tuple[Mapping[str, str], ...] = ()
INITIALS: tuple[str, ...] = ()
BREATH = ""
NOUNS: tuple[tuple[str, str, bool], ...] = ()
NOUN_VOWELS: tuple[tuple[str, str], ...] = ()
STRONG: tuple[tuple[str, str, bool], ...] = ()
WEAK: tuple[tuple[str, str, bool], ...] = ()
VERB_VOWELS: tuple[tuple[str, str], ...] = ()
BASE: tuple[tuple[str, str], ...] = ()
STEMS: Mapping[str, str] = {}
TRIM: tuple[tuple[str, str], ...] = ()
IRREGULAR: tuple[str, ...] = ()
SHORT: Mapping[str, str] = {}
