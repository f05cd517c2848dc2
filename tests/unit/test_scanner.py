"""The scanner sees what Python-Markdown would render, and nothing inside code or comments."""

import pytest

from canllaw import scanner


def read(text: str) -> tuple[str, scanner.Lines]:
    return scanner.mask(text), scanner.Lines(text, 1)


@pytest.mark.parametrize(
    "hidden",
    ["`[^a]`", "``[^a] ` ``", "```\n[^a]\n```", "~~~ md\n[^a]\n~~~", "<!-- [^a]\n[^a] -->", "```\n[^a]", r"\[^a]"],
)
def test_marks_in_code_and_comments_are_none(hidden: str) -> None:
    marks, definitions = scanner.footnotes(*read(f"Text {hidden}" if "\n" not in hidden else f"Text\n\n{hidden}"))
    assert marks == [] and definitions == []


def test_marks_and_definitions_have_the_lines_of_the_file() -> None:
    text = "One[^a] two[^b].\n\nThree[^a]\n\n[^a]: Note[^b]\n"
    marks, definitions = scanner.footnotes(scanner.mask(text), scanner.Lines(text, 10))
    assert [(mark.label, mark.line) for mark in marks] == [("a", 10), ("b", 10), ("a", 12), ("b", 14)]
    assert [(one.label, one.line) for one in definitions] == [("a", 14)]


def test_headings_with_and_without_ids() -> None:
    text = "# One {#one}\n\n## Two\n### Three ###\n## Four { .wide #four }\n"
    found = [(one.level, one.text, one.id, one.line) for one in scanner.headings(*read(text))]
    assert found == [(1, "One", "one", 1), (2, "Two", None, 3), (3, "Three", None, 4), (2, "Four", "four", 5)]


def test_links_images_and_brackets_in_text() -> None:
    text = 'See [a [b] c](x.md#y "Title") and ![alt](pic.svg), not `[no](no.md)`.'
    found = [(one.text, one.target, one.image) for one in scanner.links(*read(text))]
    assert found == [("a [b] c", "x.md#y", False), ("alt", "pic.svg", True)]


def test_macros_carry_arguments_and_place() -> None:
    text = 'A {{ law("x", "1", form="short") }}.\n\n{{ helpline("y") }}\n\n`{{ no() }}`\n'
    calls, problems = scanner.macros(*read(text), "page.md")
    assert problems == []
    assert [(one.name, one.args, dict(one.kwargs), one.line, one.block) for one in calls] == [
        ("law", ("x", "1"), {"form": "short"}, 1, False),
        ("helpline", ("y",), {}, 3, True),
    ]
    assert text[calls[0].start : calls[0].end] == '{{ law("x", "1", form="short") }}'


@pytest.mark.parametrize(
    "source",
    ["{{", "{{ }}", "{{ a }}", "{{ a( }}", "{{ a.b() }}", "{{ a(b) }}", "{{ a(*b) }}", "{{ a() }", "{{ a() | upper }}"],
)
def test_anything_but_one_call_is_one_problem(source: str) -> None:
    calls, problems = scanner.macros(*read(f"Text\n\n{source}\n"), "page.md")
    assert calls == []
    assert [(one.rule, one.line) for one in problems] == [("XR020", 3)]
