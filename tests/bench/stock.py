"""The peer: stock MkDocs with Material, its own search and static-i18n, built from the same content in the same run."""

import gzip
import subprocess
import sys
from collections.abc import Mapping, Sequence
from os import environ
from pathlib import Path

import yaml

from browsers import Chromium, chromium
from canllaw import macros
from canllaw.footnotes import with_notes
from canllaw.load import load
from canllaw.volumes import volumes
from serving import serving
from support import ROOT

INPUT = ".md-search__input"
LINKS = ".md-search-result__item > a, .md-search-result__item > .md-search-result__link"
META = "document.querySelector('.md-search-result__meta').textContent.trim()"


def build_stock(place: Path, root: Path = ROOT, offline: bool = False) -> Path:
    """Write the first guide's Markdown, macros expanded and notes added, as a stock project below `place`; build it.

    `offline`: with the theme's own plugin for sites that open from a disk. Returns the folder of the built site: the first language at its top, each other in a folder named by its code.
    Raises CalledProcessError when the build fails.
    """
    guide = load(root)
    for language in guide.languages:
        for page in volumes(guide)[0].pages[language.code].values():
            # Our index page would only be in the way of its own results; it is not searched with us either.
            if page.name == guide.settings["places"]["search"]:
                continue
            body, _ = macros.expand(guide, page)
            head = yaml.safe_dump({key: str(page.meta[key]) for key in ("title", "description")}, allow_unicode=True)
            path = place / "docs" / language.code / page.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\n{head}---\n\n{with_notes(guide, page, body)}", encoding="utf-8")
    text = settings(root, [(one.code, one.name) for one in guide.languages], offline)
    (place / "mkdocs.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
    quiet = {**environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=place, env=quiet, check=True, capture_output=True, timeout=600)
    return place / "site"


def settings(root: Path, languages: Sequence[tuple[str, str]], offline: bool = False) -> str:
    """The settings of a stock project with the Markdown extensions of the guide at `root`; languages by code and name."""
    ours = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    first = languages[0][0]
    found = {
        "site_name": "Stock",
        "site_url": "https://stock.example/",
        "theme": {"name": "material", "font": False},
        "plugins": [
            {"search": {"lang": "en"}},
            *(["offline"] if offline else []),
            {"i18n": {"docs_structure": "folder", "languages": [
                {"locale": code, "name": name, "build": True, "default": code == first} for code, name in languages
            ]}},
        ],
        "markdown_extensions": ours["markdown_extensions"],
    }  # fmt: skip
    return yaml.safe_dump(found, allow_unicode=True)


def stock_search(site: Path, queries: Mapping[str, Sequence[str]]) -> dict[str, dict[str, list[str]]]:
    """For each language and each of its queries the pages the stock search lists, best first, by file name.

    There is one index for all languages: a page of another language stands in the list as `en:grooming.md`.
    """
    first = next(iter(queries))
    found: dict[str, dict[str, list[str]]] = {}
    with serving(site) as place, chromium() as browser:
        for code, asked in queries.items():
            browser.go(place + ("" if code == first else f"{code}/"))
            browser.page.wait_for_function(f"() => document.querySelector({INPUT!r}) !== null")
            browser.page.evaluate("() => document.querySelector('#__search').click()")
            empty = _settled(browser)
            found[code] = {
                query: list(
                    dict.fromkeys(
                        _name(link.removeprefix(place), code, queries) for link in _ask(browser, query, empty)
                    )
                )
                for query in asked
            }
    return found


def _settled(browser: Chromium) -> str:
    """What the box says when nothing is typed and its worker is ready."""
    _type(browser, "a")
    browser.page.wait_for_function(f"() => /\\d|No /.test({META})")
    _type(browser, "")
    browser.page.wait_for_function(f"() => !/\\d|No /.test({META})")
    return str(browser.run(META))


def _type(browser: Chromium, text: str) -> None:
    """Put a text into the box; the theme looks at it when a key is let go."""
    browser.type(INPUT, text)
    browser.page.locator(INPUT).dispatch_event("keyup")


def _ask(browser: Chromium, query: str, empty: str) -> list[str]:
    """The links for one query: the box is emptied before, so that another answer is this one's."""
    _type(browser, "")
    browser.page.wait_for_function("(empty) => " + META + " === empty", arg=empty)
    _type(browser, query)
    browser.page.wait_for_function("(empty) => " + META + " !== empty", arg=empty)
    browser.page.wait_for_timeout(30)
    links: list[str] = browser.run(f"[...document.querySelectorAll({LINKS!r})].map((one) => one.href)")
    return links


def _name(address: str, code: str, languages: Mapping[str, object]) -> str:
    path = address.partition("#")[0].partition("?")[0]
    first, *others = languages
    of = next((one for one in others if path.startswith(f"{one}/")), first)
    name = (path.removeprefix(f"{of}/") if of != first else path).rstrip("/")
    return ("" if of == code else f"{of}:") + (f"{name}.md" if name else "index.md")


def stock_weight(site: Path) -> dict[str, int]:
    """Bytes, compressed, of what the stock search loads on the first visit: its index and its worker."""
    files = {
        "index": site / "search/search_index.json",
        "worker": next(site.glob("assets/javascripts/workers/search.*.js")),
    }
    return {name: len(gzip.compress(path.read_bytes(), 9)) for name, path in files.items()}
