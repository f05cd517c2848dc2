"""The built site into the place of the last one: whole or not at all."""

import shutil
from pathlib import Path

MARK = "index.html"


def publish(built: Path, place: Path) -> None:
    """Move the folder `built` to `place`, and what stood there away; `place` never holds half a site.

    Raises FileNotFoundError when `built` is not a whole site, FileExistsError when `place` holds something that is not
    a site and so is not ours to remove.
    """
    if not (built / MARK).is_file():
        raise FileNotFoundError(f"{built} is not a built site: it has no {MARK}")
    if place.exists() and any(place.iterdir()) and not (place / MARK).is_file():
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
