"""Helplines: no number typed or dead, every number valid and checked of late, nobody left without a silent way."""

import re
from pathlib import Path

import pytest

from canllaw import clock, numbers
from canllaw.grammar import grammar
from canllaw.load import load
from canllaw.rules import RULES
from samples import Sample, assert_found
from support import ROOT, problems, real_guide, replace, tiny_guide

SEARCH = "data/search.yml"
CHECKED = 'checked: "2026-01-02"\n    confirmed: true'
DRAMA = ["01632 960 001", "07700 900 123", "08081 570 123", "0306 999 1234"]
DEAD = 'do_not_print: [{number: "01632 960 009", why: {en: Dead., cy: Nid yw\'n ateb.}}]'


def typed(bad: str, good: str, file: str = "docs/index.md") -> Sample:
    return Sample("HL002", file, "Bees are near." if file.startswith("docs/") else "Mae gwenyn gerllaw.", bad, good)


SAMPLES = [
    typed("Ring 0808 800 5000.", "Ring {{ phone('fire') }}."),
    typed("Ring 0800 1111 now.", "The years 0800 and 1111 are long ago."),
    typed("Ring 116 123.", "Bees fly 116,123 miles."),
    typed("Ring +44 (0)808 800 5000.", "In 2026-11-23 and 01/02/2026 and 23.11.2026, bees flew."),
    typed("It is 01632960001 by day.", "SI 2026/689 is no number to ring."),
    typed("It is 07700-900-123.", "It cost £999, or £101.50, or 112%."),
    typed("Ring 999.", "Bees made 999 cells."),
    typed("In an emergency, 999.", "In an emergency, 999 bees may come."),
    typed("Call the keeper on 101 if a swarm comes.", "Ring the keeper of 101 hives."),
    typed("Dial 112 now.", "On page 112 it says ring."),
    typed("Text 60001.", "There were 60001 bees."),
    typed("Text HELP to 60001 first.", "There were 60,001 bees."),
    typed("Write to swarm@bees.example.", "Write to {{ email('swarm-line') }}."),
    typed("[Ring us](tel:01632960001).", "[Read more of bees](https://bees.example/0800/01632960001)."),
    typed("[Write](mailto:other@bees.example).", "`other@bees.example` <!-- 999 -->"),
    typed("Ffoniwch 999 nawr.", "Gwnaeth gwenyn 999 o gelloedd.", "docs_cy/index.md"),
    typed("Mae'r heddlu ar 101.", "Mae adran 101 yn hir.", "docs_cy/index.md"),
    Sample("HL002", "docs/index.md", "Home, in a few words.", "Ring 0800 1111 for help.", "Ring for help."),
    Sample("HL021", "data/guide.yml", "emergency: fire", "emergency: swarm-line", "emergency: fire  # in danger"),
    Sample("HL021", "data/guide.yml", "emergency: fire", "emergency: fier", "emergency: 'fire'"),
    Sample("HL003", "data/helplines.yml", '"01632 960 001"', '"0808 800 500"', '"0808 800 5000"'),
    Sample("HL003", "data/helplines.yml", '"01632 960 002"', '"01632 970 002"', '"0800 1111"'),
    Sample("HL003", "data/helplines.yml", 'number: "60001"', 'number: "12345"', 'number: "84001"'),
    Sample("HL003", "data/helplines.yml", '"01632 960 001"', '"116 999"', '"116 123"'),
    Sample("HL003", "data/helplines.yml", '"01632 960 001"', '"00353 1 800"', '"18000"'),
    Sample(
        "HL004",
        "data/helplines.yml",
        'number: "01632 960 001"}',
        'number: "01632 960 001", hours: {always: true, confirmed: true}}',
        'number: "01632 960 001", note: {en: By day., cy: Liw dydd.}}',
    ),
    Sample(
        "HL005",
        "data/helplines.yml",
        CHECKED,
        'checked: "2025-11-25"\n    confirmed: true',
        'checked: "2025-11-26"\n    confirmed: true',
    ),
    Sample(
        "HL006",
        "data/helplines.yml",
        CHECKED,
        'checked: "2024-11-25"\n    confirmed: true',
        'checked: "2024-11-26"\n    confirmed: true',
    ),
    Sample(
        "HL007",
        "data/helplines.yml",
        CHECKED,
        'checked: "2999-01-01"\n    confirmed: true',
        'checked: "2026-11-23"\n    confirmed: true',
    ),
    Sample(
        "HL008",
        "data/helplines.yml",
        "{level: on-request, note: {en: Few speakers., cy: Prin yw'r siaradwyr.}}",
        "{level: on-request}",
        "{level: full}",
    ),
    Sample(
        "HL013",
        "data/helplines.yml",
        "    silent: {en: Wave to somebody near., cy: Codwch law ar rywun gerllaw.}\n",
        "",
        "    email: fire@bees.example\n",
        line=-10,
    ),
    Sample(
        "HL020",
        "data/guide.yml",
        "emergency: fire\n",
        "emergency: fire\nposter: [smoke]\n",
        "emergency: fire\nposter: [fire]\n",
        line=1,
    ),
    Sample(
        "HL020",
        "data/guide.yml",
        "emergency: fire\n",
        "poster: [fire, swarm-line]\nemergency: fire\n",
        "poster: [fire]\nemergency: fire\n",
    ),
    Sample("HL014", SEARCH, "[fire, swarm-line]", "[fire, swam-line]", "[fire]"),
    Sample("HL015", SEARCH, "say: {en: Go out of the house first., cy:", "say: {cy:", "say: {en: Go out., cy:"),
    Sample("HL015", SEARCH, ', cy: ["llosg*", tân tŷ/cwch]', "", ', cy: ["llosg*"]'),
    Sample("HL016", SEARCH, "house/hive burning", "fire*", "house/hive/garden burning"),
    Sample("HL016", SEARCH, "[stung me]", "[stung me, burning Hive/house]", "[stung me, hive burning]"),
    Sample("HL016", SEARCH, "[pigo fi]", "[pigo fi, cwch/ty tan]", "[pigo fi, cwch tân]"),
    Sample("HL017", SEARCH, '"fire*"', '"fir*"', '"fir* tree"'),
    Sample("HL017", SEARCH, "[stung me]", "[stung/ow]", "[stung/ouch]"),
    Sample("HL018", SEARCH, "[fire, swarm-line]", "[swarm-line, fire]", "[fire]"),
    Sample("HL019", SEARCH, "Sit down and breathe.", "Sit down and ring 999.", "Sit down 999 times."),
    Sample("HL019", SEARCH, "Eisteddwch ac anadlwch.", "Tecstiwch 60001 nawr.", "Eisteddwch."),
]
BY_HAND = {"HL009"}


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def test_a_helpline_of_search_that_does_not_exist_comes_with_what_was_meant(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / SEARCH, "swarm-line", "swam-line")
    assert [one.hint for one in problems(root)] == ["did you mean 'swarm-line'?"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/index.md", "Bees are near.", "Ring 01632 960 009."),
        ("docs/index.md", "Bees are near.", "Ring 01632-960-009."),
        ("docs/index.md", "Bees are near.", "Ring +44 1632 960009."),
        ("docs/index.md", "Bees are near.", '{{ term("swarm", "01632960009") }}.'),
        ("docs_cy/index.md", "Hafan, mewn", "01632 960 009, mewn"),
        ("data/helplines.yml", '"01632 960 002"', '"01632 960 009"'),
        ("data/terms.yml", "Bees that leave together.", "Ring 01632 960009."),
        ("data/references.yml", "Bees and people", "01632 960 009"),
        ("data/search.yml", "[stung me]", "[01632960009]"),
    ],
)
def test_a_number_that_must_not_be_printed_is_found_anywhere(file: str, old: str, new: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "data/helplines.yml", "do_not_print: []", f"{DEAD}\n# 01632 960 009 is dead")
    assert not [one for one in problems(root) if one.rule.startswith("HL")]
    line = replace(root / file, old, new)
    found = [one for one in problems(root) if one.rule.startswith("HL")]
    assert [(one.file, one.line, one.rule, one.hint) for one in found] == [(file, line, "HL009", "Dead.")]


