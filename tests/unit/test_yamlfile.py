"""YAML with lines, and a clear fault for what is not YAML."""

import pytest

from canllaw.yamlfile import YamlFault, parse


def test_every_value_has_its_line() -> None:
    value, lines = parse("a:\n  - b: 1\n    c: x\n  - b: 2\n", first_line=5)
    assert value == {"a": [{"b": 1, "c": "x"}, {"b": 2}]}
    assert lines[("a", 0, "c")] == 7 and lines[("a", 1)] == 8


def test_dates_and_words_stay_as_written() -> None:
    value, _ = parse("reviewed: 2026-11-23\ntitle: Off\nyes: true\n")
    assert value == {"reviewed": "2026-11-23", "title": "Off", "yes": True}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1\n", 2),
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a: 1\n b: 2\n", 2),
        ("a: !!python/object:os.system x\n", 1),
        ("? [\n" * 5, 6),
    ],
)
def test_faults_name_their_line(text: str, line: int) -> None:
    with pytest.raises(YamlFault) as fault:
        parse(text)
    assert fault.value.line == line and fault.value.message


def test_deep_nesting_is_a_fault_not_a_crash() -> None:
    with pytest.raises(YamlFault):
        parse("[" * 5000)
