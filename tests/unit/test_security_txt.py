"""security.txt: only where there is somebody to tell, and good for less than a year."""

from dataclasses import replace
from pathlib import Path

from canllaw.load import load
from canllaw.sitemap import security
from support import tiny_guide


def test_without_a_contact_there_is_none(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    assert security(guide, "https://x.example/", 0) == ""


def test_it_says_what_the_standard_asks_for(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    guide = replace(guide, settings={**guide.settings, "publisher": {"security": "mailto:safe@bees.example"}})
    assert security(guide, "https://x.example", 1795392000).splitlines() == [
        "Contact: mailto:safe@bees.example",
        "Expires: 2027-11-22T00:00:00Z",
        "Preferred-Languages: cy, en",
        "Canonical: https://x.example/.well-known/security.txt",
    ]
