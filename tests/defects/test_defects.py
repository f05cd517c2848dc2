"""Break the real guide one way: exactly that Problem, at that line; put it right: none."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from canllaw.load import load
from support import ROOT, build, problems, real_guide

PAGES = sorted(
    path.relative_to(ROOT).as_posix() for folder in ("docs", "docs_cy") for path in (ROOT / folder).glob("*.md")
)
REQUIRED = ("kind", "name", "who", "audiences", "topics", "cost", "welsh", "source", "checked", "confirmed")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the guide; every test leaves it as it found it."""
    return real_guide(tmp_path_factory.mktemp("real"))


def test_the_guide_as_it_stands_has_no_problem(root: Path) -> None:
    assert problems(root) == []


@pytest.mark.parametrize("page", ["docs/index.md", "docs/glossary.md", "docs_cy/helplines.md", "docs_cy/law.md"])
def test_a_page_renamed_is_missed_by_name(page: str, root: Path) -> None:
    path = root / page
    moved = path.with_name("moved-away.md")
    path.rename(moved)
    found = problems(root)
    moved.rename(path)
    twin = moved.relative_to(root).as_posix()
    other = twin.replace("docs_cy/", "docs/") if twin.startswith("docs_cy/") else twin.replace("docs/", "docs_cy/")
    assert {problem.file for problem in found if problem.rule == "PA001"} == {page, other}
    assert all(problem.hint for problem in found)


def test_every_page_taken_away_is_missed_by_name(root: Path) -> None:
    """All the Welsh pages but the first, at once."""
    gone = [page for page in PAGES if page.startswith("docs_cy/")][1:]
    texts = {page: (root / page).read_text(encoding="utf-8") for page in gone}
    for page in gone:
        (root / page).unlink()
    found = problems(root)
    for page, text in texts.items():
        (root / page).write_text(text, encoding="utf-8")
    assert {problem.file for problem in found if problem.rule == "PA001"} == set(gone)


def rounds(pattern: str) -> Iterator[dict[str, tuple[str, re.Match[str]]]]:
    """The matches of a pattern, the first of each kind on each page: a round takes one from every page that has one left."""
    kinds = {}
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        first = {match[1]: match for match in reversed(list(re.finditer(pattern, text)))}
        kinds[page] = (text, list(first.values()))
    for number in range(max(len(matches) for _, matches in kinds.values())):
        yield {page: (text, matches[number]) for page, (text, matches) in kinds.items() if number < len(matches)}


def test_every_kind_of_macro_of_every_page_is_missed_when_misspelt(
    root: Path, record_property: Callable[[str, object], None]
) -> None:
    count = 0
    for broken in rounds(r"\{\{ (\w+)\("):
        expected = set()
        for page, (text, match) in broken.items():
            (root / page).write_text(text[: match.end(1)] + "x" + text[match.end(1) :], encoding="utf-8")
            expected.add((page, text[: match.start()].count("\n") + 1))
        found = [one for one in problems(root) if one.rule == "XR021"]
        for page, (text, _) in broken.items():
            (root / page).write_text(text, encoding="utf-8")
        assert {(one.file, one.line) for one in found} == expected
        assert all("did you mean" in one.hint for one in found)
        count += len(expected)
    record_property("defects", count)
    assert problems(root) == []


def test_sources_of_every_page_are_missed_when_misspelt(
    root: Path, record_property: Callable[[str, object], None]
) -> None:
    count = 0
    for number, broken in enumerate(rounds(r"\[\^([\w-]+)\](?!:)")):
        if number == 4:
            break
        expected = set()
        for page, (text, match) in broken.items():
            (root / page).write_text(text[: match.end(1)] + "-x" + text[match.end(1) :], encoding="utf-8")
            expected.add((page, text[: match.start()].count("\n") + 1))
        found = problems(root)
        for page, (text, _) in broken.items():
            (root / page).write_text(text, encoding="utf-8")
        assert {(one.file, one.line) for one in found if one.rule == "FN010"} == expected
        assert {one.rule for one in found} <= {"FN010", "FN011", "FN014", "FN015", "PA011"}
        count += len(expected)
    record_property("defects", count)
    assert problems(root) == []


@pytest.mark.parametrize("field", REQUIRED)
def test_a_field_taken_out_of_a_helpline_is_missed_at_its_record(field: str, root: Path) -> None:
    path = root / "data/helplines.yml"
    text = path.read_text(encoding="utf-8")
    record = load(ROOT).helplines["childline"]
    rows = text.split("\n")
    start = record.line - 1
    at = next(n for n in range(start + 1, len(rows)) if rows[n].startswith(f"    {field}:"))
    end = next((n for n in range(at + 1, len(rows)) if not rows[n].startswith("      ")), len(rows))
    path.write_text("\n".join(rows[:at] + rows[end:]), encoding="utf-8")
    found = problems(root)
    path.write_text(text, encoding="utf-8")
    assert [(one.file, one.line, one.rule) for one in found] == [("data/helplines.yml", record.line, "HL001")]
    assert f"'{field}'" in found[0].message


def test_each_such_fault_stops_the_real_build_with_one_clear_error(tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    page = root / "docs_cy/grooming.md"
    text = page.read_text(encoding="utf-8")
    for fault, said in (
        (lambda: page.rename(page.with_name("grwmio.md")), "docs_cy/grooming.md:1: PA001"),
        (
            lambda: page.write_text(text.replace("{{ helplines(", "{{ helpline5(", 1), encoding="utf-8"),
            "docs_cy/grooming.md:",
        ),
    ):
        fault()
        result = build(root)
        page.with_name("grwmio.md").unlink(missing_ok=True)
        page.write_text(text, encoding="utf-8")
        assert result.returncode == 1 and said in result.stderr, result.stderr
        assert "Traceback" not in result.stderr and not (root / "site").exists()


def test_folders_and_languages_out_of_order(root: Path, record_property: Callable[[str, object], None]) -> None:
    """A folder the engine takes for a language, and a language given another's folder."""
    for folder in ("docs", "docs_cy"):
        (root / folder / "pe").mkdir()
        (root / folder / "pe/law.md").write_bytes((root / folder / "law.md").read_bytes())
    found = {(one.file, one.rule) for one in problems(root)}
    for folder in ("docs", "docs_cy"):
        (root / folder / "pe/law.md").unlink()
        (root / folder / "pe").rmdir()
    assert {("docs/pe", "CF023"), ("docs_cy/pe", "CF023")} <= found
    settings = root / "data/guide.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("folder: docs_cy", "folder: docs"), encoding="utf-8")
    line = text[: text.index("folder: docs_cy")].count("\n") + 1
    found_settings = {(one.file, one.line, one.rule) for one in problems(root)}
    settings.write_text(text, encoding="utf-8")
    assert ("data/guide.yml", line, "CF025") in found_settings
    record_property("defects", 3)
    assert problems(root) == []
