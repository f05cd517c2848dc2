"""What pages are drawn with, in a folder named by its content: `assets/3f2a9c1e/`. A copy of it can be kept for ever.

One name for all of it, so that a script finds its neighbours, and never those of another day.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "assets"
NAME = re.compile(r"[0-9a-f]{8}")
USED = re.compile(r'(<(?:link|script)\b[^>]*?\s(?:href|src)="(?:[^"]*/)?assets/)(?=[^"/]+")')
LED = re.compile(r'(<(?:link|script)\b[^>]*?\s(?:href|src)="(?:[^"]*/)?assets/)[0-9a-f]{8}/(?=[^"/]+")')


def stamp(site: Path) -> str:
    """Move the files of `assets/` into a folder named by what they hold; the pages that stand are led there.

    Gives its name.
    """
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


def led(html: str, name: str) -> str:
    """A page's HTML, led to the folder of that name."""
    return USED.sub(rf"\g<1>{name}/", html)


def plain(path: str) -> str:
    """The path of a file of the site without the name of that folder: `assets/3f2a9c1e/canllaw.js` is one of these."""
    folder, _, rest = path.partition("/")
    name, _, file = rest.partition("/")
    return f"{folder}/{file}" if folder == FOLDER and file and NAME.fullmatch(name) else path


def unled(html: str) -> str:
    """A page's HTML, led to files that stand in `assets/` itself."""
    return LED.sub(r"\g<1>", html)


def _lead(pages: Iterable[Path], name: str) -> None:
    for page in pages:
        page.write_text(led(page.read_text(encoding="utf-8"), name), encoding="utf-8")
