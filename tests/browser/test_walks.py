"""Walks a reader makes, in real browsers."""

import pytest

from browsers import Browser, chromium

WELSH_PAGES = [
    "cy/",
    "cy/rhieni-a-gofalwyr/",
    "cy/llinellau-cymorth/",
    "cy/y-gyfraith/",
    "cy/geirfa/",
    "cy/chwilio/",
    "cy/ymddygiad-rhywiol-niweidiol/",
    "cy/plant-ar-goll/ymateb/",
]


def heading(browser: Browser) -> str:
    return str(browser.run("document.querySelector('h1').textContent"))


def welsh_walk(browser: Browser, start: str) -> None:
    """Home, grooming, a footnote and back, helplines, English and back to Welsh: by links alone."""
    browser.go(start)
    browser.click("nav.menu a[href*='meithrin-perthynas-amhriodol']")
    assert "/meithrin-perthynas-amhriodol/" in browser.url()
    browser.click("article a.footnote-ref")
    assert "#fn:" in browser.url()
    browser.click(".footnote-backref")
    assert "#fnref:" in browser.url()
    browser.click("header a[href*='llinellau-cymorth']")
    assert "/cy/llinellau-cymorth/" in browser.url()
    browser.click("header a[lang='en']")
    assert "/en/helplines/" in browser.url()
    browser.click("header a[lang='cy']")
    assert "/cy/llinellau-cymorth/" in browser.url()


def test_the_welsh_walk(browser: Browser, served: str) -> None:
    welsh_walk(browser, served + "cy/")


def test_the_welsh_walk_without_scripts(served: str) -> None:
    with chromium(scripts=False) as browser:
        welsh_walk(browser, served + "cy/")


def test_the_language_link_keeps_the_section(browser: Browser, served: str) -> None:
    browser.go(served + "cy/rhoi-gwybod/#never-copy")
    browser.click("header a[lang='en']")
    assert browser.url() == served + "en/reporting/#never-copy"
    browser.click("header a[lang='cy']")
    assert browser.url() == served + "cy/rhoi-gwybod/#never-copy"


@pytest.mark.parametrize("page", ["", *WELSH_PAGES, "en/", "en/helplines/", "en/harmful-sexual-behaviour/"])
def test_nothing_is_cut_off_on_a_small_screen(page: str, served: str) -> None:
    with chromium() as browser:
        browser.resize(320, 640)
        browser.go(served + page)
        assert browser.run("document.documentElement.scrollWidth") <= 320
        assert not [one for one in browser.messages if one.startswith(("error", "warning"))]


def test_everything_needed_is_there_without_a_script(served: str) -> None:
    with chromium(scripts=False) as browser:
        browser.resize(390, 800)
        browser.go(served + "cy/rhieni-a-gofalwyr/")
        for selector in (
            ".exit__link",
            "header a[lang='en']",
            "nav.menu a",
            ".helpline .tel",
            "article h2",
            ".danger-now .tel",
        ):
            assert browser.page.locator(selector).first.is_visible(), selector
        browser.click("header a[href='#menu']")
        assert browser.page.evaluate("() => document.querySelector('#menu').getBoundingClientRect().top") < 200


def test_no_request_leaves_the_site_and_nothing_is_stored(served: str) -> None:
    with chromium() as browser:
        welsh_walk(browser, served + "cy/")
        assert all(url.startswith(served) for url in browser.requests), browser.requests
        assert browser.run("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_shift_used_for_capitals_does_not_leave(served: str) -> None:
    with chromium() as browser:
        browser.go(served + "en/parents/")
        for _ in range(4):
            browser.page.keyboard.press("Shift+A")
        assert browser.url() == served + "en/parents/"


def test_a_printed_page_holds_its_numbers_and_leaves_out_the_furniture(served: str) -> None:
    with chromium() as browser:
        browser.go(served + "cy/llinellau-cymorth/")
        browser.page.emulate_media(media="print")
        assert not browser.page.locator(".exit").is_visible() and not browser.page.locator("nav.menu").is_visible()
        for number in browser.page.locator(".helpline .tel").all():
            assert number.is_visible()


def test_keyboard_reaches_the_skip_link_and_then_the_text(browser: Browser, served: str) -> None:
    browser.go(served + "en/grooming/")
    browser.press("Tab")
    browser.press("Tab")
    assert browser.run("document.activeElement.getAttribute('href')") == "#main"
    browser.press("Enter")
    browser.press("Tab")
    assert browser.run("document.activeElement.closest('main') !== null") is True
