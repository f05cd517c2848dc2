"""The figures a text gives, seen quickly: enough to tell that it states the same facts as its twin.

What makes a fact lies together: digits or number words, and around them months, hours, signs. So a text is cut into
runs of chunks that can belong together, and what a run comes to is worked out once.
"""

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import compress, count

from .chunks import Worked, alike
from .facts import stated
from .model import Guide, Language, Page
from .readable import readable
from .seen import DIGIT
from .signs import FIGURE, signs
from .vocabulary import WORD, vocabulary

WIDE = re.compile(r" {3,}")
# A word so short may stand between the day and the month: `23 o Dachwedd`.
SHORT = 2
CURRENCY = ("£", "€", "$")


class Figures:
    """The figures of texts of one language."""

    def __init__(self, language: Language) -> None:
        words = vocabulary(language)
        phrases = (*words.values, *words.months, *words.half_days, *words.cents)
        self._needed = words.firm
        self._members = {alike(word) for phrase in phrases for word in WORD.findall(phrase)}
        self._signs = (*CURRENCY, *(sign for sign in words.cents if not WORD.search(sign)))
        self._core, self._near = Worked(self._is_core), Worked(self._is_near)
        self._made = Worked(lambda run: tuple([one.value for one in stated(run, language) if not one.loose]))

    def lines(self, guide: Guide, page: Page) -> Set[int]:
        """The lines of a page on which there may be figures. The others have none."""
        found = {block.line for block, held in zip(page.blocks, signs(guide, page), strict=True) if FIGURE in held}
        for block in page.blocks:
            if block.kind == "table" and block.line in found:
                found.update(range(block.line, block.line + block.text.count("\n") + 1))
        return found

    def of(self, text: str) -> tuple[str, ...]:
        """The values of the facts of a masked text, without those that may answer a fact and need no answer."""
        return tuple([value for run in self._runs(readable(text)) for value in self._made[run]])

    def _runs(self, text: str) -> Iterator[str]:
        """The parts of a readable text in which its facts are, as they stand in it; more blanks are as good as two."""
        # Cut at single spaces, a run can be put together as it was; what holds other blanks is one chunk to start with.
        chunks = (WIDE.sub("  ", text) if "   " in text else text).split(" ")
        near, after = self._near, 0
        for number in compress(count(), map(self._core.__getitem__, chunks)):
            if number < after:
                continue
            first, after = number, number + 1
            while first and near[chunks[first - 1]]:
                first -= 1
            while after < len(chunks) and near[chunks[after]]:
                after += 1
            yield " ".join(chunks[first:after])

    def _is_core(self, chunk: str) -> bool:
        """Whether a chunk has what every fact has that needs an answer."""
        return bool(DIGIT.search(chunk)) or not self._needed.isdisjoint(WORD.findall(chunk.lower()))

    def _is_near(self, chunk: str) -> bool:
        """Whether a chunk may belong to a fact beside it."""
        found = [alike(word) for word in WORD.findall(chunk)]
        return (
            bool(DIGIT.search(chunk))
            or any(sign in chunk for sign in self._signs)
            or not self._members.isdisjoint(found)
            or all(len(word) <= SHORT for word in found)
        )


@cache
def figures(language: Language) -> Figures:
    """The Figures of a language, made once."""
    return Figures(language)
