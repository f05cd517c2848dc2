"""Footnotes by reference id: `[^hackett-2010]` becomes a note made from data/references.yml, in the page's language."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from . import scanner, text
from .model import Guide, Language, Page, Record

PLACE = "///Footnotes Go Here///"
# A note as written on a page: its first line, and the lines that go on with it.
WRITTEN = re.compile(r"^ {0,3}\[\^([^\[\]\s]+)\]:[^\n]*\n?(?:(?!\s*\n)(?! {0,3}\[\^)[^\n]+\n?|\n(?= {4}))*", re.M)


def cited(guide: Guide) -> set[str]:
    """The ids of the sources a guide rests on: marked on its pages, behind its terms, and the one it is based on."""
    found = {str(guide.settings["basis"]["reference"])}
    for page in (page for pages in guide.pages.values() for page in pages.values()):
        found.update({mark.label for mark in page.marks} - {definition.label for definition in page.definitions})
    for term in guide.terms.values():
        found.update(term.data.get("references", ()))
    return found


def with_notes(guide: Guide, page: Page, body: str) -> str:
    """`body` with its notes at the end, in the order their marks are read, under a heading.

    A mark that names a reference gets a note made from the record; a note written on the page keeps its own words.
    """
    if not page.marks:
        return body
    body, written = _take_out(body) if page.definitions else (body, {})
    labels = dict.fromkeys(mark.label for mark in page.marks)
    made = {
        label: note(guide, guide.references[label], page.language)
        for label in labels
        if label in guide.references and label not in written
    }
    notes = {**made, **written}
    heading = f"## {guide.say('sources', page.language.code)} {{#sources}}"
    definitions = [f"[^{label}]: {notes[label]}" for label in labels if label in notes]
    return "\n\n".join([body.rstrip(), *definitions, heading, PLACE]) + "\n"


def _take_out(body: str) -> tuple[str, dict[str, str]]:
    """`body` without the notes written in it, and those notes by label."""
    written: dict[str, str] = {}
    spans = [(match.start(), match.end(), match[1]) for match in WRITTEN.finditer(scanner.mask(body))]
    for start, end, label in reversed(spans):
        written[label] = body[start:end].split(":", 1)[1].strip()
        body = body[:start] + body[end:]
    return body, written


def note(guide: Guide, record: Record, language: Language) -> str:
    """A source as one line of HTML: authors, year, linked title, where it appeared, and what limits it."""
    known: dict[tuple[str, str], str] = guide.site.memo.setdefault("notes", {})
    if (record.id, language.code) not in known:
        known[record.id, language.code] = _note(guide, record, language)
    return known[record.id, language.code]


def _note(guide: Guide, record: Record, language: Language) -> str:
    data, code = record.data, language.code
    year = data["year"] if data["year"] != "n.d." else guide.say("no_date", code)
    parts = [
        f"{_plain(data['authors'], language)} ({year}).",
        f"{titled(data, language)}{_only(guide, data, language)}.",
    ]
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


def titled(data: Mapping[str, Any], language: Language) -> str:
    """The title of a source, as a link where it has an address."""
    foreign = text.foreign(data["title"], language)
    title = escape(data["title"].get(language.code) or next(iter(data["title"].values())), quote=False)
    cited = f'<cite lang="{foreign}">{title}</cite>' if foreign else f"<cite>{title}</cite>"
    if "url" not in data:
        return cited
    url, leads_to = text.address(data["url"], language)
    away = f' hreflang="{leads_to}"' if leads_to != language.code else ""
    return f'<a href="{escape(url)}"{away} rel="noreferrer">{cited}</a>'


def _only(guide: Guide, data: Mapping[str, Any], language: Language) -> str:
    only = data["language"] not in (language.code, "both")
    return f" {guide.say('in_language_only', language.code)}" if only else ""
