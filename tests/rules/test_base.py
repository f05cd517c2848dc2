"""Macros, data files, front matter, menu, configuration: each fault found at its line, and not where there is none."""

import os
import re
from pathlib import Path

import pytest

from canllaw.yamlfile import ALIGN, QUOTE
from samples import Sample, assert_found
from support import problems, replace, tiny_guide

BY_HAND = {"PA001", "CF013"}
SAMPLES = [
    Sample("XR020", "docs/index.md", "Bees are near.", "Bees {{ are near.", "Bees are very near."),
    Sample("XR020", "docs/index.md", "Bees are near.", "Bees {{ bees }} near.", "Bees `{{ bees }}` near."),
    Sample("XR020", "docs/index.md", "Bees are near.", "{% if bees %}", "Bees `{% if %}`."),
    Sample("XR021", "docs/index.md", 'name("swarm-line")', 'nam("swarm-line")', 'name("fire")'),
    Sample("XR022", "docs/index.md", 'name("swarm-line")', "name()", 'name("fire")'),
    Sample("XR022", "docs/index.md", 'law("bees-act", "1")', 'law("bees-act", 1)', 'law("bees-act", form="full")'),
    Sample("XR022", "docs/index.md", '"1")', '"1", form="long")', '"1", form="short")'),
    Sample("XR022", "docs_cy/index.md", '"1")', '"1", mutation="loud")', '"1", mutation="soft")'),
    Sample("XR023", "docs/words.md", "{{ glossary() }}", "See {{ glossary() }}", "{{ glossary() }}"),
    Sample("HL010", "docs_cy/index.md", 'phone("fire")', 'phone("fires")', 'phone("swarm-line")'),
    Sample("HL011", "docs/index.md", 'phone("fire")', 'email("fire")', 'email("swarm-line")'),
    Sample("HL011", "docs/index.md", 'phone("fire")', 'text("fire")', 'text("swarm-line")'),
    Sample("HL011", "docs/index.md", 'phone("fire")', 'phone("fire", "night")', 'phone("swarm-line", "welsh-line")'),
    Sample("HL012", "docs/helplines.md", '"fire", "swarm-line"', 'audience="bees"', 'audience="parents"'),
    Sample("LW010", "docs/index.md", 'law("bees-act", "1")', 'law("bee-act", "1")', 'law("bees-act")'),
    Sample("LW011", "docs/index.md", 'law("bees-act", "1")', 'law("bees-act", "2")', 'law("hive-measure", "5-8")'),
    Sample("CY010", "docs/hives/swarms.md", 'term("swarm")', 'term("swam")', 'term("swarm", "Swarm")'),
    Sample("FN010", "docs/index.md", "[^bee-book]", "[^bee-bok]", "[^bee-book]"),
    Sample(
        "FN011", "docs/hives/swarms.md", "[^local]: Measured", "[^other]: Nobody\n[^local]: Measured", "[^local]: Seen"
    ),
    Sample("CF010", "docs/offline.md", "# Offline", "# \0ffline", "# Off line"),
    Sample("CF011", "docs/offline.md", "title: Offline", "title: [Offline", "title: '[Offline'", line=1),
    Sample("CF011", "docs/offline.md", "title: Offline", "title: Bees: offline", 'title: "Bees: offline"'),
    Sample("CF012", "docs_cy/offline.md", "reviewed: 2026-01-02", "reviewed: last week", "reviewed: 2026-02-01"),
    Sample("CF012", "docs_cy/offline.md", "reviewed: 2026-01-02", "reviewed: 2026-11-27", "reviewed: 2026-11-26"),
    Sample("CF012", "docs_cy/offline.md", "slug: heb-gysylltiad", "slug: Heb Gysylltiad", "slug: heb-y-we"),
    Sample("CF012", "docs/offline.md", "title: Offline", "title: ''", "title: Off"),
    Sample("CF012", "docs/offline.md", "title: Offline", "titel: Off\ntitle: Off", "title: Off"),
    Sample("CF012", "docs_cy/offline.md", "slug:", "Slug: x\nslug:", "translation_reviewed_by: null\nslug:"),
    Sample("CF012", "docs/offline.md", "title: Offline", "1: Off\ntitle: Off", "slug: off\ntitle: Off"),
    Sample(
        "XR030",
        "data/guide.yml",
        "words.md, hives/index.md",
        "words.md, wasps.md, hives/index.md",
        "words.md, hives/index.md",
    ),
    Sample("XR030", "data/guide.yml", "footer: [offline.md]", "footer: [ofline.md]", "footer: [words.md]"),
    Sample("PA002", "docs_cy/hives/swarms.md", "{#signs}", "{#arwyddion}", "{#signs}"),
    Sample("PA002", "docs_cy/hives/swarms.md", "## Arwyddion", "### Arwyddion", "## Yr arwyddion"),
    Sample("HL001", "data/helplines.yml", "kind: emergency", "kind: emergencies", "kind: report"),
    Sample("HL001", "data/helplines.yml", 'number: "999"', 'number: "nine"', 'number: "112"'),
    Sample("HL001", "data/helplines.yml", "    cost: free\n", "", "    cost: unknown\n", line=-8),
    Sample("HL001", "data/helplines.yml", "id: swarm-line", "id: fire", "id: swarm-line"),
    Sample("LW001", "data/legislation.yml", 'since: "1980-06-12"', 'since: "June 1980"', 'since: "1981-06-12"'),
    Sample("FN001", "data/references.yml", 'year: "2001"', "year: 2001", 'year: "n.d."'),
    Sample("CY001", "data/terms.yml", "cy: haid}", "fy: haid}", "cy: haid wenyn}", line=0),
    Sample("CF003", "mkdocs.yml", "  i18n:", "  i18m:", "  i18n: ", at="mkdocs.yml", line=-17),
    Sample(
        "CF020", "mkdocs.yml", "fallback_to_default: false", "fallback_to_default: true", "fallback_to_default: false"
    ),
    Sample("CF021", "mkdocs.yml", "    languages:", "    languages: []\n    x:", "    languages:"),
    Sample("CF021", "mkdocs.yml", "docs_dir: docs", "docs_dir: docs_cy", "docs_dir: docs", line=19),
    Sample("CF022", "mkdocs.yml", "hooks:\n", "hooks: [hooks/checks.py]\nold:\n", "hooks:\n"),
    Sample(
        "CY011",
        "data/terms.yml",
        "page: hives/swarms.md#signs",
        "page: hives/swarms.md#sign",
        "page: hives/index.md",
        line=-4,
    ),
    Sample(
        "CY011",
        "data/terms.yml",
        "confidence: A",
        "see: [bee]\n    confidence: A",
        "see: [swarm]\n    confidence: A",
        line=-6,
    ),
    Sample("CF001", "data/guide.yml", "code: cy", "code: cym", "code: cy"),
    Sample("CF001", "data/guide.yml", "locale: cy_GB", "locale: cy_ZZ", "locale: cy_GB"),
    Sample("CF001", "data/guide.yml", "locale: en_GB", "locale: xx_GB", "locale: en_IE"),
    Sample("CF001", "data/guide.yml", "locale: cy_GB", "locale: en_GB", "locale: cy_GB"),
    Sample(
        "CF001",
        "data/guide.yml",
        ", offline.md]}",
        "]}\n  - {id: one, title: {en: More, cy: Mwy}, pages: [offline.md]}",
        ", offline.md]}",
        line=1,
    ),
    Sample("CF001", "data/guide.yml", "check_warn_days: 365", "check_warn_days: 731", "check_warn_days: 730"),
    Sample("CF001", "data/guide.yml", 'reviewed: "2026-01-02"', 'reviewed: "2026-11-27"', 'reviewed: "2026-11-26"'),
    Sample(
        "CF002",
        "data/strings.yml",
        "menu: {en: Menu, cy: Dewislen}",
        "menu: {en: Menu}",
        "menu: {en: Menu, cy: Bwydlen}",
    ),
    Sample("CF002", "data/strings.yml", "menu: {en: Menu", "menus: {en: Menu", "menu: {en: Pages", line=-3),
    Sample("CF002", "data/strings.yml", "Dan {} oed", "Dan oed", "Iau na {} oed"),
    Sample("CF002", "data/strings.yml", "Ar ôl {limit}", "Ar ôl {terfyn}", "Wedi {limit}"),
    Sample("CF002", "data/strings.yml", "cy: Blaenorol", 'cy: "Blaenorol: {}"', "cy: Cynt"),
    Sample("CF004", "data/search.yml", "house/hive burning", "house / hive burning", "house/hive/garden burning"),
    Sample("CF004", "data/search.yml", '"fire*"', '"*fire"', '"fire*"'),
    Sample("CF004", "data/search.yml", "id: stung", "id: burning", "id: stung-by-a-bee"),
    Sample("CF004", "data/search.yml", "words_only: [offline.md]", "words_only: offline.md", "words_only: []"),
    Sample("CF004", "data/search.yml", "synonyms:", "synonyms: [", "synonyms:", line=1),
    Sample("CF005", "data/search.yml", "[offline.md]", "[ofline.md]", "[hives/swarms.md]"),
    Sample("CF006", "data/search.yml", "  cy:\n    gwenynen", "  cym:\n    gwenynen", "  en:\n    gwenynen"),
    Sample(
        "CF006",
        "data/search.yml",
        "      cy: [pigo fi]",
        "      cy: [pigo fi]\n      fr: [aïe]",
        "      cy: [pigo fi]",
        line=1,
    ),
    Sample("CF006", "data/search.yml", "cy: [gwenynen, cacynen]", "kw: [gwenenen]", "cy: [gwenynen]"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    os.mkfifo(root / "docs/pipe.md")
    assert ("docs/pipe.md", "CF010") in {(one.file, one.rule) for one in problems(root)}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/offline.md", "title: Offline", "title: Bees: offline"),
        ("data/terms.yml", "confidence: A", "confidence: A: B"),
        ("mkdocs.yml", "site_name: ", "site_name: Bees: "),
        ("data/words.yml", "cy:", "cy: a: b"),
    ],
)
def test_a_text_with_a_colon_is_to_stand_in_quotes(file: str, old: str, new: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / file, old, new)
    [found] = [one for one in problems(root) if one.file == file and "mapping values" in one.message]
    assert found.line == line and found.hint == QUOTE


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("titel", "did you mean 'title'?"),
        ("translation_reviewed_bye", "did you mean 'translation_reviewed_by'?"),
        ("hide", "the fields are: description, reviewed, slug, title, translated_from, translation_reviewed_by"),
    ],
)
def test_a_field_that_no_page_has_is_answered_with_the_one_that_is_near_or_all(
    field: str, hint: str, tmp_path: Path
) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/offline.md", "title: ", f"{field}: x\ntitle: ")
    [found] = [one for one in problems(root) if one.file == "docs/offline.md"]
    assert (found.rule, found.hint) == ("CF012", hint)
    assert found.message == f"front matter: found the unknown field '{field}'"


