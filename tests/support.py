"""What the tests share: guides to break, builds to look at."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from canllaw import rules
from canllaw.load import Unreadable, load
from canllaw.model import Problem
from canllaw.publish import PLACES

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests/guides/tiny"
WASPS = ROOT / "tests/guides/wasps"
ENGINE = ("hooks", "overrides", "mkdocs.yml")


def tiny_guide(place: Path) -> Path:
    """A complete guide of seven pages on another subject, to change at will."""
    shutil.copytree(TINY, place, dirs_exist_ok=True)
    return _with_engine(place)


def tiny_family(place: Path) -> Path:
    """The tiny guide, and a second one beside it in the same site."""
    root = tiny_guide(place)
    shutil.copytree(WASPS, root, dirs_exist_ok=True)
    more = (root / "data/guides.yml").read_text(encoding="utf-8")
    (root / "data/guides.yml").unlink()
    with (root / "data/guide.yml").open("a", encoding="utf-8") as listed:
        listed.write(more)
    return root


def real_guide(place: Path) -> Path:
    """A copy of the guide as it stands in the project, to break and repair."""
    for folder in ("docs", "docs_cy", "data"):
        shutil.copytree(ROOT / folder, place / folder, dirs_exist_ok=True)
    return _with_engine(place)


def _with_engine(place: Path) -> Path:
    for name in ENGINE:
        (place / name).symlink_to(ROOT / name)
    (place / "mkdocs.yml").unlink()
    shutil.copy(ROOT / "mkdocs.yml", place / "mkdocs.yml")
    (place / "data").mkdir(exist_ok=True)
    shutil.copy(ROOT / "data/strings.yml", place / "data/strings.yml")
    shutil.copytree(ROOT / "data/schema", place / "data/schema", dirs_exist_ok=True)
    return place


def assets(site: Path) -> Path:
    """The folder with what the pages of a built site are drawn with: it is named by its content."""
    [folder] = [path for path in (site / "assets").iterdir() if path.is_dir()]
    return folder


def digest(folder: Path) -> dict[str, str]:
    """Every file of a folder and what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digests(root: Path) -> dict[str, str]:
    """One digest for each folder a build publishes below `root`, its empty folders included; none for one not there."""
    found = {}
    for name in PLACES:
        folder = root / name
        if folder.is_dir():
            listed = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
            found[name] = hashlib.sha256(repr((listed, digest(folder))).encode()).hexdigest()
    return found


def problems(root: Path) -> list[Problem]:
    """Every Problem of the guide at `root`."""
    try:
        return rules.check(load(root))
    except Unreadable as unreadable:
        return sorted(unreadable.problems)


def replace(path: Path, old: str, new: str) -> int:
    """Replace the first `old` of a file; returns the line it stood on."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def canllaw(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of `python -m canllaw` in a process of its own, as the Makefile runs it."""
    return subprocess.run(
        [sys.executable, "-m", "canllaw", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def build(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` in a process of its own, as people run it."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
