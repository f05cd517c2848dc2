"""The command line: what it prints, and 0 clean, 1 problems, 2 misuse."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from canllaw.__main__ import main
from canllaw.rules import RULES
from support import ROOT, build, replace, tiny_guide

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_guide(tmp_path / "guide")


@pytest.fixture
def broken(root: Path) -> Path:
    """A guide with one fault: line 10 of a Welsh page."""
    replace(root / "docs_cy/hives/swarms.md", 'term("swarm")', 'term("swam")')
    return root


def line_of_fault(root: Path) -> int:
    rows = (root / "docs_cy/hives/swarms.md").read_text(encoding="utf-8").split("\n")
    return next(number for number, row in enumerate(rows, 1) if "swam" in row)


def misuse(*arguments: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*arguments])
    assert stop.value.code == 2


def test_check_clean(root: Path, capsys: Captured) -> None:
    assert main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "no problems\n"


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_check_tells_a_fault_in_every_format(
    form: str, broken: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert main(["check", "--format", form, "--root", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "docs_cy/hives/swarms.md" in out and "CY010" in out and str(broken) not in out
    if form in ("json", "sarif"):
        json.loads(out)


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_a_guide_that_cannot_be_read_is_told_in_every_format(form: str, root: Path, capsys: Captured) -> None:
    (root / "data/guide.yml").write_text("name: [", encoding="utf-8")
    assert main(["check", "--format", form, "--root", str(root)]) == 1
    out = capsys.readouterr().out
    assert "data/guide.yml" in out and "CF001" in out
    if form in ("json", "sarif"):
        json.loads(out)


def test_warnings_alone_are_no_failure(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    from canllaw.commands import checking
    from canllaw.model import Problem

    monkeypatch.setattr(
        checking, "check", lambda guide: [Problem("docs/a.md", 1, "TX001", "long", "cut it", "warning")]
    )
    assert main(["check", "--root", str(root)]) == 0
    assert "1 warning in 1 file" in capsys.readouterr().out


def test_a_folder_that_is_no_guide_has_a_problem_and_one_that_is_not_there_is_misuse(
    tmp_path: Path, capsys: Captured
) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert "data/guide.yml:1: CF001" in capsys.readouterr().out
    misuse("check", "--root", str(tmp_path / "nowhere"))
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", ["", "chek", "check --format xml", "explain", "build one", "site", "rules-page --check a --write b"]
)
def test_misuse(arguments: str) -> None:
    misuse(*arguments.split())


def test_a_day_that_is_none_is_misuse(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANLLAW_TODAY", "next week")
    for command in ("check", "due"):
        assert main([command, "--root", str(root)]) == 2
        assert capsys.readouterr().err == "CANLLAW_TODAY is 'next week': expected a day such as 2026-11-23\n"


def test_the_github_summary_is_added_to(
    broken: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    assert main(["check", "--format", "github", "--root", str(broken)]) == 1
    text = page.read_text(encoding="utf-8")
    assert (
        text.startswith("before\n## Canllaw\n")
        and f"| docs\\_cy/hives/swarms.md:{line_of_fault(broken)} | CY010 |" in text
    )
    assert main(["check", "--root", str(broken)]) == 1
    assert page.read_text(encoding="utf-8") == text
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no/such/folder.md"))
    assert main(["check", "--format", "github", "--root", str(broken)]) == 1
    assert "the summary was not written" in capsys.readouterr().err


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "canllaw", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_as_a_program_from_the_guide_s_folder_and_from_another(broken: Path, tmp_path: Path) -> None:
    here = run("check", cwd=broken)
    there = run("check", "--root", "guide", cwd=tmp_path)
    assert here.returncode == there.returncode == 1
    assert here.stdout == there.stdout and not here.stderr and not there.stderr
    place = f"docs_cy/hives/swarms.md:{line_of_fault(broken)}: CY010 "
    assert place in here.stdout.decode() and b"\033" not in here.stdout
    problems = json.loads(run("check", "--format", "json", "--root", "guide", cwd=tmp_path).stdout)["problems"]
    assert all(set(one) == {"file", "line", "rule", "severity", "message", "hint"} for one in problems)
    told = [(one["file"], one["line"]) for one in problems if one["rule"] == "CY010"]
    assert told == [("docs_cy/hives/swarms.md", line_of_fault(broken))]


def test_a_terminal_without_welsh_letters_still_gets_its_report(root: Path) -> None:
    replace(root / "docs_cy/hives/swarms.md", 'term("swarm")', 'term("ŵyŷ")')
    result = run("check", cwd=root, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert result.returncode == 1 and "ŵyŷ" in result.stdout.decode() and not result.stderr


def test_a_reader_that_has_seen_enough_gets_no_traceback(root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "canllaw", "list"]
    result = subprocess.run(command, cwd=root, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert result.returncode == 1 and not result.stderr


def test_list_names_every_rule(capsys: Captured) -> None:
    assert main(["list"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows] == sorted(RULES)
    assert all(RULES[row.split()[0]].fault in row for row in rows)


def test_explain_prints_what_the_rule_says(capsys: Captured) -> None:
    assert main(["explain", "pa001"]) == 0
    out = capsys.readouterr().out
    assert out == f"PA001: {RULES['PA001'].name}\n\n{RULES['PA001'].documentation}\n"


@pytest.mark.parametrize(
    ("code", "said"), [("PA0001", "did you mean PA001"), ("bees", "the command 'list' shows them all")]
)
def test_explain_an_unknown_code(code: str, said: str, capsys: Captured) -> None:
    assert main(["explain", code]) == 2
    captured = capsys.readouterr()
    assert not captured.out and captured.err.startswith(f"there is no rule {code}: ") and said in captured.err


def test_status_of_a_guide_that_cannot_be_read(root: Path, capsys: Captured) -> None:
    assert main(["status", "--root", str(root)]) == 0
    assert "hives/swarms.md" in capsys.readouterr().out
    (root / "data/guide.yml").write_text("name: [", encoding="utf-8")
    assert main(["status", "--root", str(root)]) == 1
    assert "CF001" in capsys.readouterr().err


def test_translated_stamps_the_pages_named(root: Path, capsys: Captured) -> None:
    replace(root / "docs/hives/swarms.md", "- Noise", "- Much noise")
    assert main(["translated", "hives/swarms", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "stamped docs_cy/hives/swarms.md\n"
    assert main(["translated", "hives/swarms", "--root", str(root)]) == 0
    assert main(["translated", "--all", "--root", str(root)]) == 0
    assert main(["translated", "--root", str(root)]) == 2
    assert main(["translated", "hives/swarm", "--root", str(root)]) == 2
    assert "did you mean hives/swarms" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_site_tells_a_fault_in_every_format(form: str, root: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "built").mkdir()
    assert main(["site", str(tmp_path / "built"), "--format", form, "--root", str(root)]) == 1
    out = capsys.readouterr().out
    assert "ST001" in out and "built/index.html" in out and str(tmp_path) not in out
    misuse("site", str(tmp_path / "nowhere"), "--root", str(root))


def test_a_broken_site_is_never_published(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `make site` runs checks what was built, editions too, before it takes the last one's place."""
    from canllaw.commands import publishing

    def pages(root: Path, site: Path, owner: int, clean: bool) -> bool:
        assert not clean
        shutil.copytree(root / "made", site)
        return True

    monkeypatch.setattr(publishing, "_pages", pages)
    built = build(root, "--site-dir", "made")
    assert built.returncode == 0, built.stderr
    page = root / "made/en/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('href="', 'href="x', 1), encoding="utf-8")
    assert main(["build", "--root", str(root)]) == 1
    told = capsys.readouterr()
    assert "site/en/index.html" in told.out and "nothing was published" in told.err
    assert not (root / "site").exists() and not (root / "dist").exists()


@pytest.mark.parametrize(
    ("given", "options"),
    [("", ""), ("CLEAN=1", "--clean"), ("MINISIGN_KEY=/a/my key", '--key "/a/my key"')],
    ids=["plain", "clean", "signed"],
)
def test_make_site_is_one_command(given: str, options: str) -> None:
    recipe = subprocess.run(
        ["make", "--no-print-directory", "-n", "site", *filter(None, [given])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert " ".join(recipe.split()).endswith(f"canllaw build {options}".rstrip())


def test_a_full_disk_for_what_is_said_is_no_traceback() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "canllaw", "list"], cwd=ROOT, env={**os.environ, "PYTHONPATH": "hooks"},
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "what there was to say could not be written: No space left on device\n"
