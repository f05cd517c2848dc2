"""The offline editions in real browsers, opened from a disk with no network: every page, search, exit, menu, print, notes."""

import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from marionette_driver.errors import MarionetteException

from browsers import Browser, Firefox, chromium
from canllaw.load import load
from support import ROOT

BOX = "form[role=search] input"
RESULT = "#search-results a"
SECOND = "canllaw-missing-cy-en"
NAMES = ["canllaw-cy-en", "canllaw-cy", "canllaw-en", "canllaw-cy-en-no-script", SECOND]
FILES = ["canllaw-cy", "canllaw-en", "canllaw-missing-cy"]
EXIT = str(load(ROOT).settings["exit"]["url"])
# In Firefox: every request the page makes, and every error of a page on the console.
LISTEN = """
globalThis.canllawAsked = [];
if (!globalThis.canllawListens) {
  globalThis.canllawListens = true;
  Services.obs.addObserver({ observe: (subject) => {
    const channel = subject.QueryInterface(Ci.nsIChannel);
    const from = channel.loadInfo.triggeringPrincipal;
    if (from && !from.isSystemPrincipal) globalThis.canllawAsked.push(channel.URI.spec);
  } }, "http-on-opening-request");
}
Services.console.reset();
globalThis.canllawSaid = () => Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError
  && one.sourceName.startsWith("file:") && !(one.flags & Ci.nsIScriptError.warningFlag)).map((one) => one.errorMessage);
"""
CHOICE = "document.querySelector('.search__scope')"
MENU = "[...document.querySelectorAll('#menu a')].map((one) => one.textContent)"
STARTS = {"cy": "DECHRAU-YMA.html", "en": "START-HERE.html"}


