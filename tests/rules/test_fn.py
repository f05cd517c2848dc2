"""Footnotes and sources: each fault found at its line and nowhere else."""

from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_guide

SWARMS = "docs/hives/swarms.md"
HEIDIAU = "docs_cy/hives/swarms.md"
SOURCES = "data/references.yml"
LAST = "    confirmed: true\n"
RECORD = """  - id: {id}
    kind: {kind}
    authors: {{en: A. Bee, cy: A. Bee}}
    year: "2002"
    title: {{en: Wasps}}
    language: en
    supports: wasps
    confidence: A
    checked: "2026-01-02"
    confirmed: {confirmed}
"""


def source(rule: str, bad: str, good: str, kind: str = "record", line: int = 1) -> Sample:
    """A sample that adds a source, cited by nothing unless it is asked for."""
    bad = LAST + RECORD.format(id="wasps", kind=kind, confirmed="true") + bad
    good = LAST + RECORD.format(id="wasps", kind=kind, confirmed="true") + good if good else LAST
    return Sample(rule, SOURCES, LAST, bad, good, line)


URL = '    url: {en: "https://wasps.example/"}\n'
NOTE = "    note: {en: Not on the web., cy: Nid yw ar y we.}\n"
SAMPLES = [
    Sample("FN012", SWARMS, "[^local]: Measured", "[^local]: Seen.\n[^local]: Measured", "[^local]: Seen and measured"),
    Sample("FN012", HEIDIAU, "[^local]: M", "[^local]: Gwelwyd.\n\n[^local]: M", "`[^local]: a`\n\n[^local]: M"),
    Sample("FN012", HEIDIAU, "[^local]: M", "[^bee-book]: Llyfr.\n[^local]: M", "[^bee-books]: Llyfr.\n[^local]: M"),
    source("FN013", "", URL, "webpage"),
    source("FN013", "", NOTE, "guidance"),
    source("FN013", URL, "    in: {en: Insects, cy: Pryfed}\n", "chapter"),
    source("FN013", URL, "    in: {en: Insects 4, cy: Insects 4}\n", "article"),
    source("FN013", URL, "    publisher: {en: Bee Press, cy: Gwasg y Gwenyn}\n", "guide"),
    Sample(
        "FN013",
        SOURCES,
        "    publisher: {en: Bee Press, cy: Gwasg y Gwenyn}\n",
        "",
        "    publisher: {en: P, cy: P}\n",
        -5,
    ),
    Sample("FN013", SOURCES, LAST, "    confirmed: false\n", "    confirmed: false\n" + NOTE, -11),
    source("FN014", "", ""),
    Sample("FN018", SOURCES, 'checked: "2026-01-02"', 'checked: "2026-11-27"', 'checked: "2026-11-26"'),
    Sample("FN017", "data/guide.yml", "reference: bee-book", "reference: bee-bok", "reference: bee-book"),
    Sample("FN015", HEIDIAU, "swnllyd.[^local]", "swnllyd.", "swnllyd[^local].", -2),
    Sample("FN015", HEIDIAU, "[^local] G", "[^local][^bee-book] G", "[^local] G", -2),
    Sample("FN019", "docs/index.md", "Bees are near.", "Bees are near.[bee-book]", "Bees are near `[bee-book]`."),
    Sample("FN019", SWARMS, "[home](", "[local] See [home](", "[local](../index.md#next) See [home]("),
    Sample("FN016", SWARMS, "# Swarms {", "# Swarms[^local] {", "# Swarms `[^local]` {"),
    Sample("FN016", HEIDIAU, "## Arwyddion {", "## Arwyddion[^bee-book] {", "## Arwyddion da {"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def found(root: Path) -> list[tuple[str, int, str]]:
    """File, line and rule of the Problems about footnotes."""
    return [(one.file, one.line, one.rule) for one in problems(root) if one.rule.startswith("FN")]


@pytest.mark.parametrize("page", [SWARMS, HEIDIAU])
def test_a_source_is_cited_by_a_mark_in_any_language_a_term_or_the_basis(page: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / SOURCES, LAST, LAST + RECORD.format(id="wasps", kind="record", confirmed="true"))
    assert found(root) == [(SOURCES, line + 1, "FN014")]
    replace(root / "data/terms.yml", "    confidence: A\n", "    references: [wasps]\n    confidence: A\n")
    assert found(root) == []
    replace(root / "data/terms.yml", "[wasps]", "[bee-book]")
    replace(root / "data/guide.yml", "reference: bee-book", "reference: wasps")
    assert found(root) == []
    replace(root / "data/guide.yml", "reference: wasps", "reference: bee-book")
    replace(root / page, "[^local] ", "[^local][^wasps] ")
    assert [rule for _, _, rule in found(root)] == ["FN015"]


def test_a_list_of_all_sources_cites_none_and_a_page_s_own_note_hides_one(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / SOURCES, LAST, LAST + RECORD.format(id="local", kind="record", confirmed="true"))
    assert (SOURCES, line + 1, "FN014") in found(root)


def test_both_sides_are_named_where_sources_differ(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "near.[^bee-book]", "near.[^bee-book] Very.[^bee-book]")
    line = replace(root / "docs_cy/index.md", "# Byw", "# Byw")
    (one,) = [one for one in problems(root) if one.rule == "FN015"]
    assert (one.file, one.line) == ("docs_cy/index.md", line)
    assert "only at docs/index.md:6 [^bee-book]" in one.message


def test_a_mark_without_a_note_is_told_once(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / "docs_cy/index.md", "[^bee-book]", "[^bee-bok]")
    assert found(root) == [("docs_cy/index.md", line, "FN010")]


def test_the_order_of_sources_may_differ(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / SWARMS, "[^local] ", "[^local][^bee-book] ")
    replace(root / HEIDIAU, "[^local] ", "[^bee-book][^local] ")
    assert found(root) == []


def test_the_last_of_several_definitions_is_named(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / SWARMS, "[^local]: M", "[^local]: A.\n[^local]: B.\n[^local]: M")
    (one,) = [one for one in problems(root) if one.rule == "FN012"]
    assert one.line == line and f"line {line + 2}" in one.message
