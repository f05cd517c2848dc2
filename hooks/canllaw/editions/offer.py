"""What the offline page of a site offers: every edition of every guide, with its size and checksum."""

from collections.abc import Sequence
from html import escape

from ..model import Language
from ..volumes import title
from .edition import Made
from .notices import Copy

SUMS = "SHA256SUMS"


def offered(copy: Copy, made: Sequence[Made], language: Language, folder: str, level: str) -> str:
    """What the offline page of a language offers: its own editions first. `folder`: where they are, from that page.

    `level`: of the headings that name the guides, where there are several. The first guide's files are in view, those
    of each other behind a line that says how many there are: a site may have hundreds.
    """
    guides = list(dict.fromkeys(one.edition.guide.id for one in made))
    lists = "\n".join(
        _list(copy, [one for one in made if one.edition.guide.id == id], language, folder, level if guides[1:] else "")
        for id in guides
    )
    day = f"{copy.say('edition_date', language)} {copy.day(language)}."
    sums = f'<a href="{folder}/{SUMS}" download>{SUMS}</a>'
    signature = str(copy.guide.settings.get("publisher", {}).get("signing_key", ""))
    signed = (
        f"<p>{escape(copy.say('edition_signed', language))} <code>{escape(signature)}</code> "
        f'<a href="{folder}/{SUMS}.minisig" download>{SUMS}.minisig</a></p>'
        if signature
        else ""
    )
    words = escape(copy.say("edition_sums", language))
    opened = f'<div class="editions" data-editions="{level}">\n<p>{escape(day)}</p>'
    return f"{opened}\n{lists}\n<p>{words} {sums}</p>\n{signed}</div>"


def _list(copy: Copy, made: Sequence[Made], language: Language, folder: str, level: str) -> str:
    """The editions of one guide, those in the page's language first; under its title where a `level` is given.

    Those of a guide that is not the first are behind a line to open.
    """
    rows = [
        _row(copy, one, language, folder) for one in sorted(made, key=lambda one: language not in one.edition.languages)
    ]
    name = escape(title(made[0].edition.guide, language.code), quote=False)
    heading = f"<h{level}>{name}</h{level}>\n" if level else ""
    files = '<ul class="editions__list">\n' + "\n".join(rows) + "\n</ul>"
    if made[0].edition.guide.id:
        count = escape(copy.say("edition_files", language, count=str(len(made))), quote=False)
        files = f'<details class="editions__more">\n<summary>{count}</summary>\n{files}\n</details>'
    return heading + files


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
