"""`links`: which addresses of other sites still answer. A report, not a gate: others' faults are not the guide's."""

import argparse
import sys
from pathlib import Path

from .. import clock
from ..links import Manner, as_json, as_text, gather, visit
from ..load import Unreadable, load
from .command import CLEAN, Commands, output, report

FORMATS = ("text", "json")


def add(commands: Commands) -> None:
    """Add it."""
    usual = Manner()
    one = commands.add("links", _links, "visit every link to another site", root=True, formats=FORMATS)
    one.add_argument("--json", type=Path, metavar="FILE", help="write the report to FILE too, as JSON")
    for name, words in (("timeout", "wait for an answer"), ("pause", "wait between two requests to a host")):
        default = getattr(usual, name)
        one.add_argument(f"--{name}", type=_seconds, default=default, metavar="SECONDS", help=f"{words} ({default:g})")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= 600:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds up to 600")
    return seconds


def _links(options: argparse.Namespace) -> int:
    try:
        places = gather(load(options.root))
    except Unreadable as unreadable:
        return report(sorted(unreadable.problems))
    print(f"visiting {len(places)} addresses, one at a time to a host; this takes a while", file=sys.stderr)
    visits = visit(places, Manner(options.timeout, options.pause))
    told = as_json(places, visits, clock.today())
    if options.json:
        output(told.encode("utf-8"), options.json)
    output((told if options.format == "json" else as_text(places, visits)).encode("utf-8"), None)
    return CLEAN
