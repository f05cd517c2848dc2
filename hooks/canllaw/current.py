"""The guide being built: loaded once per build, shared by every hook."""

import gc
from pathlib import Path

from .load import load
from .model import Guide, Page

_guides: dict[Path, Guide] = {}


def fresh(root: Path) -> Guide:
    """Read the guide again, at the start of a build."""
    gc.unfreeze()
    _guides[root] = load(root)
    gc.freeze()  # the guide stays to the end: a search for garbage need not look through it
    return _guides[root]


def keep(root: Path, guide: Guide) -> None:
    """Let this be the guide that is being built."""
    _guides[root] = guide


def guide(root: Path) -> Guide:
    """The guide as this build first read it."""
    return _guides[root] if root in _guides else fresh(root)


def page(guide: Guide, path: str | None) -> Page:
    """The page whose source is the file at `path`; KeyError where the guide has none such."""
    if "by file" not in guide.memo:
        guide.memo["by file"] = {one.file: one for pages in guide.pages.values() for one in pages.values()}
    found: Page = guide.memo["by file"][Path(path or "").relative_to(guide.root).as_posix()]
    return found
