"""What is due for review: helplines, law, sources and pages by their days, and what waits for somebody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..model import Guide, Page, Record
from ..records import doubts, line_of
from ..translated import stale

AHEAD = timedelta(days=31)
"""How far ahead is looked when nobody says: a month's work."""
UNCONFIRMED, TRANSLATION = "unconfirmed", "translation"
DAYS = {"helpline": "helpline_check_warn_days", "act": "law_check_days", "reference": "reference_check_days"}
PAGE_DAYS = "page_review_days"
YEAR = 365
"""The limit where data/guide.yml gives none."""


@dataclass(frozen=True)
class Due:
    """One thing to look at.

    `kind`: `helpline`, `act`, `reference`, `page` (due on a day), `unconfirmed` (a record that says so of itself) or
    `translation` (sections whose source has changed). `key` names it for good: `helplines childline`. `day`: when it is
    due; None when it has been since it was written. `last`: when it was last looked at. `more`: what of it.
    """

    kind: str
    key: str
    names: Mapping[str, str]
    file: str
    line: int
    day: date | None = None
    last: date | None = None
    more: str = ""


def due(guide: Guide, by: date) -> list[Due]:
    """What is due on `by` or before, overdue things included: first what has a day, by that day, then the rest."""
    dated = [*_records(guide), *_pages(guide)]
    ready = [one for one in dated if one.day is not None and one.day <= by]
    ready.sort(key=lambda one: (one.day or by, one.file, one.line))
    return [*ready, *_unconfirmed(guide), *_translations(guide)]


def _records(guide: Guide) -> Iterator[Due]:
    for kind, records in (("helpline", guide.helplines), ("act", guide.acts), ("reference", guide.references)):
        for record in records.values():
            yield _dated(guide, kind, record, record.data["checked"], record.line, "")
            for provision in record.data.get("provisions", ()):
                line = line_of(guide, record, f'section: "{provision["section"]}"')
                yield _dated(guide, kind, record, provision["checked"], line, provision["section"])


def _dated(guide: Guide, kind: str, record: Record, checked: str, line: int, part: str) -> Due:
    last = date.fromisoformat(checked)
    day = last + timedelta(days=_limit(guide, DAYS[kind]) + 1)
    return Due(kind, f"{kind} {record.id} {part}".rstrip(), _names(guide, record), record.file, line, day, last, part)


def _limit(guide: Guide, name: str) -> int:
    days: int = guide.settings["limits"].get(name, YEAR)
    return days


def _names(guide: Guide, record: Record) -> dict[str, str]:
    """A record's name in each language; where a language has none, the one it has."""
    data: Mapping[str, Any] = record.data
    names: Mapping[str, str] = data.get("name") or data.get("title") or data.get("term") or {}
    other = next(iter(names.values()), record.id)
    return {one.code: names.get(one.code, other) for one in guide.languages}


def _pages(guide: Guide) -> Iterator[Due]:
    for language in guide.languages:
        for page in guide.pages[language.code].values():
            try:
                last = date.fromisoformat(str(page.meta.get("reviewed")))
            except ValueError:  # the checks say so
                continue
            day = last + timedelta(days=_limit(guide, PAGE_DAYS) + 1)
            line = page.meta_lines["reviewed"]
            yield Due("page", f"page {page.file}", _titles(guide, page), page.file, line, day, last, language.name)


def _titles(guide: Guide, page: Page) -> dict[str, str]:
    """A page's title in each language; where a language has no such page, its own."""
    pages = {one.code: guide.pages[one.code].get(page.name, page) for one in guide.languages}
    return {code: str(one.meta.get("title") or one.file) for code, one in pages.items()}


def _unconfirmed(guide: Guide) -> Iterator[Due]:
    for records in (guide.helplines, guide.acts, guide.references, guide.terms):
        for record in records.values():
            found = [words.removeprefix(record.id).strip() for words in doubts(record)]
            if found:
                key = f"{UNCONFIRMED} {record.file} {record.id}"
                more = ", ".join(filter(None, found))
                yield Due(UNCONFIRMED, key, _names(guide, record), record.file, record.line, more=more)


def _translations(guide: Guide) -> Iterator[Due]:
    for language in guide.languages[1:]:
        for page in guide.pages[language.code].values():
            if found := list(stale(guide, page)):
                more = ", ".join(f"{one.id} {one.state}" for one in found)
                key = f"{TRANSLATION} {page.file}"
                yield Due(TRANSLATION, key, _titles(guide, page), page.file, found[0].line, more=more)
