"""Status: what a publisher has to do next, page by page and record by record."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.status import status
from canllaw.translated import stamp
from support import replace, tiny_guide


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny guide, every translation stamped."""
    root = tiny_guide(tmp_path)
    guide = load(root)
    stamp(root, guide, list(guide.pages["en"]))
    return root


def row(text: str, page: str, code: str) -> list[str]:
    rows = text.split("\n")
    at = next(number for number, one in enumerate(rows) if one.startswith(page))
    return next(one for one in rows[at:] if f" {code} " in one).removeprefix(page).split()


def test_pages_in_the_order_of_the_menu_in_both_languages(root: Path) -> None:
    text = status(load(root), date(2026, 1, 3))
    assert text.startswith("Tiny on 2026-01-03\n\npage ")
    pages = [line.split()[0] for line in text.split("\n")[3:17:2]]
    menu = ["helplines.md", "words.md", "hives/index.md", "hives/swarms.md", "search.md", "offline.md"]
    assert pages == ["index.md", *menu]
    code, words, reviewed, *_ = row(text, "hives/swarms.md", "en")
    assert (code, reviewed) == ("en", "2026-01-02") and int(words) > 5
    assert row(text, "hives/swarms.md", "cy")[2:] == ["2026-01-02", "4", "of", "4", "nobody", "yet"]
    assert "Translations to look at\n  none\n" in text


def test_translations_that_need_a_look_and_who_reviewed(root: Path) -> None:
    replace(root / "docs/hives/swarms.md", "- Noise", "- Much noise")
    replace(root / "docs_cy/hives/swarms.md", "slug:", "translation_reviewed_by: A. Cyfieithydd\nslug:")
    page = (root / "docs_cy/words.md").read_text(encoding="utf-8")
    before, _, after = page.partition("translated_from:")
    (root / "docs_cy/words.md").write_text(before + "---" + after.partition("\n---")[2], encoding="utf-8")
    text = status(load(root), date(2026, 1, 3))
    assert " ".join(row(text, "hives/swarms.md", "cy")[3:]) == "3 of 4, 1 changed A. Cyfieithydd"
    assert "0 of 3, 3 unstamped" in " ".join(row(text, "words.md", "cy"))
    rows = (root / "docs_cy/hives/swarms.md").read_text(encoding="utf-8").split("\n")
    line = next(number for number, one in enumerate(rows, 1) if "{#signs}" in one)
    assert f"  docs_cy/hives/swarms.md: changed: signs (line {line})\n" in text
    said = " ".join(text.split())
    assert "docs_cy/words.md: unstamped: front.title (line 2), front.description (line 3), words (line " in said


def test_a_page_missing_in_one_language(root: Path) -> None:
    (root / "docs_cy/words.md").unlink()
    assert row(status(load(root), date(2026, 1, 3)), "words.md", "en")
    assert any(line.split() == ["cy", "missing"] for line in status(load(root), date(2026, 1, 3)).split("\n"))


def test_helplines_by_the_limits_of_the_guide(root: Path) -> None:
    path = root / "data/helplines.yml"
    text = re.sub(r'checked: "[0-9-]+"', 'checked: "2026-01-02"', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    limits = load(root).settings["limits"]
    warn, error = (timedelta(days=limits[f"helpline_check_{level}_days"]) for level in ("warn", "error"))
    checked, day = date(2026, 1, 2), timedelta(days=1)
    record = load(root).helplines["fire"]
    start = f"  {record.file}:{record.line}: fire, checked 2026-01-02, "
    assert f"  none; the next are due on {checked + warn + day}: fire" in status(load(root), checked + warn)
    assert f"{start}{warn.days + 1} days ago\n" in status(load(root), checked + warn + day)
    assert f"{start}{error.days} days ago\n" in status(load(root), checked + error)
    assert f"{start}{error.days + 1} days ago (stops the build)\n" in status(load(root), checked + error + day)


def test_what_is_not_confirmed_by_file(root: Path) -> None:
    text = status(load(root), date(2026, 1, 3)).partition("Not confirmed\n")[2]
    records = load(root)
    assert f"data/helplines.yml: 1: swarm-line (line {records.helplines['swarm-line'].line})" in text
    line = records.acts["hive-measure"].line
    assert f"data/legislation.yml: 2: hive-measure title (line {line}), hive-measure 5-8 (line {line})" in text
    for name in ("helplines", "legislation"):
        path = root / f"data/{name}.yml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("confirmed: false", "confirmed: true"), encoding="utf-8"
        )
    assert status(load(root), date(2026, 1, 3)).endswith("Not confirmed\n  nothing: every record is confirmed")
