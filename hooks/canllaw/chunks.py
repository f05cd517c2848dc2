"""Texts looked at by their chunks, which is what stands between blanks: the same few thousand make up a whole guide.

What one chunk comes to is worked out once, and a text is then looked up and not read. That serves whatever lies inside
one chunk, such as words; what goes over blanks can be ruled out by what its ends would have to be.
"""

from collections.abc import Callable, Iterable, Set
from typing import TypeVar

Made = TypeVar("Made")
# What `re` takes for an i when it ignores case, and casefold() does not.
_I = str.maketrans("İı", "ii")


def alike(word: str) -> str:
    """What is the same for any two words that `re` takes for one when it ignores case."""
    return word.translate(_I).casefold()


class Worked(dict[str, Made]):
    """What `make` makes of each chunk, made at the first look."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, chunk: str) -> Made:
        """Make it."""
        made = self[chunk] = self._make(chunk)
        return made


class Sieve:
    """Keeps chunks that hold something; `holds` says of one, always alike, whether it does."""

    def __init__(self, holds: Callable[[str], object]) -> None:
        self._holds = holds
        self._empty: set[str] = set()
        self._full: set[str] = set()

    def keeps_any(self, chunks: Iterable[str]) -> bool:
        """Whether one of the chunks holds something."""
        return not self._empty.issuperset(chunks) and bool(self.keeps(chunks))

    def keeps(self, chunks: Iterable[str]) -> Set[str]:
        """Those of the chunks that hold something. Quickest where they are given as a set."""
        left = (chunks if isinstance(chunks, Set) else set(chunks)) - self._empty
        fresh = left - self._full
        if not fresh:
            return left
        full = {chunk for chunk in fresh if self._holds(chunk)}
        self._full |= full
        self._empty |= fresh - full
        return left - fresh | full
