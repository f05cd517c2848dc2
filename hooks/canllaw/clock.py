"""The day on which the guide is checked, and the date of a build. Nothing else in the package asks what day it is."""

import os
from datetime import UTC, date, datetime

from .model import Guide

DAY = "CANLLAW_TODAY"
EPOCH = "SOURCE_DATE_EPOCH"
FIRST, LAST = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (1980, 2107))
"""Between these, in seconds, are the dates that a ZIP can bear."""


class NoDate(Exception):
    """What is to give a day or a moment gives none."""


def today() -> date:
    """Today's date, or the ISO date that CANLLAW_TODAY gives: a helpline falls due whether or not anybody commits.

    Raises NoDate.
    """
    given = os.environ.get(DAY, "")
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).date()
    except ValueError:
        raise NoDate(f"{DAY} is '{given}': expected a day such as 2026-11-23") from None


def given() -> int | None:
    """The seconds that SOURCE_DATE_EPOCH gives, None where it is not set. Raises NoDate."""
    if (text := os.environ.get(EPOCH)) is None:
        return None
    if text.isascii() and text.isdigit() and FIRST <= int(text) < LAST:
        return int(text)
    raise NoDate(
        f"{EPOCH} is '{text}': expected seconds since 1970, at least {FIRST}, as git log -1 --format=%ct gives"
    )


def epoch(guide: Guide) -> int:
    """The seconds a build is dated by: SOURCE_DATE_EPOCH (the last commit, says the Makefile), else the last review.

    Raises NoDate.
    """
    seconds = given()
    if seconds is not None:
        return seconds
    return int(datetime.fromisoformat(guide.settings["reviewed"]).replace(tzinfo=UTC).timestamp())
