"""The commands of `python -m canllaw`, in families, one module each; `add` of a module adds its own."""

import argparse
import sys

from ..clock import NoDate
from ..several import Ended
from . import beginning, checking, explaining, outward, publishing, reviewing, standing, translating
from .command import MISUSE, PROBLEMS, Commands

FAMILIES = (
    checking,
    explaining,
    standing,
    reviewing,
    outward,
    beginning,
    translating,
    publishing,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code. Misuse of the command line itself ends in SystemExit(2)."""
    parser = argparse.ArgumentParser(prog="canllaw", description="Checks a guide and puts its built site in place.")
    commands = Commands(parser)
    for family in FAMILIES:
        family.add(commands)
    options = parser.parse_args(arguments)
    for name in ("root", "folder"):
        folder = getattr(options, name, None)
        if folder is not None and not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    try:
        code: int = options.run(options)
    except (Ended, NoDate) as error:
        print(error, file=sys.stderr)
        return PROBLEMS if isinstance(error, Ended) else MISUSE
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return PROBLEMS
    return code
