"""What is due, as an iCalendar file (RFC 5545) that any calendar can import, in every language of the guide."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from ..model import Guide
from .items import Due

PRODUCT = "-//Canllaw//Due for review//EN"


def as_ical(guide: Guide, items: Sequence[Due], today: date, stamp: int) -> bytes:
    """One all-day event for each. `stamp`: the seconds the file is dated by; the same items then give the same bytes.

    What is overdue, or has no day, stands on today: nobody looks for work in the past. Events keep their UID, so that
    a calendar which imports a later file moves them, and has none twice.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = " / ".join(f"{words} {guide.settings['name']}" for words in _said(guide, "due_calendar"))
    calendar.add("x-wr-calname", title)
    for one in items:
        calendar.add_component(_event(guide, one, max(one.day or today, today), datetime.fromtimestamp(stamp, UTC)))
    written: bytes = calendar.to_ical()
    return written


def _event(guide: Guide, one: Due, day: date, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"canllaw:{guide.settings['name']}:{one.key}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    # Nobody is busy all day because of it.
    event.add("transp", "TRANSPARENT")
    names = (one.names[code] for code in _codes(guide))
    event.add("summary", " / ".join(map(" ".join, zip(_said(guide, f"due_{one.kind}"), names, strict=True))))
    event.add("description", "\n".join(_lines(guide, one)))
    event.add("categories", [one.kind])
    return event


def _lines(guide: Guide, one: Due) -> Iterator[str]:
    yield f"{one.file}:{one.line}" + (f" ({one.more})" if one.more else "")
    for key, day in (("due_day", one.day), ("due_last", one.last)):
        if day:
            yield f"{' / '.join(_said(guide, key))} {day.isoformat()}"


def _codes(guide: Guide) -> list[str]:
    """The languages by their codes: an order that says nothing of rank, and is always the same."""
    return sorted(one.code for one in guide.languages)


def _said(guide: Guide, key: str) -> list[str]:
    return [guide.say(key, code) for code in _codes(guide)]
