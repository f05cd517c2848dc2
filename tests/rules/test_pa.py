"""Parity of the languages: each way in which two pages can drift apart, found at its line; and what may differ, not."""

import subprocess
from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_guide

INDEX, SWARMS = "docs_cy/index.md", "docs_cy/hives/swarms.md"
NEAR, LOUD = "Mae gwenyn gerllaw.", "yn swnllyd."
SAMPLES = [
    Sample("PA003", INDEX, "hives/swarms.md#signs", "hives/swarms.md#swarms", "hives/swarms.md#signs"),
    Sample("PA003", INDEX, "[heidiau](hives/swarms.md#signs)", "heidiau", "[yr heidiau](hives/swarms.md#signs)"),
    Sample("PA003", INDEX, NEAR, f"{NEAR} [Llyfr](https://bees.example/).", f"{NEAR} `[Llyfr](https://bees.example/)`"),
    Sample("PA004", INDEX, 'law("bees-act", "1")', 'law("bees-act")', 'law("bees-act", "1", mutation="soft")'),
    Sample("PA004", INDEX, 'phone("fire")', 'phone("swarm-line")', "phone('fire')"),
    Sample("PA004", INDEX, '{{ name("swarm-line") }}', "rywun", '{{ name("swarm-line") }} nawr'),
    Sample("PA004", SWARMS, 'term("swarm")', 'name("fire")', 'term("swarm", "haid fawr")'),
    Sample("PA004", "docs_cy/helplines.md", '"fire", "swarm-line"', '"swarm-line", "fire"', '"fire", "swarm-line"'),
    Sample("PA005", INDEX, NEAR, f"{NEAR} ![Gwenyn](bee.png)", f"{NEAR} `![Gwenyn](bee.png)`"),
    Sample("PA006", SWARMS, "- Sŵn\n", "| A | B |\n|---|---|\n| C | D |\n\n- Sŵn\n", "- Sŵn\n"),
    Sample("PA007", SWARMS, "- Sŵn\n", "- Sŵn\n- Mwg\n", "- Sŵn mawr\n"),
    Sample("PA007", SWARMS, "- Sŵn\n- Cwmwl", "1. Sŵn\n2. Cwmwl", "* Sŵn\n* Cwmwl"),
    Sample("PA007", SWARMS, "- Cwmwl tywyll\n", "\n", "- Cwmwl du\n", line=-1),
    Sample("PA008", INDEX, NEAR, f'!!! note "Gwenyn"\n    {NEAR}', NEAR),
    Sample("PA009", INDEX, NEAR, f"{NEAR}\n\n{NEAR}", f"{NEAR}\n{NEAR}", line=2),
    Sample("PA010", INDEX, NEAR, "Mae tair gwenynen gerllaw.", "Mae rhai gwenyn gerllaw."),
    Sample("PA010", INDEX, NEAR, "Mae gwenyn gerllaw\nam 8pm.", "Mae'r ddau beth gerllaw.", line=1),
    Sample("PA010", INDEX, "description: Hafan", "description: 18 oed", "description: Y ddau dŷ"),
    Sample("PA010", "docs/hives/swarms.md", "Noise", "3 noises", "One noise", line=6, at=SWARMS),
    Sample("PA010", SWARMS, "[^local]: Mesurwyd", "[^local]: Yn 2019 mesurwyd", "[^local]: Fe'i mesurwyd"),
    Sample(
        "PA013", INDEX, "translated_from:\n", 'translated_from:\n  gone: "0123456789ab"\n', "translated_from:\n", line=1
    ),
    Sample(
        "PA014",
        INDEX,
        NEAR,
        f"{NEAR}\nThe bees are loud today and they will not go away.",
        f'{NEAR}\n<span lang="en">The bees are loud today and they will not go away.</span>',
        line=1,
    ),
    Sample(
        "PA014",
        "docs/index.md",
        "Bees are near.",
        "Mae cwch gwenyn mawr yn yr ardd ac mae gwenyn yn hedfan.",
        "The hive is in the garden and the bees are flying.",
    ),
    Sample(
        "PA014",
        SWARMS,
        "description: Heidiau, mewn ychydig eiriau.",
        "description: Swarms, and what to do when you see one of them.",
        "description: Heidiau, a beth i'w wneud pan fyddwch yn gweld un ohonynt.",
    ),
]
# These change the source, or take a stamp away: the page that then lags behind is another.
BY_HAND = {"PA011", "PA012"}


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def heading(root: Path, file: str, anchor: str) -> int:
    rows = (root / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, row in enumerate(rows, 1) if f"{{#{anchor}}}" in row)


