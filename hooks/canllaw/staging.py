"""A folder of its own for each build, below build/, and one build at a time.

`build/.lock` is held by the build that is at work; the system lets go of it when that build ends, however it ends. Each
staging folder holds a file `owner` that every process of its build holds locked: only a folder that nobody holds any
more is removed, and only one that has that file (or nothing at all) is ours.
"""

import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import publish

BUILD = "build"
LOCK, OWNER, PREFIX = ".lock", "owner", "staging-"


@dataclass(frozen=True)
class Stage:
    """A staging folder, and the open file that other processes of the build must inherit to keep it."""

    folder: Path
    owner: int


@contextmanager
def staging(root: Path) -> Iterator[Stage]:
    """Wait for any other build of the checkout at `root`, mend what killed ones left, and give an empty folder.

    The folder is removed at the end, with whatever is in it by then; not if it still has to be finished. Raises
    publish.NotOurs where site/ or dist/ is none of ours, OSError where build/ cannot be used.
    """
    build = root / BUILD
    build.mkdir(exist_ok=True)
    lock = _alone(build / LOCK)
    try:
        publish.look(root)
        for left in sorted(build.glob(PREFIX + "*")):
            _mend(left, root)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=build))
        try:
            owner = os.open(folder / OWNER, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            folder.rmdir()
            raise
        try:
            fcntl.flock(owner, fcntl.LOCK_EX)
            yield Stage(folder, owner)
        finally:
            if not publish.pending(folder):
                _remove(folder)
            os.close(owner)
    finally:
        os.close(lock)


def _alone(path: Path) -> int:
    """The lock file, locked and open; waits for whoever has it."""
    while True:
        held = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build is at work here: waiting for it to end", file=sys.stderr, flush=True)
            fcntl.flock(held, fcntl.LOCK_EX)
        if path.exists() and os.path.samestat(os.fstat(held), path.stat()):
            return held
        os.close(held)  # somebody has removed build/ meanwhile: that lock keeps nobody out


def _mend(left: Path, root: Path) -> None:
    """Finish or remove what a killed build left. What is not a staging folder, or still in use, stays."""
    if left.is_symlink() or not left.is_dir():
        return
    if not (left / OWNER).is_file():
        if not any(left.iterdir()):  # killed before it could say whose the folder is
            left.rmdir()
        return
    if publish.pending(left):
        publish.finish(left, root)
    owner = os.open(left / OWNER, os.O_RDWR)
    try:
        fcntl.flock(owner, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(left)
    except BlockingIOError:
        return  # a process of a killed build lives on: the build after it has gone will remove this
    finally:
        os.close(owner)


def _remove(folder: Path) -> None:
    """Remove a staging folder, the owner's file last: killed half-way, it is still known as one. Follows no link."""
    try:
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != OWNER:
                path.unlink()
        (folder / OWNER).unlink()
        folder.rmdir()
    except OSError as error:  # what was built is in its place, or was not to be: this does no harm where it is
        print(f"{folder} was not removed, and the next build will try again: {error}", file=sys.stderr)
