"""`make bench`: every measurement, printed, and kept in build/bench.json."""

import json
import os

from bench import checks, editions, lighthouse, search, weight
from support import ROOT


def main() -> None:
    """Measure everything."""
    figures = {
        "checks": checks.run(),
        "weight": weight.run(),
        "editions": editions.run(),
        "lighthouse": lighthouse.run(),
        "search": search.run(os.environ.get("FORMS"), os.environ.get("QUERIES")),
    }
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build/bench.json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
