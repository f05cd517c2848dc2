"""Links of a built page rewritten so that the page opens from a folder: every link ends in a file name."""

import re
from collections.abc import Mapping
from functools import lru_cache
from posixpath import dirname, join, normpath, relpath

ATTRIBUTE = re.compile(r'(?P<name>\s(?:href|src|action))="(?P<url>[^"]*)"')
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)
INDEX = "index.html"


@lru_cache(1 << 14)  # a page is read several times, for each of its editions
def resolve(page: str, url: str) -> tuple[str, str]:
    """The file a page's relative link leads to, and its `#anchor`: `../law/#a` -> (`en/law/index.html`, `#a`)."""
    path, hash_sign, anchor = url.partition("#")
    target = normpath(join(dirname(page), path)) if path else page
    if path.endswith("/") or path in (".", "..") or target == ".":
        target = normpath(join(target, INDEX))
    return target, hash_sign + anchor


def relocate(html: str, page: str, place: str, moved: Mapping[str, str] | None = None) -> str:
    """`html`, built as the file `page` of a site, for the file `place` of a folder with the same files.

    Paths are relative to the site's top. `moved` maps files that stand elsewhere in the folder to where they are.
    Addresses outside the site, and links within the page, stay as they are.
    """

    def rewrite(match: re.Match[str]) -> str:
        url = match["url"]
        if not url or url.startswith("#") or OUTSIDE.match(url):
            return match.group()
        target, anchor = resolve(page, url)
        target = (moved or {}).get(target, target)
        return f'{match["name"]}="{_way(dirname(place) or ".", target)}{anchor}"'

    return ATTRIBUTE.sub(rewrite, html)


@lru_cache(1 << 14)
def _way(folder: str, target: str) -> str:
    return relpath(target, folder)
