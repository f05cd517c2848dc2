"""`make bench`: how long the checks take beside a full build of the same guide, in the same run.

Each command runs three times in a process of its own; the fastest counts.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 3


def seconds(*arguments: str) -> float:
    """The fastest of three runs of a Python module with arguments, start of the interpreter counted."""
    environment = {**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"}
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, env=environment, capture_output=True, check=True)
        best = min(best, time.perf_counter() - start)
    return best


def run() -> dict[str, float]:
    """Measure, print, and give the figures back."""
    with tempfile.TemporaryDirectory() as site:
        build = seconds("mkdocs", "build", "--site-dir", site)
        built = seconds("canllaw", "site", site)
    check = seconds("canllaw", "check")
    figures = {
        "check_seconds": check,
        "site_check_seconds": built,
        "build_seconds": build,
        "check_share": check / build,
    }
    print(f"make check          {check:6.2f} s   {check / build:5.0%} of a full build")
    print(f"checks of the site  {built:6.2f} s   {built / build:5.0%}")
    print(f"full build          {build:6.2f} s   checks and offline copy included")
    return figures
