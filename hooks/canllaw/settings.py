"""What no schema can say of data/guide.yml: whether its parts agree with each other, and with the day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from . import clock
from .model import Problem
from .yamlfile import Path

FILE, RULE = "data/guide.yml", "CF001"
HINTS = {"guide": "an id and a folder of its own", "section": "an id of its own"}


def disagreements(settings: Mapping[str, Any], lines: Mapping[Path, int]) -> Iterator[Problem]:
    """Faults of settings that fit their schema; `lines` tells where each stands."""
    yield from _other_locales(settings["languages"], lines)
    yield from _ids_twice("guide", ("guides",), settings.get("guides", ()), lines)
    yield from _ids_twice("section", ("sections",), settings["sections"], lines)
    for number, one in enumerate(settings.get("guides", ())):
        yield from _ids_twice("section", ("guides", number, "sections"), one["sections"], lines)
    yield from _days_to_come(settings, lines)
    yield from _warned_too_late(settings["limits"], lines)


def _other_locales(languages: Sequence[Mapping[str, str]], lines: Mapping[Path, int]) -> Iterator[Problem]:
    for number, one in enumerate(languages):
        if one["locale"].partition("_")[0] != one["code"]:
            message = f"the locale {one['locale']} is not one of the language '{one['code']}'"
            hint = f"begin it with {one['code']}_; dates would be written in another language"
            yield Problem(FILE, lines[("languages", number, "locale")], RULE, message, hint)


def _ids_twice(
    kind: str, place: Path, listed: Sequence[Mapping[str, Any]], lines: Mapping[Path, int]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for number, one in enumerate(listed):
        line = lines[(*place, number, "id")]
        if one["id"] in first:
            message = f"the {kind} '{one['id']}' is already listed on line {first[one['id']]}"
            hint = f"take one of the two out, or give it {HINTS[kind]}"
            yield Problem(FILE, line, RULE, message, hint)
        first.setdefault(one["id"], line)


def _days_to_come(settings: Mapping[str, Any], lines: Mapping[Path, int]) -> Iterator[Problem]:
    days: list[tuple[Path, str]] = [(("reviewed",), settings["reviewed"])]
    days += [(("guides", n, "reviewed"), one["reviewed"]) for n, one in enumerate(settings.get("guides", ()))]
    for path, day in days:
        if date.fromisoformat(day) > clock.today():
            message = f"'reviewed' is {day}, and today is {clock.today()}"
            yield Problem(FILE, lines[path], RULE, message, "give the day on which somebody really reviewed the guide")


def _warned_too_late(limits: Mapping[str, int], lines: Mapping[Path, int]) -> Iterator[Problem]:
    warned, refused = limits["helpline_check_warn_days"], limits["helpline_check_error_days"]
    if warned > refused:
        message = f"helplines are warned of after {warned} days, and refused after {refused} already"
        hint = "let helpline_check_warn_days be the smaller of the two"
        yield Problem(FILE, lines[("limits", "helpline_check_warn_days")], RULE, message, hint)
