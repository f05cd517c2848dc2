"""Proofing: passages of pages and data, spelling, mutations, phrases."""

from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.model import Guide, Language
from canllaw.proofing import forms, tools, welsh
from canllaw.proofing.names import GAP, unquoted
from canllaw.proofing.passages import Passage, of_page, passages
from canllaw.proofing.phrases import phrase
from canllaw.proofing.reviewed import Reviewed, reviewed
from canllaw.proofing.spelling import Speller, words
from support import real_guide, replace, tiny_guide


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return load(tiny_guide(tmp_path))


@pytest.fixture
def cymraeg(guide: Guide) -> Language:
    return guide.languages[1]


def test_a_language_is_proofed_when_its_grammar_says_with_what(guide: Guide) -> None:
    assert [tools(language) is None for language in guide.languages] == [True, False]
    assert forms(guide.languages[0], "bees") == ("bees",)
    assert "wenyn" in forms(guide.languages[1], "gwenyn")


@pytest.mark.parametrize("word", ["gwefan", "Wefan", "ngwefan", "GWEFAN", "cam-drin", "sy'n", "d'enw", "999", "e"])
def test_right_words(word: str) -> None:
    assert Speller(welsh, Reviewed()).accepts(word)


@pytest.mark.parametrize(
    "word", ["gwefann", "plant'n", "cam-drinn", "cymru", "website", "camfanteisio", "-", "d'plant"]
)
def test_wrong_words(word: str) -> None:
    assert not Speller(welsh, Reviewed()).accepts(word) or not list(words(word))


def test_a_reviewed_word_is_right_in_every_form_and_a_name_keeps_its_capital() -> None:
    speller = Speller(welsh, Reviewed({"camfanteisio": 1, "Prevent": 2, "YRhN": 3}))
    for word in (
        "camfanteisio",
        "Gamfanteisio",
        "nghamfanteisio",
        "chamfanteisio'n",
        "CAMFANTEISIO",
        "Mhrevent",
        "YRhN",
    ):
        assert speller.accepts(word), word
    for word in ("prevent", "yrhn", "Yrhn"):
        assert not speller.accepts(word), word


def test_an_accent_is_missed_in_mutated_forms_but_not_where_they_are_other_words() -> None:
    speller = Speller(welsh, Reviewed(accents={"ty": "tŷ", "swn": "sŵn"}))
    assert speller.accents["ty"] == "tŷ"
    assert speller.accents["thy"] == "thŷ"
    assert "dy" not in speller.accents


@pytest.mark.parametrize(
    ("wrong", "right"), [("gwefn", "gwefan"), ("gwfean", "gwefan"), ("dwr", "dŵr"), ("gwefann", "gwefan")]
)
def test_suggestions(wrong: str, right: str) -> None:
    found = Speller(welsh, Reviewed()).suggestions(wrong)
    assert right in found
    assert len(found) <= 3


def test_words_keep_inner_apostrophes_and_hyphens_and_leave_quotation_marks() -> None:
    assert [word for _, word in words("'Cam-drin', i'r _plant_ 4th -a- d'enw'")] == [
        "Cam-drin", "i'r", "plant", "4th", "a", "d'enw",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soniwch am plant.", [("plant", "blant")]),
        ("Soniwch am\nplant.", [("plant", "blant")]),
        ("Mae fy tad yma.", [("tad", "nhad")]),
        ("o plentyn i plentyn", [("plentyn", "blentyn"), ("plentyn", "blentyn")]),
        ("y Deddf", [("Deddf", "Ddeddf")]),
        ("y tudalen", [("tudalen", "dudalen")]),
        ("neu gadewch, neu cysylltwch, neu gallai, neu rhag, neu gyda'u ffrindiau", []),
        ("Soniwch am, plant. Heb. Plant", []),
        ("neu gêm", []),
        ("i Prevent", []),
    ],
)
def test_mutations_beyond_doubt(text: str, expected: list[tuple[str, str]]) -> None:
    found = list(welsh.mutations(text, ["deddf", "tudalen"], ["gêm"]))
    assert [(one.found, one.expected) for one in found] == expected
    assert all(text[one.start :].startswith(one.found) for one in found)


def test_a_phrase_in_any_form_over_lines_and_not_inside_words(cymraeg: Language) -> None:
    wanted = phrase("cam-drin ar-lein", cymraeg)
    assert [match[0] for match in wanted.places("Gam-drin\nar-lein, cam-drin ar-lein'n")] == [
        "Gam-drin\nar-lein",
        "cam-drin ar-lein",
    ]
    assert not list(wanted.places("xcam-drin ar-lein cam-drin ar-leiniau"))
    assert not list(phrase("DSL", cymraeg).places("dsl"))
    assert [match.start() for match in phrase("&", cymraeg).places("a & b &nbsp; c&d")] == [2]
    assert len(list(phrase("diwetha'", cymraeg).places("ddiwetha' diwethaf"))) == 1


def test_what_two_languages_share_is_a_quotation() -> None:
    assert unquoted("CSA Centre", ["CSA Centre"]) == GAP
    assert unquoted("Gweler Bees and their people heddiw", ["See Bees and their people today"]) == "Gweler — heddiw"
    assert unquoted("Gweler y llyfr", ["See the book"]) == "Gweler y llyfr"


def test_passages_of_a_page_hold_its_text_on_its_lines(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    text = (
        'Un `code` [dau\ntri](https://bees.example/x) <span lang="en">four\nfive</span> '
        'chwech[^local] {{ term("swarm", "haid") }} {{ phone("fire") }}\nsaith'
    )
    line = replace(root / "docs_cy/hives/swarms.md", "## Arwyddion", f"{text}\n\n## Arwyddion")
    guide = load(root)
    page = guide.pages["cy"]["hives/swarms.md"]
    passage = next(one for one in of_page(guide, page) if one.line == line)
    assert [(passage.line_at(at) - line, word) for at, word in words(passage.text)] == [
        (0, "Un"), (0, "dau"), (1, "tri"), (2, "chwech"), (2, "haid"), (3, "saith"),
    ]  # fmt: skip
    assert passage.section == "swarms"
    assert passage.flat.startswith("Un ———————— dau tri —") or "—" in passage.flat


def test_passages_of_data_are_printed_texts_of_the_language(guide: Guide, cymraeg: Language) -> None:
    found: list[Passage] = [one for one in passages(guide, cymraeg) if one.file.startswith("data/")]
    texts = {one.flat for one in found}
    assert "Gwenyn sy'n gadael gyda'i gilydd." in texts
    assert not any("made up" in text or "https" in text for text in texts)
    lines = (Path(guide.root) / "data/terms.yml").read_text(encoding="utf-8").splitlines()
    assert all("cy: " in lines[one.line - 1] for one in found if one.file == "data/terms.yml")


def test_reviewed_words_are_all_needed(tmp_path: Path) -> None:
    """A word the dictionary has, or that nothing uses, is not listed."""
    guide = load(real_guide(tmp_path))
    for language in guide.languages:
        found = tools(language)
        if found is None:
            continue
        used = {
            part
            for one in passages(guide, language)
            for _, word in words(one.text)
            for part in (word, *found.parts(word))
        }
        used |= {word.lower() for word in used}
        for word in reviewed(guide, language).words:
            assert not Speller(found, Reviewed()).accepts(word), f"data/words.yml: the dictionary has '{word}'"
            assert used & set(found.forms(word)), f"data/words.yml: no text uses '{word}' any longer"
