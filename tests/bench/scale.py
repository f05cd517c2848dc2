"""`make bench`: how building grows with the number of pages, beside the stock engine on the same Markdown in the same run.

For each size a cold build of ours, one of the stock engine, and another of ours, all with nothing kept: the machine may
have become slower or faster meanwhile, so ours is the middle of its two. Nothing is deleted before the end, as some file
systems make new files slowly for a while after many have been deleted. Seconds are of the wall clock; memory is the
largest of any one process. Checks and search are shares of a cold build, all done in one process. `editions` is what follows the build
in `make site`: `canllaw editions`, which makes those of every guide and checks them. `of make site` are shares of all
that a cold `make site` does, again in one process: of the checks, those of the sources and those of the built site; of
search; of the editions. `again` is a build after a new sentence, with what the first has kept. `edit` is how long an author waits: from
that sentence saved until `make serve` shows it. SIZES chooses the sizes (`SIZES="100 300"`); the largest two take many
minutes.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from math import log
from pathlib import Path
from statistics import median
from typing import Any

from bench.corpus import corpus
from bench.stock import settings
from canllaw.addresses import address
from canllaw.load import load

SIZES = (100, 300, 1000, 2000)
EDITS = ("Dyma frawddeg newydd.", "Dyma un arall.", "Mae hon yn fyr.", "Dyma un eto.", "Dyma'r olaf.")
"""Sentences that an author adds, one after the other."""
POLL = 0.5
"""Seconds in which a preview looks for changed files at least once."""
Figures = dict[str, float]
WAITER = """import os, subprocess, sys, time
start = time.perf_counter()
_, status, usage = os.wait4(subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL).pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))"""
"""Runs a command and prints its seconds and its kilobytes: those of the largest of it and of what it started."""


def run() -> dict[str, Any]:
    """Measure, print, and give the figures back."""
    sizes = [int(one) for one in os.environ.get("SIZES", "").split()] or list(SIZES)
    found: dict[str, Any] = {}
    print(
        "pages     ours    stock  times  MB ours  stock  ms/page  checks  search  editions     MB    again          edit"
        "  of make site: checks  search  editions"
    )
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            one = found[str(size)] = _measured(Path(place) / str(size), size)
            print(_line(size, one), flush=True)
    if len(sizes) > 1:
        said = []
        for whose, key in (("ours", "seconds"), ("stock", "stock_seconds"), ("editions", "editions_seconds")):
            found[f"exponent_{key}"] = exponent([(size, found[str(size)][key]) for size in sizes])
            said.append(f"{whose} {found[f'exponent_{key}']:.2f}")
        print(f"growth exponent: {', '.join(said)}")
    return found


def _line(size: int, one: Figures) -> str:
    return (
        f"{size:>5} {one['seconds']:7.1f}s {one['stock_seconds']:7.1f}s {one['times_faster']:6.1f} "
        f"{one['megabytes']:8.0f} {one['stock_megabytes']:6.0f} {one['ms_per_page']:8.1f} {one['checks_share']:7.0%} "
        f"{one['search_share']:7.0%} {one['editions_seconds']:8.1f}s {one['editions_megabytes']:6.0f} "
        f"{one['again_seconds']:7.1f}s {one['edit_seconds']:6.2f}s = 1/{1 / one['edit_share']:<3.0f} "
        f"{one['checks_share_of_all']:19.0%} {one['search_share_of_all']:7.0%} {one['editions_share_of_all']:9.0%}"
    )


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of a line through the points, both axes logarithmic (least squares): 1 is in proportion."""
    flat = [(log(pages), log(seconds)) for pages, seconds in points]
    x, y = (sum(one[axis] for one in flat) / len(flat) for axis in (0, 1))
    return sum((one[0] - x) * (one[1] - y) for one in flat) / sum((one[0] - x) ** 2 for one in flat)


