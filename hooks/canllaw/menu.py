"""The menu of a guide, as seen from one of its pages, and what stands before and after that page in it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

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
    pages, found = guide.pages[language.code], []
    for section in guide.sections:
        items = tuple(Item(str(pages[name].meta["title"]), to(name), page is pages[name]) for name in section["pages"])
        found.append(Group(section["title"][language.code], items, any(item.current for item in items)))
    return tuple(found)


def neighbours(menu: Sequence[Group]) -> tuple[Item | None, Item | None]:
    """What stands before and after the current page; the first of all after a page that is not in the menu."""
    items = [item for group in menu for item in group.items]
    at = next((number for number, item in enumerate(items) if item.current), None)
    if at is None:
        return None, items[0] if items else None
    return (items[at - 1] if at else None), (items[at + 1] if at + 1 < len(items) else None)
