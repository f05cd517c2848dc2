"""What is due, for a terminal."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..model import Guide
from .items import TRANSLATION, UNCONFIRMED, Due

HEADINGS = {UNCONFIRMED: "Not confirmed", TRANSLATION: "Translations to look at"}


def as_text(guide: Guide, items: Sequence[Due], today: date, by: date) -> str:
    """A list below each heading: overdue, due by the day, not confirmed, translations to look at."""
    overdue = [one for one in items if one.day is not None and one.day < today]
    coming = [one for one in items if one.day is not None and one.day >= today]
    parts = [
        [f"{guide.settings['name']} on {today}: what is due for review by {by}"],
        ["Overdue", *_rows(guide, overdue)],
        ["Due", *_rows(guide, coming)],
        *([heading, *_rows(guide, [one for one in items if one.kind == kind])] for kind, heading in HEADINGS.items()),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _rows(guide: Guide, items: Sequence[Due]) -> Iterator[str]:
    if not items:
        yield "  none"
    for one in items:
        name = one.names[guide.languages[0].code]
        dates = f"due {one.day}, last looked at {one.last}: " if one.day else ""
        more = f" ({one.more})" if one.more else ""
        yield f"  {one.file}:{one.line}: {dates}{name}{more}"
