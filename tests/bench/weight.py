"""`make bench`: what a first visit and a second page weigh, the stock theme with the same content in the same run.

Every answer a real Chromium gets is counted, compressed by gzip -9; a second page counts what was not asked for before.
"""

import gzip
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Response

from bench.stock import build_stock
from browsers import chromium
from canllaw.addresses import address
from canllaw.load import load
from serving import serving
from support import ROOT, build

PAGES = ("index.md", "helplines.md", "grooming.md", "law.md")
OURS = (*PAGES, "missing/index.md")


def weight(answer: Response) -> int:
    """Bytes of an answer; one that only leads elsewhere has none."""
    return 0 if 300 <= answer.status < 400 else len(gzip.compress(answer.body(), 9))


def visits(site: Path, pages: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """For each page (name, address): bytes of its HTML, of a first visit, and of it as second page after the first."""
    found: dict[str, dict[str, int]] = {}
    with serving(site) as place:
        for name, url in pages.items():
            with chromium() as browser:
                got: dict[str, int] = {}
                browser.page.on("response", lambda one, got=got: got.setdefault(one.url, weight(one)))
                browser.go(place + url)
                browser.page.wait_for_load_state("networkidle")
                html, first = got[place + url], sum(got.values())
                second = next(other for other in pages.values() if other != url)
                browser.go(place + second)
                browser.page.wait_for_load_state("networkidle")
                found[name] = {"html": html, "first": first, "second": sum(got.values()) - first}
    return found


def run() -> dict[str, dict[str, dict[str, int]]]:
    """Measure, print, and give the figures back."""
    guide = load(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "ours"
        assert build(ROOT, "--site-dir", str(site)).returncode == 0
        ours = {f"{code} {name}": address(guide, guide.pages[code][name]) for code in guide.pages for name in OURS}
        stock = build_stock(Path(folder) / "stock")
        theirs = {f"en {name}": "" if name == "index.md" else name.removesuffix(".md") + "/" for name in PAGES}
        figures = {"ours": visits(site, ours), "stock": visits(stock, theirs)}
    print(f"{'weight, bytes gzipped':28}{'HTML':>8}{'first visit':>13}{'second page':>13}")
    for whose, rows in figures.items():
        for name, row in rows.items():
            print(f"{whose:6}{name:22}{row['html']:>8}{row['first']:>13}{row['second']:>13}")
    return figures
