"""`due`: what somebody has to look at next, as a list or a calendar. A list, not a gate."""

import argparse
from datetime import date
from pathlib import Path

from .. import clock
from ..due import AHEAD, as_ical, as_json, as_text, due
from ..load import Unreadable, load
from .command import CLEAN, Commands, output, report

FORMATS = ("text", "json", "ical")


def add(commands: Commands) -> None:
    """Add it."""
    one = commands.add("due", _due, "list what is due for review", root=True, formats=FORMATS)
    one.add_argument("--by", type=_day, metavar="DATE", help=f"up to this day (default: {AHEAD.days} days from today)")
    one.add_argument("--write", type=Path, metavar="FILE", help="write it to FILE instead of printing it")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-23") from None


def _due(options: argparse.Namespace) -> int:
    today = clock.today()
    by = options.by or today + AHEAD
    try:
        guide = load(options.root)
    except Unreadable as unreadable:
        return report(sorted(unreadable.problems))
    items = due(guide, by)
    if options.format == "ical":
        output(as_ical(guide, items, today, clock.epoch(guide)), options.write)
    else:
        text = as_json(items, today, by) if options.format == "json" else as_text(guide, items, today, by)
        output(text.encode("utf-8"), options.write)
    return CLEAN
