"""What the blocks of a page may hold, a sign for each thing: its words, and what a figure may be in.

One look at the chunks of a page serves the rules on figures and on long sentences.
"""

import re
from functools import cache, partial

from .at_hand import at_hand
from .body import MACRO, STOP, chunks_of
from .chunks import Sieve, Worked
from .model import Guide, Language, Page
from .prose import MACRO_WORDS
from .seen import sieve
from .vocabulary import vocabulary

FIGURE = "#"
_WORD = "w"
_BLOCK = "|"
_WORDS = re.compile(r"[^\W_]+")
_CALLS = re.compile(f"{MACRO}+")


def signs(guide: Guide, page: Page) -> list[str]:
    """The signs of each block of a page: as many as it has words at most, and FIGURE where it may state a figure."""
    known = at_hand(guide, page)
    if "signs" not in known:
        known["signs"] = "".join(map(_made(page.language).__getitem__, chunks_of(guide, page))).split(_BLOCK)[1:]
    found: list[str] = known["signs"]
    return found


@cache
def _made(language: Language) -> Worked[str]:
    return Worked(partial(_signs, sieve(vocabulary(language).firm)))


def _signs(figures: Sieve, chunk: str) -> str:
    if chunk == STOP:
        return _BLOCK
    words = _WORD * (len(_WORDS.findall(chunk)) + MACRO_WORDS * len(_CALLS.findall(chunk)))
    return words + (FIGURE if figures.keeps_any(chunk.replace(MACRO, " ").split()) else "")
