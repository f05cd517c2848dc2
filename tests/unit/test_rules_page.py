"""hooks/RULES.md says what the rules say."""

from pathlib import Path

import pytest

from canllaw.__main__ import main
from canllaw.rules import RULES
from canllaw.rules_page import FAMILIES, rules_page
from support import ROOT


def test_the_page_is_not_stale() -> None:
    assert (ROOT / "hooks/RULES.md").read_text(encoding="utf-8") == rules_page(RULES), "run make rules"


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_an_entry_with_meaning_bad_good_and_fix(code: str) -> None:
    entry = rules_page(RULES).partition(f"### {code}: ")[2].partition("\n### ")[0].partition("\n## ")[0]
    assert entry.startswith(f"{RULES[code].name}\n\n{RULES[code].fault}")
    assert all(f"\n{part}" in entry for part in ("Bad:  ", "Good: ", "Fix: "))
    assert code[:2] in FAMILIES


def test_check_and_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "RULES.md"
    assert main(["rules-page", "--check", str(page)]) == 1
    assert main(["rules-page", "--write", str(page)]) == 0
    assert main(["rules-page", "--check", str(page)]) == 0
    assert main(["rules-page"]) == 0
    assert capsys.readouterr().out == page.read_text(encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert main(["rules-page", "--check", str(page)]) == 1
    assert "run make rules" in capsys.readouterr().err
