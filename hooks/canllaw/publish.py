"""The built site into the place of the last one: whole or not at all."""

import shutil
from pathlib import Path

MARKS = ("index.html", "editions.json")
"""What a built site holds, and a folder of editions: one of these makes a folder ours to put in place or take away."""


def publish(built: Path, place: Path) -> None:
    """Move the folder `built` to `place`, and what stood there away; `place` never holds half a site.

    Raises FileNotFoundError when `built` is not a whole site, FileExistsError when `place` holds something that is not
    a site and so is not ours to remove.
    """
    if not _whole(built):
        raise FileNotFoundError(f"{built} is not a built site: it has no {MARKS[0]}")
    if place.exists() and any(place.iterdir()) and not _whole(place):
        raise FileExistsError(f"{place} holds something other than a site; move it away first")
    last = built.with_name(built.name + ".last")
    shutil.rmtree(last, ignore_errors=True)
    if place.exists():
        place.rename(last)
    try:
        built.rename(place)
    except OSError:
        if last.exists():
            last.rename(place)
        raise
    shutil.rmtree(last, ignore_errors=True)


def _whole(folder: Path) -> bool:
    return any((folder / mark).is_file() for mark in MARKS)
