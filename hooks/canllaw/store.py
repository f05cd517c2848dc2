"""What was made once and may be taken again: values on the disk by the digest of all that they were made from.

A value that cannot be read is as good as none, and one that was not written to its end cannot: what a build that dies
leaves behind is taken by no other. Nothing is ever taken for something made from other sources: the key says what from.
"""

import contextlib
import hashlib
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
    """A folder of values by key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Any:
        """The value kept under a key; None where there is none that can be read."""
        try:
            return pickle.loads((self.folder / key).read_bytes())  # noqa: S301 - this program alone writes there
        except DAMAGED:
            return None

    def holds(self, key: str) -> bool:
        """Whether there is something under a key."""
        return (self.folder / key).is_file()

    def put(self, key: str, value: Any) -> bool:
        """Keep a value; whether it is kept. A disk that takes none is no reason to stop a build."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / key).write_bytes(pickle.dumps(value))
        except OSError:
            with contextlib.suppress(OSError):
                (self.folder / key).unlink(missing_ok=True)
            return False
        return True

    def keep(self, keys: Collection[str] = ()) -> None:
        """Take away every other value: what no page is made from any more, and what a dead build left half-written."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in keys:
                    path.unlink(missing_ok=True)
