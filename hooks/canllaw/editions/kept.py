"""Editions that an earlier build has made, taken again while all that they were made from is the same.

What that is, is seen when an edition is made: every file of the site that it reads. With that go the paths of all
files, the data, the code, what its pages say of themselves, and the day. So a change to one guide makes its own
editions again, and those of nineteen others are taken as they are.
"""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from ..model import Problem
from ..store import Store, digest, packed
from ..surroundings import said_of_pages
from .built import Built
from .edition import Edition, Made
from .notices import Copy

MADE_BY = ("typst", "minify-html")


class _Kept(NamedTuple):
    """An edition, what was wrong with it, and what each file of the site came to that it was made from."""

    read: dict[str, str]
    data: bytes
    problems: tuple[Problem, ...]


class Kept:
    """The editions kept of a site. `epoch`: the seconds they are dated by; `clean`: whether to begin with none."""

    def __init__(self, copy: Copy, site: Built, epoch: int, clean: bool) -> None:
        self._site, self._store = site, Store(Path(copy.guide.root), "editions")
        if clean:
            self._store.clear()
        self._around = digest(*map(version, MADE_BY), str(epoch), copy.url, *sorted(site))
        self._keys: dict[str, str] = {}
        self._said: dict[str, str] = {}

    def made(self, edition: Edition) -> Made | None:
        """An edition as it was made before; None where it has to be made."""
        kept = self._store.get(self._key(edition))
        if not isinstance(kept, _Kept) or any(self._site.digest(name) != then for name, then in kept.read.items()):
            return None
        return Made(edition, kept.data, kept.problems)

    def keep(self, made: Made, read: Iterable[str]) -> None:
        """Keep an edition. `read`: the files of the site it was made from."""
        kept = _Kept({name: self._site.digest(name) for name in read}, made.data, tuple(made.problems))
        self._store.put([(self._key(made.edition), packed(kept))])

    def clear(self) -> None:
        """Keep only what this build used."""
        self._store.keep(set(self._keys.values()))

    def _key(self, edition: Edition) -> str:
        guide = edition.guide
        if guide.id not in self._said:
            self._said[guide.id] = said_of_pages(guide)
        if edition.file not in self._keys:
            self._keys[edition.file] = digest(self._around, self._said[guide.id], edition.file)
        return self._keys[edition.file]
