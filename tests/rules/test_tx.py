"""Plain text: sentences, acronyms, capitals, words said twice."""

from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.prose import sentences
from samples import Sample, assert_found
from support import ROOT, problems, replace, tiny_guide

EN, CY = "docs/index.md", "docs_cy/index.md"
NEAR, GERLLAW = "Bees are near.", "Mae gwenyn gerllaw."


def words(count: int) -> str:
    return " ".join(["Bee", *(["hive", "comb"] * count)][:count])


SAMPLES = [
    Sample("TX001", EN, NEAR, words(26) + ".", words(25) + "."),
    Sample("TX001", EN, NEAR, words(20) + "\n" + words(6) + ".", words(20) + ".\n" + words(6) + "."),
    Sample("TX001", EN, NEAR, words(23) + ' {{ phone("fire") }}.', words(22) + ' {{ phone("fire") }}.'),
    Sample("TX001", EN, NEAR, f"[{words(26)}](words.md).", f"[{words(25)}](words.md#words)."),
    Sample("TX001", EN, NEAR, f"- One\n- {words(26)}.", f"- One\n- **{words(25)}.**", line=1),
    Sample(
        "TX001", EN, NEAR, f'!!! note "Bees"\n\n    Bees. {words(26)}.', f'!!! note "Bees"\n\n    {words(25)}.', line=2
    ),
    Sample(
        "TX001",
        EN,
        NEAR,
        f"| A | B |\n|---|---|\n| c | {words(26)} |",
        f"| A | B |\n|---|---|\n| {words(20)} | {words(20)} |",
        line=2,
    ),
    Sample("TX001", CY, GERLLAW, words(26) + ".", words(13) + ". " + words(13) + "."),
    Sample("TX002", EN, NEAR, "Tell the BKA.", "Tell the Bee Keepers' Association (BKA). The BKA helps."),
    Sample("TX002", EN, NEAR, "Tell the BKAs.", "Tell the BKA (Bee Keepers' Association)."),
    Sample("TX002", EN, NEAR, "One.\nThe DNS knows.", "**DNS** (domain name system).", line=1),
    Sample("TX002", CY, GERLLAW, "Holwch y BKA.", 'Holwch {{ term("swarm", "haid (BKA)") }}, y BKA.'),
    Sample("TX002", EN, "# Living with bees", "# Living with BKA", "# Living with A bee"),
    Sample("TX003", EN, NEAR, "NEVER do it.", "**Never** do it."),
    Sample("TX003", EN, "# Living with bees", "# LIVING with bees", "# Living with bees"),
    Sample("TX003", CY, GERLLAW, "PEIDIWCH â'i wneud.", "Peidiwch â'i wneud."),
    Sample("TX003", CY, GERLLAW, "Mae tŷ TYWYDD.", "`TYWYDD` <!-- TYWYDD -->"),
    Sample("TX004", EN, NEAR, "Tell the the bees.", "Tell the bees."),
    Sample("TX004", EN, NEAR, "Tell the\nthe bees.", "He said that that bee had had honey.", line=1),
    Sample("TX004", EN, NEAR, "The [the](words.md) bees.", "The. The bees."),
    Sample("TX004", CY, GERLLAW, "Mae mae gwenyn.", "Mae gwenyn. Gwenyn a gwenyn."),
    Sample("TX004", CY, GERLLAW, "Dyna'r haid haid.", "Haid-haid, haid 'haid'."),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def test_a_long_sentence_is_a_warning(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / EN, NEAR, words(26) + ".")
    found = {(one.rule, one.severity) for one in problems(root) if one.rule.startswith("TX")}
    assert found == {("TX001", "warning")}


def test_acronyms_of_the_list_of_services_and_of_terms_in_headings_need_no_explanation(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / EN, NEAR, "The UK, SWARM and SLX know HELP.\n\n## What a QB is {#qb}\n\nBees.")
    replace(root / "data/guide.yml", "footer:", "acronyms: [UK, SWARM]\nfooter:")
    replace(root / "data/helplines.yml", "{en: Swarm Line}", "{en: Swarm Line (SLX)}")
    replace(root / "data/terms.yml", "cy: haid}", "cy: haid}\n    acronym: {en: QB, cy: BrG}")
    assert not [one for one in problems(root) if one.rule.startswith("TX")]
    line = replace(root / CY, GERLLAW, "Mae BrG yma.")
    found = [(one.file, one.line, one.rule) for one in problems(root) if one.rule.startswith("TX")]
    assert found == [(CY, line, "TX002")]


def test_sentences_are_what_a_reader_reads(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    text = 'One *two*.[^bee-book] "Three." Four {{ phone("fire") }} v 1.5 five!\n\n1. [Six](words.md)\n2. Seven? Eight'
    replace(root / EN, NEAR + "[^bee-book] See [swarms](hives/swarms.md#signs).", text)
    guide = load(root)
    said = sentences(guide, guide.pages["en"]["index.md"])
    shown = [
        (" ".join(one.text.replace("\ue000", "").split()), one.words, one.line - said[1].line) for one in said[1:7]
    ]
    assert shown == [
        ("One two .", 2, 0),
        ('"Three."', 1, 0),
        ("Four v 1.5 five!", 7, 0),
        ("Six", 1, 2),
        ("Seven?", 1, 3),
        ("Eight", 1, 3),
    ]


def test_every_sentence_of_the_real_guide_stands_on_its_line() -> None:
    guide = load(ROOT)
    for pages in guide.pages.values():
        for page in pages.values():
            rows = page.body.split("\n")
            for one in sentences(guide, page):
                first = one.text.split()[0].strip("\ue000")
                assert first in rows[one.line - page.body_line], (page.file, one.line, first)
