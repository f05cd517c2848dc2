"""Every edition of a built site, made: written to its folder, listed with checksums, and offered on the site."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from ..addresses import DOWNLOADS, address
from ..model import Guide, Page, Problem
from ..several import streamed
from ..volumes import title
from .built import Built, Watched
from .edition import Made
from .fit import faults
from .folder import OFFER
from .kept import Kept
from .links import INDEX
from .notices import Copy, dated
from .offer import SUMS, offered
from .planned import planned

LISTING = "editions.json"
DAY = 86400


def write_editions(
    guide: Guide, site: Path, dist: Path, url: str, epoch: int, commit: str, clean: bool = False
) -> list[Made]:
    """Make every edition of the built `site` into the new folder `dist`, and offer them on the site's own pages.

    `url`: where the site is published; `epoch`: the seconds the build is dated by, of which the editions bear the day;
    `commit`: what it was built from;
    `clean`: whether to use nothing that earlier builds have kept.
    The site gets a copy of each under `download/`. Each comes with what the rules say of it. Raises FileExistsError
    where `dist` is there already.
    """
    copy = Copy(guide, dated(epoch), url)
    made = _made(copy, Built(site), epoch - epoch % DAY, clean)
    files = {one.edition.file: one.data for one in made}
    files[LISTING] = listing(copy, made, commit).encode()
    files[SUMS] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    ).encode()
    for place in (dist, site / DOWNLOADS):
        place.mkdir(parents=True)
        for name, data in files.items():
            (place / name).write_bytes(data)
    for page in (page for pages in guide.pages.values() for page in pages.values() if page.calls("editions")):
        _offer(copy, made, page, site)
    return made


def _made(copy: Copy, site: Built, epoch: int, clean: bool) -> list[Made]:
    """Every edition: kept by an earlier build, or made and looked at by whichever process is free."""
    kept, every = Kept(copy, site, epoch, clean), planned(copy, epoch)
    found = {one.edition.file: one for one in map(kept.made, every) if one}
    missing = [one for one in every if one.file not in found]

    def make(number: int) -> tuple[bytes, list[Problem], set[str]]:
        edition, watched = missing[number], Watched(site)
        data = edition.make(watched)
        return data, faults(copy.guide, edition.file, data), watched.read

    for one, (data, problems, read) in zip(missing, streamed(make, len(missing), few=1, large=True), strict=True):
        found[one.file] = Made(one, data, problems)
        kept.keep(found[one.file], read)
    kept.clear()
    return [found[one.file] for one in every]


def _offer(copy: Copy, made: Sequence[Made], page: Page, site: Path) -> None:
    """Put the offer of every edition in its place on a page of the site."""
    here = address(copy.guide, page)
    folder, file = "../" * here.count("/") + DOWNLOADS, site / here / INDEX
    html = file.read_text(encoding="utf-8")
    html = OFFER.sub(lambda place: offered(copy, made, page.language, folder, place[1]), html)
    file.write_text(html, encoding="utf-8")


def listing(copy: Copy, made: Sequence[Made], commit: str) -> str:
    """`editions.json`: each file with its languages, bytes and checksum; the pages, and when each was reviewed."""
    pages = copy.guide.pages
    listed = {
        "guide": copy.guide.settings["name"],
        "date": copy.made.isoformat(),
        "check_helplines_after": copy.doubtful.isoformat(),
        "commit": commit,
        "editions": [
            {
                "file": one.edition.file,
                "guide": title(one.edition.guide, copy.guide.languages[0].code),
                "kind": one.edition.kind,
                "languages": [language.code for language in one.edition.languages],
                "bytes": len(one.data),
                "sha256": one.sha256,
                "pages": sum(len(one.edition.guide.pages[language.code]) for language in one.edition.languages),
            }
            for one in made
        ],
        "reviewed": {
            code: {name: str(page.meta["reviewed"]) for name, page in sorted(pages[code].items())}
            for code in sorted(pages)
        },
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
