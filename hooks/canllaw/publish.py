"""A finished build into the place of the last one: the site and its editions, both or neither.

Each of the two changes at one stroke (canllaw.exchange). Between the two strokes stands a journal: it is written when
both new folders are whole and on the disk, and goes when both are in place. Whoever finds one finishes what it began.
"""

import errno
import json
import os
from pathlib import Path

from .exchange import LAST, put, take_back

PLACES = {"dist": "editions.json", "site": "index.html"}
"""The folders a build makes, each with the file that makes a folder one of ours. In this order they are put in place:
a new site means that its editions are new too."""
JOURNAL = "journal"


class NotOurs(Exception):
    """Something stands where a build is to go that no build made: it is not ours to move or to remove."""


class Incomplete(Exception):
    """A folder that was to be published lacks what every built one has."""


def look(root: Path) -> None:
    """See that whatever stands in the places of the site and its editions is a build's, and may be replaced.

    Raises NotOurs, or OSError.
    """
    for name, mark in PLACES.items():
        place = root / name
        if place.is_symlink():
            raise NotOurs(
                f"{name} is a link to {place.readlink()}, which may not be ours; remove the link, or move it away"
            )
        if place.exists() and not place.is_dir():
            raise NotOurs(f"{name} is not a folder; move it away first")
        if place.is_mount():
            raise NotOurs(f"{name}/ is a disk of its own, so a new one cannot take its place at one stroke; unmount it")
        if place.is_dir() and any(place.iterdir()) and not (place / mark).is_file():
            raise NotOurs(f"{name}/ holds something other than a build (it has no {mark}); move it away first")
    for folder in (root, *(root / name for name in PLACES)):
        if folder.exists() and not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def publish(stage: Path, root: Path) -> None:
    """Put the folders of PLACES from `stage` in their places below `root`; what stood there is then in `stage`.

    Raises Incomplete, NotOurs or OSError with everything as it was. Where even that cannot be had again, because the
    disk fails in the middle, the journal stays in `stage` for `finish`.
    """
    look(root)
    for name, mark in PLACES.items():
        if not (stage / name / mark).is_file():
            raise Incomplete(f"{name}/ is not whole: it has no {mark}")
        _to_disk(stage / name)
    part = stage / f"{JOURNAL}.part"
    part.write_text(json.dumps({name: _identity(stage / name) for name in PLACES}), encoding="utf-8")
    _sync(part)
    part.replace(stage / JOURNAL)
    put_in_place: list[str] = []
    try:
        for name in PLACES:
            put(stage / name, root / name)
            put_in_place.append(name)
    except OSError:
        for name in reversed(put_in_place):
            take_back(stage / name, root / name)
        (stage / JOURNAL).unlink()
        raise
    (stage / JOURNAL).unlink()


def pending(stage: Path) -> bool:
    """Whether `stage` holds a journal: a build was whole, and is not known to be in its place."""
    return (stage / JOURNAL).is_file()


def finish(stage: Path, root: Path) -> None:
    """Finish what a build that was killed in `publish` began, as its journal says. Raises OSError."""
    try:
        identities = json.loads((stage / JOURNAL).read_text(encoding="utf-8"))
    except ValueError:  # the machine stopped before the disk had it
        identities = {}
    for name in PLACES:
        place = root / name
        staged = [path for path in (stage / name, stage / (name + LAST), stage / (name + LAST + LAST)) if path.is_dir()]
        if place.is_dir() and name in identities and _identity(place) == identities[name]:
            continue
        new = next((path for path in staged if _identity(path) == identities.get(name)), None)
        if not place.exists():  # either of the two is whole; better the last than none
            new = new or next(iter(staged), None)
        if new is not None:
            put(new, place)
    (stage / JOURNAL).unlink()


def _identity(folder: Path) -> int:
    """A folder's number on its disk, which it keeps under whatever name."""
    return folder.stat().st_ino


def _to_disk(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        _sync(path)


def _sync(path: Path) -> None:
    """Some disks, and those across a network, say only now that they are full."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
