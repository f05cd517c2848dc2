"""Whatever stands in a file: one clear Problem or none, never a traceback."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canllaw.load import Unreadable, load
from canllaw.macros import expand
from support import problems, tiny_guide

PAGE = "docs_cy/offline.md"
FRONT = b"---\ntitle: Heb gysylltiad\ndescription: Disgrifiad.\nreviewed: 2026-01-02\nslug: heb-gysylltiad\n---\n"
BODY = b"\n# Heb gysylltiad {#offline}\n\n{{ editions() }}\n"

# What stands in the page, and the one rule that must speak of that page; None where the page is merely odd.
HOSTILE: list[tuple[str, bytes, str | None]] = [
    ("empty file", b"", "CF011"),
    ("no front matter", BODY, "CF011"),
    ("front matter never closed", b"---\ntitle: x\n", "CF011"),
    ("broken YAML", FRONT.replace(b"title: ", b"title: [") + BODY, "CF011"),
    ("front matter that is a list", b"---\n- a\n---\n" + BODY, "CF011"),
    ("Windows line ends", (FRONT + BODY).replace(b"\n", b"\r\n"), None),
    ("old Macintosh line ends", (FRONT + BODY).replace(b"\n", b"\r"), None),
    ("byte order mark", b"\xef\xbb\xbf" + FRONT + BODY, None),
    ("UTF-16", (FRONT + BODY).decode().encode("utf-16"), "CF010"),
    ("invalid UTF-8", FRONT + b"\n\xff\xfe caf\xe9\n" + BODY, "CF010"),
    ("NUL bytes", FRONT + b"\n\0\0\n" + BODY, "CF010"),
    ("a macro never closed", FRONT + BODY + b"\n{{ phone(\n", "XR020"),
    ("a macro closed on another line", FRONT + BODY + b'\n{{ phone(\n"fire") }}\n', None),
    ("a thousand open braces", FRONT + BODY + b"{{" * 1000, "XR020"),
    ("an unclosed fence", FRONT + BODY + b"\n```\n{{ nope() }} [^nope]\n", None),
]


@pytest.mark.parametrize(("name", "content", "rule"), HOSTILE, ids=[one[0] for one in HOSTILE])
def test_a_hostile_page(name: str, content: bytes, rule: str | None, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / PAGE).write_bytes(content)
    found = [one for one in problems(root) if one.file == PAGE and one.severity == "error"]
    about = [one for one in found if one.rule == rule]
    if rule is None:
        assert not [one for one in found if one.rule in ("CF010", "CF011", "XR020")], found
    elif rule in ("CF010", "CF011"):
        assert len(about) == 1 and about == found, found
    else:
        assert about, found
    assert all(one.line >= 1 and one.message and one.hint for one in found)


def test_a_page_that_is_a_folder(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / PAGE).unlink()
    (root / PAGE).mkdir()
    assert [(one.file, one.rule) for one in problems(root) if one.file == PAGE] == [(PAGE, "CF010")]


def test_a_page_that_may_not_be_read(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / PAGE).unlink()
    if os.geteuid() == 0:
        (root / PAGE).symlink_to("/proc/self/mem")  # root may read every file, but not this one
    else:
        (root / PAGE).write_bytes(FRONT + BODY)
        (root / PAGE).chmod(0)
    assert [(one.file, one.rule) for one in problems(root) if one.file == PAGE] == [(PAGE, "CF010")]


def test_a_page_that_points_at_itself(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / PAGE).unlink()
    (root / PAGE).symlink_to(root / PAGE)
    assert [(one.file, one.rule) for one in problems(root) if one.file == PAGE] == [(PAGE, "CF010")]


def test_a_line_of_a_megabyte_and_lists_a_hundred_deep(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    deep = "\n".join("  " * depth + "- item" for depth in range(100)).encode()
    for body in (
        b"word " * 200_000,
        b"[" * 200_000,
        b"`" * 100_001,
        b"<!--" * 50_000,
        b"[^a" * 100_000,
        deep,
        b"*" * 99_999,
    ):
        (root / PAGE).write_bytes(FRONT + BODY + body + b"\n")
        assert all(one.line >= 1 for one in problems(root))


@pytest.mark.parametrize("name", ["guide", "helplines", "legislation", "references", "terms", "strings", "search"])
@pytest.mark.parametrize(
    "content", [b"", b"\0", b"\xff", b"- a", b"a", b"{", b"a: *b", b"? [", b"&a [*a]", b"[" * 3000]
)
def test_a_hostile_data_file(name: str, content: bytes, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / f"data/{name}.yml").write_bytes(content)
    with pytest.raises(Unreadable) as unreadable:
        load(root)
    found = [one for one in unreadable.value.problems if one.file == f"data/{name}.yml"]
    assert len(found) >= 1 and all(one.line >= 1 and one.message and one.hint for one in found)


PIECES = [
    *"ab [](){}^#`-*_!|:<>\\\"'\n\t.&%0 9ŵ’",
    "{{",
    "}}",
    "[^",
    "]:",
    "```",
    "<!--",
    "-->",
    "\n\n",
    "## ",
    "{{ a(",
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_guide(tmp_path_factory.mktemp("hostile"))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(text=MARKDOWN)
def test_any_text_is_read_without_a_traceback(text: str, root: Path) -> None:
    (root / PAGE).write_bytes(FRONT + BODY + text.encode())
    guide = load(root)
    for pages in guide.pages.values():
        for page in pages.values():
            expand(guide, page)
    assert all(one.line >= 1 for one in problems(root))


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_without_a_traceback(content: bytes, root: Path) -> None:
    (root / PAGE).write_bytes(content)
    assert all(one.line >= 1 and one.message for one in problems(root))


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(front=st.text(alphabet=st.sampled_from(list("ab:-[]{}'\"\n #&*!|>%@?,0")), max_size=60))
def test_any_front_matter_is_read_without_a_traceback(front: str, root: Path) -> None:
    (root / PAGE).write_text(f"---\n{front}\n---\n\n# X {{#offline}}\n", encoding="utf-8")
    assert all(one.line >= 1 and one.message for one in problems(root))
