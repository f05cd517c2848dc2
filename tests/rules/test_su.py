"""Suppressions: they need a reason and a fault; they never silence the configuration or each other."""

from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_guide

FAULT = "Bees {{ nope() }} near."
SAMPLES = [
    Sample(
        "SU001",
        "docs/index.md",
        "Bees are near.",
        "<!-- canllaw: allow XR021 -->\n" + FAULT,
        "<!-- canllaw: allow XR021 because bees -->\n" + FAULT,
    ),
    Sample("SU002", "docs/index.md", "Bees are near.", "<!-- canllaw: allow XR021 because bees -->\nBees.", "Bees."),
    Sample("SU003", "docs/index.md", "Bees are near.", "<!-- canllaw: ignore XR021 -->\nBees.", "<!-- note -->\nBees."),
    Sample("SU003", "docs/index.md", "Bees are near.", "<!-- canllaw: allow CF012 because x -->\nBees.", "Bees."),
    Sample("SU003", "docs/index.md", "Bees are near.", "<!-- canllaw: allow XX999 because x -->\nBees.", "Bees."),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def test_a_suppression_covers_the_next_line_of_text_only(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    comment = "<!-- canllaw: allow XR021 because bees -->\n\n"
    replace(root / "docs/index.md", "Bees are near.", comment + FAULT + "\n\n" + FAULT)
    found = [(one.rule, one.line) for one in problems(root) if one.file == "docs/index.md"]
    rows = (root / "docs/index.md").read_text(encoding="utf-8").split("\n")
    last = max(number for number, row in enumerate(rows, 1) if "nope" in row)
    assert found == [("XR021", last)]


def test_a_suppression_can_cover_the_section(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    comment = "<!-- canllaw: allow XR021 in section because bees -->\n\n"
    replace(root / "docs/index.md", "Bees are near.", comment + FAULT + "\n\n" + FAULT)
    assert not [one for one in problems(root) if one.file == "docs/index.md" and one.rule == "XR021"]
    replace(root / "docs/index.md", "Ask {{", "{{ nope() }} {{")
    assert [one.rule for one in problems(root) if one.rule == "XR021"] == ["XR021"]