def found(root: Path, rule: str) -> list[tuple[str, int]]:
    return [(one.file, one.line) for one in problems(root) if one.rule == rule]


def test_the_tiny_guide_is_in_step(tmp_path: Path) -> None:
    assert [one for one in problems(tiny_guide(tmp_path)) if one.rule.startswith("PA")] == []


def test_a_changed_source_makes_its_section_stale_and_no_other(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    assert found(root, "PA011") == [(INDEX, heading(root, INDEX, "next"))]


def test_blanks_at_line_ends_and_empty_lines_around_a_section_change_nothing(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "## Next steps {#next}\n", "\n\n## Next steps {#next}   \n")
    assert found(root, "PA011") == []


def test_a_changed_title_is_told_at_the_title_of_the_translation(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / "docs/index.md", "title: ", "title: Now ")
    [one] = [one for one in problems(root) if one.rule == "PA011"]
    assert (one.file, one.line) == (INDEX, 2)
    assert one.message == f"docs/index.md:{line} has changed since the title was translated"
    assert one.hint == "bring the translation up to date, then run make translated PAGE=index"


def test_a_section_without_a_stamp(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    text = (root / INDEX).read_text(encoding="utf-8")
    row = next(row for row in text.splitlines(keepends=True) if row.startswith("  next:"))
    replace(root / INDEX, row, "")
    assert found(root, "PA012") == [(INDEX, heading(root, INDEX, "next"))]
    assert found(root, "PA011") == found(root, "PA013") == []


@pytest.mark.parametrize("value", ["", " x", " [next]", " 7"])
def test_stamps_that_are_no_map_are_no_stamps(value: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    text = (root / INDEX).read_text(encoding="utf-8")
    head, _, rest = text.partition("translated_from:\n")
    (root / INDEX).write_text(head + f"translated_from:{value}\n---\n" + rest.split("---\n", 1)[1], encoding="utf-8")
    assert len(found(root, "PA012")) == 4  # title, description and two sections


@pytest.mark.parametrize(
    ("old", "line", "what"),
    [("Ask {{", 10, "section 'next'"), ("Home\n", 2, "the title"), ("Home, in", 3, "the description")],
)
def test_git_names_the_commit_that_changed_the_source(old: str, line: int, what: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)

    def git(*arguments: str) -> str:
        who = ["-c", "user.name=Bee", "-c", "user.email=bee@bees.example", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet")
    git("add", "docs")
    git("commit", "--quiet", "-m", "Bees")
    replace(root / "docs/index.md", old, f"Now {old}")
    said = [one.message for one in problems(root) if one.rule == "PA011"]
    assert said == [f"docs/index.md:{line} has changed since {what} was translated"]
    git("commit", "--quiet", "-am", "Courtesy")
    commit = git("log", "-1", "--format=%h %cs")
    said = [one.message for one in problems(root) if one.rule == "PA011"]
    assert said == [f"docs/index.md:{line} has changed since {what} was translated (by {commit})"]


def test_both_sides_of_a_differing_fact_are_named(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(root / "docs/index.md", "Bees are near.", "Bees under 16 are near.")
    replace(root / INDEX, NEAR, "Mae gwenyn dan 18 gerllaw.")
    said = [one.message for one in problems(root) if one.rule == "PA010"]
    assert said == [f'"18" is not in docs/index.md:{line} (which has "16")']


def test_an_image_may_have_a_file_for_each_language(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Bees are near.", "Bees are near. ![A bee](bee.en.png)")
    replace(root / INDEX, NEAR, f"{NEAR} ![Gwenynen](bee.cy.png)")
    assert found(root, "PA005") == []
    replace(root / INDEX, "bee.cy.png", "wasp.cy.png")
    assert [line for _, line in found(root, "PA005")] == [heading(root, INDEX, "index") + 2]


def test_a_table_with_another_shape_than_its_twin(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    table = "| A | B |\n|---|---|\n| C | D |\n"
    for file, mark in (("docs/index.md", "Bees are near."), (INDEX, NEAR)):
        replace(root / file, mark, f"{mark}\n\n{table}\nX")
    line = heading(root, INDEX, "index") + 4
    assert found(root, "PA006") == []
    for other in (table + "| E | F |\n", table.replace(" |\n", " | |\n"), table.replace("|---|---|\n", "")):
        replace(root / INDEX, table, other)
        assert found(root, "PA006") == [(INDEX, line)]
        replace(root / INDEX, other, table)


def test_a_misspelt_macro_is_not_also_a_difference(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / INDEX, "{{ phone(", "{{ phonex(")
    assert found(root, "PA004") == []
