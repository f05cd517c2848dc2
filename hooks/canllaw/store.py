"""What was made once and may be taken again: values on the disk by the digest of all that they were made from.

They stand in one file, an SQLite database: that is quicker than a file for each, and a build that dies leaves it whole.
What cannot be read is as good as none, and a disk that takes nothing is no reason to stop a build. Nothing is ever
taken for something made from other sources: the key says what from.
"""

import contextlib
import hashlib
import os
import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

PLACE = Path("build/cache")
UNKNOWN = (EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, ValueError, TypeError)
"""What a whole value of other code than this may raise."""
SIZE = hashlib.sha256().digest_size
PATIENCE = 60
"""How many seconds to wait for another build that writes just now."""
AT_ONCE = 256
"""How many values are written in one go: a build that dies loses no more."""


def digest(*parts: str | bytes) -> str:
    """One digest of several texts, each apart from the next."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def packed(value: Any) -> bytes:
    """A value as it is kept: a damaged disk may change it, so its digest stands before it."""
    data = pickle.dumps(value)
    return hashlib.sha256(data).digest() + data


def _unpacked(kept: bytes) -> Any:
    """The value again; None where it is not what was kept."""
    digest, data = kept[:SIZE], memoryview(kept)[SIZE:]
    return pickle.loads(data) if hashlib.sha256(data).digest() == digest else None  # noqa: S301 - written here alone


class Store:
    """Values by key, in a file of the folder PLACE of a guide."""

    def __init__(self, root: Path, name: str) -> None:
        self.file = root / PLACE / f"{name}.sqlite"
        self._readers: dict[int, sqlite3.Connection] = {}

    def get(self, key: str) -> Any:
        """The value kept under a key; None where there is none that can be read."""
        # A connection is of one process; one that a fork has from its parent is not used.
        reader = self._readers.get(os.getpid())
        try:
            if reader is None:
                reader = self._readers[os.getpid()] = self._connected()
            rows = reader.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchall()
            return _unpacked(rows[0][0]) if rows else None
        except UNKNOWN:
            return None
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
            return None

    def held(self) -> set[str]:
        """The keys under which something is kept."""
        try:
            with self._opened() as database:
                return {key for (key,) in database.execute("SELECT key FROM kept")}
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
            return set()

    def put(self, values: Iterable[tuple[str, bytes]]) -> set[str]:
        """Keep values, `packed`, as they come; gives the keys of those that are kept."""
        kept: set[str] = set()
        coming = iter(values)
        while some := list(islice(coming, AT_ONCE)):
            try:
                with self._opened() as database:
                    database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", some)
                kept.update(key for key, _ in some)
            except (OSError, sqlite3.Error) as error:
                self._give_up(error)
        return kept

    def keep(self, keys: Collection[str] = ()) -> None:
        """Take away every other value: what no page is made from any more."""
        if others := self.held().difference(keys):
            try:
                with self._opened() as database:
                    database.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in others))
                with contextlib.closing(self._connected()) as database:
                    database.execute("VACUUM")
            except (OSError, sqlite3.Error) as error:
                self._give_up(error)

    def clear(self) -> None:
        """Keep nothing, whatever stands there."""
        self._readers.clear()
        with contextlib.suppress(OSError):
            # What a build that died was about to undo is not to be undone in a new file.
            self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
            self.file.unlink(missing_ok=True)

    def _give_up(self, error: Exception) -> None:
        """Where the file is damaged, take it away: the next build keeps what it makes in a new one."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            self.clear()

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The database, for one change: all of it is made or nothing."""
        with contextlib.closing(self._connected()) as database, database:
            yield database

    def _connected(self) -> sqlite3.Connection:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._made()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self.clear()  # it is no database, or a damaged one
            return self._made()

    def _made(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.file, timeout=PATIENCE)
        try:
            database.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)")
        except sqlite3.Error:
            database.close()
            raise
        return database
