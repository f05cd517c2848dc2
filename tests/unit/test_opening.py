"""Opening hours for the script on the page: only confirmed ones, and what it needs to know of bank holidays."""

import json
from typing import Any

from canllaw.load import load
from canllaw.model import Record
from canllaw.opening import bank_holidays, has_periods, opening
from support import ROOT

GUIDE = load(ROOT)
EN, CY = GUIDE.language("en"), GUIDE.language("cy")


def test_hours_that_nobody_has_confirmed_are_not_said() -> None:
    assert opening(GUIDE, {"always": True}, EN) == ""
    assert json.loads(opening(GUIDE, {"always": True, "confirmed": True}, EN)) == {"always": True}


def test_periods_are_minutes_and_words_in_the_language() -> None:
    hours: dict[str, Any] = {
        "confirmed": True,
        "bank_holidays": "closed",
        "periods": [{"days": ["tue", "mon"], "open": "09:00", "close": "24:00"}, {"days": ["fri"], "open": "22:00", "close": "02:30"}],
    }  # fmt: skip
    answer = json.loads(opening(GUIDE, hours, CY))
    assert answer["holiday"] == "closed"
    assert answer["periods"] == [
        {"day": 0, "open": 540, "close": 1440, "opens": "Dydd Llun, 9am", "closes": "hanner nos"},
        {"day": 1, "open": 540, "close": 1440, "opens": "Dydd Mawrth, 9am", "closes": "hanner nos"},
        {"day": 4, "open": 1320, "close": 1590, "opens": "Dydd Gwener, 10pm", "closes": "2.30am"},
    ]


def test_what_happens_on_a_bank_holiday_is_unknown_until_it_is_recorded() -> None:
    hours = {"confirmed": True, "periods": [{"days": ["mon"], "open": "09:00", "close": "17:00"}]}
    assert json.loads(opening(GUIDE, hours, EN))["holiday"] == "unknown"


def test_bank_holidays_are_those_of_wales() -> None:
    days = bank_holidays(GUIDE).split()
    # Christmas and Boxing Day of 2026, the latter on the Monday after; Good Friday 2027; never St Andrew's Day.
    assert {"2026-12-25", "2026-12-28", "2027-03-26"} <= set(days) and "2026-11-30" not in days


def test_bank_holidays_matter_only_to_a_service_that_opens_and_closes() -> None:
    def record(**phone: Any) -> Record:
        return Record("one", "data/helplines.yml", 1, {"phones": [{"id": "main", "number": "101", **phone}]})

    assert has_periods(record(hours={"confirmed": True, "periods": []}))
    assert not has_periods(record(hours={"confirmed": True, "always": True}))
    assert not has_periods(record()) and not has_periods(Record("two", "data/helplines.yml", 1, {}))
