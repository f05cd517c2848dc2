"""Where a link on a page leads: out of the guide, or to a file of the page's own language folder."""

import re
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from .model import Guide, Page

OUTSIDE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|www\.)")
PAGE = re.compile(r"(?:\.md|\.html?|/|(?:^|/)[^./]+)$")


@dataclass(frozen=True)
class Target:
    """What a link inside the guide names: a path below the language's folder, and an anchor (None without `#`)."""

    name: str
    anchor: str | None

    @property
    def is_page(self) -> bool:
        """Whether the name is meant for a page: `law.md`, but also `law`, `law/` and `law.html`."""
        return bool(PAGE.search(self.name))


def outside(target: str) -> bool:
    """Whether a link's target is an address and not a path inside the guide."""
    return bool(OUTSIDE.match(target))


def resolve(page: Page, target: str) -> Target:
    """The target of a link on `page` as a path below its language's folder; `../` or `/` in front when outside it."""
    path, hash_, anchor = unquote(target).partition("#")
    path = path.partition("?")[0]
    if not path:
        return Target(page.name, anchor if hash_ else None)
    name = normpath(join(dirname(page.name), path)) + ("/" if path.endswith("/") else "")
    return Target(name, anchor if hash_ else None)


def on_disk(guide: Guide, page: Page, name: str) -> bool:
    """Whether the page's language folder holds a file of that name, read or not, with exactly these letters."""
    folder = Path(guide.root) / page.language.folder
    if name.startswith(("/", "../")) or "\0" in name:
        return False
    try:
        path = folder / name
        return path.is_file() and path.name in {one.name for one in path.parent.iterdir()}
    except OSError:
        return False
