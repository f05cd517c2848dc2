"""Footnotes by reference id: `[^hackett-2010]` becomes a note made from data/references.yml, in the page's language."""

from html import escape
from typing import Any

from . import text
from .model import Guide, Language, Page, Record

PLACE = "///Footnotes Go Here///"


def with_notes(guide: Guide, page: Page, body: str) -> str:
    """`body` with a definition for each mark that names a reference, and a heading above where the notes stand."""
    if not page.marks:
        return body
    defined = {definition.label for definition in page.definitions}
    labels = dict.fromkeys(mark.label for mark in page.marks if mark.label not in defined)
    notes = [
        f"[^{label}]: {note(guide, guide.references[label], page.language)}" for label in labels if label in guide.references
    ]
    heading = f"## {guide.say('sources', page.language.code)} {{#sources}}"
    return "\n\n".join([body.rstrip(), *notes, heading, PLACE]) + "\n"


def note(guide: Guide, record: Record, language: Language) -> str:
    """A source as one line of HTML: authors, year, linked title, where it appeared, and what limits it."""
    data, code = record.data, language.code
    year = data["year"] if data["year"] != "n.d." else guide.say("no_date", code)
    parts = [f"{_plain(data['authors'], language)} ({year}).", f"{_title(data, language)}{_only(guide, data, language)}."]
    if "in" in data:
        parts.append(f"{guide.say('ref_in', code)}: {_plain(data['in'], language)}.")
    if "publisher" in data:
        parts.append(f"{_plain(data['publisher'], language)}.")
    if "note" in data:
        parts.append(_plain(data["note"], language))
    if not data["confirmed"] and "note" not in data:
        parts.append(guide.say("ref_unconfirmed", code))
    return " ".join(parts).replace("..", ".")


def _plain(value: dict[str, str], language: Language) -> str:
    return escape(value[language.code], quote=False)


def _title(data: dict[str, Any], language: Language) -> str:
    foreign = text.foreign(data["title"], language)
    title = escape(data["title"].get(language.code) or next(iter(data["title"].values())), quote=False)
    cited = f"<cite lang=\"{foreign}\">{title}</cite>" if foreign else f"<cite>{title}</cite>"
    if "url" not in data:
        return cited
    url, leads_to = text.address(data["url"], language)
    away = f' hreflang="{leads_to}"' if leads_to != language.code else ""
    return f'<a href="{escape(url)}"{away} rel="noreferrer">{cited}</a>'


def _only(guide: Guide, data: dict[str, Any], language: Language) -> str:
    only = data["language"] not in (language.code, "both")
    return f" {guide.say('in_language_only', language.code)}" if only else ""