def _measured(place: Path, size: int) -> Figures:
    root = corpus(place / "ours", size)
    environment = {
        "PYTHONPATH": os.pathsep.join(["hooks", str(Path(__file__).parents[1])]),
        "CANLLAW_TODAY": "2026-11-26",
    }
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    first = timed([*build, str(place / "first-site")], root, environment)
    (root / "build").rename(place / "first-build")
    stock = timed([*build, str(place / "stock-site")], _stock(root, place / "stock"), {})
    second = timed([*build, str(place / "site")], root, environment)
    seconds = (first["seconds"] + second["seconds"]) / 2
    made = [sys.executable, "-m", "canllaw", "editions", str(place / "site"), str(place / "dist")]
    editions = timed(made, root, environment)
    edit = _edited(root, environment)
    again = timed([*build, str(place / "site")], root, environment)
    (root / "build").rename(place / "build")
    told = subprocess.run(
        [sys.executable, "-m", "bench.timed", str(place / "site"), str(place / "other-dist")],
        cwd=root, env={**os.environ, **environment, "NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    parts = json.loads(told.stdout.splitlines()[-1])
    whole = parts["build"] + parts["editions"] + parts["site_checks"]
    return {
        "seconds": seconds, "megabytes": max(first["megabytes"], second["megabytes"]),
        "ms_per_page": seconds * 1000 / (2 * size),
        "stock_seconds": stock["seconds"], "stock_megabytes": stock["megabytes"],
        "times_faster": stock["seconds"] / seconds,
        "editions_seconds": editions["seconds"], "editions_megabytes": editions["megabytes"],
        "edit_seconds": edit, "edit_share": edit / seconds,
        "again_seconds": again["seconds"], "again_share": again["seconds"] / seconds,
        "load_share": parts["load"] / parts["build"], "checks_share": parts["checks"] / parts["build"],
        "search_share": parts["search"] / parts["build"],
        "checks_share_of_all": (parts["checks"] + parts["site_checks"]) / whole,
        "search_share_of_all": parts["search"] / whole, "editions_share_of_all": parts["editions"] / whole,
    }  # fmt: skip


def _edited(root: Path, environment: dict[str, str]) -> float:
    """Seconds from a saved sentence until the preview shows it: the middle one of several edits."""
    source, words = _sentence(root)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    guide = load(root)
    [page] = (page for page in guide.pages["cy"].values() if Path(root / page.file) == source)
    url = f"http://{place}/{address(guide, page)}"
    # What a shell starts in the background ignores Ctrl-C, and so would the preview, which is ended by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    preview = subprocess.Popen(
        command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _until(url, words, preview)
        waited = []
        for more in EDITS:
            time.sleep(2 * POLL)  # the preview looks at the files
            new = f"{words} {more}"
            start = time.perf_counter()
            source.write_text(source.read_text(encoding="utf-8").replace(words, new, 1), encoding="utf-8")
            words = new
            _until(url, words, preview)
            waited.append(time.perf_counter() - start)
        return median(waited)
    finally:
        preview.send_signal(signal.SIGINT)  # as an author ends it: the check that it has begun ends too
        preview.wait(timeout=60)


def _until(url: str, words: str, preview: "subprocess.Popen[bytes]") -> None:
    while preview.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=600) as answer:  # noqa: S310 - our own preview
                if words in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(POLL / 25)
    raise RuntimeError("the preview has ended")


def _sentence(root: Path) -> tuple[Path, str]:
    """A page, and a sentence that stands in it: the first page that has a paragraph."""
    for page in sorted((root / "docs_cy").glob("g*/page-*.md")):
        if said := re.search(r"\w+ yng nghanllaw \d+\.", page.read_text(encoding="utf-8")):
            return page, said[0]
    raise LookupError("no page has a paragraph")


def timed(command: list[str], root: Path, environment: dict[str, str]) -> Figures:
    """Seconds and megabytes of a command. CalledProcessError when it fails."""
    # A process begins as a copy of the one that starts it: a small one does, so that the memory told is the command's.
    told = subprocess.run(
        [sys.executable, "-c", WAITER, *command],
        cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    seconds, kilobytes = told.stdout.splitlines()[-1].split()
    return {"seconds": float(seconds), "megabytes": int(kilobytes) / 1024}


def _stock(root: Path, place: Path) -> Path:
    """The same Markdown as a stock project."""
    for folder, code in (("docs", "en"), ("docs_cy", "cy")):
        shutil.copytree(root / folder, place / "docs" / code)
    (place / "mkdocs.yml").write_text(settings(root, [("en", "English"), ("cy", "Cymraeg")]), encoding="utf-8")
    return place
