"""What a page is made from beside its own text: the key under which it may be kept.

All data, code and templates count, and of every page its address, title and headings, which others show and lead to.
So a change to a sentence makes one page again, and a change to a number, a heading or a template every page.
"""

import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from .model import Guide, Page
from .store import digest

LISTS = frozenset(("site_index", "references", "whole_guide", "glossary"))
"""Macros that look at the text of other pages: a page with one is made again whenever any page changes."""
FED_BY = (
    "mkdocs.yml",
    "data/**/*.yml",
    "overrides/*.html",
    "overrides/partials/*",
    "overrides/macros/*",
    "overrides/editions/*",
    "hooks/**/*.py",
)

MADE_BY = (
    "babel", "holidays", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-static-i18n", "phonenumbers", "pyyaml",
)  # fmt: skip
OURS = Path(__file__).parent
"""The code that is running, which need not be that in the guide's folder."""


def key(guide: Guide, page: Page, site_url: str) -> str:
    """The digest of all that a page is made from, to be published at an address."""
    listing = page.calls(*LISTS) is not None
    return digest(_around(guide), _everything(guide) if listing else "", site_url, page.file, _text(guide, page))


def _around(guide: Guide) -> str:
    if "surroundings" not in guide.memo:
        outlines = map(_outline, every_page(guide))
        guide.memo["surroundings"] = digest(sys.version, *map(version, MADE_BY), *_files(Path(guide.root)), *outlines)
    return str(guide.memo["surroundings"])


def said_of_pages(guide: Guide) -> str:
    """The digest of what a volume's editions are made from besides the site: its pages' own fields and calls too."""
    pages = (page for pages in guide.pages.values() for page in pages.values())
    said = (repr((page.file, page.meta, [(one.name, one.args, one.kwargs) for one in page.macros])) for page in pages)
    return digest(_around(guide.site), guide.id, *said)


def _outline(page: Page) -> str:
    headings = [(one.level, one.id, one.text) for one in page.headings]
    return repr((page.file, page.meta.get("slug"), page.meta.get("title"), headings))


def _everything(guide: Guide) -> str:
    if "everything" not in guide.memo:
        guide.memo["everything"] = digest(*(_text(guide, one) for one in every_page(guide)))
    return str(guide.memo["everything"])


def every_page(guide: Guide) -> Iterator[Page]:
    """The pages of the whole site, in every language."""
    return (page for pages in guide.site.pages.values() for page in pages.values())


def _text(guide: Guide, page: Page) -> str:
    return digest(page.file, repr(sorted(page.meta.items(), key=str)), page.body)


def inputs(root: Path) -> list[Path]:
    """Every file beside the pages that a site is made from, always in the same order."""
    return [path for pattern in FED_BY for path in sorted(root.glob(pattern)) if path.is_file()]


def _files(root: Path) -> Iterator[bytes]:
    for folder, paths in ((root, inputs(root)), (OURS, _running(root))):
        for path in paths:
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _running(root: Path) -> list[Path]:
    elsewhere = not OURS.resolve().is_relative_to((root / "hooks").resolve())
    return sorted(OURS.rglob("*.py")) if elsewhere else []
