"""The built site as a reader would get it: what only the HTML can show is checked before it is published."""

from pathlib import Path

from ..model import Guide, Problem
from ..rules import RULES
from .built import read, site_url

__all__ = ["check_site", "site_url"]


def check_site(guide: Guide, site: Path, url: str) -> list[Problem]:
    """Every Problem of the site built into the folder `site`, sorted. `url`: where it is to be published, if known."""
    built = read(guide, site, url)
    found = set(built.problems)
    for code in sorted(RULES):
        if RULES[code].scope == "site":
            found.update(RULES[code].find(built))
    return sorted(found)
