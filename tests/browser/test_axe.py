"""axe-core on every page: WCAG 2.2 A and AA, and its best practices; light and dark, on a phone and a wide screen.

The menu and the results of a search stand open: all that is there without them is there with them too.
"""

from pathlib import Path

import pytest

from axe import put_in, violations
from browsers import chromium

SEARCHED = {"cy": "heddlu", "en": "police"}
STATES = [(390, "light"), (390, "dark"), (1280, "dark"), (1280, "light")]


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("code", ["cy", "en"])
def test_axe_finds_nothing_on_any_page(code: str, half: int, served: str, real_site: Path) -> None:
    found: dict[str, object] = {}
    pages = [
        "",
        "404.html",
        *(one.relative_to(real_site).as_posix() for one in sorted((real_site / code).rglob("*.html"))),
    ]
    assert len(pages) > 22
    with chromium() as browser:
        for page in pages[half::2]:
            browser.resize(390, 900)
            browser.go(served + page.removesuffix("index.html"))
            if browser.run("document.querySelector('.menu-button') !== null"):
                browser.click(".menu-button")
            if browser.run("document.querySelector('form[role=search]') !== null"):
                browser.type("form[role=search] input", SEARCHED[code])
                browser.until("document.querySelector('#search-results a') !== null")
            put_in(browser)
            for width, scheme in STATES:
                browser.page.emulate_media(color_scheme=scheme)
                browser.resize(width, 900)
                if broken := violations(browser):
                    found[f"{page} {scheme} {width}"] = broken
    assert not found
