"""What macros write into a page, in each language."""

from pathlib import Path

import pytest

from canllaw import macros
from canllaw.footnotes import with_notes
from canllaw.load import load
from support import replace, tiny_guide


def expanded(root: Path, language: str, call: str, page: str = "hives/swarms.md") -> str:
    """What `call` becomes on a page of the tiny guide."""
    folder = {"en": "docs", "cy": "docs_cy"}[language]
    replace(root / folder / page, "\n\n", f"\n\n{call}\n\n")
    guide = load(root)
    body, problems = macros.expand(guide, guide.pages[language][page])
    assert problems == []
    return body.split("\n\n# ", 1)[0].strip()


@pytest.mark.parametrize(
    ("language", "call", "expected"),
    [
        ("en", '{{ law("bees-act", "1") }}', "section 1 of the Bees Act 1980"),
        ("cy", '{{ law("bees-act", "1") }}', "adran 1 o Ddeddf Gwenyn 1980"),
        ("en", '{{ law("bees-act", "1", form="short") }}', ">section 1<"),
        ("cy", '{{ law("bees-act", "1", form="short") }}', ">adran 1<"),
        ("cy", '{{ law("bees-act", mutation="nasal") }}', ">Neddf Gwenyn 1980<"),
        ("cy", '{{ law("bees-act") }}', 'hreflang="en"'),
        ("cy", '{{ law("hive-measure", "5-8") }}', 'adrannau 5–8 o <span lang="en">Hive Measure 2012</span>'),
        ("cy", '{{ law("hive-measure", "5-8") }}', 'href="https://law.example/hive/section/5/welsh"'),
        ("en", '{{ law("hive-measure", "5-8") }}', 'href="https://law.example/hive/section/5"'),
        ("en", '{{ phone("swarm-line", "welsh-line") }}', 'href="tel:01632960002">01632\u00a0960\u00a0002</a>'),
        ("en", '{{ text("swarm-line") }}', 'href="sms:60001">60001</a>'),
        ("en", '{{ email("swarm-line") }}', '<a href="mailto:swarm@bees.example">swarm@bees.example</a>'),
        ("cy", '{{ name("swarm-line") }}', '[<span lang="en">Swarm Line</span>](../helplines.md#helpline-swarm-line)'),
        ("cy", '{{ term("swarm") }}', "[haid](../words.md#term-swarm)"),
        ("cy", '{{ term("swarm", "heidiau") }}', "[heidiau](../words.md#term-swarm)"),
    ],
)
def test_inline(language: str, call: str, expected: str, tmp_path: Path) -> None:
    assert expected in expanded(tiny_guide(tmp_path), language, call)


def test_a_card_says_everything_the_record_holds(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    hours = 'hours: {confirmed: true, periods: [{days: [mon, tue, wed, thu, fri], open: "09:00", close: "12:00"}]}'
    replace(root / "data/helplines.yml", 'number: "01632 960 001"', f'number: "01632 960 001", {hours}')
    card = expanded(root, "cy", '{{ helpline("swarm-line") }}')
    for said in (
        '<span lang="en">Swarm Line</span>', "Pobl sydd â haid", "Llinell Gymraeg:", "Dan 19 oed", "Pris arferol",
        "Gofynnwch am Gymraeg", "Prin yw", "2 Ionawr 2026", "(Saesneg yn unig)", "<strong>HELP</strong>", "swarm@bees.example",
        "Gwiriwch y rhif hwn", "O ddydd Llun i ddydd Gwener",
    ):  # fmt: skip
        assert said in card, said
    block = card[card.index('<div class="helplines') : card.index("</section>")]
    assert "\n\n" not in block, "a blank line would end the HTML block"


def test_filters_choose_cards(tmp_path: Path) -> None:
    cards = expanded(tiny_guide(tmp_path), "en", '{{ helplines(audience="children") }}')
    assert "helpline-fire" in cards and "helpline-swarm-line" not in cards


def test_every_bad_call_of_a_page_is_told_at_once(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Bees are near.", '{{ nope() }} {{ phone("no") }} {{ law("no") }}')
    guide = load(root)
    page = guide.pages["en"]["index.md"]
    _, problems = macros.expand(guide, page)
    assert [problem.rule for problem in problems] == ["XR021", "HL010", "LW010"]
    assert macros.faults(guide, page) == problems


@pytest.mark.parametrize(
    "call",
    [
        '{{ helpline("no") }}', '{{ helplines("fire", "no") }}', '{{ helplines(audience="nobody") }}', "{{ helplines() }}",
        '{{ provision("bees-act", "no") }}', '{{ law("bees-act", "1", form="no") }}', '{{ law("bees-act", mutation="no") }}',
        '{{ text("fire", "more") }}', '{{ law("bees-act", 1) }}', '{{ law("bees-act", true) }}', '{{ term("no") }}',
        "{{ glossary() }}", "{{ references() }}", "{{ site_index() }}", '{{ helpline("fire") }}',
    ],
)  # fmt: skip
def test_what_keeps_a_call_from_being_expanded_is_told_without_expanding_it(call: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Bees are near.", f"Bees are near.\n\n{call}\n\nAnd {call} here.")
    guide = load(root)
    page = guide.pages["en"]["index.md"]
    tried = macros.faults(guide, page)
    assert tried == macros.expand(guide, page)[1]
    assert macros.faults(guide, page) == tried


def test_notes_are_made_from_records_in_the_pages_language(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    english, welsh = (with_notes(guide, guide.pages[code]["index.md"], "x[^bee-book]") for code in ("en", "cy"))
    assert '[^bee-book]: The Bee Board (2001). <a href="https://bees.example/book"' in english
    assert "## Sources and notes {#sources}" in english
    assert '<cite lang="en">Bees and people</cite></a> (Saesneg yn unig). Gwasg y Gwenyn.' in welsh
    assert "## Ffynonellau a nodiadau {#sources}" in welsh


def test_a_page_without_marks_gets_no_notes(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    assert with_notes(guide, guide.pages["en"]["words.md"], "x") == "x"


def test_notes_stand_in_the_order_their_marks_are_read(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    body = '# Words {#words}\n\n[^z]: Last,\n    and more.\n\n!!! note "Box"\n    One.[^bee-book]\n\nTwo.[^a] Three.[^z]\n\n[^a]: First.\n'
    replace(root / "docs/words.md", "# Words {#words}", body)
    guide = load(root)
    page = guide.pages["en"]["words.md"]
    result = with_notes(guide, page, page.body)
    order = [result.index(f"[^{label}]:") for label in ("bee-book", "a", "z")]
    assert order == sorted(order) and order[0] > result.index("Three.")
    assert "[^z]: Last,\n    and more." in result and result.count("[^z]:") == 1
