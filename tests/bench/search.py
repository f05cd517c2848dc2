"""`make bench`: how well search finds, how much it weighs, how it grows; the stock engine's search beside it in the same run.

With `FORMS=table.tsv` (and `QUERIES=other.tsv`) also how Welsh forms find each other: see forms.py.
"""

import gzip
import json
import random
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from browsers import chromium
from canllaw.addresses import address
from canllaw.load import load
from canllaw.model import Guide, Language
from canllaw.search import Article, Section, aligned, cut, is_found, script_name, search_tables
from canllaw.search.index import payload, script
from canllaw.volumes import volumes
from serving import Server, serving
from support import ROOT, assets, build

BOX = "form[role=search] input[type=search]"
QUERY_SETS = ROOT / "tests/search/queries"
SLOWDOWN = 4
SIZES = (17, 100, 300, 1000)
NEW_WORDS = 0.04  # of the words of a made-up page, words no other page may have
SEED = 20261126
# Each query typed into the box: where the results lead, in order.
TYPE_EACH = """async ([box, queries]) => {
  const input = document.querySelector(box), results = document.querySelector("#search-results"), found = {};
  const type = (text) => { input.value = text; input.dispatchEvent(new Event("input", { bubbles: true })); };
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  for (const query of queries) {
    type("");
    type(query);
    for (let waited = 0; !results.childElementCount; waited += 5) {
      if (waited > 30000) throw new Error("nothing is shown for " + query);
      await pause(5);
    }
    await pause(60);  // what another language knows comes a moment later
    found[query] = [...results.querySelectorAll(".results > li a")].map((one) => one.href);
  }
  return found;
}"""


@dataclass(frozen=True)
class Query:
    """One line of a query set: what is typed, the pages that answer it, and what kind of query it is."""

    type: str
    page: tuple[str, ...]
    kind: str


def query_set(code: str) -> list[Query]:
    """The committed queries of a language."""
    rows = yaml.safe_load((QUERY_SETS / f"{code}.yml").read_text(encoding="utf-8"))
    return [Query(row["type"], tuple(row["page"]), row["kind"]) for row in rows]


def ours(site: Path, code: str, queries: Sequence[str]) -> dict[str, list[str]]:
    """The addresses of the pages the site's own box lists for each query, best first, in Chromium."""
    with serving(site, Server) as place, chromium() as browser:
        browser.go(f"{place}{code}/")
        browser.page.locator(BOX).focus()
        browser.page.wait_for_function("() => self.canllaw && canllaw.search")
        listed: dict[str, list[str]] = browser.page.evaluate(TYPE_EACH, [BOX, list(queries)])
    return {
        query: list(dict.fromkeys(link.removeprefix(place).partition("#")[0] for link in links))
        for query, links in listed.items()
    }


