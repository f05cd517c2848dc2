"""Two folders change places: at one stroke where the system has one, else step by step so that any step can be mended.

Linux has renameat2(RENAME_EXCHANGE), on its own file systems. Elsewhere a folder is moved away before the other comes.
"""

import ctypes
import errno
import os
from pathlib import Path

LAST = ".last"
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
# What says that the system, the file system or a sandbox has no such stroke; all else is about these two folders.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Both names at once; there is no moment without either. False where that cannot be done. Raises OSError."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))


def put(new: Path, place: Path) -> None:
    """The folder `new` takes `place`; what stood there is found at `new` afterwards. Raises OSError, nothing changed.

    Killed half-way in the step-by-step way, it leaves what stood there at `new` + LAST, and perhaps nothing at `place`.
    """
    if not place.exists():
        new.rename(place)
        return
    if exchange(new, place):
        return
    last = new.with_name(new.name + LAST)
    while last.exists():
        last = last.with_name(last.name + LAST)
    place.rename(last)
    try:
        new.rename(place)
    except OSError:
        last.rename(place)
        raise
    last.rename(new)


def take_back(new: Path, place: Path) -> None:
    """Undo what `put` did. Raises OSError."""
    if new.exists():
        put(new, place)
    else:
        place.rename(new)
