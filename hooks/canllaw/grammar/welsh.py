"""Welsh: initial mutations and the order of the alphabet.

The mutation table is the standard one (soft, nasal, aspirate); the digraphs ch, dd, ff, ng, ll, ph, rh and th are
letters of their own and are tried before single letters, in mutation and in sorting alike.
"""

import re

from .plain import without_accents
from .welsh_numbers import HALF_DAYS, LOOSE_NUMBER_WORDS, NUMBER_WORDS, PER_CENT, SCALES
from .welsh_words import (
    ACT_LEAD,
    ACT_PATTERN,
    ACT_WORDS,
    AFTER_NUMBER,
    CALL_WORDS,
    NUMBERED,
    REPEATED_WORDS,
    SECTION_WORDS,
)

__all__ = [
    "ACT_LEAD",
    "ACT_PATTERN",
    "ACT_WORDS",
    "AFTER_NUMBER",
    "CALL_WORDS",
    "HALF_DAYS",
    "LOOSE_NUMBER_WORDS",
    "NUMBERED",
    "NUMBER_WORDS",
    "PER_CENT",
    "PROOFING",
    "REPEATED_WORDS",
    "SCALES",
    "SECTION_WORDS",
    "act_after_of",
    "forms",
    "letter",
    "mutate",
    "sort_key",
]  # fmt: skip

# The module of canllaw.proofing that proofs this language.
PROOFING = "welsh"

SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"}
NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
TABLES = {"soft": SOFT, "nasal": NASAL, "aspirate": ASPIRATE}
INITIALS = ("ngh", "mh", "nh", "ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")

ALPHABET = tuple(re.findall("[a-z]+", "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"))
_LETTER = re.compile("ch|dd|ff|ng|ll|ph|rh|th|.", re.S)
# Words in which two letters only meet and are no digraph (n + g, r + h).
_APART = re.compile(r"(?<=ban)(?=gor)|(?<=dan)(?=gos)|(?<=llon)(?=gyf)|(?<=ar)(?=hol)|(?<=par)(?=ha)")
_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, 1)}


def initial(word: str) -> str:
    """The first letter of a word as Welsh counts letters: `ll` of `llais`, `d` of `deddf`."""
    low = word.lower()
    return next((letter for letter in INITIALS if low.startswith(letter)), low[:1])


def mutate(text: str, mutation: str) -> str:
    """`text` with its first letter mutated, capital kept: `Deddf Plant` soft is `Ddeddf Plant`.

    A letter the mutation leaves alone stays. ValueError for a mutation other than soft, nasal or aspirate.
    """
    if mutation not in TABLES:
        raise ValueError(f"expected soft, nasal or aspirate, found {mutation}")
    first = initial(text)
    changed = TABLES[mutation].get(first)
    if changed is None:
        return text
    rest = text[len(first) :]
    if text[:1].isupper():
        return changed[:1].upper() + changed[1:] + rest if changed else rest[:1].upper() + rest[1:]
    return changed + rest


def forms(word: str) -> tuple[str, ...]:
    """The word and its soft, nasal and aspirate forms, each once."""
    return tuple(dict.fromkeys([word, *(mutate(word, mutation) for mutation in TABLES)]))


def act_after_of(title: str) -> str:
    """A title after `o`, which softens: `o Ddeddf Plant 1989`, `o Fesur Hawliau Plant`."""
    return mutate(title, "soft")


def sort_key(text: str) -> tuple[object, ...]:
    """The ranks of the letters in the Welsh alphabet, accents ignored; then the text itself to break ties."""
    plain = without_accents(text)
    return (tuple(_RANK.get(letter, 0) for letter in _letters(plain)), plain, text)


def letter(text: str) -> str:
    """The first letter as Welsh counts letters, without its accent: `Ch` of `chwilio`."""
    return next(iter(_letters(without_accents(text))), "").capitalize()


def _letters(plain: str) -> list[str]:
    return [one for part in _APART.split(plain) for one in _LETTER.findall(part) if one.isalnum()]
