"""`make bench FORMS=table.tsv`: does a form of a Welsh word find the other forms of it, also one the index has never seen?

The table has a line for each form: form, lemma, part of speech, mutation, how often (tab separated, `#` comments). Its
occurrences are dealt out, most to an index and the rest as one-word queries, three times with different seeds; or a
second table, `QUERIES=`, is asked of an index of the whole first one. A result is right when it shares the query's lemma.
As in the measurements this guide was planned with, results count by how often they occur, and queries count once each
(recall, precision) or by how often they occur (by use). Recall and precision are over queries for which the index has
something right; of the others it is told how many get an answer all the same. The browser's own scripts answer, in
Chromium.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browsers import chromium
from canllaw.load import load
from canllaw.search import cut
from canllaw.search.analysis import analysis
from canllaw.search.index import payload
from canllaw.search.lemmas import rows
from canllaw.search.packing import DIGITS, SMALL, STEPS

ROOT = Path(__file__).parents[2]
SCRIPTS = ("search-words.js", "search-packing.js", "search-index.js", "search-spelling.js", "search-match.js")
SEEDS = (1, 2, 3)
INDEXED = 0.62  # of all occurrences, so that about three queries in ten have a form the index has never seen
LANGUAGE = "cy"
SURE = 0.6  # the least sure match that is a match of forms, and not of beginnings, parts or spellings
ASK = """([code, data, tables, queries]) => new Promise((done) => {
  const words = canllaw.language(tables.tables[code]);
  canllaw.unpack(code, data, words, tables, (index) => {
    if (!index.complete) return;
    done(Object.fromEntries(queries.map((query) => {
      const weights = canllaw.match(index, words, query + " ").flatMap((one) => [...one.weights]);
      return [query, weights.filter(([, sure]) => sure >= %s).map(([term]) => index.terms[term])];
    })));
  });
})"""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    form: str
    lemma: str
    kind: str
    mutation: str


def read(path: Path) -> Counter[Row]:
    """The table's rows and how often each occurs."""
    found: Counter[Row] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not line.startswith("form\t"):
            form, lemma, kind, mutation, count = line.split("\t")
            found[Row(form, lemma, kind, mutation)] += int(count)
    return found


def dealt(table: Counter[Row], seed: int) -> tuple[Counter[Row], Counter[Row]]:
    """The occurrences of a table dealt out to an index and to queries."""
    chance = random.Random(seed)  # noqa: S311
    index: Counter[Row] = Counter()
    queries: Counter[Row] = Counter()
    for row in sorted(table, key=lambda one: (one.form, one.lemma, one.kind, one.mutation)):
        for _ in range(table[row]):
            (index if chance.random() < INDEXED else queries)[row] += 1
    return index, queries


def ask(forms: list[str], queries: list[str]) -> Mapping[str, list[str]]:
    """What an index of the forms finds for each query, by the browser's scripts."""
    guide = load(ROOT)
    language = guide.language(LANGUAGE)
    one = cut("forms.md", "", "", f"<article><h1></h1><p>{' . '.join(forms)}</p></article>", LANGUAGE, cards=False)
    reviewed = guide.search["lemmas"].get(LANGUAGE, {})
    data = payload(language, [one], ["forms/"], [], [], reviewed)
    engine = analysis(language.grammar)
    table = {**engine.table(), "irregular": [" ".join(row) for row in rows(engine, reviewed)]}
    packing = {"digits": DIGITS, "steps": STEPS, "small": SMALL}
    tables = {"packing": packing, "tables": {LANGUAGE: table}, "anchors": "", "shows": [], "names": [], "about": []}
    with chromium() as browser:
        for script in SCRIPTS:
            browser.page.add_script_tag(content=(ROOT / "overrides/assets" / script).read_text(encoding="utf-8"))
        answers: dict[str, list[str]] = browser.page.evaluate(ASK % SURE, [LANGUAGE, data, tables, queries])
    return answers


Score = dict[str, float]


def measure(index: Counter[Row], queries: Counter[Row], found: Mapping[str, list[str]]) -> dict[str, Score]:
    """Recall and precision over all queries, over those whose form the index lacks, and by kind of form."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for row, count in index.items():
        held[row.form][row.lemma] += count
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, set[str]] = defaultdict(set)
    for row, count in queries.items():
        asked[row.form][row.lemma] += count
        kinds[row.form] |= set(_kinds(row)) | ({"never seen"} if row.form not in held else set())
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for query, lemmas in asked.items():
        right = {form: sum(of[lemma] for lemma in lemmas) for form, of in held.items() if set(of) & set(lemmas)}
        wanted, use = sum(right.values()), sum(lemmas.values())
        results = set(found[query]) & set(held)
        got, all_got = sum(right.get(one, 0) for one in results), sum(sum(held[one].values()) for one in results)
        exact = right.get(query, 0)
        for kind in ("all", *kinds[query]):
            one = sums[kind]
            if not wanted:
                _add(one, hopeless=1, in_vain=bool(results))
                continue
            _add(one, queries=1, recall=got / wanted, use=use, by_use=use * got / wanted)
            _add(one, exact=exact / wanted, exact_by_use=use * exact / wanted)
            if all_got:
                _add(one, answered=1, precision=got / all_got, used=use, precision_by_use=use * got / all_got)
    return {kind: _means(one) for kind, one in sums.items()}


def _kinds(row: Row) -> Iterator[str]:
    engine = analysis("welsh")
    if row.mutation != "-":
        yield "mutated"
    if row.kind == "NOUN" and row.lemma not in engine.radicals(row.form):
        yield "plural"
    if row.kind == "VERB":
        yield "verb form"


def _add(to: dict[str, float], **values: float) -> None:
    for key, value in values.items():
        to[key] += value


def _means(one: Mapping[str, float]) -> Score:
    queries, use, answered, used = one["queries"] or 1, one["use"] or 1, one["answered"] or 1, one["used"] or 1
    return {
        "queries": one["queries"],
        "recall": one["recall"] / queries,
        "recall_by_use": one["by_use"] / use,
        "precision": one["precision"] / answered,
        "precision_by_use": one["precision_by_use"] / used,
        "answered_in_vain": one["in_vain"] / (one["hopeless"] or 1),
        "exact_recall": one["exact"] / queries,
        "exact_recall_by_use": one["exact_by_use"] / use,
    }


def run(forms: Path, queries: Path | None = None) -> dict[str, Score]:
    """Measure and print; the figures by kind of query."""
    table = read(forms)
    rounds = [(table, read(queries))] if queries else [dealt(table, seed) for seed in SEEDS]
    scores = []
    for index, asked in rounds:
        found = ask(sorted({row.form for row in index}), sorted({row.form for row in asked}))
        scores.append(measure(index, asked, found))
    mean: dict[str, Any] = {
        kind: {key: sum(one[kind][key] for one in scores) / len(scores) for key in scores[0][kind]}
        for kind in sorted(scores[0], key=lambda kind: (kind != "all", kind))
    }
    heads = f"{'':12} {'queries':>8} {'recall':>7} {'by use':>7} {'precision':>10} {'by use':>7} {'in vain':>8}"
    print(f"{heads}   stock, exact: recall, by use")
    for kind, one in mean.items():
        print(
            f"{kind:12} {one['queries']:8.0f} {one['recall']:7.3f} {one['recall_by_use']:7.3f} {one['precision']:10.3f}"
            f" {one['precision_by_use']:7.3f} {one['answered_in_vain']:8.1%}   {one['exact_recall']:.3f}, {one['exact_recall_by_use']:.3f}"
        )
    return mean


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), *map(Path, sys.argv[2:3])), indent=2))
