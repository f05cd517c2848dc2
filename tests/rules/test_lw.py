"""Law: sections with their Act, Acts by their names, nothing cited that is not law."""

import re
from pathlib import Path

import pytest

from canllaw import macros
from canllaw.load import load
from canllaw.rules import RULES
from samples import Sample, assert_found
from support import problems, real_guide, replace, tiny_guide

EN, CY = "docs/index.md", "docs_cy/index.md"
NEAR, GERLLAW = "Bees are near.", "Mae gwenyn gerllaw."
STATUS = "status: in-force"
OFFICIAL = "https://www.legislation.gov.uk/ukpga"
ACT_CHECKED = 'checked: "2026-01-02"\n    provisions:\n      - section: "1"'
PART_CHECKED = 'checked: "2026-01-02"}'

WASPS = """  - id: wasp-act
    kind: act
    title: {en: Wasp Act 1999}
    title_confirmed: true
    url: {en: "https://law.example/wasp"}
    source: made up for tests
    checked: "2026-01-02"
    provisions: []
  - id: hive-measure"""


def to_come(words: str) -> str:
    """The same, on the day after the tests' own."""
    return words.replace("2026-01-02", "2026-11-27")


SAMPLES = [
    Sample("LW002", EN, NEAR, "Under section 47, bees rest.", "Under {{ law('bees-act', '1') }}, bees rest."),
    Sample("LW002", EN, NEAR, "Under sections 5-8 bees rest.", "The section on bees has 8 parts."),
    Sample("LW002", EN, NEAR, "An s.47 enquiry.", "The keeper's 47 hives."),
    Sample("LW002", EN, NEAR, "An s47 enquiry.", "Under-18s 47 miles away."),
    Sample("LW002", EN, NEAR, "**Section\n1** says so.", "The last section. 1 bee."),
    Sample("LW002", CY, GERLLAW, "Yn ôl adran 47, mae gwenyn.", "Yn yr adran hon mae 47 o wenyn."),
    Sample("LW002", CY, GERLLAW, "Yn ôl adrannau 5–8.", "Yn ôl {{ law('hive-measure', '5-8') }}."),
    Sample("LW002", CY, GERLLAW, "Under section 47.", "Yn is-adran (9)."),
    Sample(
        "LW002",
        EN,
        NEAR,
        'See {{ law("bees-act", "1", form="short") }}.',
        'The {{ law("bees-act") }}: see {{ law("bees-act", "1", form="short") }}.',
    ),
    Sample(
        "LW002",
        "docs/hives/swarms.md",
        "- Dark cloud",
        '- {{ law("bees-act", "1", "short") }}',
        '- {{ law("bees-act", "1") }}, again {{ law("bees-act", "1", "short") }}',
    ),
    Sample("LW004", EN, 'law("bees-act", "1")', 'law("hive-measure", "5-8")', 'law("hive-measure")'),
    Sample("LW004", CY, 'law("bees-act", "1")', 'law(act="hive-measure", section="5-8")', 'law("hive-measure")'),
    Sample("LW005", EN, NEAR, "The Bees Act 1980 says so.", 'The {{ law("bees-act") }} says so.'),
    Sample("LW005", EN, NEAR, "Under the Bee Act 1980.", "The 1980 Act."),
    Sample("LW005", EN, NEAR, "The Bees\nAct 1981.", "Bees act 24 hours a day."),
    Sample("LW005", EN, NEAR, "The Wasps and Hornets (Wales) Act 2001.", "Act now. In 1980 Bees acted."),
    Sample("LW005", EN, "# Living with bees", "# The Bee Act 1980", "# The Bees Act 1980"),
    Sample("LW005", EN, "Home, in a few words.", "The Bee Act 1980.", "The Bees Act 1980."),
    Sample("LW005", CY, GERLLAW, "Deddf Gwenyn 1980 yw hi.", 'Mae {{ law("bees-act") }} yma.'),
    Sample("LW005", CY, GERLLAW, "Yn Neddf Gwenyn 1981.", "Yn Neddf 1980."),
    Sample("LW005", CY, GERLLAW, "O dan Ddeddf y Gwenyn 1980.", "O dan y Ddeddf ers 1980."),
    Sample("LW005", CY, GERLLAW, '<span lang="en">Hive Measure 2012</span>.', 'Mae {{ law("hive-measure") }}.'),
    Sample("LW005", "data/terms.yml", "Bees that leave together.", "The Bees Act 1981.", "The Bees Act 1980."),
    Sample("LW005", "data/terms.yml", "Gwenyn sy'n gadael", "Yn Neddf Gwenyn 1981", "Yn Neddf Gwenyn 1980"),
    Sample("LW006", CY, GERLLAW, "Mae'r Bees Act 1980 yma.", 'Mae {{ law("bees-act") }} yma.'),
    Sample("LW006", EN, NEAR, "See Deddf Gwenyn 1980.", 'See the {{ law("bees-act") }}.'),
    Sample("LW006", CY, "# Byw gyda gwenyn", "# Bees Act 1980", "# Deddf Gwenyn 1980"),
    Sample(
        "LW006", "data/terms.yml", "cy: Gwenyn sy'n", "cy: Yn y Bees Act 1980 sy'n", "cy: Yn Neddf Gwenyn 1980 sy'n"
    ),
    Sample(
        "LW009", "data/legislation.yml", "cy: Deddf Gwenyn 1980", "cy: Deddf Gwenyn 1890", "cy: Deddf y Gwenyn 1980"
    ),
    Sample("LW009", "data/legislation.yml", "https://law.example/bees", f"{OFFICIAL}/1890/4", f"{OFFICIAL}/1980/4"),
    Sample("LW008", "data/legislation.yml", ACT_CHECKED, to_come(ACT_CHECKED), ACT_CHECKED),
    Sample("LW008", "data/legislation.yml", PART_CHECKED, to_come(PART_CHECKED), PART_CHECKED),
    Sample("LW007", "data/legislation.yml", "  - id: hive-measure", WASPS, "  - id: hive-measure"),
]
BY_HAND = {"LW003"}


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


