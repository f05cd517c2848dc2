"""The facts of a text that every language must state alike: dates, times, amounts, percentages, numbers.

A fact has a value that is the same in every language (`2026-11-23`, `20:00`, `£5`, `18`), whether the text writes it in
digits or in words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from .chunks import Sieve
from .model import Language
from .readable import blanked, readable
from .seen import DIGIT, sieve, small_words
from .vocabulary import NUMBER, WORD, Vocabulary, vocabulary

PLAIN = re.compile(rf"\b(?P<before>[A-Z]{{0,3}})(?P<number>{NUMBER})(?P<letters>[A-Za-z]{{0,4}})(?!\w)")
AMOUNT = re.compile(rf"(?P<currency>[£€$])\s?(?P<number>{NUMBER})")
SLASHED = re.compile(r"\d[-/]\d")
NUMERIC_DATE = re.compile(r"\b(?:(\d{4})-(\d\d)-(\d\d)|(\d\d?)/(\d\d?)/(\d{4}))(?!\w)")
CLOCK = re.compile(r"\b([01]?\d|2[0-4]):([0-5]\d)(?!\w)")
BETWEEN = re.compile(r"[\s'’-]*")


class Fact(NamedTuple):
    """One fact: its value, how the text puts it, its line; `loose` when it may answer another but needs no answer."""

    value: str
    shown: str
    line: int
    loose: bool = False


def facts(text: str, line: int, language: Language) -> tuple[Fact, ...]:
    """The facts of a masked text that starts on `line`, in the order they stand in it."""
    if not _sieve(language).keeps_any(text.split()):
        return ()
    return tuple([fact._replace(line=line + fact.line) for fact in stated(readable(text), language)])


@cache
def _sieve(language: Language) -> Sieve:
    """Keeps the chunks without which there is no fact."""
    return sieve(vocabulary(language).needed)


def stated(text: str, language: Language) -> tuple[Fact, ...]:
    """The facts of a readable text, as if it started on line 0."""
    words = vocabulary(language)
    said = frozenset(chain.from_iterable(map(small_words.__getitem__, text.split())))
    found = _numerals(text, words, said) if DIGIT.search(text) else []
    taken = {place for one in found for place in range(one.start, one.end)}
    if not words.needed.isdisjoint(said):
        found += [one for one in _number_words(text, words) if one.start not in taken]
    return tuple(
        Fact(one.value, " ".join(text[one.start : one.end].split()), text.count("\n", 0, one.start), one.loose)
        for one in _scaled(sorted(found), text)
        if one.value
    )


def unmatched(ours: Iterable[Fact], theirs: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of each that the other does not answer, in order."""
    ours, theirs = list(ours), list(theirs)
    if sorted(fact.value for fact in ours if not fact.loose) == sorted(fact.value for fact in theirs if not fact.loose):
        return [], []
    firm_theirs = Counter(fact.value for fact in theirs if not fact.loose)
    only_ours = _left([fact for fact in ours if not fact.loose], firm_theirs)
    firm_ours = Counter(fact.value for fact in ours if not fact.loose)
    only_theirs = _left([fact for fact in theirs if not fact.loose], firm_ours)
    return (
        _left(only_ours, Counter(fact.value for fact in theirs if fact.loose)),
        _left(only_theirs, Counter(fact.value for fact in ours if fact.loose)),
    )


def _left(facts: Iterable[Fact], answers: Counter[str]) -> list[Fact]:
    """The facts left when each answer has answered one."""
    left = []
    for fact in facts:
        if answers[fact.value]:
            answers[fact.value] -= 1
        else:
            left.append(fact)
    return left


class _Found(NamedTuple):
    start: int
    end: int
    value: str
    loose: bool = False
    scale: bool = False


def _numerals(text: str, words: Vocabulary, said: frozenset[str]) -> list[_Found]:
    """What is written in digits: each kind in turn, its digits then gone, so that none is read twice."""
    # A kind is looked for only where the text has something without which there is none of it.
    kinds: tuple[tuple[bool, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (not words.dated.isdisjoint(said), words.date, lambda match: _date(match, words.months)),
        (SLASHED.search(text) is not None, NUMERIC_DATE, _numeric_date),
        (words.hour.search(text) is not None, words.time, lambda match: _time(match, words.half_days)),
        (":" in text, CLOCK, lambda match: f"{int(match[1]):02}:{match[2]}"),
        ("£" in text or "€" in text or "$" in text, AMOUNT, lambda match: match["currency"] + _plain(match["number"])),
        (any(one in text for one in words.cents), words.percent, lambda match: _plain(match["number"]) + "%"),
        (True, PLAIN, _plain_number),
    )
    found: list[_Found] = []
    for may_be, pattern, value in kinds:
        if not may_be:
            continue

        def take(match: re.Match[str], value: Callable[[re.Match[str]], str] = value) -> str:
            one = value(match)
            if one:
                found.append(_Found(match.start(), match.end(), one))
            return blanked(match) if one else match.group()

        text = pattern.sub(take, text)
    return found


def _number_words(text: str, words: Vocabulary) -> Iterator[_Found]:
    """What is written in words: at each word the longest phrase that is one."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in WORD.finditer(text)]
    at = 0
    while at < len(tokens):
        for length in range(words.longest.get(tokens[at][0], 0), 0, -1):
            run = tokens[at : at + length]
            gaps = (text[one[2] : two[1]] for one, two in pairwise(run))
            phrase = " ".join(word for word, _, _ in run)
            value = words.values.get(phrase)
            if value is not None and len(run) == length and all(BETWEEN.fullmatch(gap) for gap in gaps):
                yield _Found(run[0][1], run[-1][2], value, phrase in words.loose, phrase in words.scales)
                at += length - 1
                break
        at += 1


def _scaled(found: list[_Found], text: str) -> Iterator[_Found]:
    """The findings with each scale multiplied by the number it follows: `5 million`, `dwy fil`."""
    last: _Found | None = None
    for one in found:
        if last and one.scale and not text[last.end : one.start].strip() and (product := _product(last, one)):
            last = _Found(last.start, one.end, product)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _product(number: _Found, scale: _Found) -> str:
    match = re.fullmatch(r"([£€$]?)(\d+(?:\.\d+)?)", number.value)
    return match[1] + _plain(str(Decimal(match[2]) * int(scale.value))) if match else ""


@lru_cache(maxsize=10_000)
def _plain(number: str) -> str:
    """A number without thousands separators, leading zeros and zeros that say nothing."""
    return format(Decimal(number.replace(",", "")).normalize(), "f")


def _plain_number(match: re.Match[str]) -> str:
    """`18`, `15A`, `F4`; small letters after a number only make it an ordinal: `3rd`, `3ydd`."""
    after = "" if match["letters"].islower() else match["letters"]
    return match["before"] + _plain(match["number"]) + after


def _date(match: re.Match[str], months: Mapping[str, int]) -> str:
    """`2026-11-23`, `2026-11` or `--11-23`; nothing for a month alone, which may be another word."""
    day, year = match["day"] or match["after"], match["year"]
    if not day and not year:
        return ""
    return f"{year or '-'}-{months[match['month']]:02}" + (f"-{int(day):02}" if day else "")


def _numeric_date(match: re.Match[str]) -> str:
    year, month, day = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
    return f"{year}-{int(month):02}-{int(day):02}"


def _time(match: re.Match[str], half_days: Mapping[str, int]) -> str:
    hour = int(match["hour"]) % 12 + half_days[match["half"].lower()]
    return f"{hour:02}:{match['minutes'] or '00'}"
