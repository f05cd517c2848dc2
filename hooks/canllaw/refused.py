"""What the machine refused a build, told so that a person can put it right: what, where, and what to do."""

import errno
import shutil
from pathlib import Path

from .publish import PLACES

UNCHANGED = "nothing was published: site/ and dist/ are as they were"
_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# Measured: what every site weighs, and bytes of site and editions for a byte of Markdown.
_LEAST, _FOR_EACH = 2_000_000, 70


def told(error: OSError, root: Path, folder: Path) -> str:
    """The error in two lines, with the fix in the second. `folder`: where was written, if the error does not say it.

    Paths are given from `root`, the guide's folder.
    """
    # A copy that finds no room names what it copies, not where to.
    named = error.filename and error.errno not in {*_FULL, errno.EFBIG}
    place = _from(root, Path(str(error.filename))) if named else f"{_from(root, folder)}/"
    what = f"{place}: {(error.strerror or str(error)).lower()}"
    if error.errno in _FULL and _free(folder) > needed(root):
        fix = "there is room here, so a quota is used up, or the disk is full that the words of the build go to"
    elif error.errno in _FULL:
        fix = f"make room, then build again: {_room(root, folder)}; nothing has to be cleaned up"
    elif error.errno == errno.EFBIG:
        fix = "raise the limit for the size of a file (ulimit -f), then build again; nothing has to be cleaned up"
    elif error.errno in _FORBIDDEN:
        fix = "see whose it is and what its permissions are (ls -ld), and that its disk may be written"
    elif error.errno in {errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.ELOOP}:
        fix = "see that the file is there, is a file, and is not a link that leads nowhere"
    elif error.errno in {errno.EXDEV, errno.EBUSY}:
        fix = "build/, site/ and dist/ must be plain folders on one disk, none of them a mount of its own"
    else:
        fix = "see that the disk is well, then build again; nothing has to be cleaned up"
    return f"{what}\n    fix: {fix}"


def undecoded(error: UnicodeDecodeError, folder: Path) -> str | None:
    """The same for a file below `folder` that is not UTF-8 text; None where none there holds what could not be read."""
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        at = data.find(error.object)
        if at >= 0:
            line = data.count(b"\n", 0, at + error.start) + 1
            return f"{_from(folder.parent, path)}:{line}: not UTF-8 text\n    fix: save it again as UTF-8"
    return None


def needed(root: Path) -> int:
    """Roughly the bytes that a build needs while it is made: another site/ and dist/, or a guess from the pages."""
    last = sum(path.stat().st_size for name in PLACES for path in (root / name).rglob("*") if path.is_file())
    pages = sum(path.stat().st_size for path in root.glob("docs*/**/*.md") if path.is_file())
    return max(last, _LEAST + _FOR_EACH * pages)


def _room(root: Path, folder: Path) -> str:
    return f"a build needs about {_megabytes(needed(root))} there, and {_megabytes(_free(folder))} are free"


def _free(folder: Path) -> int:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB"


def _from(root: Path, path: Path) -> str:
    absolute, top = path.absolute(), root.absolute()
    inside = absolute != top and absolute.is_relative_to(top)
    return absolute.relative_to(top).as_posix() if inside else str(absolute)
