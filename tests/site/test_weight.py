"""What a first visit weighs, compressed: every page with all it asks for before anybody types."""

import copy
import gzip
from pathlib import Path
from posixpath import dirname, join, normpath

from bs4 import BeautifulSoup

Pages = dict[str, BeautifulSoup]
VISIT, HTML, NEXT = 40_000, 14_600, 10_000
# The whole guide in one document, which says that it is long: an exception with a limit of its own.
WHOLE = {
    "en/print/index.html": 80_000,
    "cy/argraffu/index.html": 80_000,
    "en/missing/print/index.html": 45_000,
    "cy/plant-ar-goll/argraffu/index.html": 45_000,
}


def size(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def used(site: Path, name: str, page: BeautifulSoup) -> set[Path]:
    """The files a page loads by itself."""
    links = page.select("script[src], img[src], link[rel=stylesheet], link[rel=icon]")
    places = [str(one.get("src") or one.get("href")) for one in links]
    return {
        site / (place.lstrip("/") if place.startswith("/") else normpath(join(dirname(name), place)))
        for place in places
    }


def test_no_first_visit_weighs_more_than_the_limit(pages: Pages, real_site: Path) -> None:
    for name, page in pages.items():
        html, rest = size(real_site / name), sum(size(path) for path in used(real_site, name, page))
        assert html <= WHOLE.get(name, HTML), (name, html)
        assert name in WHOLE or html + rest <= VISIT, (name, html, rest)
        assert rest <= 15_000, (name, rest)


def test_only_the_style_sheet_holds_up_drawing(pages: Pages) -> None:
    for name, page in pages.items():
        assert all(script.has_attr("defer") for script in page.select("script")), name
        assert len(page.select("link[rel=stylesheet]")) == 1, name
        assert not page.select(
            "link[rel~=preload], link[rel~=prefetch], link[rel~=preconnect], link[rel~=dns-prefetch]"
        )
        assert not page.select("body link, body style"), name


def test_a_second_page_is_its_html_alone_and_small(guide_pages: Pages, pages: Pages, real_site: Path) -> None:
    first = used(real_site, "en/index.html", pages["en/index.html"])
    for name, page in guide_pages.items():
        assert used(real_site, name, page) == first, name
        assert size(real_site / name) <= WHOLE.get(name, NEXT), name


def test_what_stands_around_the_text_is_small(guide_pages: Pages) -> None:
    for name, page in guide_pages.items():
        frame = copy.copy(page)
        for article in frame.select("article"):
            article.decompose()
        assert len(gzip.compress(str(frame).encode(), 9)) <= 4_000, name