@pytest.mark.parametrize("status", ["repealed", "not-in-force"])
def test_every_citation_of_what_is_not_law_is_found_with_the_records_line(status: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / "data/legislation.yml", STATUS, f"status: {status}")
    cited = {
        (path.relative_to(root).as_posix(), number)
        for path in [*root.glob("docs/**/*.md"), *root.glob("docs_cy/**/*.md")]
        for number, row in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if '("bees-act", "1")' in row
    }
    found = [one for one in problems(root) if one.rule.startswith("LW")]
    assert {(one.file, one.line) for one in found} == cited and len(cited) == 4
    assert {one.rule for one in found} == {"LW003"}
    assert all(f"data/legislation.yml:{line - 3}" in one.message for one in found)


def test_a_law_in_force_in_part_may_be_cited(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "data/legislation.yml", STATUS, "status: in-force-in-part")
    assert not [one for one in problems(root) if one.rule.startswith("LW")]


def test_a_box_may_show_what_is_not_confirmed(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for folder in ("docs", "docs_cy"):
        replace(root / folder / "hives/swarms.md", '"bees-act", "1"', '"hive-measure", "5-8"')
    assert not [one for one in problems(root) if one.rule.startswith("LW")]


def test_naming_the_act_under_another_heading_is_not_enough(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / EN, NEAR, f'{{{{ law("bees-act") }}}}\n\n## Law {{#law}}\n\n{NEAR}') + 4
    replace(root / EN, NEAR, '{{ law("bees-act", "1", form="short") }}')
    assert [(one.rule, one.line) for one in problems(root) if one.rule == "LW002"] == [("LW002", line)]


def test_the_hint_names_the_act_that_is_meant(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / EN, NEAR, "The Bee Act 1980 and section 1.")
    guide = load(root)
    page = guide.pages["en"]["index.md"]
    hints = {p.rule: p.hint for code in ("LW005", "LW002") for p in RULES[code].find(guide, page)}
    assert hints["LW005"] == "did you mean 'Bees Act 1980'? Write {{ law(\"bees-act\") }}"
    assert hints["LW002"] == 'write {{ law("bees-act", "1") }}, which names the Act too'


def test_every_citation_of_the_real_guide_is_found_when_it_is_typed_instead_of_its_macro(tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    before = load(root)
    expected = set()
    for pages in before.pages.values():
        for page in pages.values():
            body, at = "", 0
            for call in page.macros:
                if call.name == "law":
                    said = re.sub(r"<[^>]+>", "", macros.run(macros.Context(before, page, call)))
                    body += page.body[at : call.start] + said
                    at = call.end
                    expected.add((page.file, call.line))
            path = root / page.file
            head = path.read_text(encoding="utf-8").split("\n")[: page.body_line - 1]
            path.write_text("\n".join([*head, body + page.body[at:]]), encoding="utf-8")
    after = load(root)
    every = [page for pages in after.pages.values() for page in pages.values()]
    found = {(one.file, one.line) for page in every for one in RULES["LW002"].find(after, page)}
    acts = [RULES[code] for code in ("LW005", "LW006")]
    named = {(one.file, one.line) for page in (*every, None) for rule in acts for one in rule.find(after, page)}
    assert found | named == expected and len(expected) > 40
