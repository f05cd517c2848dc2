"""A new page: begun in every language, refused until it is written, clean when it is; or nothing is written at all."""

import re
import shlex
from pathlib import Path

import pytest

from canllaw.__main__ import main
from canllaw.load import load
from canllaw.rules import RULES
from canllaw.rules.unwritten import MARK
from canllaw.scaffold.menu import NoPlace, with_guide, with_page
from canllaw.yamlfile import parse
from support import ROOT, problems, real_guide, replace, tiny_guide

TITLES = ("--title", "en=Stay calm", "--title", "cy=Cadw'n dawel")
ENGLISH = "Bees fly away when nobody hurries."
WELSH = "Mae gwenyn yn hedfan i ffwrdd pan nad oes neb yn brysio."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_guide(tmp_path / "guide")


def begin(root: Path, *arguments: str) -> int:
    return main(["new", "--root", str(root), *arguments])


def files(root: Path) -> dict[str, bytes]:
    """Every file that people write."""
    places = [path for name in ("data", "docs", "docs_cy") for path in sorted((root / name).rglob("*"))]
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else b"" for path in places}


def written(root: Path, name: str) -> None:
    for folder, words in (("docs", ENGLISH), ("docs_cy", WELSH)):
        path = root / folder / f"{name}.md"
        path.write_text(path.read_text(encoding="utf-8").replace(MARK, words), encoding="utf-8")


