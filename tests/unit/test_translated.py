"""Stamping translations: the front matter's stamps and nothing else, for the pages named and no others."""

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.sections import fields
from canllaw.translated import add_arguments, main_translated, stale, stamp, stampable, stamps
from support import replace, tiny_guide

PAGE = "docs_cy/index.md"


def change(root: Path) -> None:
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    replace(root / "docs/hives/swarms.md", "- Noise", "- Din")


def late(root: Path) -> list[tuple[str, str, str]]:
    guide = load(root)
    return [(page.file, one.state, one.id) for page in guide.pages["cy"].values() for one in stale(guide, page)]


@pytest.mark.parametrize("name", ["index", "index.md"])
def test_a_stamped_page_is_in_step_and_others_stay_as_they_are(name: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    change(root)
    assert late(root) == [("docs_cy/hives/swarms.md", "changed", "signs"), (PAGE, "changed", "next")]
    assert stamp(root, load(root), [name]) == [PAGE]
    assert late(root) == [("docs_cy/hives/swarms.md", "changed", "signs")]
    assert stamp(root, load(root), [name]) == []
    assert stamp(root, load(root), ["hives/swarms"]) == ["docs_cy/hives/swarms.md"]
    assert late(root) == []


def test_nothing_but_the_stamps_changes(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    before = (root / PAGE).read_bytes()
    change(root)
    stamp(root, load(root), ["index"])
    after = (root / PAGE).read_bytes()
    differing = [one for one, other in zip(before.split(b"\n"), after.split(b"\n"), strict=True) if one != other]
    assert len(differing) == 1 and differing[0].startswith(b"  next: ")


def test_windows_line_ends_a_byte_order_mark_and_other_fields_survive(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    head = "\ufeff---\r\ntitle: 'Hafan'   # y teitl\r\ntranslated_from: {old: '1'}\r\nreviewed: 2026-01-02\r\n"
    rest = "description: Mewn gair.\r\n---\r\n# Gwenyn {#index}\r\n\r\nMae gwenyn.  \r\n"
    (root / PAGE).write_bytes((head + rest).encode())
    assert stamp(root, load(root), ["index"]) == [PAGE]
    guide = load(root)
    theirs = stampable(guide, guide.pages["en"]["index.md"])
    names = ("front.title", "front.description", "index")
    block = "translated_from:\r\n" + "".join(f'  {name}: "{theirs[name].digest}"\r\n' for name in names)
    assert (root / PAGE).read_bytes().decode() == head.replace("translated_from: {old: '1'}\r\n", block) + rest


@pytest.mark.parametrize("old", ["translated_from:\n\n  index: '1'\n\n  next: '2'\n", "translated_from:\n- index\n"])
def test_stamps_written_otherwise_are_replaced_whole(old: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    text = (root / PAGE).read_text(encoding="utf-8")
    head, _, rest = text.partition("translated_from:\n")
    (root / PAGE).write_text(f"{head}{old}---\n" + rest.partition("---\n")[2], encoding="utf-8")
    stamp(root, load(root), ["index"])
    assert (root / PAGE).read_text(encoding="utf-8") == text


def test_sections_of_one_language_only_are_not_stamped_and_stamps_of_none_go(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / PAGE, "{#next}", "{#nesaf}")
    stamp(root, load(root), ["index"])
    assert list(stamps(load(root).pages["cy"]["index.md"])) == ["front.title", "front.description", "index"]


@pytest.mark.parametrize("field", ["title", "description"])
def test_a_title_or_a_description_that_changes_is_late_at_its_line_and_it_alone(field: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", f"{field}: ", f"{field}: Now ")
    guide = load(root)
    [one] = list(stale(guide, guide.pages["cy"]["index.md"]))
    line = guide.pages["cy"]["index.md"].meta_lines[field]
    assert (one.state, one.id, one.line) == ("changed", f"front.{field}", line)
    stamp(root, guide, ["index"])
    assert late(root) == []


def test_a_title_written_otherwise_and_other_fields_change_nothing(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    text = (root / "docs/index.md").read_text(encoding="utf-8")
    title = load(root).pages["en"]["index.md"].meta["title"]
    replace(root / "docs/index.md", f"title: {title}\n", f"title: >-\n  {title}\n\nslug: other\n")
    assert (root / "docs/index.md").read_text(encoding="utf-8") != text
    assert late(root) == []
    written = fields(load(root).pages["en"]["index.md"])["front.title"]
    assert (written.line, written.last) == (2, 4)


def test_text_before_the_first_heading_is_a_section_of_its_own(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for file in ("docs/index.md", PAGE):
        replace(root / file, "# ", "Before.\n\n# ")
    assert late(root) == [(PAGE, "unstamped", "intro")]
    stamp(root, load(root), ["index"])
    assert late(root) == []


def test_an_unknown_page_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    change(root)
    with pytest.raises(KeyError, match=r"there is no page indx\.md: did you mean index\.md"):
        stamp(root, load(root), ["hives/swarms", "indx"])
    assert len(late(root)) == 2


def command(root: Path, *arguments: str) -> Namespace:
    parser = ArgumentParser()
    add_arguments(parser)
    return parser.parse_args([*arguments, "--root", str(root)])


def test_the_command_without_names_refuses_and_lists_what_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny_guide(tmp_path)
    assert main_translated(command(root)) == 2
    said = capsys.readouterr().err
    assert "make translated PAGE=…" in said and "every translation is stamped" in said
    change(root)
    assert main_translated(command(root)) == 2
    said = capsys.readouterr().err
    assert f"{PAGE}: next" in said and "docs_cy/hives/swarms.md: signs" in said
    assert len(late(root)) == 2


def test_the_command_stamps_what_is_named_or_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny_guide(tmp_path)
    change(root)
    assert main_translated(command(root, "nowhere")) == 2
    assert "there is no page nowhere.md" in capsys.readouterr().err
    assert main_translated(command(root, "index")) == 0
    assert capsys.readouterr().out == f"stamped {PAGE}\n"
    assert main_translated(command(root, "--all")) == 0
    assert capsys.readouterr().out == "stamped docs_cy/hives/swarms.md\n"
    assert main_translated(command(root, "--all")) == 0
    assert "nothing to stamp" in capsys.readouterr().out


def test_a_guide_that_cannot_be_read_is_not_stamped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny_guide(tmp_path)
    (root / "data/guide.yml").write_text("[", encoding="utf-8")
    assert main_translated(command(root, "--all")) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_a_guide_in_order_opens_no_dictionary() -> None:
    code = (
        "import sys; from pathlib import Path; from canllaw.load import load; from canllaw.rules import RULES\n"
        "guide = load(Path())\n"
        "found = [p for ps in guide.pages.values() for page in ps.values() for p in RULES['PA014'].find(guide, page)]\n"
        "assert not found and 'simplemma' not in sys.modules, found"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "hooks"})
