"""After an edit only those pages are made again that it touches, and only where no other page shows what has changed."""

from pathlib import Path

import pytest

from canllaw.amended import amended, changed, seen, touched
from canllaw.load import load
from support import replace, tiny_family

SWARMS = "docs_cy/hives/swarms.md"
SHOWN = {
    "a title": ("title: Heidiau", "title: Haid"),
    "a description": ("mewn ychydig eiriau", "mewn geiriau"),
    "a heading": ("## Arwyddion {", "## Yr arwyddion {"),
    "an id": ("{#signs}", "{#clues}"),
    "a note": ("[^local]: ", "[^other]: "),
    "a mark": ("swnllyd.[^local]", "swnllyd."),
    "a macro": ('provision("bees-act", "1")', 'provision("bees-act", "2")'),
    "a link": ("../index.md#next", "../index.md"),
    "what cannot be read": ("---\ntitle", "title"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_family(tmp_path)


def test_words_are_read_again_and_nothing_else_is(root: Path) -> None:
    guide = load(root)
    before = seen(guide)
    assert changed(before, seen(guide)) == set()
    for kept_by_an_editor in (".swarms.md.swp", "swarms.md~"):
        (root / "docs_cy/hives" / kept_by_an_editor).write_text("words")
    assert changed(before, seen(guide)) == set()
    replace(root / SWARMS, "yn swnllyd", "yn swnllyd iawn")
    files = changed(before, seen(guide))
    assert files == {SWARMS}
    after = amended(guide, files)
    assert after is not None
    assert "swnllyd iawn" in after.pages["cy"]["hives/swarms.md"].body
    assert "swnllyd iawn" not in guide.pages["cy"]["hives/swarms.md"].body
    assert [page for name, page in after.pages["cy"].items() if page is not guide.pages["cy"][name]] == [
        after.pages["cy"]["hives/swarms.md"]
    ]
    made = {page.file for page in touched(after, files)}
    assert SWARMS in made and "docs_cy/search.md" in made
    assert not any("wasps/" in file for file in made), "another guide shows nothing of it"


@pytest.mark.parametrize("kind", SHOWN)
def test_what_others_show_needs_a_whole_build(kind: str, root: Path) -> None:
    guide = load(root)
    old, new = SHOWN[kind]
    replace(root / SWARMS, old, new)
    assert amended(guide, {SWARMS}) is None


def test_so_does_what_is_no_page(root: Path) -> None:
    guide = load(root)
    before = seen(guide)
    replace(root / "data/helplines.yml", "01632 960 001", "01632 960 003")
    (root / "docs/new.md").write_text("---\ntitle: New\n---\n")
    (root / "docs_cy/hives/swarms.md").unlink()
    files = changed(before, seen(guide))
    assert files == {"data/helplines.yml", "docs/new.md", SWARMS}
    assert all(amended(guide, {file}) is None for file in files)
