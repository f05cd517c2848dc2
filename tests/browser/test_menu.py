"""The menu: folded on a phone, open beside the text on a wide screen, and always there without a script."""

from browsers import Browser

BUTTON = "header .menu-button"


def test_on_a_phone_a_button_opens_the_menu_and_escape_closes_it(browser: Browser, strict: str) -> None:
    browser.resize(450, 800)
    browser.go(strict + "cy/y-gyfraith/")
    assert browser.run(f"document.querySelector({BUTTON!r}).getAttribute('aria-expanded')") == "false"
    # Closed, its links are nowhere to be reached.
    assert browser.run(
        "document.querySelector('#menu').hidden && document.querySelector('#menu a').offsetParent === null"
    )
    browser.run(f"document.querySelector({BUTTON!r}).focus()")
    browser.press("Enter")
    assert browser.run(f"document.querySelector({BUTTON!r}).getAttribute('aria-expanded')") == "true"
    assert browser.run("document.querySelector('#menu').getBoundingClientRect().top < innerHeight")
    for _ in range(12):
        browser.press("Tab")
        if browser.run("document.activeElement.closest('#menu') !== null"):
            break
    assert browser.run("document.activeElement.closest('#menu') !== null")
    browser.press("Escape")
    assert browser.run("document.querySelector('#menu').hidden")
    assert browser.run(f"document.activeElement === document.querySelector({BUTTON!r})")


def test_on_a_wide_screen_it_stands_open_beside_the_text(browser: Browser, strict: str) -> None:
    browser.resize(1280, 900)
    browser.go(strict + "en/")
    assert browser.run(f"document.querySelector({BUTTON!r}) === null && !document.querySelector('#menu').hidden")
    assert browser.run("document.querySelector('#menu').closest('.frame') !== null")
    browser.resize(450, 900)
    browser.until(f"document.querySelector({BUTTON!r}) !== null && document.querySelector('#menu').hidden")
    browser.resize(1280, 900)
    browser.until(
        "document.querySelector('#menu').closest('.frame') !== null && !document.querySelector('#menu').hidden"
    )


def test_without_a_script_the_link_leads_to_the_open_menu(plain: Browser, served: str) -> None:
    plain.resize(450, 800)
    plain.go(served + "cy/")
    plain.click("header a[href='#menu']")
    assert plain.url().endswith("#menu")
