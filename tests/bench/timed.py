"""One build in this process alone, with the time its checks and its search take: `python -m bench.timed SITE`.

Everything is done in one process, so that the shares are shares of the same work. Prints one line of JSON.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from mkdocs.__main__ import cli

import canllaw.search
from canllaw import current, rules

SPENT = {"load": 0.0, "checks": 0.0, "search": 0.0}


def timed(kind: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its time added to that of its kind."""

    def run(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            SPENT[kind] += time.perf_counter() - start

    return run


def main(site: str) -> None:
    """Build into `site`."""
    os.cpu_count = lambda: 1
    current.fresh = timed("load", current.fresh)
    rules.check = timed("checks", rules.check)
    for name in ("article", "scripts"):
        setattr(canllaw.search, name, timed("search", getattr(canllaw.search, name)))
    start = time.perf_counter()
    cli(["build", "--quiet", "--site-dir", site], standalone_mode=False)
    print(json.dumps({"build": time.perf_counter() - start, **SPENT}))


if __name__ == "__main__":
    main(sys.argv[1])
