"""Whether the address that a translator gave a page is another page's, as all pages would be after the import."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..addresses import address
from ..model import Guide, Language, Page, Problem
from .units import SLUG, Returned, tidy


def taken(guide: Guide, language: Language, given: Mapping[str, Returned], file: str) -> Iterator[Problem]:
    """A Problem on the line of every address that two pages would have. `given`: the new addresses, by page name."""
    first, pages = guide.languages[0], dict(guide.pages[language.code])
    for name, unit in given.items():
        pages[name] = _with_slug(guide.pages[first.code][name], pages.get(name), language, tidy(unit.target or ""))
    after = replace(guide, pages={**guide.pages, language.code: pages}, memo={})
    addresses: dict[str, list[Page]] = {}
    for page in pages.values():
        addresses.setdefault(address(after, page), []).append(page)
    for name, unit in given.items():
        wanted = address(after, pages[name])
        others = ", ".join(page.file for page in addresses[wanted] if page.name != name)
        if others:
            message = f"{unit.name}: the address /{wanted} is also that of {others}"
            yield Problem(file, unit.line_at(unit.empty), "CF013", message, "give it another slug")


def _with_slug(source: Page, page: Page | None, language: Language, slug: str) -> Page:
    """The page as it would be; one that has no translation yet, as its source is but for the language."""
    one = page or replace(source, file=f"{language.folder}/{source.name}", language=language)
    return replace(one, meta={**one.meta, SLUG: slug})
