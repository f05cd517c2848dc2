"""What no schema can say of data/guide.yml: whether its parts agree with each other, and with the day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from . import clock
from .model import Problem
from .yamlfile import Path

FILE, RULE = "data/guide.yml", "CF001"


def disagreements(settings: Mapping[str, Any], lines: Mapping[Path, int]) -> Iterator[Problem]:
    """Faults of settings that fit their schema; `lines` tells where each stands."""
    yield from _days_to_come(settings, lines)


def _days_to_come(settings: Mapping[str, Any], lines: Mapping[Path, int]) -> Iterator[Problem]:
    days: list[tuple[Path, str]] = [(("reviewed",), settings["reviewed"])]
    days += [(("guides", n, "reviewed"), one["reviewed"]) for n, one in enumerate(settings.get("guides", ()))]
    for path, day in days:
        if date.fromisoformat(day) > clock.today():
            message = f"'reviewed' is {day}, and today is {clock.today()}"
            yield Problem(FILE, lines[path], RULE, message, "give the day on which somebody really reviewed the guide")
