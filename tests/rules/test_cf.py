"""Settings and folders that would lose or mix a language: each found at its line and nowhere else."""

import shutil
from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_guide

ENGINE = "mkdocs.yml"
GUIDE = "data/guide.yml"
SAMPLES = [
    Sample("CF014", "docs/index.md", "Bees are near.", "[[?]]", "Bees are very near, `[[?]]` is no word."),
    Sample("CF014", "docs/offline.md", "title: Offline", 'title: "[[?]]"', "title: Off line"),
    Sample("CF014", "docs_cy/index.md", "Mae gwenyn gerllaw.", "Mae [[?]] gerllaw.", "Mae llawer o wenyn gerllaw."),
    Sample("CF028", "docs/index.md", "Bees are near.", '!!! note "Near"\n\nBees.', '!!! note "Near"\n\n    Bees.'),
    Sample("CF028", "docs/index.md", "Bees are near.", '!!! tip "Near"\n  - Bees.', '!!! tip "Near"\n    - Bees.'),
    Sample(
        "CF028",
        "docs/index.md",
        "Bees are near.",
        '- A\n\n\t!!! tip "B"\n\n\tC',
        '- A\n\n\t!!! tip "B"\n\n\t\tC',
        line=2,
    ),
    Sample("CF028", "docs/index.md", "Bees are near.", '!!! dangr "Near"\n    Bees.', '!!! danger "Near"\n    Bees.'),
    Sample("CF024", ENGINE, "plugins:\n", "plugins:\n  search: {}\n", "plugins:\n", 1),
    Sample("CF024", ENGINE, "plugins:\n", "plugins:\n  material/offline: {}\n", "plugins:\n  tags: {}\n", 1),
    Sample("CF025", GUIDE, "folder: docs_cy", "folder: docs", "folder: docs_cy"),
    Sample("CF025", GUIDE, "folder: docs_cy", "folder: docs_fy", "folder: docs_cy"),
    Sample("CF026", ENGINE, "anchors: warn", "anchors: ignore", "anchors: warn"),
    Sample("CF026", ENGINE, "  links: {not_found: warn,", "  links: {", "  links: {not_found: warn, "),
    Sample("CF026", ENGINE, "  links: {", "  lnks: {", "  links: {", -2),
    Sample("CF027", ENGINE, "strict: true", "strict: false", "strict: true"),
]
BY_HAND = {"CF015", "CF023"}


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


@pytest.mark.parametrize("name", ["it", "it-IT", "zh-Hant-TW", "it_IT"])
def test_a_folder_of_pages_named_like_a_language(name: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for folder in ("docs", "docs_cy"):
        shutil.copytree(root / folder / "hives", root / folder / name)
    found = [(one.file, one.line) for one in problems(root) if one.rule == "CF023"]
    assert found == [(f"docs/{name}", 1), (f"docs_cy/{name}", 1)]
    for folder in ("docs", "docs_cy"):
        (root / folder / name).rename(root / folder / "ite")
    assert not [one for one in problems(root) if one.rule == "CF023"]


def test_a_file_that_no_page_names(tmp_path: Path) -> None:
    root, secret = tiny_guide(tmp_path / "guide"), tmp_path / "secret.txt"
    secret.write_bytes((root / "docs/offline.md").read_bytes())
    for name in ("docs/draft.docx", "docs/hives/form.png", "docs_cy/hives/form.png", "docs/.DS_Store"):
        (root / name).write_bytes(b"bytes")
    for name in ("docs/hives/notes.txt", "docs/secret.md"):
        (root / name).symlink_to(secret)
    assert {(one.file, one.line) for one in problems(root) if one.rule == "CF015"} == {
        ("docs/draft.docx", 1), ("docs/hives/form.png", 1), ("docs/hives/notes.txt", 1), ("docs/secret.md", 1),
        ("docs_cy/hives/form.png", 1),
    }  # fmt: skip
    for name in ("docs/draft.docx", "docs/hives/notes.txt", "docs/secret.md"):
        (root / name).unlink()
    for folder in ("docs", "docs_cy"):
        path = root / folder / "hives/swarms.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n![A form](form.png)\n", encoding="utf-8")
    assert not [one for one in problems(root) if one.rule == "CF015"]


@pytest.mark.parametrize("said", ["does not exist", "holds no page"])
def test_a_language_without_pages(said: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    shutil.rmtree(root / "docs_cy")
    if said == "holds no page":
        (root / "docs_cy").mkdir()
    line = replace(root / GUIDE, "folder: docs_cy", "folder: docs_cy")
    (one,) = [one for one in problems(root) if one.rule == "CF025"]
    assert (one.file, one.line) == (GUIDE, line) and said in one.message


@pytest.mark.parametrize(("key", "rule"), [("validation", "CF026"), ("strict", "CF027")])
def test_a_setting_left_out_is_missed_at_the_top(key: str, rule: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / ENGINE, f"\n{key}:", f"\nno_{key}:")
    assert {(one.file, one.line) for one in problems(root) if one.rule == rule} == {(ENGINE, 1)}
