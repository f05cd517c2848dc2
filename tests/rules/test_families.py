"""Several guides in one site: each menu names its own pages and the shared ones, and every page is in its guide's menu."""

from pathlib import Path

import pytest

from samples import Sample, assert_found
from support import problems, replace, tiny_family

FILE = "data/guide.yml"
WASPS = "pages: [wasps/nests.md, wasps/search.md]"
HELP = "pages: [helplines.md, words.md, offline.md]"
FIRST = "hives/swarms.md, search.md, offline.md]"
SHARED = "shared: [helplines.md, words.md, offline.md]"

SAMPLES = [
    # A page of another guide, in a menu or in what stands in for one.
    Sample("XR030", FILE, HELP, "pages: [helplines.md, words.md, hives/swarms.md]", HELP),
    Sample("XR030", FILE, HELP, "pages: [helplines.md, words.md, index.md]", "pages: [helplines.md, offline.md]"),
    Sample("XR030", FILE, FIRST, FIRST.replace("]", ", wasps/nests.md]"), FIRST),
    Sample("XR030", FILE, "{search: wasps/search.md}", "{search: search.md}", "{search: wasps/search.md}"),
    Sample("XR030", FILE, "footer: [offline.md, wasps", "footer: [search.md, wasps", "footer: [words.md, wasps"),
    Sample("XR030", FILE, "footer: [offline.md]\n", "footer: [wasps/nests.md]\n", "footer: [search.md]\n"),
    # Its own page, missing or there twice.
    Sample("XR030", FILE, WASPS, "pages: [wasps/nests.md, wasps/search.md, wasps/nest.md]", WASPS),
    Sample("XR030", FILE, WASPS, "pages: [wasps/nests.md, wasps/search.md, wasps/nests.md]", WASPS),
    # A shared page that its editions lead to.
    Sample("XR031", FILE, HELP, "pages: [helplines.md, words.md]", "pages: [helplines.md, offline.md]", line=-2),
    Sample("XR031", FILE, HELP, "pages: [words.md, offline.md]", "pages: [offline.md, helplines.md]", line=-2),
    Sample("XR031", "docs/offline.md", "{{ editions() }}", "Copies.", "{{ editions() }} <!-- all -->", line=-2),
    Sample("XR031", "docs/offline.md", "{{ editions", "{{ site_index() }}\n\n{{ editions", "Copies.\n\n{{ editions"),
    Sample("XR031", "docs_cy/helplines.md", "## ", "{{ whole_guide() }}\n\n## ", "Cymorth.\n\n## "),
    # A guide reviewed on a day to come.
    Sample("CF001", FILE, '    reviewed: "2026-01-02"', '    reviewed: "2062-01-02"', '    reviewed: "2026-01-03"'),
    # A part of a guide's menu that has the id of another.
    Sample("CF001", FILE, "{id: help, title", "{id: nests, title", "{id: aid, title"),
    # A shared page that does not exist.
    Sample("XR030", FILE, SHARED, SHARED.replace("]", ", word.md]"), SHARED.replace("]", ", search.md]")),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path, tiny_family)


def test_a_page_that_is_not_in_the_menu_of_its_own_guide_is_told_and_another_guide_s_menu_does_not_do(
    tmp_path: Path,
) -> None:
    root = tiny_family(tmp_path)
    replace(root / FILE, WASPS, "pages: [wasps/search.md]")
    [found] = problems(root)
    assert (found.file, found.line, found.rule) == ("docs_cy/wasps/nests.md", 1, "XR030")
    assert found.hint == "add 'wasps/nests.md' to a section of data/guide.yml"
    replace(root / FILE, FIRST, FIRST.replace("]", ", wasps/nests.md]"))
    assert {one.file for one in problems(root) if one.rule == "XR030"} == {"docs_cy/wasps/nests.md", FILE}


def test_a_guide_without_a_first_page_is_told_where_it_is_listed(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    assert problems(root) == []
    line = replace(root / FILE, "  - id: wasps", "  - id: wasps")
    for folder in ("docs", "docs_cy"):
        (root / folder / "wasps/index.md").unlink()
    [found] = problems(root)
    assert (found.file, found.line, found.rule) == (FILE, line, "XR030")
    assert found.message == "the guide 'wasps' has no first page" and found.hint == "write wasps/index.md"


def test_a_guide_that_is_listed_twice_is_told_at_the_second_with_the_line_of_the_first(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    line = replace(root / FILE, "  - id: wasps", "  - id: wasps")
    text = (root / FILE).read_text(encoding="utf-8")
    entry = text[text.index("  - id: wasps") :]
    (root / FILE).write_text(text + entry, encoding="utf-8")
    [found] = problems(root)
    assert (found.file, found.line, found.rule) == (FILE, line + entry.count("\n"), "CF001")
    assert found.message == f"the guide 'wasps' is already listed on line {line}" and found.hint


def test_a_page_of_another_guide_is_said_to_be_one_and_how_to_share_it(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    line = replace(root / FILE, HELP, HELP.replace("]", ", hives/swarms.md]"))
    [found] = problems(root)
    assert (found.file, found.line, found.rule) == (FILE, line, "XR030")
    assert found.message == "the menu names hives/swarms.md, which is another guide's" and "'shared'" in found.hint


def test_a_guide_need_not_carry_every_shared_page(tmp_path: Path) -> None:
    """What a guide lacks in its menu it does not offer; the page stays where it is, in the first."""
    root = tiny_family(tmp_path)
    replace(root / FILE, HELP, "pages: [helplines.md, offline.md]")
    assert problems(root) == []


def test_what_a_guide_lacks_for_its_editions_is_named_with_the_page_and_the_guide(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    replace(root / FILE, HELP, "pages: [helplines.md, words.md]")
    [found] = problems(root)
    assert found.message == "the menu of the guide 'wasps' lacks offline.md, which its editions lead to as 'offline'"
    assert found.hint == "add 'offline.md' to a section of the guide 'wasps'"


def test_a_page_of_a_task_that_is_missing_from_its_own_menu_is_told_once(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    replace(root / FILE, FIRST, FIRST.replace(", offline.md", ""))
    assert [(one.file, one.rule) for one in problems(root)] == [("docs_cy/offline.md", "XR030")]


def test_a_page_that_cannot_be_read_is_not_said_to_offer_nothing(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    replace(root / "docs/offline.md", "{{ editions() }}", "{{ editions( }}")
    assert {one.rule for one in problems(root) if not one.rule.startswith("PA")} == {"XR020"}


def test_a_site_without_a_first_page_is_told_where_its_menu_begins(tmp_path: Path) -> None:
    root = tiny_family(tmp_path)
    line = replace(root / FILE, "sections:", "sections:")
    for folder in ("docs", "docs_cy"):
        (root / folder / "index.md").unlink()
    [found] = [one for one in problems(root) if one.rule == "XR030"]
    assert (found.file, found.line) == (FILE, line) and found.hint == "write index.md"
