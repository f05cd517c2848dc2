"""Leaving the page: what the place one goes to learns, and what Back shows, in both browsers, from a server and a disk."""

import http.server
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from browsers import Browser
from canllaw.load import load
from serving import serving
from support import ROOT

EXIT = str(load(ROOT).settings["exit"]["url"])
PAGES = {
    "cy": "cy/meithrin-perthynas-amhriodol/",
    "en": "en/grooming/",
}
Away = tuple[str, list[str | None]]


class Neutral(http.server.BaseHTTPRequestHandler):
    """Stands for the world outside: says so, and remembers who was named as the referrer. `/slow` takes its time."""

    referrers: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(2)
        if self.path != "/favicon.ico":
            self.referrers.append(self.headers.get("Referer"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><html lang=en><title>Elsewhere</title><p>Elsewhere")

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the test's output to itself."""


@pytest.fixture(scope="module")
def away() -> Iterator[Away]:
    """An address outside the site, without a path, and the referrers it has been sent."""
    Neutral.referrers = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Neutral)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", Neutral.referrers
    server.shutdown()
    server.server_close()


def leading(folder: Path, place: Path, url: str) -> Path:
    """A copy of a site whose exit leads to `url`."""
    shutil.copytree(folder, place)
    for page in place.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(EXIT, url), encoding="utf-8")
    return place


@pytest.fixture(scope="module", params=["http", "file"])
def start(request: pytest.FixtureRequest, away: Away, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on a server, then of the copy on a disk; both with an exit of our own."""
    kind = "real_site" if request.param == "http" else "extracted"
    site = leading(request.getfixturevalue(kind), tmp_path_factory.mktemp(request.param) / "safle", away[0] + "/exit")
    if request.param == "http":
        with serving(site) as address:
            yield address
    else:
        yield site.as_uri() + "/"


def at(start: str, page: str) -> str:
    return start + page + ("index.html" if start.startswith("file:") else "")


def leave(browser: Browser, way: str) -> None:
    if way == "the link":
        browser.click(".exit__link")
    elif way == "the skip link":
        browser.run("document.querySelector('.skips [data-exit-link]').focus()")
        browser.press("Enter")
    else:
        for _ in range(3):
            browser.press("Shift")


WAYS = ["the link", "the skip link", "Shift three times"]


@pytest.mark.parametrize("code", ["cy", "en"])
def test_back_shows_nothing_of_ours_to_a_reader_who_came_straight_to_a_page(
    code: str, browser: Browser, start: str, away: Away
) -> None:
    other = "en" if code == "cy" else "cy"
    for way in WAYS:
        outside, referrers = away[0] + f"/before?{WAYS.index(way)}", away[1]
        browser.go(outside)
        browser.go(at(start, PAGES[code]))
        browser.click("nav.contents a")
        browser.click("article a.footnote-ref")
        browser.click(".footnote-backref")
        browser.click(f"header a[lang='{other}']")
        browser.until(f"document.documentElement.lang === '{other}' && location.hash.startsWith('#fnref')")
        browser.click("nav.contents li:last-child a")
        browser.run("document.querySelector('.skips a[href=\"#main\"]').focus()")
        browser.press("Enter")
        browser.type("form[role=search] input", {"cy": "meithrin perthynas amhriodol", "en": "grooming"}[other])
        browser.until("document.querySelector('#search-results a[href^=\"#\"]') !== null")
        browser.click('#search-results a[href^="#"]')
        referrers.clear()
        leave(browser, way)
        browser.arrive(away[0] + "/exit")
        assert referrers == [None], way
        browser.back()
        browser.arrive(outside)


def test_back_never_shows_the_page_that_was_left(browser: Browser, start: str, away: Away) -> None:
    for way in WAYS:
        browser.go(at(start, PAGES["cy"]))
        browser.click("header a[href*='llinellau-cymorth']")
        browser.click("nav.contents a")
        leave(browser, way)
        browser.arrive(away[0] + "/exit")
        browser.back()
        browser.until("document.documentElement.lang === 'cy'")
        assert PAGES["cy"] in browser.url(), way


def test_the_page_is_blank_and_nameless_before_the_next_one_is_there(
    browser: Browser, away: Away, real_site: Path, tmp_path: Path
) -> None:
    with serving(leading(real_site, tmp_path / "safle", away[0] + "/slow")) as address:
        browser.go(address + PAGES["en"])
        # Asked in one breath: the drivers answer nothing more while a page is on its way.
        click = "document.querySelector('.exit__link').click()"
        seen = browser.run(f"({click}, [document.title.trim(), document.body.innerText.trim()])")
        assert seen == ["", ""]
        browser.arrive(away[0] + "/slow")


def test_the_link_works_without_a_script_and_names_nobody(plain: Browser, start: str, away: Away) -> None:
    plain.go(at(start, PAGES["cy"]))
    away[1].clear()
    plain.click(".exit__link")
    plain.arrive(away[0] + "/exit")
    assert away[1] == [None]


def test_exit_is_the_first_thing_the_keyboard_reaches(browser: Browser, start: str) -> None:
    browser.go(at(start, PAGES["en"]))
    browser.press("Tab")
    assert browser.run("document.activeElement.hasAttribute('data-exit-link')") is True
    assert browser.run("document.activeElement.getBoundingClientRect().top >= 0") is True
