"""Where a page is published: `/en/helplines/`, `/cy/llinellau-cymorth/`; a folder is named by its index page."""

from functools import cache
from pathlib import PurePosixPath
from posixpath import dirname

from .model import Guide, Language, Page

DOWNLOADS = "download"
"""The folder of a built site that holds its offline editions, as they are in dist/."""


def segment(page: Page) -> str:
    """The last part of a page's address: its slug, else its file name; empty for an index page at the top."""
    stem = page.name.rsplit("/", 1)[-1].removesuffix(".md")
    if stem == "index":
        folder = dirname(page.name)
        return str(page.meta.get("slug") or folder.rsplit("/", 1)[-1]) if folder else ""
    return str(page.meta.get("slug") or stem)


def wants_slug(guide: Guide, language: Language, name: str) -> bool:
    """Whether this page of a language needs an address of its own: all but the one its folder opens with.

    File names are words of the first language, or of the one the engine takes for its own: these may do without.
    """
    named = (guide.languages[0].folder, guide.engine.get("docs_dir", "docs"))
    return language.folder not in named and PurePosixPath(name).stem != "index"


def address(guide: Guide, page: Page) -> str:
    """The page's address below the site's own, without a leading slash: `cy/llinellau-cymorth/`."""
    known: dict[str, str] = guide.site.memo.setdefault("addresses", {})
    if page.file not in known:
        known[page.file] = _address(guide, page)
    return known[page.file]


def relative(there: str, here: str) -> str:
    """One address as seen from another: `cy/geirfa/` from `cy/y-gyfraith/` is `../geirfa/`; `./` for the same."""
    return _relative(there, here) if there != here else "./"


def _relative(there: str, here: str) -> str:
    return there[len(here) :] if there.startswith(here) else "../" + _above(there, here[: here.rfind("/", 0, -1) + 1])


_above = cache(_relative)  # the pages of one folder are many, and lead to the same places


def _address(guide: Guide, page: Page) -> str:
    pages = guide.site.pages[page.language.code]
    folder = dirname(page.name)
    parts = [] if page.name.rsplit("/", 1)[-1] == "index.md" and not folder else [segment(page)]
    if page.name.rsplit("/", 1)[-1] == "index.md":
        folder = dirname(folder)
    while folder:
        index = pages.get(f"{folder}/index.md")
        parts.insert(0, segment(index) if index else folder.rsplit("/", 1)[-1])
        folder = dirname(folder)
    return "/".join([page.language.code, *parts]) + "/"
