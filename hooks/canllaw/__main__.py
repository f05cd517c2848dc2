"""The command line: `python -m canllaw check` and `publish BUILT PLACE`. Exit 0 clean, 1 problems, 2 misuse."""

import argparse
import sys
from pathlib import Path

from . import report, rules
from .load import Unreadable, load
from .publish import publish


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="canllaw", description="Checks a guide and puts its built site in place.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check the guide without building it")
    check.add_argument("--root", type=Path, default=Path(), help="the guide's folder (default: this one)")
    move = commands.add_parser("publish", help="put a built site in the place of the last one")
    move.add_argument("built", type=Path)
    move.add_argument("place", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "publish":
        try:
            publish(options.built, options.place)
        except (FileNotFoundError, FileExistsError) as error:
            print(error, file=sys.stderr)
            return 1
        return 0
    try:
        problems = rules.check(load(options.root))
    except Unreadable as unreadable:
        problems = unreadable.problems
    print(report.text(problems))
    return 1 if any(problem.severity == "error" for problem in problems) else 0


if __name__ == "__main__":
    sys.exit(main())
