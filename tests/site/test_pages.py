"""What every page of the published site must be, read from the HTML as it is served."""

import re
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag

from canllaw.addresses import address
from canllaw.load import load
from canllaw.volumes import volume_of, volumes
from support import ROOT

Pages = dict[str, BeautifulSoup]
SITE = "https://canllaw.example/"
NAMES = [
    "index",
    "about",
    "forms-of-abuse",
    "grooming",
    "evidence",
    "children-in-care",
    "harmful-sexual-behaviour",
    "radicalisation",
    "reporting",
    "helplines",
    "parents",
    "law",
    "glossary",
    "stay-safe",
    "accessibility",
    "offline",
]
MORE = {"references.md", "search.md", "print.md", "poster.md", "duties.md", "between-children.md"}
MISSING = {
    "missing/index.md",
    "missing/responding.md",
    "missing/what-missing-means.md",
    "missing/return.md",
    "missing/prevention.md",
    "missing/references.md",
    "missing/search.md",
    "missing/print.md",
}


def target(page: str, url: str) -> tuple[str, str]:
    """The file of the site that a link of a page leads to, and its anchor. A link from the site's top begins with `/`."""
    parts = urlsplit(url)
    path = normpath(join("/", dirname(page), parts.path)).lstrip("/") if parts.path else page
    return join(path, "index.html") if parts.path.endswith(("/", "..", ".")) else path, parts.fragment


def test_the_sixteen_pages_in_both_languages_page_for_page() -> None:
    guide = load(ROOT)
    for name in NAMES:
        assert f"{name}.md" in guide.pages["en"] and f"{name}.md" in guide.pages["cy"], name
    assert set(guide.pages["en"]) == set(guide.pages["cy"]) == {f"{name}.md" for name in NAMES} | MORE | MISSING


def test_every_page_is_valid_enough_to_parse_without_an_error(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        if path.parent.name == "download":  # whose signs are left as they may be (canllaw.editions.compact)
            continue
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text(encoding="utf-8"))
        faults = [fault for fault in parser.errors if fault[1] != "unexpected-end-tag-implies-table-voodoo"]
        assert not faults, (path, faults[:3])


def test_language_title_description_and_one_heading(guide_pages: Pages) -> None:
    seen: dict[tuple[str, str], str] = {}
    for name, page in guide_pages.items():
        code = name.split("/")[0]
        assert page.html is not None and page.html["lang"] == code, name
        assert len(page.find_all("h1")) == 1, name
        levels = [int(heading.name[1]) for heading in page.select("main :is(h1, h2, h3, h4, h5, h6)")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)
        description = page.find("meta", attrs={"name": "description"})
        assert isinstance(description, Tag) and 60 <= len(str(description["content"])) <= 155, name
        assert page.title is not None
        for kind, value in (("title", page.title.text), ("description", str(description["content"]))):
            assert seen.setdefault((code, f"{kind} {value}"), name) == name, f"{kind} of {name} is that of another page"


def test_alternates_are_absolute_and_point_back(guide_pages: Pages) -> None:
    links = {
        SITE + name.removesuffix("index.html"): {
            str(link["hreflang"]): str(link["href"]) for link in page.select("head link[rel=alternate]")
        }
        for name, page in guide_pages.items()
    }
    for name, page in guide_pages.items():
        here, code = SITE + name.removesuffix("index.html"), name.split("/")[0]
        canonical = page.select_one("link[rel=canonical]")
        assert canonical is not None and canonical["href"] == here
        assert set(links[here]) == {"en", "cy", "x-default"}, name
        assert links[here][code] == here
        for other in ("en", "cy"):
            assert links[links[here][other]] == links[here], f"{name}: {other} does not point back"


def test_the_language_link_leads_to_the_same_page_with_the_same_sections(guide_pages: Pages) -> None:
    for name, page in guide_pages.items():
        (link,) = page.select("header a[data-language]")
        code = name.split("/")[0]
        other = "cy" if code == "en" else "en"
        assert link["lang"] == link["hreflang"] == other
        assert link.text == {"cy": "Cymraeg", "en": "English"}[other]
        twin, _ = target(name, str(link["href"]))
        alternate = page.select_one(f"head link[hreflang={other}]")
        assert alternate is not None and SITE + twin.removesuffix("index.html") == alternate["href"]
        ids = [heading.get("id") for heading in page.select("article :is(h1, h2, h3, h4)[id]")]
        assert ids == [heading.get("id") for heading in guide_pages[twin].select("article :is(h1, h2, h3, h4)[id]")]


def test_every_link_and_anchor_leads_somewhere(pages: Pages, real_site: Path) -> None:
    ids = {name: {str(one["id"]) for one in page.select("[id]")} for name, page in pages.items()}
    for name, page in pages.items():
        for element in page.select("[href], [src]"):
            url = str(element.get("href") or element.get("src"))
            if url.startswith(("https://", "tel:", "sms:", "mailto:")):
                continue
            file, anchor = target(name, url)
            assert (real_site / file).is_file(), f"{name}: {url}"
            if anchor:
                assert anchor in ids[file], f"{name}: {url}"


def test_ids_are_unique(pages: Pages) -> None:
    for name, page in pages.items():
        ids = [str(one["id"]) for one in page.select("[id]")]
        assert len(ids) == len(set(ids)), (name, {one for one in ids if ids.count(one) > 1})