def test_a_translation_needs_an_address_of_its_own_and_a_folder_s_first_page_may_go_without(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for name in ("offline.md", "hives/index.md"):
        text = (root / "docs_cy" / name).read_text(encoding="utf-8")
        (root / "docs_cy" / name).write_text(re.sub(r"^slug: .*\n", "", text, flags=re.M), encoding="utf-8")
    [found] = problems(root)
    assert (found.file, found.line, found.rule) == ("docs_cy/offline.md", 1, "CF012")
    assert found.message == "front matter: expected 'slug', found none" and "Cymraeg" in found.hint


def test_a_field_that_stands_too_far_in_is_to_begin_below_the_one_above(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / "docs/offline.md", "reviewed:", "  reviewed:")
    [found] = [one for one in problems(root) if one.file == "docs/offline.md"]
    assert (found.line, found.rule, found.hint) == (line, "CF011", ALIGN)


def test_page_missing_in_one_language(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "docs_cy/words.md").unlink()
    found = problems(root)
    assert [(one.file, one.rule) for one in found if one.rule == "PA001"] == [("docs_cy/words.md", "PA001")]


def test_two_pages_at_one_address(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / "docs_cy/words.md", "slug: geiriau", "slug: llinellau-cymorth")
    found = problems(root)
    assert ("docs_cy/words.md", line) in [(one.file, one.line) for one in found if one.rule == "CF013"]


def test_a_guide_without_what_search_reads(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "data/search.yml").unlink()
    found = problems(root)
    assert [(one.file, one.rule) for one in found] == [("data/search.yml", "CF004")]
    assert "no such file" in found[0].message and found[0].hint


def test_the_tiny_guide_itself_is_clean(tmp_path: Path) -> None:
    assert problems(tiny_guide(tmp_path)) == []
