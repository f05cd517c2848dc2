"""What is kept between builds: taken only for what it was made from, and never when it is damaged."""

import os
from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.several import several
from canllaw.store import Store, digest
from canllaw.surroundings import key
from support import real_guide, replace, tiny_guide


def test_a_value_comes_back_under_its_key_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    assert store.get("a") is None
    assert store.put("a", {"page": 1}) and store.holds("a")
    assert store.get("a") == {"page": 1} and store.get("b") is None and not store.holds("b")
    store.keep()
    assert store.get("a") is None and not store.holds("a")


@pytest.mark.parametrize("damage", [b"", b"\x80", b"nothing of ours", b"\x80\x04cno_such_module\nthing\n."])
def test_a_damaged_value_is_none(damage: bytes, tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", 1)
    (tmp_path / "a").write_bytes(damage)
    assert store.get("a") is None


def test_what_is_used_no_more_goes_and_so_does_what_a_dead_build_left(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", 1)
    store.put("b", 2)
    (tmp_path / ".new-x").write_bytes(b"half")
    store.keep({"a"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_takes_nothing_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = Store(tmp_path / "cache")
    assert not store.put("a", 1)
    store.keep({"a"})
    assert store.get("a") is None


def test_parts_are_digested_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc") and digest("a") == digest(b"a")


def keys(root: Path) -> dict[str, str]:
    guide = load(root)
    return {page.file: key(guide, page, "/") for pages in guide.pages.values() for page in pages.values()}


def test_a_sentence_changes_its_own_page_and_those_that_list_pages(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    before = keys(root)
    assert keys(root) == before
    replace(root / "docs/hives/swarms.md", "\n\n", "\n\nBees are busy.\n\n")
    after = keys(root)
    assert {name for name in before if before[name] != after[name]} == {
        "docs/hives/swarms.md", "docs/search.md", "docs_cy/search.md", "docs/words.md", "docs_cy/words.md"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/helplines.yml", "checked", "# a comment\n    checked"),
        ("data/strings.yml", "footnote_back", "# a comment\nfootnote_back"),
        ("docs/hives/swarms.md", "title: ", "title: More "),
        ("docs/hives/swarms.md", "{#", "and more {#"),
        ("mkdocs.yml", "sane_lists: {}", "sane_lists: {}\n  abbr: {}"),
    ],
)
def test_what_feeds_every_page_changes_every_page(file: str, old: str, new: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    before = keys(root)
    replace(root / file, old, new)
    after = keys(root)
    assert [name for name in before if before[name] == after[name]] == []


def test_a_template_changes_every_page(tmp_path: Path) -> None:
    root = real_guide(tmp_path / "guide")
    templates = (root / "overrides").resolve()
    (root / "overrides").unlink()
    (root / "overrides/macros").mkdir(parents=True)
    before = keys(root)
    for path in (templates / "macros").iterdir():
        (root / "overrides/macros" / path.name).write_bytes(path.read_bytes())
    after = keys(root)
    assert [name for name in before if before[name] == after[name]] == []


def test_many_are_made_in_order_and_a_fault_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert several(lambda number: number * number, 100) == [number * number for number in range(100)]

    def fail(number: int) -> int:
        if number == 70:
            raise ValueError("seventy")
        return number

    with pytest.raises(ValueError, match="seventy"):
        several(fail, 100)