def scores(queries: Sequence[Query], found: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """How many of the queries have an expected page first, and among the first three."""
    first = sum(any(name in query.page for name in found[query.type][:1]) for query in queries)
    three = sum(any(name in query.page for name in found[query.type][:3]) for query in queries)
    return {"queries": len(queries), "first": first / len(queries), "top3": three / len(queries)}


def finding(guide: Guide, site: Path, stock: bool = True) -> dict[str, Any]:
    """The query sets asked of our search and of the stock one."""
    figures: dict[str, Any] = {}
    sets = {language.code: query_set(language.code) for language in guide.languages}
    theirs: Mapping[str, Mapping[str, Sequence[str]]] = {}
    if stock:
        from bench.stock import build_stock, stock_search, stock_weight

        with tempfile.TemporaryDirectory() as folder:
            peer = build_stock(Path(folder))
            theirs = stock_search(peer, {code: [one.type for one in queries] for code, queries in sets.items()})
            figures["stock_bytes"] = stock_weight(peer)
    for language in guide.languages:
        code, queries = language.code, sets[language.code]
        names = {address(guide, page): page.name for page in guide.pages[code].values()}
        found = {
            query: [names.get(place, place) for place in places]
            for query, places in ours(site, code, [one.type for one in queries]).items()
        }
        figures[code] = {"canllaw": scores(queries, found)}
        figures[code]["missed"] = [
            (one.type, one.page, found[one.type][:3]) for one in queries if not set(one.page) & set(found[one.type][:3])
        ]
        if stock:
            figures[code]["stock"] = scores(queries, theirs[code])
    return figures


def articles_of(guide: Guide, site: Path, language: Language) -> list[Article]:
    """The first guide's pages as its index has them."""
    places = guide.settings["places"]
    found = []
    for name, page in sorted(volumes(guide)[0].pages[language.code].items()):
        if is_found(guide, page):
            html = (site / address(guide, page) / "index.html").read_text(encoding="utf-8")
            body = html[html.index("<article>") : html.index("</article>")]
            title, words = str(page.meta["title"]), str(page.meta["description"])
            found.append(cut(name, title, words, body, language.code, cards=name == places["helplines"]))
    return found


def grown(articles: Sequence[Article], pages: int) -> list[Article]:
    """As many pages as asked for: the guide's own first, then ones made of its sentences, mixed, with some new words."""
    chance = random.Random(SEED)  # noqa: S311
    blocks = [block for one in articles for section in one.sections for block in section.blocks]
    made = list(articles)
    while len(made) < pages:
        model = articles[len(made) % len(articles)]
        sections = tuple(
            Section(
                section.anchor,
                section.heading,
                [_changed(chance, block) for block in chance.sample(blocks, len(section.blocks))],
            )
            for section in model.sections
        )
        made.append(replace(model, name=f"made-{len(made):04}.md", sections=sections))
    return made


def _changed(chance: random.Random, block: str) -> str:
    return " ".join(_new_word(chance) if chance.random() < NEW_WORDS else word for word in block.split())


def _new_word(chance: random.Random) -> str:
    """A word nobody knows, some of them often: as many different ones as a large guide would have."""
    rank = int(chance.paretovariate(0.6))
    letters = random.Random(rank)  # noqa: S311
    return "".join(letters.choice("bcdfglmnprst") + letters.choice("aeiouwy") for _ in range(2 + rank % 3))


def growth(guide: Guide, site: Path) -> list[dict[str, float]]:
    """Size, making and answering of indexes of more and more pages, in Chromium with the processor slowed down."""
    rows = []
    for pages in SIZES:
        row: dict[str, float] = {"pages": pages}
        first: list[Article] = []
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "site"
            _copy(site, copy)
            for language in guide.languages:
                articles = grown(articles_of(guide, site, language), pages)
                first = first or articles
                start = time.perf_counter()
                places = [f"{language.code}/{one.name.removesuffix('.md')}/" for one in articles]
                reviewed = guide.search["lemmas"].get(language.code, {})
                text = script(language.code, payload(language, aligned(articles, first), places, [], [], reviewed))
                row[f"{language.code}_seconds"] = time.perf_counter() - start
                row[f"{language.code}_gzip"] = len(gzip.compress(text.encode(), 9))
                (assets(copy) / f"search-{language.code}.js").write_text(text, encoding="utf-8")
            (assets(copy) / "search-tables.js").write_text(search_tables(guide, first), encoding="utf-8")
            row.update(answers(copy, guide.languages[-1].code))
        rows.append(row)
    return rows


def answers(site: Path, code: str) -> dict[str, float]:
    """Milliseconds on a slow processor: from the first use of the box to ready, the longest the page did not answer
    meanwhile, the first letter typed, and the slowest and the usual of the letters after it."""
    with serving(site, Server) as place, chromium() as browser:
        browser.go(f"{place}{code}/")
        browser.page.context.new_cdp_session(browser.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        browser.page.evaluate(
            """(box) => {
              self.longest = 0;
              new PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); })
                .observe({ type: "longtask", buffered: false });
              self.begun = performance.now();
              document.querySelector(box).focus();
            }""",
            BOX,
        )
        browser.page.evaluate(
            """(box) => new Promise((done) => {
              const input = document.querySelector(box);
              const poll = () => {
                input.value = "ddiogelwch"; input.dispatchEvent(new Event("input"));
                if (document.querySelector("#search-results .results")) { self.ready = performance.now() - begun; done(true); }
                else setTimeout(poll, 20);
              };
              setTimeout(poll, 0);
            })""",
            BOX,
        )
        browser.page.wait_for_timeout(3000)  # the last of the work goes on behind
        found: dict[str, float] = browser.page.evaluate(
            """(box) => {
              const input = document.querySelector(box);
              const type = (text) => {
                const start = performance.now();
                input.value = text; input.dispatchEvent(new Event("input"));
                return performance.now() - start;
              };
              const firsts = [..."pcdaymr"].map((letter) => type(letter));
              const letters = ["plentyn yn cael ei fwlio", "llinell gymorth", "rhannu lluniau", "adran 47"].flatMap((query) =>
                [...query].map((_, at) => type(query.slice(0, at + 1))));
              letters.sort((one, two) => one - two);
              return { ready: self.ready, blocked: self.longest, first_letter: Math.max(...firsts),
                       letter_median: letters[letters.length >> 1], letter_slowest: letters[letters.length - 1] };
            }""",
            BOX,
        )
    return found


def _copy(site: Path, place: Path) -> None:
    import shutil

    shutil.copytree(site, place)


def weights(site: Path) -> Iterator[tuple[str, int]]:
    """Bytes, compressed, of everything search loads."""
    for path in sorted(assets(site).glob("search*.js")):
        yield path.name, len(gzip.compress(path.read_bytes(), 9))


def run(forms: str | None, queries: str | None) -> dict[str, Any]:
    """Measure everything, print it, and give it back."""
    guide = load(ROOT)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        start = time.perf_counter()
        result = build(ROOT, "--site-dir", str(site))
        figures["build_seconds"] = time.perf_counter() - start
        if result.returncode:
            raise SystemExit(result.stdout + result.stderr)
        figures["bytes"] = dict(weights(site))
        figures["finding"] = finding(guide, site)
        figures["growth"] = growth(guide, site)
    own = {one.id: [script_name(one, language.code) for language in guide.languages] for one in volumes(guide)}
    tables = {one.id: script_name(one, "tables") for one in volumes(guide)}
    code = figures["bytes"].keys() - {name for names in own.values() for name in names} - set(tables.values())
    for id, names in own.items():
        indexes = sum(figures["bytes"][name] for name in names)
        whole = indexes + sum(figures["bytes"][name] for name in (*code, tables[id]))
        print(f"search indexes{f' of {id}' if id else ''} together {indexes:,} bytes gzipped; everything {whole:,}")
    stock = figures["finding"].pop("stock_bytes")
    print("stock search loads      " + ", ".join(f"{name} {size:,}" for name, size in stock.items()))
    figures["stock_bytes"] = stock
    for code, one in figures["finding"].items():
        for engine in ("canllaw", "stock"):
            row = one[engine]
            print(
                f"{code} {engine:8} {row['queries']:4.0f} queries: first {row['first']:6.1%}, in the top three {row['top3']:6.1%}"
            )
        for missed in one["missed"]:
            print("   missed", *missed)
    made = sum(figures["growth"][0][f"{language.code}_seconds"] for language in guide.languages)
    print(f"making both indexes {made:.2f} s of a full build of {figures['build_seconds']:.2f} s")
    print(f"growth (milliseconds with the processor {SLOWDOWN} times slower):")
    for row in figures["growth"]:
        print(
            "   "
            + ", ".join(f"{key} {value:,.2f}" if value < 10 else f"{key} {value:,.0f}" for key, value in row.items())
        )
    if forms:
        from bench.forms import run as run_forms

        figures["forms"] = run_forms(Path(forms), Path(queries) if queries else None)
    return figures


if __name__ == "__main__":
    print(json.dumps(run(None, None), indent=2))
