"""Facts: the same in digits and in words, in English and in Welsh, whatever the grammar does to the words."""

import pytest

from canllaw.facts import facts, unmatched
from canllaw.model import Language

ENGLISH = Language("en", "docs", "English", "en_GB", "english", "START.html", "READ.txt")
WELSH = Language("cy", "docs_cy", "Cymraeg", "cy_GB", "welsh", "DECHRAU.html", "DARLLEN.txt")

SAME = [
    ("on 23 November 2026", "ar 23 Tachwedd 2026"),
    ("on 3 May 2026 at 8pm", "am 8yh ar 3 Mai 2026"),
    ("from 12 March to 13 October", "rhwng 12 Mawrth a 13 Hydref"),
    ("in February 2021", "yn Chwefror 2021"),
    ("in November 2026", "yn Nhachwedd 2026"),
    ("July 4th, 2026", "4 Gorffennaf 2026"),
    ("on 2026-11-23", "ar 23 Tachwedd 2026"),
    ("to 1 July 2026", "i 1 Orffennaf 2026"),
    ("three bees, 4 hives", "pedwar cwch a 3 gwenynen"),
    ("four risks and five groups", "pedair risg a phum grŵp"),
    ("eighteen or 21", "18 neu un ar hugain"),
    ("thirty-two people", "tri deg dau o bobl"),
    ("ninety nine", "naw deg naw"),
    ("twenty years", "ugain mlynedd"),
    ("two hundred bees", "dau gant o wenyn"),
    ("1,000 bees", "mil o wenyn"),
    ("£1.5 million", "£1.5 miliwn"),
    ("85 per cent", "85 y cant"),
    ("85%", "85 y cant"),
    ("half of them, twice", "eu hanner nhw, ddwywaith"),
    ("at midnight", "am hanner nos"),
    ("both parents", "y ddau riant"),
    ("the two sources", "y ddwy ffynhonnell"),
    ("sources", "y ddwy ffynhonnell"),
    ("one of the first bees, once", "rhai gwenyn ar unwaith"),
    ("each bee may go", "un wenynen ym mis Mai"),
    ("fairly; a semi-nude image", "yn deg; delwedd hanner noeth"),
    ("section 15A and 66E-66F", "adran 15A a 66E-66F"),
    ("8.30am–12 noon", "8.30yb–hanner dydd"),
    ("the 16-year-old", "y plentyn 16 oed"),
    ("open 09:00", "ar agor o 9am"),
    ("[the law of 1989](law-2003.md)[^note-2010]", "[deddf 1989](law-2003.md)"),
    ("press Alt and F4", "pwyswch Alt ac F4"),
    ("the third sector", "y trydydd sector"),
]
DIFFERENT = [
    ("under 18", "dan 16", ["18"], ["16"]),
    ("three bees", "pedair gwenynen", ["three"], ["pedair"]),
    ("on 23 November 2026", "ar 22 Tachwedd 2026", ["23 November 2026"], ["22 Tachwedd 2026"]),
    ("in November 2026", "ym mis Hydref 2026", ["November 2026"], ["Hydref 2026"]),
    ("8am", "8pm", ["8am"], ["8pm"]),
    ("£5", "£50", ["£5"], ["£50"]),
    ("40%", "40", ["40%"], ["40"]),
    ("15A", "15", ["15A"], ["15"]),
    ("F4", "F5", ["F4"], ["F5"]),
    ("two bees", "gwenyn", ["two"], []),
    ("bees", "32 o wenyn", [], ["32"]),
    ("16 and 16", "16", ["16"], []),
    ("within one year", "ymhen 2 flynedd", ["one year"], ["2"]),
]


def compared(english: str, welsh: str) -> tuple[list[str], list[str]]:
    one, other = unmatched(facts(english, 1, ENGLISH), facts(welsh, 1, WELSH))
    return [fact.shown for fact in one], [fact.shown for fact in other]


@pytest.mark.parametrize(("english", "welsh"), SAME)
def test_the_same_facts_in_other_words(english: str, welsh: str) -> None:
    assert compared(english, welsh) == ([], [])


@pytest.mark.parametrize(("english", "welsh", "one", "other"), DIFFERENT)
def test_different_facts(english: str, welsh: str, one: list[str], other: list[str]) -> None:
    assert compared(english, welsh) == (one, other)


def test_a_fact_has_its_line() -> None:
    assert [(fact.value, fact.line) for fact in facts("Dan 18.\n\nAr 23\nTachwedd 2026.", 5, WELSH)] == [
        ("18", 5),
        ("2026-11-23", 7),
    ]


def test_a_language_without_number_words_still_has_numerals_and_months() -> None:
    french = Language("fr", "docs_fr", "Français", "fr_FR", "plain", "DEBUT.html", "LIRE.txt")
    assert [fact.value for fact in facts("le 3 mai 2026, 40%, trois", 1, french)] == ["2026-05-03", "40%"]
