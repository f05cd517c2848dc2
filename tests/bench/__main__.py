"""`make bench`: every measurement, printed, and kept in build/bench.json."""

import json
import os
from collections.abc import Callable
from typing import Any

from bench import checks, editions, lighthouse, scale, search, weight
from support import ROOT


def main() -> None:
    """Measure everything, or what ONLY names (`ONLY="scale weight"`)."""
    parts: dict[str, Callable[[], Any]] = {
        "checks": checks.run,
        "weight": weight.run,
        "editions": editions.run,
        "lighthouse": lighthouse.run,
        "search": lambda: search.run(os.environ.get("FORMS"), os.environ.get("QUERIES")),
        "scale": scale.run,
    }
    chosen = os.environ.get("ONLY", "").split() or list(parts)
    figures = {name: parts[name]() for name in chosen}
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build/bench.json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
