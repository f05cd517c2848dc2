"""Welsh: mutation of first letters, and the order of the alphabet."""

import pytest

from canllaw.grammar import grammar

welsh, plain = grammar("welsh"), grammar("plain")


@pytest.mark.parametrize(
    ("word", "mutation", "expected"),
    [
        ("Deddf Plant 1989", "soft", "Ddeddf Plant 1989"),
        ("Deddf Plant 1989", "nasal", "Neddf Plant 1989"),
        ("Mesur Hawliau", "soft", "Fesur Hawliau"),
        ("plant", "aspirate", "phlant"),
        ("plant", "nasal", "mhlant"),
        ("cam-drin", "nasal", "ngham-drin"),
        ("gwefan", "soft", "wefan"),
        ("Gwynedd", "soft", "Wynedd"),
        ("llinell", "soft", "linell"),
        ("rhwydwaith", "soft", "rwydwaith"),
        ("chwaer", "soft", "chwaer"),
        ("ysgol", "nasal", "ysgol"),
        ("", "soft", ""),
    ],
)
def test_mutations(word: str, mutation: str, expected: str) -> None:
    assert welsh.mutate(word, mutation) == expected


def test_a_mutation_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="soft, nasal or aspirate"):
        welsh.mutate("plant", "loud")
    with pytest.raises(ValueError, match="no soft mutation"):
        plain.mutate("child", "soft")


def test_welsh_order_counts_digraphs_as_letters_and_ignores_accents() -> None:
    ordered = [
        "cyw",
        "chwarae",
        "dangos",
        "dathlu",
        "ddoe",
        "ffôn",
        "gwefan",
        "ngwefan",
        "hafan",
        "lôn",
        "llais",
        "parhau",
        "pwll",
        "phlant",
        "rôl",
        "rhiant",
    ]
    assert sorted(set(ordered), key=welsh.sort_key) == ordered
    assert sorted(["tŷ", "tu", "ty"], key=welsh.sort_key) == ["tu", "ty", "tŷ"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("chwilio", "Ch"), ("Childline", "Ch"), ("cam-drin", "C"), ("Ddoe", "Dd"), ("deddf", "D"), ("ffôn", "Ff"),
        ("llais", "Ll"), ("ôl", "O"), ("rhiant", "Rh"), ("'rhiant", "Rh"), ("thema", "Th"), ("999", "9"), ("!", ""),
    ],
)  # fmt: skip
def test_the_letter_a_word_is_filed_under(name: str, letter: str) -> None:
    assert welsh.letter(name) == letter
    assert plain.letter(name) == letter[:1]


def test_plain_order_ignores_case_and_accents() -> None:
    assert sorted(["zebra", "École", "eagle"], key=plain.sort_key) == ["eagle", "École", "zebra"]
