"""Several guides in one site, as a reader meets them: the front door, the language link, and the search of one or of all."""

import pytest

from browsers import Browser, Chromium, shown
from canllaw.addresses import address
from canllaw.load import load
from canllaw.volumes import title, volumes
from support import ROOT

GUIDE = load(ROOT)
FIRST, MISSING = volumes(GUIDE)
BOX = "form[role=search] input[type=search]"
LINKS = "#search-results .results > li > a"
LABEL = "document.querySelector('[for=search-input]').textContent"
ACTIVE = "document.activeElement"
HOMES = {"en": "en/missing/", "cy": "cy/plant-ar-goll/"}
# A page of the first guide alone, and what finds it.
ABOUT = {"en": ("grooming", "en/grooming/"), "cy": ("meithrin", "cy/meithrin-perthynas-amhriodol/")}


def pages(browser: Browser, site: str) -> list[str]:
    """The addresses the results lead to, in order, with what is within a page cut off."""
    found: list[str] = browser.run(f"[...document.querySelectorAll({LINKS!r})].map((one) => one.href)")
    here = browser.url().split("#")[0]
    return [(one if one.startswith("http") else here).removeprefix(site).partition("#")[0] for one in found]


@pytest.mark.parametrize("code", ["en", "cy"])
def test_search_stays_in_its_guide_until_all_are_asked_for(code: str, browser: Browser, strict: str) -> None:
    query, about = ABOUT[code]
    own = {address(GUIDE, page) for page in MISSING.pages[code].values()}
    browser.go(strict + HOMES[code])
    before = browser.run("[location.href, history.length, document.title]")
    browser.run(f"document.querySelector({BOX!r}).focus()")
    browser.type(BOX, query)
    browser.until(f"document.querySelector({LINKS!r}) !== null")
    alone = pages(browser, strict)
    assert set(alone) <= own and about not in alone
    assert browser.run("document.querySelector('.result__guide')") is None

    # With the keyboard: on from the box, past its button, to the choice.
    browser.press("Tab")
    browser.press("Tab")
    assert browser.run(f"{ACTIVE}.matches('.search__scope input:checked')")
    assert browser.run(LABEL) == GUIDE.say("search_label", code)
    browser.press("ArrowDown")
    assert browser.run(f"{ACTIVE}.matches('.search__scope label:last-child input:checked')")
    browser.until(f"[...document.querySelectorAll({LINKS!r})].some((one) => one.href === {shown(strict + about)})")
    assert browser.run(LABEL) == GUIDE.say("search_label_all", code)
    together = pages(browser, strict)
    assert len(together) == len(set(together)), "a page that guides share is there once"
    assert set(alone) <= set(together)
    rows = browser.run(
        f"[...document.querySelectorAll({LINKS!r})].map((one) => one.parentElement.querySelector('.result__guide')?.textContent ?? '')"
    )
    first = {address(GUIDE, page) for page in FIRST.pages[code].values()}
    for place, named in zip(together, rows, strict=True):
        if place in own - first:
            assert named == "", place
        elif place not in own:
            assert place in first and named == title(FIRST, code), place
    browser.press("Tab")
    assert browser.run(f"{ACTIVE} === document.querySelector({LINKS!r})"), "the choice keeps nobody from the results"

    # And back again; nobody is told, and nothing is kept.
    browser.click(".search__scope input")
    browser.until(f"document.querySelectorAll({LINKS!r}).length === {len(alone)}")
    assert pages(browser, strict) == alone and browser.run(LABEL) == GUIDE.say("search_label", code)
    assert browser.run("[location.href, history.length, document.title]") == before
    assert browser.run("[document.cookie, localStorage.length, sessionStorage.length, history.state]") == [
        "",
        0,
        0,
        None,
    ]
    if isinstance(browser, Chromium):
        assert not [one for one in browser.messages if one.startswith(("error", "warning"))], browser.messages


def test_the_front_door_leads_into_each_guide_and_the_language_link_keeps_its_section(
    browser: Browser, strict: str
) -> None:
    browser.go(strict)
    for code in ("cy", "en"):
        shelf = browser.run(
            f"[...document.querySelectorAll('#door-{code} ~ .door__links a')].map((one) => one.textContent)"
        )
        assert shelf[:-1] == [title(FIRST, code), title(MISSING, code)]
    browser.click(f"a[href='{HOMES['cy']}']")
    browser.arrive(strict + HOMES["cy"])
    browser.click("nav.menu a[href$='/dychwelyd/'], nav.menu a[href='dychwelyd/']")
    browser.run("location.replace('#return-interview')")
    browser.click("a[data-language]")
    browser.arrive(strict + "en/missing/return/#return-interview")
    assert browser.run("document.querySelector(':target').tagName") == "H2"
    browser.click("a[data-language]")
    browser.arrive(strict + "cy/plant-ar-goll/dychwelyd/#return-interview")
    browser.click("nav.menu a[href$='#door-cy']")
    browser.arrive(strict + "#door-cy")