@pytest.mark.parametrize("name", ["stay-calm", "hives/stay-calm", "what-to-do", "hives/helplines"])
def test_a_page_is_refused_where_it_is_not_written_and_clean_when_it_is(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert problems(root) == []
    assert begin(root, name, *TITLES, "--section", "one") == 0
    out = capsys.readouterr().out
    assert f"wrote docs/{name}.md\nwrote docs_cy/{name}.md\nwrote data/guide.yml\n" in out
    assert f"make translated PAGE={name}" in out
    english = (root / f"docs/{name}.md").read_text(encoding="utf-8")
    marked = [number for number, row in enumerate(english.splitlines(), 1) if MARK in row]
    found = problems(root)
    told = {(one.file, one.line) for one in found if one.rule == "CF014"}
    assert {(f"docs/{name}.md", line) for line in marked} <= told and len(told) == 2 * len(marked) == 6
    assert {one.rule for one in found} == {"CF014", "PA012"}
    written(root, name)
    assert main(["translated", name, "--root", str(root)]) == 0
    assert problems(root) == []
    page = load(root).pages["cy"][f"{name}.md"]
    assert page.meta["slug"] == "cadwn-dawel" and page.meta["reviewed"] == "2026-11-26"
    assert page.meta["translation_reviewed_by"] is None and [one.id for one in page.headings][1:] == [
        "what-to-do",
        "helplines",
    ]


def test_titles_come_from_make_as_they_are_typed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TITLE_EN", 'Bees: "$HOME" & `more`')
    monkeypatch.setenv("TITLE_CY", "Tŷ'r  gwenyn – 2")
    assert begin(root, "bees.md") == 0
    guide = load(root)
    assert guide.pages["en"]["bees.md"].meta["title"] == 'Bees: "$HOME" & `more`'
    assert guide.pages["cy"]["bees.md"].meta["title"] == "Tŷ'r gwenyn – 2"
    assert guide.pages["cy"]["bees.md"].meta["slug"] == "tyr-gwenyn-2"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("words", *TITLES), "docs/words.md is there already"),
        (("Stay Calm", *TITLES), "cannot be the name of a page"),
        (("../calm", *TITLES), "cannot be the name of a page"),
        (("a/b/c", *TITLES), "cannot be the name of a page"),
        (("calm", *TITLES, "--section", "on"), "there is no section 'on' in data/guide.yml: did you mean one?"),
        (("calm", *TITLES, "--section", "wasps"), "there are one"),
        (("calm", "--title", "en=Calm"), "there is no title in Cymraeg: give TITLE_CY="),
        (("calm", "--title", "en=Calm", "--title", "cy=…"), "has no letter for an address"),
        (("calm", "--title", "en={{ calm }}", "--title", "cy=Tawel"), "holds more than words"),
        (
            ("calm", "--title", "en=Words", "--title", "cy=Geiriau"),
            "docs_cy/words.md already has the address /cy/geiriau/: choose another TITLE_CY",
        ),
        (("hives", *TITLES), "docs/hives/index.md already has the address /en/hives/: choose another name"),
        (("en/calm", *TITLES), "the engine takes a folder 'en' for a language: choose a longer name"),
        (("nul", *TITLES), "Windows keeps the name 'nul' for itself"),
        (("aux/calm", *TITLES), "Windows keeps the name 'aux' for itself"),
        (("calm", "--title", "en=Calm", "--title", "cy=Con"), "Windows keeps the last name of /cy/con/ for itself"),
    ],
)
def test_what_is_not_right_is_refused_and_nothing_written(
    arguments: tuple[str, ...], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert begin(root, *arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err and not captured.out
    assert files(root) == before


def test_a_page_in_one_language_is_never_written_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs_cy/calm.md").write_text("nid tudalen", encoding="utf-8")
    before = files(root)
    assert begin(root, "calm", *TITLES) == 2
    assert "docs_cy/calm.md is there already" in capsys.readouterr().err and files(root) == before


def test_when_a_file_cannot_be_written_the_others_are_taken_back(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(root)
    real = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if target.name == "guide.yml":
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    assert begin(root, "new/calm", *TITLES) == 2
    assert "No space left on device: nothing was written" in capsys.readouterr().err
    assert files(root) == before


def test_misuse_and_a_guide_that_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        begin(root, "calm", "--title", "Calm")
    assert stop.value.code == 2 and "write CODE=WORDS" in capsys.readouterr().err
    replace(root / "data/guide.yml", "name: Tiny", "name: [")
    assert begin(root, "calm", *TITLES) == 1


def test_a_page_in_the_folder_of_another_guide_goes_into_its_menu(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = real_guide(tmp_path / "guide")
    assert begin(root, "missing/first-day", *TITLES, "--section", "abuse") == 2
    assert "there are going-missing, help, site" in capsys.readouterr().err
    assert begin(root, "missing/first-day", *TITLES, "--section", "going-missing") == 0
    settings = load(root).settings
    assert settings["guides"][0]["sections"][0]["pages"][-1] == "missing/first-day.md"
    assert not any("missing/first-day.md" in one["pages"] for one in settings["sections"])
    assert {one.rule for one in problems(root)} == {"CF014", "PA012"}


LAYOUTS = {
    "in one row": "sections:\n  - {id: a, pages: [a.md, b.md]}  # here\n  - {id: b, pages: [c.md]}\nfooter: [a.md]\n",
    "over rows": "sections:\n  - id: a\n    pages: [\n      a.md,\n      b.md,  # last\n    ]\n# after\n",
    "as a list": "sections:\n  - id: a\n    pages:\n      - a.md  # first\n      - b.md  # last\n# after\n  - id: b\n    pages: [c.md]\n",
    "at the end": "# ŵ\nsections:\n- id: a\n  pages:\n  - a.md\n  - b.md",
    "from Windows": "\ufeffsections:\r\n  - id: a\r\n    pages:\r\n      - a.md\r\n      - b.md\r\nname: ŵ\r\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_menu_keeps_its_comments_and_layout(layout: str) -> None:
    text = LAYOUTS[layout]
    edited = with_page(text, ("sections", 0), "new.md")
    assert parse(edited.removeprefix("\ufeff"))[0]["sections"][0]["pages"] == ["a.md", "b.md", "new.md"]
    without = re.sub(r", new\.md|\r?\n *- new\.md", "", edited)
    assert without == text and edited.count("\r\n") in (0, edited.count("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "sections: [{id: a, pages: &p [a.md]}, {id: b, pages: *p}]\n",
        "sections: [{<<: {pages: [a.md]}, id: a}]\n",
        "sections: [{id: a, pages: []}]\n",
    ],
)
def test_a_menu_this_edit_cannot_follow_is_left_alone(text: str) -> None:
    with pytest.raises(NoPlace):
        with_page(text, ("sections", 0), "new.md")


def test_the_helpline_that_contributing_shows_is_one(root: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [
        row
        for row in text.partition("## Add a helpline")[2].partition("\n## ")[0].split("\n")
        if row.startswith("  " * 3)
    ]
    record = "\n".join(row[5:] for row in rows if row.startswith(" " * 7)) + "\n"
    replace(root / "data/helplines.yml", "do_not_print:", record + "do_not_print:")
    assert load(root).helplines["new-line"].data["checked"] == "2026-11-23"


GONE = ("--title", "en=Honey", "--title", "cy=Cychod")  # the Welsh address of hives/
EXAMPLES = re.findall(r"^(new(?:-guide)?):.*?: make new(?:-guide)? (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)


@pytest.mark.parametrize(("command", "example"), EXAMPLES)
def test_the_examples_that_make_help_shows_begin_what_they_say(
    command: str, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = real_guide(tmp_path / "guide")
    given = dict(one.split("=", 1) for one in shlex.split(example))
    for name in [name for name in given if name.startswith("TITLE_")]:
        monkeypatch.setenv(name, given.pop(name))
    named = given.pop("PAGE" if command == "new" else "NAME")
    options = [word for name, value in given.items() for word in (f"--{name.lower()}", value)]
    assert main([command, named, "--root", str(root), *options]) == 0
    assert {one.rule for one in problems(root)} == {"CF014", "PA012"}


def test_the_examples_that_make_help_shows_name_what_there_is() -> None:
    text, guide = (ROOT / "Makefile").read_text(encoding="utf-8"), load(ROOT)
    known = {
        "BASIS": guide.references, "SECTION": [one["id"] for one in guide.sections], "RULE": RULES,
        "translated PAGE": [name.removesuffix(".md") for name in guide.pages["en"]],
    }  # fmt: skip
    for name, ids in known.items():
        shown = re.findall(rf"##.* {name}=([\w-]+)", text)
        assert shown and set(shown) <= set(ids), name


FAMILY = ("--title", "en=Honey", "--title", "cy=Mêl")


@pytest.mark.parametrize("exit", ["offline.md", "words.md"])
def test_a_guide_is_begun_beside_the_others_and_is_clean_when_it_is_written(exit: str, root: Path) -> None:
    replace(root / "data/guide.yml", "exit: offline.md", f"exit: {exit}")
    replace(root / "data/guide.yml", "places:", "shared: [helplines.md, words.md, offline.md]\nplaces:")
    assert problems(root) == []
    assert main(["new-guide", "honey", "--root", str(root), *FAMILY]) == 0
    names = ["index", "what-to-do", "references", "search", "print"]
    found = problems(root)
    marked = {one.file for one in found if one.rule == "CF014"}
    assert marked == {f"{folder}/honey/{name}.md" for folder in ("docs", "docs_cy") for name in names}
    assert {one.rule for one in found} == {"CF014", "PA012"}
    for name in names:
        written(root, f"honey/{name}")
        assert main(["translated", f"honey/{name}", "--root", str(root)]) == 0
    assert problems(root) == []
    guide = load(root)
    assert [one["id"] for one in guide.settings["guides"]] == ["honey"]
    assert guide.pages["cy"]["honey/index.md"].meta["slug"] == "mel"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("Honey", *FAMILY), "cannot be the name of a guide"),
        (
            ("honey", "--basis", "wasps", *FAMILY),
            "has no record 'wasps': add what the guide is based on, then try again",
        ),
        (
            ("honey", "--basis", "bee-boko", *FAMILY),
            "has no record 'bee-boko': did you mean bee-book? If not, add what",
        ),
        (("hives", *FAMILY), "is there already"),
        (("honey", "--title", "en=Honey"), "TITLE_CY"),
        (("words", *FAMILY), "docs/words.md already has the address /en/words/: choose another name\n"),
        (("honey", *GONE), "docs_cy/hives/index.md already has the address /cy/cychod/: choose another TITLE_CY\n"),
        (("en", *FAMILY), "the engine takes a folder 'en' for a language: choose a longer name\n"),
        (("con", *FAMILY), "Windows keeps the name 'con' for itself: choose another name\n"),
        (("honey", "--title", "en=Honey", "--title", "cy=Aux"), "Windows keeps the last name of /cy/aux/ for itself"),
    ],
)
def test_a_guide_that_cannot_be_begun_leaves_everything_as_it_was(
    arguments: tuple[str, ...], words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert main(["new-guide", "--root", str(root), *arguments]) == 2
    assert words in capsys.readouterr().err and files(root) == before


def test_a_guide_may_be_called_as_a_part_of_the_menu_is(root: Path) -> None:
    replace(root / "data/guide.yml", "places:", "shared: [helplines.md, words.md, offline.md]\nplaces:")
    assert main(["new-guide", "site", "--root", str(root), *FAMILY]) == 0
    assert {one.rule for one in problems(root)} == {"CF014", "PA012"}
    ids = [one["id"] for one in load(root).settings["guides"][0]["sections"]]
    assert len(set(ids)) == len(ids)


def test_an_address_of_digits_is_words_to_yaml(root: Path) -> None:
    replace(root / "data/guide.yml", "places:", "shared: [helplines.md, words.md, offline.md]\nplaces:")
    titles = ("--title", "en=2024", "--title", "cy=2024")
    assert begin(root, "calm", *titles) == 0
    assert main(["new-guide", "honey", "--root", str(root), "--title", "en=1984", "--title", "cy=1984"]) == 0
    pages = load(root).pages["cy"]
    assert [pages[name].meta["slug"] for name in ("calm.md", "honey/index.md")] == ["2024", "1984"]
    assert {one.rule for one in problems(root)} == {"CF014", "PA012"}


def test_every_reason_against_a_guide_is_told_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    for name, reason in (("words", "docs/words.md already has"), ("en", "the engine takes"), ("con", "Windows keeps")):
        assert main(["new-guide", name, "--root", str(root), *GONE]) == 2
        first, second = capsys.readouterr().err.splitlines()
        assert first.startswith(reason) and second.startswith("docs_cy/hives/index.md already has the address /cy/")
    assert files(root) == before


def test_a_second_guide_keeps_the_comments_and_the_entries_of_the_first() -> None:
    text = (ROOT / "data/guide.yml").read_text(encoding="utf-8")
    edited = with_guide(text, {"id": "honey", "pages": ["a.md"]})
    kept = [row for row in text.splitlines() if row.strip().startswith("#")]
    assert [row for row in edited.splitlines() if row.strip().startswith("#")] == kept
    assert parse(edited)[0]["guides"][-1] == {"id": "honey", "pages": ["a.md"]}
