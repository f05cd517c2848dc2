"""What pages are drawn with, in a folder named by its content: `assets/3f2a9c1e/`. A copy of it can be kept for ever.

One name for all of it, so that a script finds its neighbours, and never those of another day.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from .several import several

FOLDER = "assets"
NAME = re.compile(r"[0-9a-f]{8}")
MANY = 400
"""Below so many pages one process is done before several are started."""
USED = re.compile(r'(<(?:link|script)\b[^>]*?\s(?:href|src)="(?:[^"]*/)?assets/)(?=[^"/]+")')


def stamp(site: Path) -> str:
    """Move the files of `assets/` into a folder named by what they hold, and lead every page there; gives its name."""
    folder = site / FOLDER
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    digest = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    name = digest.hexdigest()[:8]
    (folder / name).mkdir(exist_ok=True)
    for path in files:
        path.rename(folder / name / path.name)
    _lead(sorted(site.rglob("*.html")), name)
    return name


def again(site: Path, pages: Iterable[str]) -> None:
    """Put what has been written into `assets/` anew, and lead pages written anew, to the folder that is there already.

    For a preview alone, where nothing is kept: the folder keeps a name that its content has no more.
    """
    [folder] = (path for path in (site / FOLDER).iterdir() if path.is_dir() and NAME.fullmatch(path.name))
    for path in [one for one in folder.parent.iterdir() if one.is_file() and not one.name.startswith(".")]:
        path.replace(folder / path.name)
    _lead([site / page for page in pages], folder.name)


def _lead(pages: Sequence[Path], name: str) -> None:
    def lead(number: int) -> None:
        text = pages[number].read_text(encoding="utf-8")
        pages[number].write_text(USED.sub(rf"\g<1>{name}/", text), encoding="utf-8")

    several(lead, len(pages), MANY)
