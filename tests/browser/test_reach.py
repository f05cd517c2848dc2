"""Readers who use a keyboard alone, big letters, a small window, forced colours or paper: the same site, in both browsers."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdf
import pytest

from browsers import Browser, chromium, firefox
from canllaw.load import load
from support import ROOT

BROWSERS = pytest.mark.parametrize("kind", ["chromium", "firefox"])
PLACES = ["", "cy/", "cy/llinellau-cymorth/", "cy/ymddygiad-rhywiol-niweidiol/", "cy/y-gyfraith/", "cy/plant-ar-goll/", "cy/chwilio/", "cy/poster/", "cy/argraffu/",
          "cy/dim-byd/", "en/helplines/", "en/glossary/", "en/offline/"]  # fmt: skip
# Where the focus is: whether it can be seen, is not covered, has an outline, and comes after the last in the document.
STOP = """(() => {
  const at = document.activeElement, last = self.lastStop;
  if (!at || at === document.body) return null;
  self.lastStop = at;
  const boxes = Array.from(at.getClientRects()), style = getComputedStyle(at);
  const seen = boxes.some((box) => {
    const x = Math.min(Math.max(box.left + Math.min(box.width, 8) / 2, 0), innerWidth - 1), y = box.top + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (at.contains(hit) || hit.contains(at));
  });
  return {
    what: at.outerHTML.slice(0, 90), seen, box: JSON.stringify(boxes), high: innerHeight,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inOrder: !last || !last.isConnected || Boolean(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
  };
})()"""


# A browser moves the focus at once and scrolls there when it next draws the page.
SCROLLED = """(() => {
  const at = document.activeElement;
  return !at || at === document.body || Array.from(at.getClientRects()).some((box) => box.bottom > 0 && box.top < innerHeight);
})()"""


@contextmanager
def one(kind: str, **more: Any) -> Iterator[Browser]:
    with chromium() if kind == "chromium" else firefox(**more) as browser:
        yield browser


def walk(browser: Browser) -> list[str]:
    """Tab through the page to its end; every stop is held to what a reader needs. Gives what was stopped at."""
    stops: list[str] = []
    for _ in range(400):
        browser.press("Tab")
        browser.until(SCROLLED)
        stop = browser.run(STOP)
        if stop is None or (stops and stop["what"] == stops[0]):
            return stops
        assert stop["seen"] and stop["outlined"] and stop["inOrder"], stop
        stops.append(stop["what"])
    raise AssertionError("the keyboard never comes to the end of the page")


@pytest.mark.parametrize(("page", "width"), [("cy/llinellau-cymorth/", 1280), ("en/grooming/", 450)])
def test_the_keyboard_alone_sees_every_stop_in_order(page: str, width: int, browser: Browser, strict: str) -> None:
    browser.resize(width, 700)
    browser.go(strict + page)
    # The choice of guides comes once the search box has been reached, as one stop of two (tests/browser/test_guides.py).
    stops = [one for one in walk(browser) if "search-scope" not in one]
    reachable = browser.run(
        "Array.from(document.querySelectorAll('a[href], button, input:not([name=search-scope]), select')).filter((one) => one.getClientRects().length).length"
    )
    assert len(stops) == reachable
    assert 'rel="nofollow noreferrer"' in stops[0] and "#main" in stops[1]


def test_the_keyboard_alone_opens_searches_changes_language_and_leaves(browser: Browser, strict: str) -> None:
    browser.resize(450, 800)
    browser.go(strict + "cy/meithrin-perthynas-amhriodol/")

    def reach(selector: str) -> None:
        for _ in range(60):
            browser.press("Tab")
            if browser.run(f"document.activeElement.matches({selector!r})"):
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    reach(".menu-button")
    browser.press("Enter")
    assert browser.run("!document.querySelector('#menu').hidden")
    browser.press("Escape")
    assert browser.run("document.querySelector('#menu').hidden && document.activeElement.matches('.menu-button')")
    reach("a[data-language]")
    browser.press("Enter")
    browser.until("document.documentElement.lang === 'en'")
    reach("form[role=search] input")
    browser.type("form[role=search] input", "helplines")
    browser.until("document.querySelector('#search-results a') !== null")
    reach("#search-results a")
    browser.press("Enter")
    browser.until("location.pathname.includes('/helplines/') || location.hash !== ''")


def cut_off(browser: Browser) -> object:
    """What reaches beyond the right edge of the window."""
    return browser.run(
        "document.documentElement.scrollWidth <= innerWidth ? [] : Array.from(document.querySelectorAll('body *'))"
        ".filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80)).slice(0, 5)"
    )


def test_nothing_is_cut_off_at_320_pixels_nor_at_400_percent(served: str) -> None:
    with chromium() as browser:  # 1280 x 1024 at 400%, and a small phone
        browser.resize(320, 256)
        for page in PLACES:
            browser.go(served + page)
            assert cut_off(browser) == [], page
            if browser.run("document.querySelector('.exit') !== null"):
                assert browser.run("getComputedStyle(document.querySelector('.exit')).position") == "static", page
    with firefox() as browser:  # whose windows are never so narrow: in a frame of that size
        browser.go(served + "robots.txt")
        for page in PLACES:
            browser.run(f"(document.body.innerHTML = '<iframe width=320 height=256 src=\"/{page}\"></iframe>')")
            browser.until(
                "document.querySelector('iframe').contentDocument.readyState === 'complete' && document.querySelector('iframe').contentDocument.querySelector('h1')"
            )
            assert browser.run("document.querySelector('iframe').contentDocument.documentElement.scrollWidth") <= 320, (
                page
            )


@BROWSERS
def test_letters_of_twice_the_size_and_wide_spaces_cut_nothing_off(kind: str, served: str) -> None:
    wide = "for (const one of document.querySelectorAll('p, li, a, dd, h1, h2, h3')) { one.style.letterSpacing = '.12em'; one.style.wordSpacing = '.16em'; one.style.lineHeight = '1.5'; }"
    with one(kind) as browser:
        browser.resize(640, 800)
        for page in PLACES:
            browser.go(served + page)
            browser.run("(document.documentElement.style.fontSize = '200%')")
            assert cut_off(browser) == [], page
            browser.run(f"(() => {{ document.documentElement.style.fontSize = '100%'; {wide} }})()")
            assert cut_off(browser) == [], page


@BROWSERS
def test_forced_colours_leave_every_control_an_edge(kind: str, served: str) -> None:
    with one(kind, browser__display__document_color_use=2) as browser:
        if kind == "chromium":
            browser.page.emulate_media(forced_colors="active")  # type: ignore[attr-defined]
        browser.go(served + "cy/llinellau-cymorth/")
        assert browser.run("matchMedia('(forced-colors: active)').matches")
        for selector in (
            ".exit__link",
            ".helpline__call .tel",
            ".search button",
            ".search input",
            ".filter select",
            ".admonition",
        ):
            width = browser.run(f"parseFloat(getComputedStyle(document.querySelector({selector!r})).borderTopWidth)")
            assert width >= 1, selector


@BROWSERS
def test_paper_holds_every_helpline_number(kind: str, served: str) -> None:
    numbers = {phone["number"] for record in load(ROOT).helplines.values() for phone in record.data.get("phones", ())}
    numbers |= {record.data["text"]["number"] for record in load(ROOT).helplines.values() if "text" in record.data}
    with one(kind) as browser:
        # Firefox takes long over the whole guide, whose cards are these again.
        for page in ("cy/llinellau-cymorth/", "en/helplines/", *(["cy/argraffu/"] if kind == "chromium" else [])):
            browser.go(served + page)
            text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(browser.pdf())).pages)
            text = re.sub(r"[\s\u00a0]+", " ", text)
            assert not [number for number in numbers if number not in text], page
            if page != "cy/argraffu/":  # which explains the exit in its words
                assert "Gadael y dudalen" not in text and "Exit this page" not in text
            if page == "en/helplines/":
                assert "https://" in text, "the address of a link is not shown"
