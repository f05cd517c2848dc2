"""All that `make site` does, in this process alone, with the time of each part: `python -m bench.timed SITE DIST`.

Everything is done in one process, so that the shares are shares of the same work, and that process does not search for
garbage, as those do not that a build starts. Prints one line of JSON, in seconds of the processor: `build` is the
engine's, of which `load`, `checks` (of the sources) and `search` are parts; then `editions`, and `site_checks` (of what
was built).
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli

import canllaw.search
from canllaw import current, rules
from canllaw.clock import epoch
from canllaw.editions import write_editions
from canllaw.load import load
from canllaw.site import check_site, site_url

SPENT = dict.fromkeys(("load", "checks", "search", "build", "editions", "site_checks"), 0.0)


def timed(kind: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its time added to that of its kind."""

    def run(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            SPENT[kind] += time.process_time() - start

    return run


def main(site: Path, dist: Path) -> None:
    """Build into `site`, make the editions in `dist`, check the site."""
    os.cpu_count = lambda: 1
    gc.disable()
    current.fresh = timed("load", current.fresh)
    rules.check = timed("checks", rules.check)
    for name in ("article", "scripts"):
        setattr(canllaw.search, name, timed("search", getattr(canllaw.search, name)))
    timed("build", cli)(["build", "--quiet", "--site-dir", str(site)], standalone_mode=False)
    guide, url = load(Path()), site_url(site)
    timed("editions", write_editions)(guide, site, dist, url, epoch(guide), "", True)
    timed("site_checks", check_site)(guide, site, url)
    print(json.dumps(SPENT))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
