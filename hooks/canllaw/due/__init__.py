"""What is due for review, and how it is told: pure functions from a guide and a day."""

from .as_ical import as_ical
from .as_json import as_json
from .as_text import as_text
from .items import AHEAD, Due, due

__all__ = ["AHEAD", "Due", "as_ical", "as_json", "as_text", "due"]
