"""What the data hold is shown where all else leads: helplines' cards, and the terms."""

from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_family, tiny_guide

DATA = "data/helplines.yml"
CARDS = '{{ helplines("fire", "swarm-line") }}'
SWARM_LINE = 16
"""The line of its record in the tiny guide's data."""
RECORD = """\
  - id: new-line
    kind: helpline
    name: {en: New Line, cy: Llinell Newydd}
    who: {en: Anyone, cy: Unrhyw un}
    age: {any: true}
    audiences: [parents]
    topics: [learning]
    phones: [{id: main, number: "01632 960 003"}]
    cost: call-rate
    welsh: {level: unknown}
    silent: {en: Wave to somebody near., cy: Codwch law ar rywun gerllaw.}
    source: made up for tests
    checked: "2026-01-02"
    confirmed: true
"""

SAMPLES = [
    Sample("XR032", "docs/words.md", "{{ glossary() }}", "Words.", "{{ glossary() }}", line=-2),
    Sample("XR032", "docs_cy/words.md", "{{ glossary() }}", "<!-- {{ glossary() }} -->", "{{ glossary() }}", line=-2),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def told(root: Path) -> list[tuple[str, int, str]]:
    return [(one.file, one.line, one.message) for one in problems(root) if one.rule == "XR032"]


@pytest.mark.parametrize("page", ["docs/helplines.md", "docs_cy/helplines.md"])
def test_a_card_taken_away_is_missed_however_many_lead_to_it(page: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    assert told(root) == []
    replace(root / page, CARDS, '{{ helpline("fire") }}')
    assert told(root) == [(DATA, SWARM_LINE, f"'swarm-line' has no card on {page}")]
    assert [one for one in problems(root) if one.rule == "XR002"] == []


def test_a_record_with_a_card_on_some_other_page_needs_one_with_the_others(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / DATA, "do_not_print: []", f"{RECORD}do_not_print: []")
    for page in ("docs/words.md", "docs_cy/words.md"):
        replace(root / page, "{{ glossary() }}", '{{ glossary() }}\n\n{{ helpline("new-line") }}')
    [found] = [one for one in problems(root) if one.rule[:2] in ("XR", "HL")]
    assert (found.file, found.line, found.rule) == (DATA, line, "XR032")
    assert found.message == "'new-line' has no card on docs/helplines.md or docs_cy/helplines.md"
    assert found.hint == 'add {{ helpline("new-line") }} there, on a line of its own'
    for page in ("docs/helplines.md", "docs_cy/helplines.md"):
        replace(root / page, CARDS, '{{ helplines("fire", "swarm-line", "new-line") }}')
    assert told(root) == []


def test_each_guide_with_a_page_of_helplines_of_its_own_needs_every_card_there(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    assert told(root) == []
    replace(
        root / "data/guide.yml", "{search: wasps/search.md}", "{search: wasps/search.md, helplines: wasps/nests.md}"
    )
    cards = "docs/wasps/nests.md or docs_cy/wasps/nests.md"
    assert [one[2] for one in told(root)] == [f"'fire' has no card on {cards}", f"'swarm-line' has no card on {cards}"]


@pytest.mark.parametrize("call", ['{{ helplines("fire", "swarm") }}', "{{ helpline5() }}", "{{ helplines( }}", "{{ x"])
def test_a_macro_that_fails_is_told_and_not_the_cards_it_keeps_away(call: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/helplines.md", CARDS, call)
    assert told(root) == []
    assert problems(root)
