"""A built site as editions are made from it: its files by their path, and which of them one edition has looked at.

Assets stand in `assets/` itself: a copy needs no name that changes with what is in it, and is the same while what it
holds is.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ..addresses import DOWNLOADS
from ..assets import plain, unled

Site = Mapping[str, bytes]
"""The files of a site by their path below its top."""


class Built(Site):
    """The site in a folder, its editions left out. A file is read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        paths = {path.relative_to(folder).as_posix(): path for path in files}
        self._paths = {plain(name): path for name, path in paths.items() if not name.startswith(f"{DOWNLOADS}/")}
        self._read = cache(self._from_disk)
        self._digests: dict[str, str] = {}

    def __getitem__(self, name: str) -> bytes:
        """A file by its path."""
        return self._read(name)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a file."""
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        """The paths of all files, in order."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._paths)

    def digest(self, name: str) -> str:
        """What a file comes to; empty where there is none. The file is not kept for that."""
        if name not in self._digests:
            self._digests[name] = hashlib.sha256(self._from_disk(name)).hexdigest() if name in self else ""
        return self._digests[name]

    def _from_disk(self, name: str) -> bytes:
        data = self._paths[name].read_bytes()
        return unled(data.decode()).encode() if name.endswith(".html") else data


class Watched(Site):
    """A site that remembers which of its files were read."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> bytes:
        """A file by its path."""
        self.read.add(name)
        return self._site[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is such a file."""
        return name in self._site

    def __iter__(self) -> Iterator[str]:
        """The paths of all files, in order."""
        return iter(self._site)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._site)