def test_a_number_due_for_a_check_is_a_warning_and_an_overdue_one_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = load(tiny_guide(tmp_path))
    for day, expected in (
        ("2026-01-02", set()),  # the day they were checked
        ("2027-01-02", set()),  # 365 days later
        ("2027-01-03", {("HL005", "warning")}),
        ("2028-01-03", {("HL006", "error")}),  # 731 days later
    ):
        monkeypatch.setenv(clock.DAY, day)
        found = {(p.rule, p.severity) for code in ("HL005", "HL006", "HL007") for p in RULES[code].find(guide)}
        assert found == expected, clock.today()


def test_today_is_the_real_day_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.DAY, "2026-01-02")
    assert str(clock.today()) == "2026-01-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv(clock.DAY)
    assert clock.today().year >= 2026


def test_every_number_of_the_real_guide_is_found_when_it_is_typed_instead_of_its_macro(tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    said = {macro: number for number, macro in numbers.recorded(load(ROOT)).items()}
    expected = set()
    for path in [*root.glob("docs/*.md"), *root.glob("docs_cy/*.md")]:
        rows = path.read_text(encoding="utf-8").split("\n")
        for number, row in enumerate(rows, 1):
            rows[number - 1] = re.sub(r"\{\{ (?:phone|text|email)\([^)]*\) \}\}", lambda m: said[m.group()], row)
            if rows[number - 1] != row:
                expected.add((path.relative_to(root).as_posix(), number))
        path.write_text("\n".join(rows), encoding="utf-8")
    guide = load(root)
    pages = [page for folder in guide.pages.values() for page in folder.values()]
    found = {(one.file, one.line) for page in pages for one in RULES["HL002"].find(guide, page)}
    assert found == expected and len(expected) > 50


def test_every_number_of_the_real_guide_is_valid() -> None:
    recorded = [number for number in numbers.recorded(load(ROOT)) if "@" not in number]
    assert len(recorded) > 20 and all(numbers.valid(number) for number in recorded)


@pytest.mark.parametrize(
    "number",
    ["999", "101", "18000", "0800 1111", "116 123", "84001", "0345 6000 459"],
)
def test_valid(number: str) -> None:
    assert numbers.valid(number)


@pytest.mark.parametrize("number", DRAMA)
def test_a_number_kept_for_drama_is_refused_but_in_a_guide_to_try_things_out(number: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "data/helplines.yml", "01632 960 001", number)
    assert problems(root) == [] and not numbers.valid(number)
    replace(root / "data/guide.yml", "drama_numbers: true\n", "")
    found = [(one.rule, one.file, one.line) for one in problems(root)]
    assert found == [("HL003", "data/helplines.yml", line) for line in (24, 25)]
    assert f"nobody answers {number}" in problems(root)[0].message


@pytest.mark.parametrize("number", ["911", "0808 800 500", "01632 970 001", "99999999999999999999", "000", "116 999"])
def test_not_valid(number: str) -> None:
    assert not numbers.valid(number)


@pytest.mark.parametrize(
    "text",
    [
        "On 23 November 2026 and 2016-04-06, in 2014, from 1989 to 2004.",
        "Ages 16-18, under 13, 5 i 16 oed, 48 hours, 400%, 2.2.",
        "Section 101, adran 111, sections 999-1000; page 112; SI 2026/689; No. 2.",
        "Ring if 101 children, 999 pupils or 112 homes are harmed; it cost £999.",
        "Ffoniwch os yw 101 o blant neu 999 disgybl mewn perygl.",
        "See childline.org.uk/0800, 1-2-1 chat, 24/7, F4 and @name.",
    ],
)
def test_no_number_to_ring(text: str) -> None:
    known = numbers.recorded(load(ROOT))
    assert list(numbers.typed(text, known, (grammar("english"), grammar("welsh")))) == []


def test_a_page_with_a_poster_needs_services_for_it(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for folder in ("docs", "docs_cy"):
        page = root / folder / "hives/swarms.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n{{ poster() }}\n", encoding="utf-8")
    lines = {f"{one}/hives/swarms.md": line_count(root / one / "hives/swarms.md") for one in ("docs", "docs_cy")}
    assert {(one.file, one.line) for one in RULES["HL020"].find(load(root))} == set(lines.items())
    replace(root / "data/guide.yml", "emergency: fire\n", "emergency: fire\nposter: [fire]\n")
    assert not [one for one in RULES["HL020"].find(load(root)) if one.rule == "HL020"]


def line_count(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")
