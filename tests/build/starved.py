"""Builds on a disk too small for them, and on one that may not be written, in a mount namespace of this process's own.

`unshare -m python starved.py BUILT OTHER ROOM…`: copies the guide and its builds from BUILT to a small tmpfs, and builds
there with ROOM bytes free, once for each; OTHER is a build to put in place. Prints a JSON object: what each build ended with, and the digests of what it left.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from support import canllaw, digests, replace

SIZE = 12_000_000


def main(built: Path, other: Path, rooms: list[int]) -> None:
    disk = built.parent / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk], check=True)
    root, filler = disk / "guide", disk / "filler"
    subprocess.run(["cp", "-a", built, root], check=True)
    told = []
    change(root)
    for room in rooms:
        with filler.open("wb") as file:
            state = os.statvfs(disk)
            os.posix_fallocate(file.fileno(), 0, max(1, state.f_bavail * state.f_bsize - room))
        told.append(ended(root))
        filler.unlink()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    told.append(ended(root))
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    # A folder mounted on itself looks like any other until somebody wants to move it.
    subprocess.run(["mount", "--bind", root / "site", root / "site"], check=True)
    act = [sys.executable, str(Path(__file__).with_name("last_act.py")), str(root), str(other)]
    moved = subprocess.run(act, capture_output=True, text=True, check=False)
    told.append({"code": moved.returncode, "said": moved.stderr, "whole": digests(root), "left": left(root)})
    subprocess.run(["umount", root / "site"], check=True)
    told.append(ended(root))
    print(json.dumps(told))


WORDINGS = {"first": "Mae gwenyn gerllaw.", "second": "Mae gwenyn yn brysur."}


def says(root: Path) -> str:
    """Which of the two wordings the guide has now."""
    return "first" if WORDINGS["first"] in (root / "docs_cy/index.md").read_text(encoding="utf-8") else "second"


def change(root: Path) -> None:
    """Other words in the guide: builds of before and after differ in both folders."""
    now = says(root)
    other = "second" if now == "first" else "first"
    replace(root / "docs_cy/index.md", WORDINGS[now], WORDINGS[other])


def ended(root: Path) -> dict[str, object]:
    """Build; the exit code, what was said, what stands there now and what is left in build/."""
    result = canllaw("build", root=root)
    return {"code": result.returncode, "said": result.stderr, "whole": digests(root), "left": left(root)}


def left(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "build").iterdir())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [int(room) for room in sys.argv[3:]])
