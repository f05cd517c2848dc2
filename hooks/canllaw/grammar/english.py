"""English: no mutations, plain order, and its number words."""

from collections.abc import Mapping

from .english_words import (
    ACT_LEAD,
    ACT_PATTERN,
    ACT_WORDS,
    AFTER_NUMBER,
    CALL_WORDS,
    NUMBERED,
    REPEATED_WORDS,
    SECTION_WORDS,
)
from .plain import act_after_of, forms, letter, mutate, sort_key

__all__ = [
    "ACT_LEAD",
    "ACT_PATTERN",
    "ACT_WORDS",
    "AFTER_NUMBER",
    "CALL_WORDS",
    "NUMBERED",
    "REPEATED_WORDS",
    "SECTION_WORDS",
    "act_after_of",
    "forms",
    "letter",
    "mutate",
    "sort_key",
]

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "First" and "second" are as often adverbs and pronouns as numbers.
_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# "One" is a pronoun unless one of these follows.
_PERIODS = ("year", "month", "week", "hour", "minute")

NUMBER_WORDS: Mapping[str, str] = {
    **{word: str(number) for number, word in enumerate(_UNITS[1:], 2)},
    **{word: str(number) for number, word in enumerate(_TEENS, 10)},
    **{word: str(number * 10) for number, word in enumerate(_TENS, 2)},
    **{
        f"{ten} {unit}": str(tens * 10 + units)
        for tens, ten in enumerate(_TENS, 2)
        for units, unit in enumerate(_UNITS, 1)
    },
    **{word: str(number) for number, word in enumerate(_ORDINALS, 3)},
    **{f"one {period}": "1" for period in _PERIODS},
    "dozen": "12",
    "half": "1/2",
    "quarter": "1/4",
    "twice": "2",
    "midnight": "00:00",
    "midday": "12:00",
    "noon": "12:00",
}
LOOSE_NUMBER_WORDS: Mapping[str, str] = {
    "zero": "0", "one": "1", "once": "1", "first": "1", "second": "2", "both": "2", "couple": "2", "pair": "2",
}  # fmt: skip
SCALES: Mapping[str, str] = {"hundred": "100", "thousand": "1000", "million": "1000000"}
HALF_DAYS: Mapping[str, int] = {"am": 0, " am": 0, "pm": 12, " pm": 12, " noon": 12, " midnight": 0}
PER_CENT = ("%", "per cent", "percent")
