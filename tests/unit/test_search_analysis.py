"""What search takes for one word: tokens, mutations, endings, and what the dictionary adds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canllaw.search.analysis import analysis
from canllaw.search.lemmas import LISTED, NOUN, VERB, lemmas
from canllaw.search.tokens import fold, normal, words

WELSH, ENGLISH = analysis("welsh"), analysis("english")
# A beginning a Welsh word can have, a vowel, and anything: g before other consonants than l, n and r is no Welsh.
BEGINNINGS = [
    "",
    *"pbtdcgmnlrsh",
    "ch",
    "dd",
    "ff",
    "f",
    "ng",
    "ll",
    "ph",
    "rh",
    "th",
    "gl",
    "gn",
    "gr",
    "cl",
    "br",
    "st",
]
LETTERS = st.tuples(
    st.sampled_from(BEGINNINGS), st.sampled_from("aeiouwyâêŵŷ"), st.text("abcdefghilmnoprstuwyâêîôŵ", max_size=8)
).map("".join)


def test_words_are_found_whatever_keyboard_wrote_them() -> None:
    assert words("Mae’r gam‑drin yn digwydd ar\u00adlein: sy'n 116 123!") == [
        "mae'r", "gam-drin", "yn", "digwydd", "arlein", "sy'n", "116", "123",
    ]  # fmt: skip
    assert words(unicodedata.normalize("NFD", "tŷ gŵr môr")) == ["tŷ", "gŵr", "môr"]
    assert words("… 'nghariad' – (d’enw)") == ["nghariad", "d'enw"]


@given(st.text())
def test_words_are_the_same_whichever_way_the_text_is_composed(text: str) -> None:
    assert words(unicodedata.normalize("NFD", normal(text))) == words(normal(text))
    assert all(fold(fold(word)) == fold(word) for word in words(text))


@pytest.mark.parametrize(
    ("word", "term"),
    [("i'r", "i"), ("sy'n", "sy"), ("wedi'i", "wedi"), ("a'u", "a"), ("i'w", "i"), ("a'th", "a"), ("a'ch", "a"),
     ("d'enw", "enw"), ("f'enw", "enw"), ("plant", "plant"), ("p'un", "p'un")],
)  # fmt: skip
def test_what_has_grown_onto_a_word_is_taken_off(word: str, term: str) -> None:
    assert WELSH.term(word) == term


@pytest.mark.parametrize(
    ("radical", "forms"),
    [
        ("plentyn", "blentyn mhlentyn phlentyn"),
        ("tad", "dad nhad thad"),
        ("cam-drin", "gam-drin ngham-drin cham-drin"),
        ("bwlio", "fwlio mwlio"),
        ("diogelu", "ddiogelu niogelu"),
        ("gwefan", "wefan ngwefan"),
        ("merch", "ferch"),
        ("llinell", "linell"),
        ("rhwydwaith", "rwydwaith"),
        ("athro", "hathro"),
        ("chwaer", ""),
    ],
)
def test_every_mutation_is_known_both_ways(radical: str, forms: str) -> None:
    assert WELSH.forms(radical) == {radical, *forms.split()}
    for form in forms.split():
        assert radical in WELSH.radicals(form)


@given(LETTERS)
def test_mutation_and_its_inverse_agree(word: str) -> None:
    assert word in WELSH.siblings(word) and "" not in WELSH.siblings(word)
    assert all(word in WELSH.radicals(form) for form in WELSH.forms(word))
    assert all(word in WELSH.siblings(form) for form in WELSH.siblings(word))


@pytest.mark.parametrize(
    ("form", "listed"),
    [
        ("lluniau", "llun"), ("geiriau", "gair"), ("cyrsiau", "cwrs"), ("rhannau", "rhan"), ("ymarferwyr", "ymarferydd"),
        ("canolfeydd", "canolfa"), ("anifeiliaid", "anifail"), ("tecach", "teg"), ("rhannodd", "rhannu"),
        ("rhannwyd", "rhannu"), ("bwliodd", "bwlio"), ("cysylltwch", "cysylltu"), ("telir", "talu"),
        ("sicrhawyd", "sicrhau"), ("dechreuodd", "dechrau"), ("adroddwyd", "adrodd"), ("clywodd", "clywed"),
    ],
)  # fmt: skip
def test_an_ending_leads_to_the_listed_word(form: str, listed: str) -> None:
    assert WELSH.keys(form).forms & WELSH.keys(listed).listed


@pytest.mark.parametrize(
    ("form", "listed"),
    [
        ("images", "image"),
        ("bodies", "body"),
        ("shared", "share"),
        ("sharing", "share"),
        ("stopped", "stop"),
        ("lives", "life"),
    ],
)
def test_an_english_ending_leads_to_the_listed_word(form: str, listed: str) -> None:
    assert ENGLISH.keys(form).forms & ENGLISH.keys(listed).listed


def test_words_that_only_look_alike_do_not_meet() -> None:
    for one, other in (("heddwch", "addo"), ("gwariant", "gwario"), ("gwaelod", "gwael"), ("plant", "plu")):
        assert not WELSH.keys(one).forms & WELSH.keys(other).listed, (one, other)


def test_the_dictionary_groups_the_words_of_the_guide_and_only_these() -> None:
    terms = ["plentyn", "plant", "phlant", "lluniau", "rieni", "rhannodd", "gwefan", "grwmio"]
    known = lemmas(WELSH, "cy", terms, {"rhiant": ["rhieni"]})
    assert [0, 1, 2] in known.groups
    flags = dict(zip(terms, known.flags, strict=True))
    assert flags["plentyn"] == LISTED  # the listed word itself
    assert flags["lluniau"] == NOUN and flags["rhannodd"] == VERB  # forms whose listed word is not in the guide
    assert flags["phlant"] == 0  # met through plentyn
    assert flags["grwmio"] == LISTED | NOUN | VERB  # unknown: anything may be guessed


def test_reviewed_lemmas_overrule_the_dictionary() -> None:
    terms = ["noeth", "noethion", "doeth"]
    assert [0, 1, 2] in lemmas(WELSH, "cy", terms, {}).groups  # what the dictionary gets wrong
    assert lemmas(WELSH, "cy", terms, {"noeth": ["noethion"]}).groups == [[0, 1]]


def test_a_language_nobody_described_still_has_words() -> None:
    unknown = analysis("none-such")
    assert unknown.siblings("plant") == {"plant"} and unknown.term("i'r") == "i'r"
    assert lemmas(unknown, "xx", ["one", "two"], {}).groups == []
