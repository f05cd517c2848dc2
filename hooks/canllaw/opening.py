"""Opening hours as the script on the page reads them, to say whether a helpline is open now.

Times are those of clocks in Wales. Nothing is said of a day that may be different: on a bank holiday only a record that
says what happens then (`bank_holidays: open` or `closed`) is answered for.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from .model import Guide, Language, Record
from .text import DAYS, clock_time

YEARS = 3
"""How many years of bank holidays a page carries, from the guide's last review: longer than any check stays good."""


def opening(guide: Guide, hours: Mapping[str, Any], language: Language) -> str:
    """JSON for a card: `always`, or `periods` and `holiday` (`open`, `closed` or `unknown`).

    A period has its day (0 is Monday), minutes after midnight, and the same in words. Empty where the hours are not
    confirmed, so that nothing is said of them.
    """
    if not hours.get("confirmed"):
        return ""
    if hours.get("always"):
        return _json({"always": True})
    periods = [one for period in hours["periods"] for one in _days(guide, period, language)]
    periods.sort(key=lambda one: (one["day"], one["open"]))
    return _json({"periods": periods, "holiday": hours.get("bank_holidays", "unknown")})


def _days(guide: Guide, period: Mapping[str, Any], language: Language) -> Iterator[dict[str, Any]]:
    """One period on each of its days; one that runs past midnight ends on the day after."""
    start, end = _minutes(period["open"]), _minutes(period["close"])
    for day in period["days"]:
        name = guide.say("days_one", language.code).format(guide.say(f"day_{day}", language.code))
        yield {
            "day": DAYS.index(day),
            "open": start,
            "close": end if end > start else end + 24 * 60,
            "opens": f"{name}, {clock_time(guide, period['open'], language)}",
            "closes": clock_time(guide, period["close"], language),
        }


def _minutes(hm: str) -> int:
    hour, minute = hm.split(":")
    return int(hour) * 60 + int(minute)


@cache
def _bank_holidays(first: int) -> tuple[str, ...]:
    import holidays  # by far the longest to read of all that a build needs, and only for some services

    days = holidays.country_holidays("GB", subdiv="WLS", years=range(first, first + YEARS))
    return tuple(sorted(day.isoformat() for day in days))


def bank_holidays(guide: Guide) -> str:
    """ISO dates of the bank holidays in Wales, by a space each, from the year of the guide's last review."""
    return " ".join(_bank_holidays(date.fromisoformat(guide.settings["reviewed"]).year))


def has_periods(record: Record) -> bool:
    """Whether a service opens and closes, so that bank holidays matter to it."""
    return any("periods" in phone.get("hours", {}) for phone in record.data.get("phones", ()))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