@pytest.fixture(scope="session")
def copies(real_dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every ZIP extracted, and the single files, in a folder with spaces and Welsh letters in its path."""
    folder = tmp_path_factory.mktemp("Fy nogfennau ŵ ŷ")
    for name in NAMES:
        with zipfile.ZipFile(real_dist / f"{name}.zip") as archive:
            archive.extractall(folder)
    for name in FILES:
        (folder / f"{name}.html").write_bytes((real_dist / f"{name}.html").read_bytes())
    return folder


@pytest.fixture(params=["chromium", "firefox"])
def cut_off(request: pytest.FixtureRequest, firefoxes: Callable[[bool], Firefox]) -> Iterator[Browser]:
    """Each browser with no network; Firefox holds files of one folder to be strangers to each other."""
    if request.param == "chromium":
        with chromium(offline=True) as one:
            yield one
            asked = [url for url in one.requests if not url.startswith(("file://", "data:"))]
            # The exit leads to the outside, and is the last thing a walk does.
            assert all(url.startswith(EXIT) for url in asked), asked
            assert not [said for said in one.messages if said.startswith(("error", "warning"))], one.messages
        return
    fox = firefoxes(True)
    assert fox.marionette.get_pref("security.fileuri.strict_origin_policy") is True
    with fox.marionette.using_context("chrome"):
        fox.marionette.execute_script("Services.io.offline = true")
        fox.marionette.execute_script(LISTEN, new_sandbox=False)
    yield fox
    with fox.marionette.using_context("chrome"):
        asked = fox.marionette.execute_script("return globalThis.canllawAsked", new_sandbox=False)
        said = fox.marionette.execute_script("return globalThis.canllawSaid()", new_sandbox=False)
        fox.marionette.execute_script("Services.io.offline = false")
    assert all(url.startswith(("file:", "data:", "resource:", "chrome:", "about:", EXIT)) for url in asked), asked
    assert not said, said


def crawl(browser: Browser, start: str) -> set[str]:
    """Every page that links lead to from `start`, each opened; a link out of the folder is not followed."""
    folder, left, seen = start.rsplit("/", 1)[0] + "/", [start], set()
    while left:
        url = left.pop()
        if url in seen:
            continue
        seen.add(url)
        browser.go(url)
        headings, found = browser.run(
            "[document.querySelectorAll('h1').length,"
            " [...new Set([...document.querySelectorAll('a[href]')].map((one) => one.href.split('#')[0]))]]"
        )
        assert headings > 0, url
        left += [one for one in found if one.startswith(folder) and one.endswith(".html") and one not in seen]
    return seen


@pytest.mark.parametrize("name", NAMES)
def test_every_page_opens_by_links_from_the_start(name: str, copies: Path, cut_off: Browser) -> None:
    code = "en" if name.endswith("-en") and "cy" not in name else "cy"
    seen = crawl(cut_off, (copies / name / STARTS[code]).as_uri())
    # The front door leads in, and nothing leads back to it.
    assert seen == {
        path.as_uri()
        for path in (copies / name).rglob("*.html")
        if path.parent.name != name or path.name != "index.html"
    }


@pytest.mark.parametrize("name", ["canllaw-cy-en", "canllaw-cy", "canllaw-en"])
def test_a_folder_does_all_the_site_does(name: str, copies: Path, cut_off: Browser) -> None:
    code = "en" if name == "canllaw-en" else "cy"
    cut_off.go((copies / name / STARTS[code]).as_uri())
    assert cut_off.run("getComputedStyle(document.querySelector('.unstyled')).display") == "none"
    assert cut_off.run("document.querySelector('.copy').getClientRects().length > 0")
    cut_off.type(BOX, {"cy": "mhlentyn", "en": "children"}[code])
    cut_off.until(f"document.querySelector({RESULT!r}) !== null")
    assert cut_off.run(CHOICE) is None, "there is one guide here, and no choice of guides"
    cut_off.type(BOX, {"cy": "adran 47", "en": "section 47"}[code])
    cut_off.until(f"[...document.querySelectorAll({RESULT!r})].some((one) => one.hash === '#law-ca-1989-47')")
    cut_off.click(RESULT)
    cut_off.until("location.hash === '#law-ca-1989-47'")
    cut_off.click("article a.footnote-ref")
    cut_off.until("location.hash.startsWith('#fn:')")
    cut_off.click(".footnote-backref")
    cut_off.until("location.hash.startsWith('#fnref')")
    if name == "canllaw-cy-en":
        cut_off.run("location.replace('#duties-in-wales')")
        cut_off.click("a[data-language]")
        cut_off.until("document.documentElement.lang === 'en' && location.hash === '#duties-in-wales'")
    else:
        # A word of the other language is understood, and nothing is asked for that is not there.
        cut_off.type(BOX, {"cy": "grooming", "en": "meithrin perthynas amhriodol"}[code])
        cut_off.until(f"document.querySelector({RESULT!r}) !== null")
        cut_off.type(BOX, "zzqqxx")
        cut_off.until("document.querySelector('#search-results ul') !== null")
    cut_off.resize(450, 800)
    cut_off.click(".menu-button")
    assert cut_off.run("!document.querySelector('#menu').hidden")
    assert len(cut_off.pdf()) > 10_000
    leave = "document.querySelector('.exit__link').click()"
    assert cut_off.run(f"({leave}, document.title.trim() + document.body.innerText.trim())") == ""


@pytest.mark.parametrize("start", [f"{SECOND}/{STARTS['cy']}", "canllaw-missing-cy.html"])
def test_the_second_guide_is_whole_on_its_own(start: str, copies: Path, cut_off: Browser) -> None:
    """In a folder and in one file: its own search without a choice of guides, its notes, its menu on every page."""
    cut_off.go((copies / start).as_uri())
    assert cut_off.run("document.querySelector('.header__tagline').textContent") == "Plant sy'n mynd ar goll"
    cut_off.type(BOX, "chyfweliad dychwelyd")
    cut_off.until(f"[...document.querySelectorAll({RESULT!r})].some((one) => one.hash.endsWith('return-interview'))")
    cut_off.type(BOX, "grooming")  # of the other language, and of pages of the other guide
    cut_off.until(f"document.querySelector({RESULT!r}) !== null")
    links: list[str] = cut_off.run(f"[...document.querySelectorAll({RESULT!r})].map((one) => one.href)")
    assert not [one for one in links if "meithrin-perthynas-amhriodol" in one]
    assert cut_off.run(CHOICE) is None
    cut_off.press("Escape")
    cut_off.click("article sup a")
    cut_off.until("location.hash.length > 1")
    cut_off.click(".footnote-backref")
    cut_off.until("location.hash.includes('fnref')")
    menu = cut_off.run(MENU)
    cut_off.click("header .header__links a")
    cut_off.until("location.href.endsWith('/llinellau-cymorth/index.html') || /^#p[0-9]+$/.test(location.hash)")
    assert cut_off.run(MENU) == menu


@pytest.mark.parametrize("code", ["cy", "en"])
def test_the_single_file_does_all_the_site_does(code: str, copies: Path, cut_off: Browser) -> None:
    place = (copies / f"canllaw-{code}.html").as_uri()
    cut_off.go(place)
    assert cut_off.run("getComputedStyle(document.body).fontFamily") != "serif"
    cut_off.type(BOX, {"cy": "mhlentyn", "en": "children"}[code])
    cut_off.until(f"document.querySelector({RESULT!r}) !== null")
    assert cut_off.run(CHOICE) is None, "there is one guide here, and no choice of guides"
    cut_off.type(BOX, {"cy": "adran 47", "en": "section 47"}[code])
    cut_off.until(f"[...document.querySelectorAll({RESULT!r})].some((one) => one.hash.endsWith('-law-ca-1989-47'))")
    links: list[str] = cut_off.run(f"[...document.querySelectorAll({RESULT!r})].map((one) => one.getAttribute('href'))")
    assert all(cut_off.run(f"document.getElementById({link[1:]!r}) !== null") for link in links if link.startswith("#"))
    cut_off.click(RESULT)
    cut_off.until("location.hash.endsWith('-law-ca-1989-47')")
    cut_off.type(BOX, {"cy": "rwy am ladd fy hun", "en": "i want to kill myself"}[code])
    cut_off.until("document.querySelector('#search-results .trouble a') !== null")
    cut_off.type(BOX, "zzqqxx")
    cut_off.until("document.querySelector('#search-results ul') !== null")
    cut_off.run("document.querySelector('.whole sup a').focus()")
    cut_off.press("Enter")
    cut_off.until("/^#n[0-9]+$/.test(location.hash)")
    cut_off.click(".footnote-backref")
    cut_off.until("location.hash.includes('-fnref')")
    assert cut_off.run(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every((one) => one.hash.length < 2 || one.hash === '#top' || document.getElementById(decodeURIComponent(one.hash.slice(1))))"
    )
    cut_off.resize(450, 800)
    assert cut_off.run("document.documentElement.scrollWidth <= innerWidth")
    cut_off.run("scrollTo(0, 0)")
    cut_off.click(".menu-button")
    assert cut_off.run("!document.querySelector('#menu').hidden")
    assert cut_off.run("location.href.split('#')[0]") == place
    # With no network there is no page to arrive at, which Firefox's driver says with an error.
    with suppress(MarionetteException):
        cut_off.click(".exit__link")
    for _ in range(50):
        if cut_off.url().startswith((EXIT, "chrome-error:", "about:")):
            break
        time.sleep(0.1)
    assert not cut_off.url().startswith("file:")


def test_without_scripts_the_no_script_edition_lacks_nothing(copies: Path) -> None:
    with chromium(scripts=False, offline=True) as browser:
        browser.go((copies / "canllaw-cy-en-no-script/DECHRAU-YMA.html").as_uri())
        assert browser.page.locator(BOX).count() == 0
        browser.click(".finder a")
        assert browser.url().endswith("/cy/chwilio/index.html")
        browser.click("header a[lang='en']")
        assert browser.url().endswith("/en/search/index.html")


def test_a_copy_says_so_once_it_is_old(copies: Path) -> None:
    with chromium(offline=True) as browser:
        for place, said in (
            ("canllaw-cy/DECHRAU-YMA.html", "Mae'r copi hwn yn hen."),
            ("canllaw-en.html", "This copy is old."),
        ):
            for day, old in (("2027-05-21", False), ("2027-05-23", True)):
                browser.page.clock.set_fixed_time(f"{day}T12:00:00")
                browser.go((copies / place).as_uri())
                assert browser.page.locator(".copy").inner_text().startswith(said) is old
                assert browser.run("document.querySelector('.copy').classList.contains('copy--old')") is old


def test_inside_a_zip_without_its_style_the_first_words_say_to_extract(copies: Path, tmp_path: Path) -> None:
    """What Explorer does: one file is unpacked alone, and opened."""
    for name, words in (
        ("DECHRAU-YMA.html", "Yn gyntaf, tynnwch"),
        ("START-HERE.html", "Extract all the files"),
        ("index.html", "Yn gyntaf, tynnwch"),
    ):
        alone = tmp_path / name
        alone.write_bytes((copies / "canllaw-cy-en" / name).read_bytes())
        with chromium(offline=True) as browser:
            browser.go(alone.as_uri())
            assert str(browser.run("document.body.innerText")).strip().startswith(words)
            assert "999" in str(browser.run("document.body.innerText"))
