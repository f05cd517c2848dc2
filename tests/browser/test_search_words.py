"""The scripts and the Python that made their tables say the same of every word; and every word finds its page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from browsers import Chromium, chromium
from canllaw import addresses
from canllaw.load import load
from canllaw.model import Guide
from canllaw.search.analysis import analysis
from canllaw.search.index import terms_of
from canllaw.search.lemmas import lemmas
from canllaw.search.tokens import fold, normal, words
from canllaw.volumes import volumes
from support import ROOT, assets

FIRST_PAGE = 30  # results shown at once
# `cy`, or of another guide `cy-missing`.
READY = """(key) => new Promise((done) => {
  const [code, guide = ""] = key.split("-");
  const wait = () => canllaw.unpack ? ready() : setTimeout(wait, 20);
  const ready = () => {
    const words = canllaw.language(window.tables.tables[code]);
    canllaw.unpack(code, window.payloads[key], words, window.tablesOf[guide], (index) => {
      if (index.complete) { window.index = index; window.words = words; done(true); }
    });
  };
  wait();
})"""
SCRIPTS = (
    "search-words", "search-packing", "search-index", "search-spelling", "search-match", "search-rank", "search-excerpt",
)  # fmt: skip


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT)


@pytest.fixture(scope="module")
def engine(real_site: Path) -> Iterator[Chromium]:
    """The site's own search scripts and indexes, in an empty page."""
    with chromium() as browser:
        browser.page.add_script_tag(
            content="payloads = {}; canllawIndex = (key, data) => payloads[key] = data; tablesOf = {};"
            "canllawTables = (data) => { tablesOf[data.guide] = data; if (!data.guide) tables = data; };"
        )
        for name in (*SCRIPTS, "search-tables", "search-cy", "search-en", "search-tables-missing", "search-cy-missing"):
            browser.page.add_script_tag(path=assets(real_site) / f"{name}.js")
        yield browser


# What says again, for paper or the wall, what another page says.
REPEATED = ".whole, .poster, .print-it, .helpline__save, .helpline__now"


def article_words(site: Path, code: str, guide: str = "") -> Iterator[tuple[str, set[str]]]:
    """Each page's address, of those a guide holds, and the words of its article: not of its notes, which stand on the page of sources, of lists
    of contents and pointers, of runs in another language, or of what is filled in when the site stands. The page of the
    index itself is not searched."""
    [volume] = [one for one in volumes(load(ROOT)) if one.id == guide]
    for address in sorted(addresses.address(volume, page) for page in volume.pages[code].values()):
        path = site / address / "index.html"
        article = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib").article
        if article is None or article.select_one("#search, .whole"):
            continue
        for part in article.select(
            f"nav, sup, form, code, .footnote, .glossary__aside, .editions, [lang]:not([lang={code}]), {REPEATED}"
        ):
            part.decompose()
        yield address, set(words(article.get_text(" ")))


