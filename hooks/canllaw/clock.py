"""The day on which the guide is checked, and the date of a build. Nothing else in the package asks what day it is."""

import os
from datetime import UTC, date, datetime

from .model import Guide

DAY = "CANLLAW_TODAY"


def today() -> date:
    """Today's date, or the ISO date that CANLLAW_TODAY gives: a helpline falls due whether or not anybody commits."""
    given = os.environ.get(DAY, "")
    return date.fromisoformat(given) if given else datetime.now(UTC).date()


def epoch(guide: Guide) -> int:
    """The seconds a build is dated by: SOURCE_DATE_EPOCH (the last commit, says the Makefile), else the last review."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    return int(datetime.fromisoformat(guide.settings["reviewed"]).replace(tzinfo=UTC).timestamp())
