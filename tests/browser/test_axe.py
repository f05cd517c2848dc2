"""axe-core on every page: WCAG 2.2 A and AA, and its best practices; light and dark, on a phone and a wide screen.

The menu and the results of a search stand open: all that is there without them is there with them too.
"""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from browsers import chromium, shown

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SEARCHED = {"cy": "heddlu", "en": "police"}
SIZES = {"light": 390, "dark": 1280}, {"light": 1280, "dark": 390}
# Every rule sees both widths and both schemes; those that look at colours see each scheme at each width.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@pytest.mark.parametrize("sizes", SIZES, ids=["light-phone-dark-wide", "light-wide-dark-phone"])
@pytest.mark.parametrize("code", ["cy", "en"])
def test_axe_finds_nothing_on_any_page(code: str, sizes: dict[str, int], served: str, real_site: Path) -> None:
    found: dict[str, Any] = {}
    pages = [
        "",
        "404.html",
        *(one.relative_to(real_site).as_posix() for one in sorted((real_site / code).rglob("*.html"))),
    ]
    assert len(pages) > 18
    # The whole guide in one is the other pages again, and takes long: a phone in light, a wide screen in dark.
    if sizes is not SIZES[0]:
        pages = [page for page in pages if not page.startswith(("cy/argraffu/", "en/print/"))]
    rules = TAGS if sizes is SIZES[0] else COLOURS
    with chromium() as browser:
        for scheme, width in sizes.items():
            browser.page.emulate_media(color_scheme=scheme)
            browser.resize(width, 900)
            for page in pages:
                browser.go(served + page.removesuffix("index.html"))
                if width == 390 and browser.run("document.querySelector('.menu-button') !== null"):
                    browser.click(".menu-button")
                if browser.run("document.querySelector('form[role=search]') !== null"):
                    browser.type("form[role=search] input", SEARCHED[code])
                    browser.until("document.querySelector('#search-results a') !== null")
                browser.page.evaluate(AXE_SCRIPT)
                answer: Any = browser.page.evaluate(
                    f"() => axe.run({{runOnly: {shown(rules)}, resultTypes: ['violations']}})"
                )
                if answer["violations"]:
                    found[f"{page} {scheme} {width}"] = [
                        (one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in answer["violations"]
                    ]
    assert not found
