"""axe-core on every page: WCAG 2.2 A and AA, and its best practices; light and dark, on a phone and a wide screen.

The menu stands open: all that is there without it is there with it too. The results of a search, the same on every
page, are looked at in test_search.py. In the dark only colours differ, to which a test holds the style sheet, so only
the rules about colours are asked there. A whole guide on one page repeats what its pages hold: two states of the four.
"""

import re
from pathlib import Path

import pytest

from axe import put_in, violations
from browsers import chromium
from support import ROOT

FAULTY = """<!doctype html><title>Faulty</title><style>p { color: #111; background: #fff; }
@media (prefers-color-scheme: dark) { p { color: #666; background: #555; } }</style><main><h1>Faulty</h1><p>Words</p>
<img src="data:,"></main>"""
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
            put_in(browser)
            whole = browser.run("document.querySelector('.whole') !== null")
            for width, scheme in STATES[::2] if whole else STATES:
                browser.page.emulate_media(color_scheme=scheme)
                browser.resize(width, 900)
                if broken := violations(browser, colours_alone=scheme == "dark"):
                    found[f"{page} {scheme} {width}"] = broken
    assert not found


def test_axe_sees_a_fault_of_colour_in_the_dark_and_any_other_in_the_light() -> None:
    with chromium() as browser:
        browser.page.set_content(FAULTY)
        put_in(browser)
        browser.page.emulate_media(color_scheme="light")
        assert {"image-alt", "html-has-lang"} <= {rule for rule, _ in violations(browser)}
        assert "color-contrast" not in {rule for rule, _ in violations(browser)}
        browser.page.emulate_media(color_scheme="dark")
        assert [rule for rule, _ in violations(browser, colours_alone=True)] == ["color-contrast"]


def test_in_the_dark_only_colours_differ() -> None:
    style = re.sub(r"/\*.*?\*/", "", (ROOT / "overrides/assets/canllaw.css").read_text(encoding="utf-8"), flags=re.S)
    [dark] = re.findall(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^{}]*)\}\s*\}", style)
    assert style.count("prefers-color-scheme") == 1
    assert all(re.fullmatch(r"\s*--[a-z-]+: #[0-9a-f]{6}\s*", one) for one in dark.split(";") if one.strip())
