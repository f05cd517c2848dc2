"""What a language brings to the reading of facts: its months, hours and number words, as patterns and tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names

from .grammar import grammar
from .model import Language

WORD = re.compile(r"[^\W\d_]+")
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language: `longest` is how many words a phrase can have, by its first word.

    A text has no date where none of `dated` is a word of it, no time without an `hour`, and no phrase without one of
    `needed`: all in lower case. `firm` are those of the phrases that are not `loose`.
    """

    months: Mapping[str, int]
    dated: frozenset[str]
    date: re.Pattern[str]
    time: re.Pattern[str]
    hour: re.Pattern[str]
    percent: re.Pattern[str]
    cents: tuple[str, ...]
    half_days: Mapping[str, int]
    values: Mapping[str, str]
    loose: Mapping[str, str]
    scales: Mapping[str, str]
    longest: Mapping[str, int]
    needed: frozenset[str]
    firm: frozenset[str]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The words of a language, from Babel and its grammar."""
    rules = grammar(language.grammar)
    months = {
        form: number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, "format", language.locale).items()
        for form in rules.forms(name)
        if len(form) > 2
    }
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    half = "|".join(sorted(map(re.escape, rules.HALF_DAYS), key=len, reverse=True)) or r"(?!)"
    cents = "|".join(map(re.escape, rules.PER_CENT))
    longest: dict[str, int] = {}
    needed: dict[str, str] = {}
    for phrase in (*rules.NUMBER_WORDS, *rules.LOOSE_NUMBER_WORDS, *rules.SCALES):
        first, *rest = phrase.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
        needed[phrase] = max((first, *rest), key=len)  # the longest is the rarest: `y` is everywhere, `y dau` is not
    return Vocabulary(
        months,
        frozenset(word for name in months for word in WORD.findall(name.lower())[:1]),
        re.compile(
            rf"\b(?:(?P<day>\d\d?)(?:[a-z]{{1,4}})?\s+(?:\w\w?\s+)?)?(?P<month>{month})"
            r"(?:\s+(?P<after>\d\d?)(?:[a-z]{1,4})?(?=,?\s+\d{4}))?(?:,?\s+(?P<year>\d{4}))?(?!\w)"
        ),
        re.compile(rf"\b(?P<hour>1[0-2]|\d)(?:[.:](?P<minutes>[0-5]\d))?(?P<half>{half})(?!\w)", re.I),
        re.compile(rf"\d(?:{half})", re.I),
        re.compile(rf"\b(?P<number>{NUMBER})\s?(?:{cents})(?!\w)"),
        rules.PER_CENT,
        rules.HALF_DAYS,
        {**rules.LOOSE_NUMBER_WORDS, **rules.NUMBER_WORDS, **rules.SCALES},
        rules.LOOSE_NUMBER_WORDS,
        rules.SCALES,
        longest,
        frozenset(needed.values()),
        frozenset(word for phrase, word in needed.items() if phrase not in rules.LOOSE_NUMBER_WORDS),
    )
