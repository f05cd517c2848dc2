"""What pages are drawn with, in a folder named by its content: `assets/3f2a9c1e/`. A copy of it can be kept for ever.

One name for all of it, so that a script finds its neighbours, and never those of another day.
"""

import hashlib
import re
from pathlib import Path

FOLDER = "assets"
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
    for page in site.rglob("*.html"):
        page.write_text(USED.sub(rf"\g<1>{name}/", page.read_text(encoding="utf-8")), encoding="utf-8")
    return name
