"""Whether pages that are to be begun can ever be published: their names, their files and their addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..addresses import address, segment
from ..editions.fit import RESERVED
from ..model import Guide, Page
from ..rules.configuration import LOCALE
from ..source import parse_page

Texts = Mapping[str, Mapping[str, str]]
"""What is to be written, by language code, then by page name."""


def files_of(guide: Guide, texts: Texts) -> dict[str, str]:
    """The texts by the files they are for."""
    return {
        f"{language.folder}/{name}": text for language in guide.languages for name, text in texts[language.code].items()
    }


def refusals(root: Path, guide: Guide, texts: Texts) -> list[str]:
    """Every reason why these pages cannot be begun, each with what to do; none where they can."""
    there = [file for file in files_of(guide, texts) if (root / file).exists() or (root / file).is_symlink()]
    return [
        *dict.fromkeys(reason for pages in texts.values() for name in pages for reason in _unfit(name)),
        *(f"{file} is there already: choose another name, or edit it" for file in there),
        *_taken(guide, texts),
    ]


def _unfit(name: str) -> Iterator[str]:
    """What a page cannot be called: checks of the guide (CF023) or of its editions (ED002) would refuse it later."""
    *folders, page = name.removesuffix(".md").split("/")
    for folder in folders:
        if LOCALE.fullmatch(folder):
            yield f"the engine takes a folder '{folder}' for a language: choose a longer name"
    for part in (*folders, page):
        if part in RESERVED:
            yield f"Windows keeps the name '{part}' for itself: choose another name"


def _taken(guide: Guide, texts: Texts) -> Iterator[str]:
    """Addresses that other pages have, or that cannot be unpacked on Windows."""
    pages = {code: {**guide.pages[code], **_read(guide, code, texts)} for code in texts}
    after = replace(guide, pages=pages, memo={})  # a first page gives its folder's pages their addresses too
    for language in guide.languages:
        found: dict[str, list[Page]] = {}
        for page in pages[language.code].values():
            found.setdefault(address(after, page), []).append(page)
        for wanted, same in found.items():
            new = [page for page in same if page.name in texts[language.code]]
            other = f"TITLE_{language.code.upper()}" if any("slug" in page.meta for page in new) else "name"
            if new and len(same) > 1:
                has = next((page for page in same if page not in new), same[0])
                yield f"{has.file} already has the address /{wanted}: choose another {other}"
            if any("slug" in page.meta and segment(page) in RESERVED for page in new):
                yield f"Windows keeps the last name of /{wanted} for itself: choose another {other}"


def _read(guide: Guide, code: str, texts: Texts) -> dict[str, Page]:
    """The pages as they would be."""
    language = guide.language(code)
    read = (parse_page(f"{language.folder}/{name}", language, name, text)[0] for name, text in texts[code].items())
    return {page.name: page for page in read if page is not None}