def sample(site: Path) -> list[str]:
    """Some six hundred words of the guide, and ones no guide would have."""
    found = sorted({word for _, page in article_words(site, "cy") for word in page})
    odd = ["a", "ŷ", "ng", "gn", "hgŵr", "x'y'z", "cam-drin-ar-lein", "0800", "s130", "ẃ", "mhm", "ii", "'", "gwgw"]
    return [*found[:: max(1, len(found) // 600)], *odd]


@pytest.mark.parametrize(("code", "grammar"), [("cy", "welsh"), ("en", "english")])
def test_scripts_and_python_say_the_same_of_every_word(
    code: str, grammar: str, engine: Chromium, real_site: Path
) -> None:
    python, asked = analysis(grammar), sample(real_site)
    assert len(asked) > 500
    answers: Any = engine.page.evaluate(
        """([code, asked]) => {
          const words = canllaw.language(tables.tables[code]);
          const list = (set) => [...set].sort();
          return asked.map((word) => {
            const keys = words.keys(word);
            return {
              term: words.term(word), parts: words.parts(word), fold: canllaw.fold(word), forms: list(words.forms(word)),
              radicals: list(words.radicals(word)), siblings: list(words.siblings(word)), listed: list(keys.listed),
              forms_of: list(new Set([...keys.nouns, ...keys.strong])), strong: list(keys.strong), weak: list(keys.weak),
            };
          });
        }""",
        [code, asked],
    )
    for word, answer in zip(asked, answers, strict=True):
        keys = python.keys(word)
        assert answer == {
            "term": python.term(word), "parts": python.parts(word), "fold": fold(word),
            "forms": sorted(python.forms(word)), "radicals": sorted(python.radicals(word)),
            "siblings": sorted(python.siblings(word)), "listed": sorted(keys.listed), "forms_of": sorted(keys.forms),
            "strong": sorted(keys.strong), "weak": sorted(keys.weak),
        }, word  # fmt: skip


TEXTS = [
    "Mae’r plentyn‑canolog ar\u00adlein: sy'n a'i gilydd ‘nghariad’!",
    "ty\u0302 gw\u0302r \u200bmôr \u034f e\u0301",
    "0800 1111, s.130, 15A, F4, 3ydd, ½ ²",
    "👩‍👩‍👧 שלום ٣ ⅷ ﬀ ẞ İ",
    "a_b a--b a'-b -a' 'b' c''d",
    "",
]


def test_scripts_and_python_find_the_same_words_in_a_text(engine: Chromium) -> None:
    for text in TEXTS:
        assert engine.page.evaluate("(text) => [canllaw.normal(text), canllaw.words(text)]", text) == [
            normal(text),
            words(text),
        ]


@pytest.mark.parametrize(("code", "grammar"), [("cy", "welsh"), ("en", "english")])
def test_the_browser_reads_the_index_as_it_was_written(
    code: str, grammar: str, engine: Chromium, real_site: Path
) -> None:
    engine.page.evaluate(READY, code)
    script = (assets(real_site) / f"search-{code}.js").read_text(encoding="utf-8")
    data = json.loads(re.sub(r"^canllawIndex\(\"\w+\",|\);\s*$", "", script))
    shown, terms = engine.page.evaluate("() => [index.shown, index.terms]")
    assert terms[: data["terms"]] == terms_of(analysis(grammar), shown[len(data["marks"]) :])
    sections = engine.page.evaluate(
        "() => index.sections.map((one) => [one.page, one.start, one.body, one.shown, one.end])"
    )
    assert len(sections) == len(
        json.loads(
            re.sub(
                r"^canllawTables\(|\);\s*$", "", (assets(real_site) / "search-tables.js").read_text(encoding="utf-8")
            )
        )["anchors"].split(" ")
    )
    reviewed = load(ROOT).search["lemmas"].get(code, {})
    groups = lemmas(analysis(grammar), code, terms[: data["terms"]], reviewed).groups
    assert engine.page.evaluate("() => index.groups") == groups and len(groups) > 200
    assert all(start < body <= shown_to <= end for _, start, body, shown_to, end in sections)
    headings = engine.page.evaluate(
        "() => index.sections.map((_, at) => canllaw.heading(index, at, {terms: new Set(), places: new Set()}).map((one) => one.text).join(''))"
    )
    titles = [heading.lower() for heading in headings]
    assert ("adran 47 o ddeddf plant 1989" if code == "cy" else "section 47 of the children act 1989") in titles


@pytest.mark.parametrize(("guide", "least"), [("", 6000), ("missing", 3000)])
def test_every_word_of_every_welsh_page_finds_its_page_in_every_mutation_and_without_accents(
    guide: str, least: int, engine: Chromium, real_site: Path
) -> None:
    engine.page.evaluate(READY, f"cy-{guide}" if guide else "cy")
    welsh = analysis("welsh")
    pages: dict[str, set[str]] = {}
    for address, found in article_words(real_site, "cy", guide):
        for word in found:
            pages.setdefault(word, set()).add(address)
    queries: dict[str, set[str]] = {}
    for word, where in pages.items():
        for form in welsh.siblings(welsh.term(word)):
            for typed in (form, fold(form)):
                queries.setdefault(typed, set()).update(where)
    assert len(queries) > least
    missing: Any = engine.page.evaluate(
        """([queries, most]) => Object.entries(queries).flatMap(([query, wanted]) => {
          const found = new Set(canllaw.search(index, words, query).pages.slice(0, most).map((one) => index.pages[one.page].address));
          return wanted.filter((address) => !found.has(address)).map((address) => [query, address]);
        })""",
        [{query: sorted(where) for query, where in queries.items()}, FIRST_PAGE],
    )
    assert not missing, (len(missing), missing[:40])


def test_a_word_ranks_its_page_no_lower_than_another_form_of_it_does(engine: Chromium, real_site: Path) -> None:
    engine.page.evaluate(READY, "cy")
    worse: Any = engine.page.evaluate(
        """(asked) => asked.filter((word) => index.numberOf.has(word)).filter((word) => {
          const best = (query) => canllaw.search(index, words, query + " ").pages;
          const own = best(word);
          return own.length && [...words.forms(word)].some((form) => {
            if (form === word || index.numberOf.has(form)) return false;
            const theirs = best(form);
            const at = theirs.findIndex((one) => one.page === own[0].page);
            return at < 0;
          });
        })""",
        sorted({word for _, page in article_words(real_site, "cy") for word in page}),
    )
    # `ngham` does not find the first half of `cam-drin` as `cam` does, nor `hofidio` what `ofidio` finds as a form of `gofidio`.
    assert set(worse) <= {"cam", "ofidio"}, worse


def test_a_word_that_stands_only_among_other_names_still_finds_its_forms(engine: Chromium) -> None:
    """`tecstio` is another name for something, and no page has it; a page has `Tecstiwch`."""
    engine.page.evaluate(READY, "cy")
    assert engine.page.evaluate(
        "() => index.numberOf.has('tecstio') && !canllaw.count(index, {weights: new Map([[index.numberOf.get('tecstio'), 1]])})"
    )
    found: Any = engine.page.evaluate(
        "() => canllaw.search(index, words, 'tecstio ').pages.map((one) => index.pages[one.page].address)"
    )
    assert "cy/llinellau-cymorth/" in found


def test_other_names_are_found_in_every_mutation(engine: Chromium) -> None:
    """Whoever types `hudo` finds `feithrin perthynas amhriodol` too."""
    engine.page.evaluate(READY, "cy")
    shown_: Any = engine.page.evaluate(
        """() => {
          const found = canllaw.search(index, words, "grwmio ");
          return [...found.marked.places].map((at) => index.shown[index.text[at]].toLowerCase());
        }"""
    )
    assert {"meithrin", "feithrin", "perthynas", "amhriodol"} <= set(shown_)
