"""What is kept between builds: taken only for what it was made from, and never when it is damaged."""

import hashlib
import os
from importlib.metadata import version
from pathlib import Path

import pytest

from canllaw import surroundings
from canllaw.load import load
from canllaw.several import several
from canllaw.store import Store, digest, packed
from canllaw.surroundings import key
from support import real_guide, replace, tiny_guide


def put(store: Store, **values: object) -> set[str]:
    return store.put((key, packed(value)) for key, value in values.items())


def test_a_value_comes_back_under_its_key_alone(tmp_path: Path) -> None:
    store = Store(tmp_path, "cache")
    assert store.get("a") is None and store.held() == set()
    assert put(store, a={"page": 1}) == {"a"} == store.held()
    assert store.get("a") == {"page": 1} and store.get("b") is None
    assert put(store, a=2, b=3) == {"a", "b"} and store.get("a") == 2
    store.keep()
    assert store.get("a") is None and store.held() == set()


@pytest.mark.parametrize("value", [b"", b"\x80", b"nothing of ours", b"\x80\x04cno_such_module\nthing\n."])
def test_a_value_that_cannot_be_read_is_none(value: bytes, tmp_path: Path) -> None:
    store = Store(tmp_path, "cache")
    store.put([("a", value), ("b", hashlib.sha256(value).digest() + value)])
    assert store.get("a") is None and store.get("b") is None


def test_a_value_with_any_byte_of_it_changed_is_none(tmp_path: Path) -> None:
    store, whole = Store(tmp_path, "cache"), packed({"page": ["words"] * 3, "bytes": b"\0" * 20})
    for at in range(len(whole)):
        store.put([("a", whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])])
        assert store.get("a") is None


def test_a_file_damaged_in_its_middle_is_taken_away(tmp_path: Path) -> None:
    store = Store(tmp_path, "cache")
    put(store, **{f"key {number}": "words" * 500 for number in range(50)})
    whole = store.file.read_bytes()
    for use in (lambda one: one.get("key 7"), Store.held, lambda one: put(one, b=2), Store.keep):
        store.file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        use(Store(tmp_path, "cache"))
        fresh = Store(tmp_path, "cache")
        assert put(fresh, b=3) == {"b"} == fresh.held() and fresh.get("b") == 3


def test_clearing_leaves_nothing_and_the_store_in_use(tmp_path: Path) -> None:
    store = Store(tmp_path, "cache")
    store.clear()
    put(store, a=1)
    assert store.get("a") == 1
    store.clear()
    assert store.get("a") is None and put(store, b=2) == {"b"} and store.get("b") == 2


@pytest.mark.parametrize("damage", [b"", b"nothing of ours" * 100, b"SQLite format 3\0" * 100])
def test_a_damaged_file_is_made_anew(damage: bytes, tmp_path: Path) -> None:
    put(Store(tmp_path, "cache"), a=1)
    store = Store(tmp_path, "cache")
    store.file.write_bytes(damage)
    assert store.get("a") is None
    assert put(store, b=2) == {"b"} and store.get("b") == 2


def test_a_file_cut_short_gives_nothing_that_was_not_put_in(tmp_path: Path) -> None:
    store = Store(tmp_path, "cache")
    put(store, **{f"key {number}": [number] * 500 for number in range(50)})
    whole = store.file.read_bytes()
    for size in range(0, len(whole), 4096):
        store = Store(tmp_path, "cache")
        store.file.write_bytes(whole[:size])
        assert {number for number in range(50) if store.get(f"key {number}") not in (None, [number] * 500)} == set()
        assert put(store, b=2) in (set(), {"b"})


def test_what_is_used_no_more_goes(tmp_path: Path) -> None:
    store = Store(tmp_path, "cache")
    put(store, a=1, b=b"long" * 100_000)
    long = store.file.stat().st_size
    store.keep({"a"})
    assert store.held() == {"a"} and store.file.stat().st_size < long / 10
    assert [path.name for path in store.file.parent.iterdir()] == [store.file.name]


def test_a_process_that_was_parted_reads_and_writes_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    store = Store(tmp_path, "cache")
    put(store, **{str(number): number for number in range(100)})
    assert store.get("0") == 0
    assert several(lambda number: store.get(str(number)), 100) == list(range(100))
    assert several(lambda number: put(store, **{f"new {number}": number}), 100) == [
        {f"new {one}"} for one in range(100)
    ]
    assert store.get("new 99") == 99 and len(store.held()) == 200


def test_a_place_that_takes_nothing_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file where the folder should be")
    store = Store(tmp_path, "cache")
    assert put(store, a=1) == set() == store.held()
    store.keep({"a"})
    assert store.get("a") is None


def test_other_libraries_or_other_code_make_every_page_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, elsewhere = tiny_guide(tmp_path / "guide"), tmp_path / "elsewhere"
    before = keys(root)
    with monkeypatch.context() as patch:
        patch.setattr(surroundings, "version", lambda name: "99" if name == "babel" else version(name))
        assert not before.items() & keys(root).items()
    elsewhere.mkdir()
    monkeypatch.setattr(surroundings, "OURS", elsewhere)
    found = []
    for code in ("", "a = 1", "a = 2"):
        (elsewhere / "code.py").write_text(code)
        found.append(set(keys(root).items()))
    assert not found[0] & found[1] and not found[1] & found[2]


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
