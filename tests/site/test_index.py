"""The index page: the way to everything when there is no script."""

import re
from posixpath import dirname, join, normpath

import pytest
from bs4 import BeautifulSoup

from canllaw.addresses import address
from canllaw.entries import letters
from canllaw.load import load
from canllaw.volumes import volumes
from support import ROOT

Pages = dict[str, BeautifulSoup]
GUIDE = load(ROOT)
GUIDES = {one.id: one for one in volumes(GUIDE)}
INDEX = {
    ("", "en"): "en/search/index.html",
    ("", "cy"): "cy/chwilio/index.html",
    ("missing", "en"): "en/missing/search/index.html",
    ("missing", "cy"): "cy/plant-ar-goll/chwilio/index.html",
}
EACH = pytest.mark.parametrize(("guide", "code"), INDEX)


def reached(pages: Pages, guide: str, code: str) -> set[str]:
    """What the article of a guide's index page leads to: `cy/geirfa/#term-abuse`."""
    here = dirname(INDEX[guide, code])
    found = set()
    for link in pages[INDEX[guide, code]].select("article a[href]"):
        path, hash_, anchor = str(link["href"]).partition("#")
        found.add(normpath(join(here, path)) + "/" + (hash_ + anchor if anchor != "top" else ""))
    return found


@EACH
def test_every_page_and_every_section_can_be_reached(guide: str, code: str, guide_pages: Pages) -> None:
    there = reached(guide_pages, guide, code)
    for page in GUIDES[guide].pages[code].values():
        place = address(GUIDE, page)
        assert place in there, page.file
        sections = {str(one["id"]) for one in guide_pages[place + "index.html"].select("article h2[id]:not(.whole h2)")}
        for anchor in sections - {"contents-title", "sources"}:
            assert f"{place}#{anchor}" in there, f"{page.file}: {anchor}"


@EACH
def test_every_term_service_and_act_can_be_reached(guide: str, code: str, guide_pages: Pages) -> None:
    there = reached(guide_pages, guide, code)
    places = {key: address(GUIDE, GUIDE.pages[code][name]) for key, name in GUIDE.settings["places"].items()}
    assert {f"{places['glossary']}#term-{key}" for key in GUIDE.terms} <= there
    assert {f"{places['helplines']}#helpline-{key}" for key in GUIDE.helplines} <= there
    text = guide_pages[INDEX[guide, code]].select_one(".index")
    assert text is not None
    titles = {key: record.data["title"] for key, record in GUIDE.acts.items()}
    missing = {key for key, title in titles.items() if title.get(code, title["en"]) not in text.text}
    named = {
        str([*call.args, call.kwargs.get("act")][0])
        for page in GUIDES[guide].pages[code].values()
        for call in page.macros
        if call.name in ("law", "provision")
    }
    assert titles.keys() - missing == named - {"duaa-2025"}, "only an Act that a note alone names has no section"
    assert guide or missing == {"duaa-2025"}, "the first guide is about them all"


def own_names() -> set[str]:
    """What terms, services and Acts are called, and the short names they have, in every language."""
    names: list[str] = []
    for records, keys in ((GUIDE.terms, ("term", "acronym")), (GUIDE.helplines, ("name",)), (GUIDE.acts, ("title",))):
        names += [name for one in records.values() for key in keys for name in one.data.get(key, {}).values()]
    names += [word for name in names for word in re.findall(r"\w+", name) if word.isupper()]
    return {letters(name) for name in names}


@EACH
def test_no_word_that_is_for_search_alone_is_printed(guide: str, code: str, guide_pages: Pages) -> None:
    printed = guide_pages[INDEX[guide, code]].select(".index__letter li > :first-child, .index__letter li > a")
    also = {letters(w) for one in GUIDE.terms.values() for words in one.data.get("also", {}).values() for w in words}
    hidden = also - own_names()
    assert len(hidden) > 100, "the guide has such words"
    assert not {letters(one.text) for one in printed} & hidden


@EACH
def test_names_are_there_once_and_never_those_that_must_not_be(guide: str, code: str, guide_pages: Pages) -> None:
    items = guide_pages[INDEX[guide, code]].select(".index__letter li > :first-child")
    names = [letters(one.text) for one in items]
    assert len(names) == len(set(names)) > 100
    never = {form for one in GUIDE.terms.values() for forms in one.data.get("never", {}).values() for form in forms}
    assert not {letters(form) for form in never} & set(names)


def test_the_search_box_of_every_page_leads_here_without_a_script(guide_pages: Pages) -> None:
    for name, page in guide_pages.items():
        (form,) = page.select("form[role=search]")
        guide = "missing" if name.startswith(("en/missing/", "cy/plant-ar-goll/")) else ""
        assert form.get("data-guide", "") == guide, name
        assert normpath(join(dirname(name), str(form["action"]))) == dirname(INDEX[guide, name.split("/")[0]]), name
        assert not form.select("[name]"), "what is typed must not stand in an address"


@EACH
def test_nobody_is_shown_a_list_without_its_jumps(guide: str, code: str, guide_pages: Pages) -> None:
    page = guide_pages[INDEX[guide, code]]
    jumps = {str(link["href"]) for link in page.select(".index__letters a")}
    groups = page.select(".index__letter")
    assert jumps == {f"#{group['id']}" for group in groups} and len(groups) > 15
    assert all(group.select("li") for group in groups)
