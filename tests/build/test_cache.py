"""A build that takes what earlier builds kept gives the same site as one that makes everything."""

import shutil
from pathlib import Path

import pytest

from canllaw.store import Store, packed
from support import build, replace, tiny_family

CHANGES = {
    "a sentence": ("docs_cy/hives/swarms.md", ".\n", ". Mae gwenyn yn brysur.\n"),
    "a title": ("docs_cy/helplines.md", "title: ", "title: Rhai "),
    "a number": ("data/helplines.yml", "01632 960 001", "01632 960 003"),
}


def tree(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def built(root: Path, site: Path, **environment: str) -> dict[str, bytes]:
    result = build(root, "--site-dir", str(site), **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return tree(site)


@pytest.mark.parametrize("kind", CHANGES)
def test_after_a_change_the_site_is_what_a_clean_build_makes(kind: str, tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    before = built(root, tmp_path / "before")
    store = Store(root, "site")
    kept, written = store.held(), store.file.stat().st_mtime_ns
    assert built(root, tmp_path / "again") == before
    assert store.held() == kept and store.file.stat().st_mtime_ns == written, "all was kept"
    file, old, new = CHANGES[kind]
    replace(root / file, old, new)
    after = built(root, tmp_path / "after")
    assert bool(store.held() & kept) == (kind == "a sentence") and after != before
    assert after == built(root, tmp_path / "clean", CANLLAW_CLEAN="1")


def test_what_is_kept_is_used_and_what_is_distrusted_is_not(tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    built(root, tmp_path / "first")
    store = Store(root, "site")
    for name in store.held():
        made = store.get(name)
        store.put([(name, packed(made._replace(html=made.html + "<p>This was kept.</p>")))])
    kept = built(root, tmp_path / "kept")
    pages = [name for name in kept if name.endswith("index.html") and "/" in name]
    assert len(pages) >= 20 and all(b"<p>This was kept.</p>" in kept[name] for name in pages)
    clean = built(root, tmp_path / "clean", CANLLAW_CLEAN="1")
    assert not any(b"This was kept" in clean[name] for name in pages)


def test_what_is_kept_and_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    first = built(root, tmp_path / "first")
    store = Store(root, "site")
    store.put((name, b"damaged") for name in store.held())
    assert built(root, tmp_path / "again") == first
    store.file.write_bytes(b"damaged")
    assert built(root, tmp_path / "once more") == first


def test_a_site_of_which_nothing_can_be_kept_is_the_same(tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    first = built(root, tmp_path / "first")
    shutil.rmtree(root / "build")
    (root / "build").write_text("a file where the folder should be", encoding="utf-8")
    assert built(root, tmp_path / "again") == first
