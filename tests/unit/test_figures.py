"""Figures: what is seen of the facts of a text at a look is what a reading of it finds."""

from pathlib import Path

import pytest

from canllaw.body import STOP, chunks_of
from canllaw.facts import facts
from canllaw.figures import figures
from canllaw.load import load
from canllaw.model import Guide, Language
from canllaw.signs import FIGURE, signs
from support import real_guide, replace, tiny_guide

ENGLISH = Language("en", "docs", "English", "en_GB", "english", "START.html", "READ.txt")
WELSH = Language("cy", "docs_cy", "Cymraeg", "cy_GB", "welsh", "DECHRAU.html", "DARLLEN.txt")


def firm(text: str, language: Language) -> list[str]:
    """The facts that need an answer, read one by one."""
    return sorted(fact.value for fact in facts(text, 1, language) if not fact.loose)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (ENGLISH, "on 23 November, 2026 at 8.30pm and at 9  am"),
        (ENGLISH, "the 3rd of May, July 4th, 2026; 23/11/2026 and 2026-11-23"),
        (ENGLISH, "£ 5 million, £5\nmillion and 5   million"),
        (ENGLISH, "85 per\ncent, 85 per cent, 85   %, 85%"),
        (ENGLISH, "twenty-two, twenty \u2013 two, twenty\ntwo hundred"),
        (ENGLISH, "8[^bee-book] noon and five](https://bees.example/2019) years"),
        (ENGLISH, "{{ 3 }} one year, both years, two of three-quarters"),
        (WELSH, "ar 23 o Dachwedd 2026 am 8 y bore, 8 y\nbore, 8  yh"),
        (WELSH, "y ddau, y\nddau ddeg pump, pump ar hugain, un ar\nddeg"),
        (WELSH, "dwy fil, dwy\nfil, 5 y cant, 5 y\ncant, un flwyddyn, yn deg"),
    ],
)
def test_figures_are_the_facts_that_need_an_answer(language: Language, text: str) -> None:
    assert sorted(figures(language).of(text)) == firm(text, language)


def test_no_block_of_the_real_guide_has_facts_where_no_figure_is_seen(tmp_path: Path) -> None:
    guide = load(real_guide(tmp_path))
    seen = 0
    for page in (page for pages in guide.pages.values() for page in pages.values()):
        for block, held in zip(page.blocks, signs(guide, page), strict=True):
            expected = firm(block.text, page.language)
            assert sorted(figures(page.language).of(block.text)) == expected
            assert FIGURE in held or not expected, f"{page.file}:{block.line}"
            seen += bool(expected)
    assert seen > 100


def bodies(guide: Guide, file: str) -> list[str]:
    """The chunks of a page's body, block by block."""
    page = next(page for pages in guide.pages.values() for page in pages.values() if page.file == file)
    return " ".join(chunks_of(guide, page)).split(STOP)[1:]


def test_a_call_over_several_lines_leaves_the_blocks_below_it_where_they_are(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(
        root / "docs/index.md", "Bees are near.", 'Bees {{ law(\n"bees-act") }} are.\n\nFar and wide.\n\n- Not here.'
    )
    found = [part.strip() for part in bodies(load(root), "docs/index.md")]
    assert "Far and wide." in found and any(part.startswith("- Not here.") for part in found)
