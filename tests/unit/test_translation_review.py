"""Source and translation side by side: every section, what is stale, and which facts differ."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from canllaw.load import load
from canllaw.translation.beside import Row, beside
from canllaw.translation.review import review_pages
from support import ROOT, replace, tiny_guide


def rows(root: Path, name: str) -> dict[str, Row]:
    guide = load(root)
    source, page = guide.pages["en"][name], guide.pages["cy"].get(name)
    return {row.part: row for row in beside(guide, source, page, guide.languages[1])}


def test_a_guide_in_step_has_nothing_to_look_at() -> None:
    guide = load(ROOT)
    for name, source in guide.pages["en"].items():
        found = list(beside(guide, source, guide.pages["cy"][name], guide.languages[1]))
        assert [(row.part, row.state, row.differing) for row in found if row.late or row.differing] == []
        assert len(found) > 2


def test_facts_that_differ_are_marked_where_they_stand(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    with (root / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write("\n## Last {#last}\n\n<b>There</b> are 16 hives,\nand 18 bees.\n")
    with (root / "docs_cy/index.md").open("a", encoding="utf-8") as file:
        file.write("\n## Olaf {#last}\n\nMae 16 o gychod,\na 21 o wenyn.\n")
    row = rows(root, "index.md")["last"]
    assert (row.state, row.source.only, row.target.only) == ("unstamped", ("18",), ("21",))
    assert "are 16 hives,\nand <mark>18</mark> bees." in str(row.source.text)
    assert "&lt;b&gt;There&lt;/b&gt;" in str(row.source.text)
    assert "a <mark>21</mark> o wenyn" in str(row.target.text)


def test_what_one_language_lacks_is_said(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "{#next}", "{#other}")
    found = rows(root, "index.md")
    assert found["other"].target.text is None and found["other"].state == "new"
    assert found["next"].source.text is None and found["next"].state == "gone"


def test_a_title_whose_english_changed_is_to_be_looked_at(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "title: ", "title: Now ")
    assert [row.part for row in rows(root, "index.md").values() if row.late] == ["front.title"]


@pytest.mark.parametrize("make", [lambda place: tiny_guide(place), lambda _: ROOT], ids=["tiny", "whole"])
def test_the_pages_link_to_each_other_and_need_nothing_inline(make: object, tmp_path: Path) -> None:
    root = make(tmp_path)  # type: ignore[operator]
    files = dict(review_pages(load(root)))
    assert len(files) == len(load(root).pages["en"]) + 2
    for path, text in files.items():
        if not path.endswith(".html"):
            continue
        soup = BeautifulSoup(text, "html.parser")
        assert not soup.find(["style", "script"]) and not soup.find(style=True)
        ids = [one["id"] for one in soup.find_all(id=True)]
        assert len(ids) == len(set(ids))
        for one in soup.find_all(["a", "link"], href=True):
            to = str(one["href"])
            place = (Path("/") / path).parent.joinpath(to.partition("#")[0])
            parts: list[str] = []
            for part in place.parts[1:]:
                parts = parts[:-1] if part == ".." else [*parts, part]
            if parts[:1] == ["review"] and not to.startswith("#"):
                target = "/".join(parts)
                assert target in files or f"{target}/index.html" in files, (path, to)
    assert 'lang="cy"' in files["review/cy/index/index.html"]


def test_words_say_what_is_stale_in_both_languages(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    guide = load(root)
    files = dict(review_pages(guide))
    page = files["review/cy/index/index.html"]
    for code in ("en", "cy"):
        assert str(BeautifulSoup(page, "html.parser")).count(guide.say("translation_changed", code)) == 1
    assert guide.say("review_late", "en").replace("{}", "1") in files["review/index.html"]
