"""Every edition of a built site, and what is said of them: sizes, checksums, where to get them."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from ..addresses import DOWNLOADS, address
from ..model import Guide, Language
from .archive import archive
from .document import whole
from .folder import OFFER, PLAIN, Folder, contents
from .links import INDEX
from .notices import Copy, dated
from .pdf import pdf
from .single import single

SUMS, LISTING = "SHA256SUMS", "editions.json"


@dataclass(frozen=True)
class Edition:
    """One file to download: its name, kind (`zip`, `no-script`, `html`, `pdf`), languages, and how to make it."""

    file: str
    kind: str
    languages: Sequence[Language]
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Made:
    """An edition as made."""

    edition: Edition
    data: bytes

    @property
    def sha256(self) -> str:
        """Its checksum."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def kilobytes(self) -> str:
        """Its size in words, rounded up."""
        return f"{-(-len(self.data) // 1000)} kB"


def slug(name: str) -> str:
    """A guide's name as a file name that every machine can keep: `Canllaw` gives `canllaw`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "guide"


def planned(copy: Copy, folder: Path, epoch: int) -> list[Edition]:
    """The editions of the site in `folder`, in the order they are offered in. `epoch`: seconds, dates every file."""
    site = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    guide, name = copy.guide, slug(str(copy.guide.settings["name"]))
    by_name = sorted(guide.languages, key=lambda one: one.name)
    both = f"{name}-{'-'.join(one.code for one in by_name)}"

    def zipped(top: str, kept: Folder) -> bytes:
        return archive(top, contents(copy, site, kept), epoch)

    def others(language: Language, ending: str) -> list[tuple[Language, str]]:
        return [(one, f"{name}-{one.code}{ending}") for one in by_name if one is not language]

    def printed(language: Language) -> bytes:
        return pdf(copy, whole(guide, lambda file: site[file].decode(), language, INDEX), language, epoch)

    editions = [Edition(f"{both}.zip", "zip", by_name, partial(zipped, both, Folder(by_name, scripts=True)))]
    for one in by_name:
        top = f"{name}-{one.code}"
        kept = Folder([one], scripts=True, others=others(one, ".zip"))
        editions.append(Edition(f"{top}.zip", "zip", [one], partial(zipped, top, kept)))
    for one in by_name:
        file = f"{name}-{one.code}.html"
        editions.append(Edition(file, "html", [one], partial(single, copy, site, one, others(one, ".html"))))
    for one in by_name:
        editions.append(Edition(f"{name}-{one.code}.pdf", "pdf", [one], partial(printed, one)))
    plain = f"{both}-{PLAIN}"
    editions.append(Edition(f"{plain}.zip", PLAIN, by_name, partial(zipped, plain, Folder(by_name, scripts=False))))
    return editions


def write_editions(guide: Guide, site: Path, dist: Path, url: str, epoch: int, commit: str) -> list[Made]:
    """Make every edition of the built `site` into the new folder `dist`, and offer them on the site's own pages.

    `url`: where the site is published; `epoch`: the seconds the build is dated by; `commit`: what it was built from.
    The site gets a copy of each under `download/`. Raises FileExistsError where `dist` is there already.
    """
    copy = Copy(guide, dated(epoch), url)
    made = [Made(one, one.make()) for one in planned(copy, site, epoch)]
    files = {one.edition.file: one.data for one in made}
    files[LISTING] = listing(copy, made, commit).encode()
    files[SUMS] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    ).encode()
    for place in (dist, site / DOWNLOADS):
        place.mkdir(parents=True)
        for name, data in files.items():
            (place / name).write_bytes(data)
    for language in guide.languages:
        page = site / address(guide, guide.pages[language.code][guide.settings["places"]["offline"]]) / INDEX
        offer = offered(copy, made, language, "../" * (len(page.relative_to(site).parts) - 1) + DOWNLOADS)
        before, after = OFFER.split(page.read_text(encoding="utf-8"), maxsplit=1)
        page.write_text(before + offer + after, encoding="utf-8")
    return made


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
                "kind": one.edition.kind,
                "languages": [language.code for language in one.edition.languages],
                "bytes": len(one.data),
                "sha256": one.sha256,
                "pages": sum(len(pages[language.code]) for language in one.edition.languages),
            }
            for one in made
        ],
        "reviewed": {
            code: {name: str(page.meta["reviewed"]) for name, page in sorted(pages[code].items())}
            for code in sorted(pages)
        },
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def offered(copy: Copy, made: Sequence[Made], language: Language, folder: str) -> str:
    """What the offline page of a language offers: its own editions first. `folder`: where they are, from that page."""
    own = [one for one in made if language in one.edition.languages]
    rows = [_row(copy, one, language, folder) for one in [*own, *(one for one in made if one not in own)]]
    day = f"{copy.say('edition_date', language)} {copy.day(language)}."
    sums = f'<a href="{folder}/{SUMS}" download>{SUMS}</a>'
    signature = str(copy.guide.settings.get("publisher", {}).get("signing_key", ""))
    signed = (
        f"<p>{escape(copy.say('edition_signed', language))} <code>{escape(signature)}</code> "
        f'<a href="{folder}/{SUMS}.minisig" download>{SUMS}.minisig</a></p>'
        if signature
        else ""
    )
    return (
        f'<div class="editions" data-editions>\n<p>{escape(day)}</p>\n<ul class="editions__list">\n'
        + "\n".join(rows)
        + f"\n</ul>\n<p>{escape(copy.say('edition_sums', language))} {sums}</p>\n{signed}</div>"
    )


def _row(copy: Copy, one: Made, language: Language, folder: str) -> str:
    kind = copy.say(f"edition_kind_{one.edition.kind.replace('-', '_')}", language)
    names = ", ".join(
        part.name if part is language else f'<span lang="{part.code}">{part.name}</span>'
        for part in one.edition.languages
    )
    return (
        f'<li><a href="{folder}/{one.edition.file}" download>{escape(kind, quote=False)} ({names})</a>\n'
        f"<p>{one.edition.file}, {one.kilobytes}</p>\n"
        f"<p>{escape(copy.say('edition_checksum', language))} <code>{one.sha256}</code></p></li>"
    )
