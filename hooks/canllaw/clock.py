"""The day on which the guide is checked. Nothing else in the package asks what day it is."""

import os
from datetime import UTC, date, datetime

DAY = "CANLLAW_TODAY"


def today() -> date:
    """Today's date, or the ISO date that CANLLAW_TODAY gives: a helpline falls due whether or not anybody commits."""
    given = os.environ.get(DAY, "")
    return date.fromisoformat(given) if given else datetime.now(UTC).date()
