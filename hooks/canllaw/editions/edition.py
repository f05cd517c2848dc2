"""What an edition is: one file to download, before and after it is made."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Guide, Language, Problem
from .built import Site


@dataclass(frozen=True)
class Edition:
    """One file to download: its name, kind (`zip`, `no-script`, `html`, `pdf`), languages, guide, how to make it."""

    file: str
    kind: str
    languages: Sequence[Language]
    guide: Guide
    make: Callable[[Site], bytes]


@dataclass(frozen=True)
class Made:
    """An edition as made, and what is wrong with it."""

    edition: Edition
    data: bytes
    problems: Sequence[Problem] = ()

    @property
    def sha256(self) -> str:
        """Its checksum."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def kilobytes(self) -> str:
        """Its size in words, rounded up."""
        return f"{-(-len(self.data) // 1000)} kB"
