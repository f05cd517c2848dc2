"""Where in a built site an address leads."""

from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from .built import INDEX, Built

HERE = "."
"""Instead of the file that an address leads to: the document it stands in."""
Target = tuple[str, str] | None
"""The file of the site and the anchor an address leads to; None when it leads out of the site.

The file is empty when the address is none, or climbs above the top of the site.
"""


def place(built: Built, name: str, url: str) -> Target:
    """Where an address leads, as it stands in the document `name`."""
    target = _place(built.url, built.base, *_nearest(dirname(name), url))
    return (name, target[1]) if target and target[0] == HERE else target


def _nearest(folder: str, url: str) -> tuple[str, str]:
    """The same address, seen from the folder above in which all pages below it lead there in the same words."""
    if url.startswith("#"):
        return "", url
    above = folder
    while above and url.startswith("../"):
        above, url = dirname(above), url[3:]
    return (folder, url) if above == folder else (above, f"./{url}")


@lru_cache(1 << 14)
def _place(site: str, base: str, folder: str, url: str) -> Target:
    if site and url.startswith(site):
        url = base + url[len(site) :]
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    if parts.scheme or parts.netloc:
        return None
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return HERE, anchor
    if path.startswith("/"):
        if not path.startswith(base):
            return "", anchor
        place = normpath(path[len(base) :] or ".")
    else:
        place = normpath(join(folder, path))
    if place.startswith(".."):
        return "", anchor
    if path.endswith(("/", "/.", "/..")) or path in (".", "..") or place == ".":
        place = normpath(join(place, INDEX))
    return place, anchor
