"""The edition of both languages: one ZIP of the whole site, and its details filled in on the site's offline page."""

import hashlib
import re
import zipfile
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from .. import text
from ..addresses import address
from ..headers import host_files
from ..model import Guide, Language
from ..search import moved as addresses_moved
from .links import INDEX, relocate

TOP = "canllaw"
DOWNLOAD = "download/canllaw.zip"
BLOCK = re.compile(r'<div class="editions" data-editions>.*?</dl>\s*</div>', re.S)
SEARCH = "search-"
LEFT_OUT = ("404.html", "sitemap.xml", "robots.txt", *(name.rsplit("/", 1)[-1] for name in host_files([])))


def write_edition(guide: Guide, site: Path, epoch: int) -> Path:
    """Write the ZIP into the built `site` and its size, date and checksum into each language's offline page.

    `epoch` (seconds) dates the copy and every file in it: the same site and epoch give the same bytes.
    Returns the ZIP's path.
    """
    files = {f"{TOP}/{name}": data for name, data in _contents(guide, site, epoch).items()}
    archive = site / DOWNLOAD
    archive.parent.mkdir(exist_ok=True)
    _write_zip(archive, files, epoch)
    data = archive.read_bytes()
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    for language in guide.languages:
        place = _offline(guide, language)
        page = site / place
        html = page.read_text(encoding="utf-8").replace(
            'href="DOWNLOAD"', f'href="{"../" * place.count("/")}{DOWNLOAD}"'
        )
        details = {
            "size": f"{(len(data) + 999) // 1000} kB",
            "date": text.long_date(day, language),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        for key, value in details.items():
            html = html.replace(f'data-edition="{key}"></dd>', f'data-edition="{key}">{value}</dd>')
        page.write_text(html, encoding="utf-8")
    return archive


def _contents(guide: Guide, site: Path, epoch: int) -> dict[str, bytes]:
    """Every file of the copy by its path below the top folder."""
    moved = {f"{one.code}/{INDEX}": one.start_file for one in guide.languages}
    offline = {_offline(guide, language): language for language in guide.languages}
    addresses = (address(guide, page) for pages in guide.pages.values() for page in pages.values())
    places = {one: moved.get(one + INDEX, one + INDEX) for one in addresses}
    contents: dict[str, bytes] = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if path.name in LEFT_OUT or name.startswith("download/"):
            continue
        if path.name.startswith(SEARCH) and path.suffix == ".js":
            contents[name] = addresses_moved(path.read_text(encoding="utf-8"), places).encode()
            continue
        if path.suffix != ".html":
            contents[name] = path.read_bytes()
            continue
        html = path.read_text(encoding="utf-8")
        if name in offline:
            html = BLOCK.sub(_notice(guide, offline[name], epoch), html)
        place = moved.get(name, name)
        contents[place] = relocate(html, name, place, moved).encode()
    for language in guide.languages:
        contents[language.read_me] = _read_me(guide, language, epoch).encode("utf-8-sig")
    return contents


def _offline(guide: Guide, language: Language) -> str:
    """The file of the page that offers the copy."""
    return address(guide, guide.pages[language.code][guide.settings["places"]["offline"]]) + INDEX


def _date(language: Language, epoch: int) -> str:
    return text.long_date(datetime.fromtimestamp(epoch, UTC).date().isoformat(), language)


def _notice(guide: Guide, language: Language, epoch: int) -> str:
    this_copy, date = guide.say("edition_this_copy", language.code), guide.say("edition_date", language.code)
    return f'<div class="editions"><p>{escape(this_copy)}</p><p>{escape(date)} {_date(language, epoch)}</p></div>'


def _read_me(guide: Guide, language: Language, epoch: int) -> str:
    """Plain text with Windows line ends: what to open, what to extract first, how old the copy is."""
    rows = [
        str(guide.settings["name"]),
        "",
        guide.say("edition_extract", language.code),
        f"{guide.say('edition_open', language.code)} {language.start_file}",
        "",
        guide.say("edition_this_copy", language.code),
        f"{guide.say('edition_date', language.code)} {_date(language, epoch)}",
        "",
    ]
    return "\r\n".join(rows)


def _write_zip(path: Path, files: dict[str, bytes], epoch: int) -> None:
    """A ZIP whose bytes depend on nothing but its files and the date: sorted names, one time, fixed attributes."""
    when = datetime.fromtimestamp(epoch, UTC)
    stamp = (when.year, when.month, when.day, when.hour, when.minute, when.second // 2 * 2)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, files[name])
