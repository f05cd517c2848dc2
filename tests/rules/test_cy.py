"""Proofing: words, mutations, forbidden forms, terms and letters, found at their line and not where there is none."""

from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_guide

NEAR = "Mae gwenyn gerllaw."
SAMPLES = [
    # A word of the text, of a list, of front matter, of the words a macro shows, of a data file.
    Sample("CY002", "docs_cy/index.md", NEAR, "Mae gwenym gerllaw.", "Mae'r gwenyn yma."),
    Sample("CY002", "docs_cy/hives/swarms.md", "- Cwmwl tywyll", "- Cwmwl tywll", "- Cymylau tywyll"),
    Sample("CY002", "docs_cy/index.md", "title: Hafan", "title: Hafann", "title: Yr hafan"),
    Sample(
        "CY002", "docs_cy/hives/swarms.md", 'term("swarm")', 'term("swarm", "haidd wenym")', 'term("swarm", "haid")'
    ),
    Sample("CY002", "data/terms.yml", "Gwenyn sy'n gadael", "Gwenyn sy'n gadaal", "Gwenyn sy'n hedfan"),
    # A clitic stands after a vowel; mutated and hyphened words, and reviewed ones in every form, are words.
    Sample("CY002", "docs_cy/index.md", NEAR, "Mae cychod'n llawn.", "Mae'r gwenynfeydd a'r wenynfa'n llawn."),
    Sample("CY002", "docs_cy/index.md", NEAR, "Mae'r smygwr yma.", "Mae'r Smygwr ar-lein, yng ngwenynfa'r cwm."),
    # English is no word of Welsh, but where it is marked, a name in data, an address, code or a number it is not read.
    Sample("CY002", "docs_cy/index.md", NEAR, "Mae swarms yma.", 'Mae <span lang="en">swarms</span> yma.'),
    Sample("CY002", "docs_cy/index.md", NEAR, "Mae Bees yma.", "Mae Bees and people a Swarm Line yma."),
    Sample(
        "CY002", "docs_cy/index.md", NEAR, "Mae bees yma.", "Mae `bees` yma: [y cwch](https://bees.example/hive) 4th."
    ),
    Sample(
        "CY002", "docs_cy/index.md", NEAR, 'Mae <span lang="cy">gwenym</span> yma.', "Ysgrifennwch at me@bees.example."
    ),
    Sample("CY003", "data/words.yml", "use: DSP, why: England only", "use: DSP", "why: England only"),
    Sample("CY003", "data/words.yml", "[gwenynfa, Smygwr]", "[gwenynfa, gwenynfa]", "[gwenynfa, Smygwr, mêl]"),
    Sample("CY003", "data/words.yml", "en:\n  terms", "fr:\n  terms", "en:\n  terms"),
    Sample("CY003", "data/words.yml", "{swn: sŵn, ty: tŷ}", "{swn: sŵn", "{swn: sŵn}", line=1),
    # After a preposition, a possessive, the article; over the end of a line; a title with a capital.
    Sample("CY004", "docs_cy/index.md", NEAR, "Soniwch am gwenyn.", "Soniwch am wenyn."),
    Sample("CY004", "docs_cy/index.md", NEAR, "Nid yw pob un o\nplant y cwm.", "Mae un o\nblant y cwm.", line=1),
    Sample("CY004", "docs_cy/index.md", NEAR, "Mae fy cwch yma.", "Mae fy nghwch yma."),
    Sample("CY004", "docs_cy/index.md", NEAR, "Mae'r Merch yma.", "Mae'r Ferch yma."),
    Sample("CY004", "docs_cy/index.md", NEAR, "Mae yng Cymru.", "Mae yng Nghymru."),
    Sample(
        "CY004",
        "docs_cy/hives/swarms.md",
        'Mae {{ term("swarm") }}',
        'Soniwch am {{ term("swarm", "cychod") }}',
        'Soniwch am {{ term("swarm", "gychod") }}',
    ),
    Sample("CY004", "data/terms.yml", "Gwenyn sy'n gadael", "Heb gwenyn sy'n gadael", "Heb wenyn sy'n gadael"),
    # Set phrases, loans, verbs after neu, and what a name or a comma keeps apart.
    Sample("CY004", "docs_cy/index.md", NEAR, "Da i gwenyn.", "Da gan mwyaf: gwyliwch neu gadewch, neu gêm."),
    Sample("CY005", "docs_cy/index.md", "Y camau nesaf", "Diweddariad olaf", "Diweddarwyd ddiwethaf"),
    Sample("CY005", "docs_cy/index.md", NEAR, "Soniwch am\nddiweddariad heddiw & yfory.", "Heddiw ac yfory.", line=1),
    Sample("CY005", "docs_cy/index.md", NEAR, "Gwelais bigwr.", "Gwelais wenynen."),
    Sample("CY005", "docs/index.md", "Bees are near.", "Ask the DSL.", "Ask the DSP, not the dsl."),
    Sample("CY005", "data/terms.yml", "Bees that leave", "DSL bees that leave", "Bees that flee"),
    Sample(
        "CY006", "docs_cy/hives/index.md", "[heidiau](swarms.md)", "[cacwn](swarms.md)", "[haid](swarms.md)", line=-2
    ),
    Sample("CY007", "docs_cy/index.md", NEAR, "Mae’r gwenyn yma.", "Mae'r gwenyn yma."),
    Sample("CY007", "docs_cy/index.md", "title: Hafan", "title: Yr ‘hafan", "title: Yr 'hafan'"),
    Sample("CY007", "docs_cy/index.md", NEAR, "Mae sw\u0302n gerllaw.", "Mae sŵn gerllaw."),
    Sample("CY007", "docs_cy/index.md", NEAR, "Mae gwenyn\u0323 gerllaw.", "Mae gwenyn[^1] gerllaw.\n\n[^1]: Yma."),
    Sample("CY007", "docs_cy/index.md", NEAR, "Mae sw^n gerllaw.", "Mae `sw^n` gerllaw."),
    Sample("CY007", "docs_cy/index.md", NEAR, "Mae swn gerllaw.", "Mae sŵn gerllaw, a dy gwch."),
    Sample("CY007", "docs_cy/index.md", NEAR, "Mae'r gwenyn yn y ty.", "Mae'r gwenyn yn y tŷ."),
    Sample("CY007", "data/terms.yml", "Gwenyn sy'n gadael", "Gwenyn sy’n gadael", "Gwenyn sy'n mynd"),
    # What search says is printed; what people type is not.
    Sample("CY002", "data/search.yml", "Ewch allan", "Ewch alan", "Ewch mas"),
    Sample("CY007", "data/search.yml", "allan o'r tŷ", "allan o'r ty", "allan o'r tai"),
    Sample("CY012", "data/search.yml", "cwch: [cychod]", "cwch: [cychod, gwenyn]", "cwch: [cychod, cychau]"),
    Sample("CY012", "data/search.yml", "cwch: [cychod]", "gwenyn: []", "mêl: []"),
    Sample(
        "CY013", "data/search.yml", "gwenynen: [gwenyn]", "gwenynen: [gwenyn, wenyn]", "gwenynen: [gwenyn, gwenynod]"
    ),
    Sample("CY013", "data/search.yml", "cwch: [cychod]", "gwch: [cwch, cychod]", "cwch: []"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def test_a_guide_may_have_no_list_of_words(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "data/words.yml").unlink()
    found = problems(root)
    assert {one.rule for one in found} == {"CY002"}
    assert {one.file for one in found} == {"data/strings.yml"}


def test_while_the_list_cannot_be_read_only_that_is_said(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "data/words.yml").write_text("cy: [", encoding="utf-8")
    assert {one.rule for one in problems(root)} == {"CY003"}


def test_a_form_that_a_term_rules_out_is_found_in_any_mutation_with_its_record(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    record = replace(root / "data/terms.yml", "  - id: swarm", "  - id: swarm\n    never: {cy: [torf, cwmwl tywyll]}")
    line = replace(root / "docs_cy/index.md", NEAR, "Mae gwenyn gerllaw, a'i\nchwmwl tywyll hi.") + 1
    below = replace(root / "docs_cy/hives/swarms.md", "- Cwmwl tywyll", "- Cwmwl tywyll")
    found = [one for one in problems(root) if one.rule == "CY005"]
    assert [(one.file, one.line) for one in found] == [("docs_cy/hives/swarms.md", below), ("docs_cy/index.md", line)]
    assert all(f"data/terms.yml:{record}" in one.message for one in found)


def test_a_term_of_several_words_is_answered_by_any_of_its_forms(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(
        root / "data/terms.yml",
        "term: {en: swarm, cy: haid}",
        "term: {en: bee swarm, cy: haid wenyn}\n    acronym: {cy: HW}",
    )
    replace(root / "docs/index.md", "Bees are near.", "Two bee\nswarms are near.")
    answers = {"Mae dwy haid wenyn.": 0, "Mae sŵn haid\nwenyn.": 0, "Mae HW.": 0, "Mae heidiau.": 0, "Mae gwenyn.": 1}
    before = (root / "docs_cy/index.md").read_text(encoding="utf-8")
    for answer, faults in answers.items():
        line = replace(root / "docs_cy/index.md", "# Byw gyda", "# Byw gyda")
        replace(root / "docs_cy/index.md", NEAR, answer)
        replace(root / "docs_cy/index.md", "[heidiau]", "[cychod]")
        found = [one for one in problems(root) if one.rule == "CY006" and one.file == "docs_cy/index.md"]
        assert [one.line for one in found] == [line] * faults, answer
        (root / "docs_cy/index.md").write_text(before, encoding="utf-8")


def test_a_misspelt_word_comes_with_what_it_may_be(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs_cy/index.md", NEAR, "Mae'r wefn yma.")
    hints = [one.hint for one in problems(root) if one.rule == "CY002"]
    assert any("wefan" in hint for hint in hints), hints
