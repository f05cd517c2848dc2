"""The menu as each page sees it, however many pages it was worked out for at once."""

from pathlib import Path

from canllaw.addresses import address, relative
from canllaw.load import load
from canllaw.menu import Group, Item
from canllaw.model import Guide, Page
from canllaw.view import view_of
from canllaw.volumes import volume_of
from support import ROOT, tiny_guide


def seen_from(guide: Guide, page: Page) -> tuple[Group, ...]:
    """The menu of a page, worked out for it alone."""
    volume, code = volume_of(guide, page), page.language.code
    found = []
    for section in volume.sections:
        others = [volume.pages[code][name] for name in section["pages"]]
        items = [
            Item(str(one.meta["title"]), relative(address(guide, one), address(guide, page)), one is page)
            for one in others
        ]
        found.append(Group(section["title"][code], tuple(items), page in others))
    return tuple(found)


def same(root: Path) -> None:
    guide = load(root)
    for pages in guide.pages.values():
        for page in pages.values():
            assert view_of(guide, page, "https://one.example/").menu == seen_from(guide, page), page.file


def test_every_page_of_the_guide_sees_the_menu_from_where_it_is() -> None:
    same(Path(ROOT))


def test_a_page_sees_the_pages_below_it(tmp_path: Path) -> None:
    """A page in the menu whose address begins with that of another page in it."""
    root = tiny_guide(tmp_path)
    guide = load(root)
    for pages in guide.pages.values():
        for one, other in zip(pages.values(), list(pages.values())[1:], strict=False):
            known = guide.memo.setdefault("addresses", {})
            known[other.file] = address(guide, one) + "below/"
            assert view_of(guide, one, "/").menu == seen_from(guide, one)
            assert view_of(guide, other, "/").menu == seen_from(guide, other)
            known.clear()
            volume_of(guide, one).memo.clear()
