"""Which chunks of a masked text a reader may see digits or certain words in, whatever of its markup is markup there."""

import re

from .chunks import Sieve, Worked
from .vocabulary import WORD

DIGIT = re.compile(r"\d")
# Marks of notes, targets of links and ids: whatever else is markup around them, no reader sees what is in them.
MARKED = re.compile(r"\[\^[\w-]+\]|\]\([\w./#:?=&%-]*\)|\{#[\w-]+\}")
small_words = Worked(lambda chunk: tuple(WORD.findall(chunk.lower())))
"""The words of a chunk in small letters."""


def sieve(needed: frozenset[str]) -> Sieve:
    """Keeps the chunks of masked texts that a reader may see a digit or one of these words in.

    And what has an address: with that gone, what stood before it may be such a word. Other markup has signs around it.
    """

    def holds(chunk: str) -> bool:
        text = MARKED.sub(" ", chunk)
        return bool(DIGIT.search(text)) or "://" in text or not needed.isdisjoint(small_words[text])

    return Sieve(holds)
