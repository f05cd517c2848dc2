"""A guide after an author's edit: the words of some pages have changed, and nothing that other pages show of them."""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from .model import Guide, Page
from .source import read_page
from .surroundings import LISTS, every_page, inputs
from .volumes import holding, volume_of

Seen = Mapping[str, tuple[int, int]]
"""Each file a site is made from: when it was last changed (nanoseconds) and its size (bytes)."""


def seen(guide: Guide) -> Seen:
    """The files as they now are: not what an editor keeps beside them, hidden or with a `~`."""
    root, found = Path(guide.root), {}
    for file in _files(guide):
        if not file.rpartition("/")[2].startswith(".") and not file.endswith("~"):
            with suppress(FileNotFoundError):  # gone since
                status = (root / file).stat()
                if S_ISREG(status.st_mode):
                    found[file] = (status.st_mtime_ns, status.st_size)
    return found


def _files(guide: Guide) -> Iterator[str]:
    root = Path(guide.root)
    yield from (path.relative_to(root).as_posix() for path in inputs(root))
    for language in guide.languages:
        for folder, _, names in os.walk(root / language.folder):
            inside = Path(folder).relative_to(root).as_posix()
            yield from (f"{inside}/{name}" for name in names)


def changed(before: Seen, after: Seen) -> set[str]:
    """The files that are not what they were, those that came or went among them."""
    return {file for file in before.keys() | after.keys() if before.get(file) != after.get(file)}


def amended(guide: Guide, files: Collection[str]) -> Guide | None:
    """The guide with these pages read again; None where they are no pages, or other pages show what has changed.

    What the guide has worked out is not carried over.
    """
    old = {page.file: page for page in every_page(guide)}
    pages = {code: dict(by_name) for code, by_name in guide.pages.items()}
    for file in files:
        page = old.get(file)
        if page is None:
            return None
        new, problems = read_page(Path(guide.root), page.language, page.name)
        if new is None or problems or _shown(new) != _shown(page):
            return None
        pages[page.language.code][page.name] = new
    return replace(guide, pages=pages, memo={})


def touched(guide: Guide, files: Collection[str]) -> list[Page]:
    """The pages to make again: those of the files, and those of the same guides that list or hold what others say."""
    ids = {one.id for one in holding(guide, files)}
    return [
        page
        for page in every_page(guide)
        if page.file in files or (page.calls(*LISTS) and volume_of(guide, page).id in ids)
    ]


def _shown(page: Page) -> object:
    """What other pages may show of a page, or what decides what they show."""
    marks = [[mark.label for mark in found] for found in (page.marks, page.definitions)]
    calls = [(call.name, call.args, sorted(call.kwargs.items())) for call in page.macros]
    headings = [(one.level, one.id, one.text) for one in page.headings]
    return dict(page.meta), headings, marks, calls, [(link.target, link.image) for link in page.links]
