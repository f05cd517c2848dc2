"""The whole guide as one document: every page, every number, every note once, and no link that leads out by mistake."""

import re
from posixpath import dirname, join, normpath

from bs4 import BeautifulSoup, Tag

from canllaw.addresses import address
from canllaw.editions.document import parts
from canllaw.load import load
from canllaw.volumes import volumes
from support import ROOT

Pages = dict[str, BeautifulSoup]
GUIDE = load(ROOT)
GUIDES = {one.id: one for one in volumes(GUIDE)}
PLACES = {
    ("", "en"): "en/print/index.html",
    ("", "cy"): "cy/argraffu/index.html",
    ("missing", "en"): "en/missing/print/index.html",
    ("missing", "cy"): "cy/plant-ar-goll/argraffu/index.html",
}
# Pages that are no part of it: what only points to others, this document itself, a sheet of its own.
APART = {"": {"search.md", "print.md", "poster.md"}, "missing": {"missing/search.md", "missing/print.md"}}


def words(element: Tag) -> str:
    return re.sub(r"\s+", " ", element.get_text(" ")).strip()


def test_the_parts_are_numbered_and_in_the_order_of_the_menu(guide_pages: Pages) -> None:
    for (guide, code), name in PLACES.items():
        whole = guide_pages[name].select_one(".whole")
        assert whole is not None
        numbers = [one.text for one in whole.select(".part > h2 > .part__number")]
        assert numbers == [f"{number}." for number in range(1, len(numbers) + 1)]
        chosen = parts(GUIDES[guide], GUIDE.language(code))
        assert len(numbers) == len(chosen)
        assert {page.name for page in chosen} == set(GUIDES[guide].pages[code]) - APART[guide]
        links = [str(link["href"]) for link in whole.select("nav.contents a")]
        assert links == [f"#{part['id']}" for part in whole.select(".part")]


def test_every_paragraph_of_every_page_is_in_it(guide_pages: Pages) -> None:
    for (guide, code), name in PLACES.items():
        held = words(guide_pages[name])
        for page in parts(GUIDES[guide], GUIDE.language(code)):
            source = guide_pages[address(GUIDE, page) + "index.html"]
            for element in source.select(
                "article :is(p, li, td, dd):not(nav *, form *, .editions *, .helpline__now, .helpline__save)"
            ):
                if (
                    element.select("p, li, sup")
                    or element.find_parent(class_="footnote")
                    or "helpline__now" in element.get("class", [])
                    # Cards stand in one part alone; in the others their names and numbers lead there.
                    or (element.find_parent(class_="helpline") and page.name != "helplines.md")
                ):
                    continue
                assert words(element) in held, (page.file, words(element))


def test_every_number_of_every_service_is_in_it(guide_pages: Pages) -> None:
    for (_, code), name in PLACES.items():
        shown = {str(link["href"]) for link in guide_pages[name].select(".helpline .tel")}
        for brief in guide_pages[name].select(".part__helpline a:not(.tel)"):
            assert guide_pages[name].find(id=str(brief["href"])[1:]) is not None, (code, brief)
        for record in GUIDE.helplines.values():
            for phone in record.data.get("phones", ()):
                assert f"tel:{phone['number'].replace(' ', '')}" in shown, record.id


def test_notes_stand_once_at_the_end_in_the_order_of_their_marks(guide_pages: Pages) -> None:
    for name in PLACES.values():
        page = guide_pages[name]
        notes = [str(note["id"]) for note in page.select(".footnote li")]
        assert notes == [f"n{number}" for number in range(1, len(notes) + 1)]
        seen: list[str] = []
        for mark in page.select(".whole sup a"):
            assert str(mark["href"]) == f"#n{mark.text}"
            seen += [mark.text] if mark.text not in seen else []
        assert seen == [str(number) for number in range(1, len(notes) + 1)]
        texts = [words(note) for note in page.select(".footnote li")]
        assert len(texts) == len(set(texts))


def test_links_between_pages_stay_in_the_document(guide_pages: Pages) -> None:
    for (guide, code), name in PLACES.items():
        held = {address(GUIDE, page) for page in parts(GUIDES[guide], GUIDE.language(code))}
        links = [str(one["href"]) for one in guide_pages[name].select(".whole a[href]")]
        for link in (one for one in links if not re.match(r"#|https:|tel:|sms:|mailto:", one)):
            place = normpath(join(dirname(name), link.partition("#")[0])) + "/"
            assert place not in held, f"{name}: {link}"
            assert f"{place}index.html" in guide_pages, f"{name}: {link}"