def test_nothing_is_asked_of_anyone_else_and_nothing_is_inline(pages: Pages) -> None:
    for name, page in pages.items():
        for element in page.select("script, img, iframe, source, link[rel~=stylesheet], link[rel~=icon]"):
            assert not str(element.get("src") or element.get("href")).startswith(("http", "//")), (name, element)
        assert not page.select("style, [style], script:not([src])"), name
        assert not [one for one in page.find_all(True) if any(key.startswith("on") for key in one.attrs)], name
        referrer = page.select_one("meta[name=referrer]")
        assert referrer is not None and referrer["content"] == "no-referrer"


def test_no_macro_footnote_or_markdown_is_left_over(guide_pages: Pages) -> None:
    for name, page in guide_pages.items():
        assert page.main is not None
        text = page.main.get_text(" ")
        for left in ("{{", "}}", "[^", "](", "{#", "**", "Footnotes Go Here"):
            assert left not in text, f"{name}: {left}"


def test_every_page_says_what_it_rests_on_when_reviewed_and_by_whom_translated(guide_pages: Pages) -> None:
    words = {
        "en": ("February 2021", "not the official text", "Last reviewed: {} November 2026"),
        "cy": ("Chwefror 2021", "Nid dyma'r testun swyddogol", "Adolygwyd ddiwethaf: {} Tachwedd 2026", "Nid oes cyfieithydd achrededig"),
    }  # fmt: skip
    # Each guide rests on a source of its own.
    sources = {
        ("online", "en"): ("All Wales Practice Guide", "Safeguarding children from online abuse"),
        ("online", "cy"): ("Ganllaw Ymarfer Cymru Gyfan", "Safeguarding children from online abuse"),
        ("missing", "en"): ("All Wales Practice Guide", "Safeguarding children who go missing from home or care"),
        ("missing", "cy"): ("Ganllaw Arfer Cymru Gyfan", "Diogelu plant sy'n mynd ar goll o'r cartref neu o ofal"),
    }
    guide = load(ROOT)
    for code, written in guide.pages.items():
        for one in written.values():
            name = address(guide, one) + "index.html"
            basis = guide_pages[name].select_one(".basis")
            assert basis is not None
            year_and_month, day = str(one.meta["reviewed"]).rsplit("-", 1)
            assert year_and_month == "2026-11", "the months above are written out"
            of = sources["missing" if one.name in MISSING else "online", code]
            for said in (*of, *(part.format(int(day)) for part in words[code])):
                assert said in " ".join(basis.get_text(" ").split()), (name, said)
            assert any(host in str(basis.select_one("a[href]")) for host in ("safeguarding.wales", "diogelu.cymru"))


def test_front_door_puts_both_languages_side_by_side(pages: Pages) -> None:
    doors = pages["index.html"].select("section.door")
    assert [door["lang"] for door in doors] == ["cy", "en"]
    shapes = [[child.name for child in door.find_all(True)] for door in doors]
    assert shapes[0] == shapes[1]
    for door in doors:
        assert door.select_one('a[href="tel:999"]')


def test_front_door_lists_every_guide_in_both_languages_by_its_title(pages: Pages) -> None:
    guide = load(ROOT)
    for code in ("cy", "en"):
        links = pages["index.html"].select(f"section.door[lang={code}] .door__links a")
        shelf = [guide.pages[code][name] for name in ("index.md", "missing/index.md")]
        wanted = [(one.meta["title"], address(guide, one)) for one in shelf]
        assert [(one.text, str(one["href"])) for one in links][:-1] == wanted
        assert target("index.html", str(links[-1]["href"]))[0] == (
            address(guide, guide.pages[code]["helplines.md"]) + "index.html"
        )


def test_every_menu_leads_to_the_pages_of_its_own_guide_and_to_the_front_door(guide_pages: Pages) -> None:
    guide = load(ROOT)
    for volume in volumes(guide):
        for code, written in volume.pages.items():
            menu = [name for section in volume.sections for name in section["pages"]]
            listed = [written["missing/index.md" if volume.id else "index.md"], *(written[name] for name in menu)]
            wanted = [address(guide, one) + "index.html" for one in listed]
            for one in written.values():
                if volume_of(guide, one) is volume:
                    name = address(guide, one) + "index.html"
                    links = [target(name, str(link["href"])) for link in guide_pages[name].select("nav.menu a")]
                    assert links.pop(1) == ("index.html", f"door-{code}"), name
                    assert [file for file, _ in links] == wanted, name


@pytest.mark.parametrize(
    ("name", "languages"), [("404.html", ["cy", "en"]), ("en/404.html", ["en"]), ("cy/404.html", ["cy"])]
)
def test_not_found_pages(pages: Pages, name: str, languages: list[str]) -> None:
    page = pages[name]
    assert [section["lang"] for section in page.select("main section")] == languages
    for link in page.select("a[href], link[href]"):
        assert str(link["href"]).startswith(("/", "#", "https:", "tel:")), link


def test_sitemap_lists_every_page_with_its_twins(real_site: Path, guide_pages: Pages) -> None:
    text = (real_site / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>([^<]+)</loc>", text)
    hidden = {
        "en/print/index.html",
        "cy/argraffu/index.html",
        "en/missing/print/index.html",
        "cy/plant-ar-goll/argraffu/index.html",
    }
    assert all(guide_pages[name].select("meta[name=robots][content=noindex]") for name in hidden)
    assert sorted(listed) == sorted(
        [SITE, *(SITE + name.removesuffix("index.html") for name in guide_pages if name not in hidden)]
    )
    assert (
        text.count('hreflang="cy"') == text.count('hreflang="en"') == text.count('hreflang="x-default"') == len(listed)
    )
    assert f"Sitemap: {SITE}sitemap.xml" in (real_site / "robots.txt").read_text(encoding="utf-8")
