"""A build that takes what earlier builds kept gives the same site as one that makes everything."""

import shutil
from pathlib import Path

import pytest

from canllaw.store import Store, packed
from support import build, canllaw, replace, tiny_family

CHANGES = {
    "a sentence": ("docs_cy/hives/swarms.md", ".\n", ". Mae gwenyn yn brysur.\n"),
    "a title": ("docs_cy/helplines.md", "title: ", "title: Rhai "),
    "a number": ("data/helplines.yml", "01632 960 001", "01632 960 003"),
}
SAID = "docs_cy/hives/swarms.md", "- Sŵn\n", "- Sŵn mawr\n"
"""A sentence of the text, for editions have no descriptions."""


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


def edited(root: Path, place: Path, *options: str, later: int = 0) -> dict[str, bytes]:
    """The editions of a site that is built for it, `later` seconds after the day has begun."""
    site = place / "site"
    built(root, site)
    moment = str(1795392000 + later)
    made = canllaw("editions", str(site), str(place / "dist"), *options, root=root, SOURCE_DATE_EPOCH=moment)
    assert made.returncode == 0, made.stdout + made.stderr
    assert tree(site / "download") == tree(place / "dist")
    return tree(place / "dist")


def test_editions_of_a_guide_in_which_nothing_has_changed_are_taken_as_they_are(tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    first = edited(root, tmp_path / "first")
    store = Store(root, "editions")
    for name in store.held():
        kept = store.get(name)
        store.put([(name, packed(kept._replace(data=kept.data + b"kept")))])
    assert len(store.held()) == 16
    again = edited(root, tmp_path / "again", later=86399)
    made = [name for name in first if name.startswith("tiny-")]
    assert len(made) == 16 and all(again[name] == first[name] + b"kept" for name in made), "taken without a look"
    replace(root / "docs_cy/wasps/nests.md", " yw nyth.", " yw nyth. Mae cacwn yn brysur.")
    after = edited(root, tmp_path / "after")
    new = {name for name in made if not after[name].endswith(b"kept")}
    assert new == {f"tiny-wasps-{one}" for one in ("cy-en.zip", "cy.zip", "cy.html", "cy.pdf", "cy-en-no-script.zip")}
    clean = edited(root, tmp_path / "clean", "--clean")
    assert all(clean[name] == (after if name in new else first)[name] for name in made)


@pytest.mark.parametrize("kind", CHANGES)
def test_after_a_change_editions_are_what_a_clean_build_makes(kind: str, tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    before = edited(root, tmp_path / "before")
    file, old, new = SAID if kind == "a sentence" else CHANGES[kind]
    replace(root / file, old, new)
    after = edited(root, tmp_path / "after")
    assert after != before and after == edited(root, tmp_path / "clean", "--clean")


def test_editions_kept_and_damaged_are_made_again(tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    first = edited(root, tmp_path / "first")
    store = Store(root, "editions")
    store.put((name, packed(("not", "an edition"))) for name in store.held())
    assert edited(root, tmp_path / "again") == first
    store.file.write_bytes(b"damaged")
    assert edited(root, tmp_path / "once more") == first
