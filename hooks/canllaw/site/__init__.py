"""The built site as a reader would get it: what only the HTML can show is checked before it is published."""

from pathlib import Path

from ..model import Guide, Problem
from ..rules import RULES
from ..several import several
from .built import ABSOLUTE, opened, read, site_url

__all__ = ["ABSOLUTE", "check_site", "site_url"]
AT_ONCE = 24
"""Documents that are read and looked at together."""
FEW = 4
"""So many times that number one process looks at sooner than several could be started."""


def check_site(guide: Guide, site: Path, url: str) -> list[Problem]:
    """Every Problem of the site built into the folder `site`, sorted. `url`: where it is to be published, if known."""
    built = read(guide, site, url)
    of_all, of_some = ([RULES[code] for code in sorted(RULES) if RULES[code].scope == s] for s in ("site", "documents"))
    found = {*built.problems, *(problem for one in of_all for problem in one.find(built))}
    # Neighbours link to one another, so one process looks at a run of them.
    names = list(built.documents)
    runs = [names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE)]

    def look(number: int) -> list[Problem]:
        part = opened(built, runs[number])
        return [problem for one in of_some for problem in one.find(part)]

    found.update(*several(look, len(runs), FEW, alike=True))
    return sorted(found)
