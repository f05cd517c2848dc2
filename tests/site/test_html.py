"""Every page of the site against the Nu HTML checker, the one that the HTML standard's own community keeps."""

import json
import subprocess
from pathlib import Path

from support import ROOT

CHECKER = ROOT / "build/node/node_modules/vnu-jar/build/dist/vnu.jar"


def checked(place: Path) -> list[dict[str, str]]:
    """The errors in the HTML files below a folder. The checker's word is its exit code too: 0 for none."""
    result = subprocess.run(
        ["java", "-jar", str(CHECKER), "--skip-non-html", "--errors-only", "--format", "json", str(place)],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    found: list[dict[str, str]] = json.loads(result.stderr)["messages"]
    assert (result.returncode == 0) == (not found), result.stderr
    return found


def test_the_checker_finds_no_error_on_any_page(real_site: Path) -> None:
    assert not [(one["url"].rsplit("/", 3)[1:], one["message"]) for one in checked(real_site)]


def test_the_checker_does_find_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=en><title>A</title><p id=a><p id=a>b</html>", encoding="utf-8"
    )
    assert [one["message"] for one in checked(tmp_path)] == ["Duplicate ID “a”."]
