"""What was made once and may be taken again: values on the disk by the digest of all that they were made from.

A value is written whole or not at all, so a build that dies leaves nothing behind that another would take. A value that
cannot be read is as good as none. Nothing is ever taken for something made from other sources: the key says what from.
"""

import contextlib
import hashlib
import os
import pickle
from collections.abc import Collection
from pathlib import Path
from typing import Any

PLACE = Path("build/cache")
DAMAGED = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, ValueError, TypeError)


def digest(*parts: str | bytes) -> str:
    """One digest of several texts, each apart from the next."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


class Store:
    """A folder of values by key. `trusted` is False to take nothing from it, and make everything again."""

    def __init__(self, folder: Path, trusted: bool = True) -> None:
        self.folder, self.trusted = folder, trusted

    def get(self, key: str) -> Any:
        """The value kept under a key; None where there is none that can be read."""
        if not self.trusted:
            return None
        try:
            return pickle.loads((self.folder / key).read_bytes())  # noqa: S301 - this program alone writes there
        except DAMAGED:
            return None

    def holds(self, key: str) -> bool:
        """Whether there is something under a key that may be taken."""
        return self.trusted and (self.folder / key).is_file()

    def text(self, key: str) -> str:
        """The text kept under a key; OSError where there is none."""
        return (self.folder / key).read_text(encoding="utf-8")

    def put(self, key: str, value: Any) -> None:
        """Keep a value. A disk that takes none is no reason to stop a build: the value is then made again next time."""
        self._write(key, pickle.dumps(value))

    def put_text(self, key: str, text: str) -> bool:
        """Keep a text, in the same way; whether it is kept."""
        return self._write(key, text.encode())

    def _write(self, key: str, data: bytes) -> bool:
        place = self.folder / f".new-{os.getpid()}-{key}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            place.replace(self.folder / key)
        except OSError:
            with contextlib.suppress(OSError):
                place.unlink(missing_ok=True)
            return False
        return True

    def keep(self, keys: Collection[str]) -> None:
        """Take away every other value: what no page is made from any more, and what a dead build left half-written."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in keys:
                    path.unlink(missing_ok=True)
