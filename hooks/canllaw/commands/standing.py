"""`status` and `translated`: where the guide stands, and what somebody has looked at."""

import argparse
import sys

from .. import clock, reports, translated
from ..load import Unreadable, load
from ..status import status
from .command import CLEAN, PROBLEMS, Commands


def add(commands: Commands) -> None:
    """Add both."""
    commands.add("status", _status, "show what is written, translated, checked and confirmed", root=True)
    translated.add_arguments(
        commands.add("translated", translated.main_translated, "stamp translations that were looked at")
    )


def _status(options: argparse.Namespace) -> int:
    try:
        guide = load(options.root)
    except Unreadable as unreadable:
        print(reports.as_text(sorted(unreadable.problems)), file=sys.stderr)
        return PROBLEMS
    print(status(guide, clock.today()))
    return CLEAN
