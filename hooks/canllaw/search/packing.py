"""Small ways to write much: words by number, numbers as characters, sorted words by what differs.

Numbers are printable ASCII without quotes and backslashes: it stands in a script as it is, and compresses well.
overrides/assets/search-packing.js reads it, with the signs that canllaw.search.tables hands over.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

DIGITS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in "\"'\\<")
"""The digits numbers are written in. No `<`: `</script>` can never stand in what is made of them."""
BASE = len(DIGITS)
STEPS = "!#$&*+;=>[]^"
"""How many letters a word shares with the one before it, from none to eleven."""
SMALL = 60


@dataclass(frozen=True)
class Codes:
    """Words by number: the `ones` most frequent are written as one digit, the next as two, the rest as three.

    `twos` and `threes` are how many first digits open a word of two and of three. `words` is in the order of numbers.
    """

    words: tuple[str, ...]
    ones: int
    twos: int
    threes: int

    def write(self, number: int) -> str:
        """The digits of a word's number."""
        if number < self.ones:
            return DIGITS[number]
        number -= self.ones
        if number < self.twos * BASE:
            return DIGITS[self.ones + number // BASE] + DIGITS[number % BASE]
        number -= self.twos * BASE
        first, rest = divmod(number, BASE * BASE)
        return DIGITS[self.ones + self.twos + first] + DIGITS[rest // BASE] + DIGITS[rest % BASE]


def codes(counts: Counter[str], always: Sequence[str]) -> Codes:
    """Numbers for words by how often they occur; `always` are written as one digit and numbered first.

    Raises ValueError for more words than three digits can tell apart.
    """
    ranked = sorted(counts.keys() - {*always}, key=lambda word: (-counts[word], word))
    total = len(always) + len(ranked)
    for threes in range(BASE):
        # As many words of one digit as leave room for all.
        ones = (BASE * BASE - threes * BASE + threes * BASE * BASE - total) // (BASE - 1)
        ones = min(ones, BASE - threes)
        if ones >= max(len(always) + 1, 40 if threes < BASE // 2 else 1):
            break
    else:
        raise ValueError(f"too many words for an index: {total}")
    twos = BASE - ones - threes
    first, second = ones - len(always), ones - len(always) + twos * BASE
    parts = ranked[:first], ranked[first:second], ranked[second:]
    return Codes((*always, *(word for part in parts for word in sorted(part))), ones, twos, threes)


def number(value: int) -> str:
    """A number in as few characters as its size needs: below 60 one, below 1,800 two, below 21 million five."""
    if value < SMALL:
        return DIGITS[value]
    if value < SMALL + (BASE - SMALL - 1) * BASE:
        value -= SMALL
        return DIGITS[SMALL + value // BASE] + DIGITS[value % BASE]
    return DIGITS[-1] + "".join(DIGITS[value // BASE**power % BASE] for power in (3, 2, 1, 0))


def rising(groups: Iterable[Sequence[int]]) -> str:
    """Groups of rising numbers, themselves in rising order: each behind how many it holds.

    A number is written as how much it exceeds the one before it in its group, the first as how much it exceeds the
    first of the group before.
    """
    written, first = [], 0
    for group in groups:
        written.append(number(len(group)))
        last = first
        for value in group:
            written.append(number(value - last))
            last = value
        first = group[0]
    return "".join(written)


def sets(groups: Iterable[Sequence[int]]) -> str:
    """Groups of rising numbers, each behind how many it holds: a number as how much it exceeds the one before it."""
    written = []
    for group in groups:
        written.append(number(len(group)))
        written += (number(value - last) for last, value in pairwise((0, *group)))
    return "".join(written)


def front_coded(words: Iterable[str]) -> str:
    """Sorted words, each as how many letters it shares with the one before, then the others.

    Raises ValueError for a word that holds one of the signs that say how many.
    """
    written, before, steps = [], "", frozenset(STEPS)
    for word in words:
        if not steps.isdisjoint(word):
            raise ValueError(f"{word!r} holds a sign that parts words")
        shared, most = 0, min(len(word), len(before), len(STEPS) - 1)
        while shared < most and word[shared] == before[shared]:
            shared += 1
        written.append(STEPS[shared] + word[shared:])
        before = word
    return "".join(written)
