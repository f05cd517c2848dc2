"""Small renderings that every card, note and page shares: dates, hours, ages, telephone links, foreign words."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import Any

from babel.dates import format_date
from markupsafe import Markup, escape

from .model import Guide, Language

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NO_BREAK = "\u00a0"


@cache
def long_date(iso: str, language: Language) -> str:
    """`2026-11-23` as `23 November 2026`, in the language; ValueError for anything but an ISO date."""
    return format_date(date.fromisoformat(iso), "d MMMM y", locale=language.locale)


def in_language(text: Mapping[str, str], language: Language) -> Markup:
    """The text in the language, or where it has none, in the one it has, marked with its `lang`."""
    if language.code in text:
        return escape(text[language.code])
    code, words = next(iter(text.items()))
    return Markup('<span lang="{}">{}</span>').format(code, words)


def foreign(text: Mapping[str, str], language: Language) -> str | None:
    """The code of the language the text falls back to, None when it exists in `language`."""
    return None if language.code in text else next(iter(text))


def address(urls: Mapping[str, str], language: Language) -> tuple[str, str]:
    """A web address and the language of what it leads to: the reader's own where there is one."""
    code = language.code if language.code in urls else next(iter(urls))
    return urls[code], code


def no_break(number: str) -> str:
    """A number that stays on one line."""
    return number.replace(" ", NO_BREAK)


@cache
def phone_link(number: str) -> Markup:
    """A telephone number as a link: the digits as the record has them, kept on one line."""
    return Markup('<a class="tel" href="tel:{}">{}</a>').format(number.replace(" ", ""), no_break(number))


@cache
def sms_link(number: str) -> Markup:
    """A text number as a link, kept on one line."""
    return Markup('<a class="tel" href="sms:{}">{}</a>').format(number.replace(" ", ""), no_break(number))


def age(guide: Guide, record: Mapping[str, Any], language: Language) -> str | None:
    """The age limit of a helpline in words, None when the record gives none."""
    limit = record.get("age")
    if not limit:
        return None
    (key, value), *_ = limit.items()
    return guide.say(f"age_{key}", language.code).format(value)


def hours(guide: Guide, record: Mapping[str, Any], language: Language) -> list[str]:
    """Opening hours in words, a line for each period; empty where there are none to print."""
    if not record.get("confirmed"):
        return []
    if record.get("always"):
        return [guide.say("always_open", language.code)]
    return [
        f"{_days(guide, period['days'], language)}, {clock_time(guide, period['open'], language)}"
        f"–{clock_time(guide, period['close'], language)}"
        for period in record["periods"]
    ]


def _days(guide: Guide, days: Sequence[str], language: Language) -> str:
    order = sorted(days, key=DAYS.index)
    names = [guide.say(f"day_{day}", language.code) for day in order]
    together = [DAYS.index(day) for day in order] == list(
        range(DAYS.index(order[0]), DAYS.index(order[0]) + len(order))
    )
    if len(order) > 2 and together:
        return guide.say("days_range", language.code).format(names[0], names[-1])
    return ", ".join(guide.say("days_one", language.code).format(name) for name in names)


def clock_time(guide: Guide, hm: str, language: Language) -> str:
    """A time of day (`HH:MM`) as people say it: 9am, 1.30pm, midday."""
    if hm in ("24:00", "00:00"):
        return guide.say("midnight", language.code)
    if hm == "12:00":
        return guide.say("midday", language.code)
    at = time.fromisoformat(hm)
    minutes = f".{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"
