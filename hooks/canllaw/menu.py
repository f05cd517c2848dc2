"""The menu of a guide, as seen from one of its pages, and what stands before and after that page in it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from .addresses import address, relative
from .model import Guide, Language, Page


class Item(NamedTuple):
    """A link to a page of the guide."""

    title: str
    href: str
    current: bool = False


class Group(NamedTuple):
    """A part of the menu; `current` when the page being read is in it."""

    title: str
    items: tuple[Item, ...]
    current: bool


def groups(guide: Guide, language: Language, page: Page | None, to: Callable[[str], str]) -> tuple[Group, ...]:
    """The menu's groups, in order; `to` gives the address of a page by its name."""
    if page is None:
        return tuple(_group(guide, language, section, page, to) for section in guide.sections)
    here = address(guide, page)
    return tuple(
        _group(guide, language, section, page, to) if f"\n{here}" in addresses else group
        for section, group, addresses in _beside(guide, language, here[: here.rfind("/", 0, -1) + 1])
    )


def _group(
    guide: Guide, language: Language, section: Mapping[str, Any], page: Page | None, to: Callable[[str], str]
) -> Group:
    pages = guide.pages[language.code]
    items = tuple(Item(str(pages[name].meta["title"]), to(name), page is pages[name]) for name in section["pages"])
    return Group(section["title"][language.code], items, any(item.current for item in items))


def _beside(guide: Guide, language: Language, folder: str) -> list[tuple[Mapping[str, Any], Group, str]]:
    """Each section with its group, and with the addresses in it, a line each.

    The pages of a folder see all groups alike but those that they, or pages below them, are in.
    """
    known, pages = guide.memo.setdefault("menus", {}), guide.pages[language.code]
    if (language.code, folder) not in known:

        def to(name: str) -> str:
            return relative(address(guide, pages[name]), f"{folder}?/")

        known[language.code, folder] = [
            (
                section,
                _group(guide, language, section, None, to),
                "".join(f"\n{address(guide, pages[name])}" for name in section["pages"]),
            )
            for section in guide.sections
        ]
    found: list[tuple[Mapping[str, Any], Group, str]] = known[language.code, folder]
    return found


def neighbours(menu: Sequence[Group]) -> tuple[Item | None, Item | None]:
    """What stands before and after the current page; the first of all after a page that is not in the menu."""
    items = [item for group in menu for item in group.items]
    at = next((number for number, item in enumerate(items) if item.current), None)
    if at is None:
        return None, items[0] if items else None
    return (items[at - 1] if at else None), (items[at + 1] if at + 1 < len(items) else None)
