"""`new`: begins a page in every language."""

import argparse
import os
import sys

from .. import clock
from ..load import Unreadable, load
from ..scaffold import NotBegun, begin
from .command import CLEAN, MISUSE, Commands, report

FROM_MAKE = "TITLE_"


def add(commands: Commands) -> None:
    """Add it."""
    one = commands.add("new", _new, "begin a page in every language", root=True)
    one.add_argument("page", help="its file name, such as staying-safe or folder/staying-safe")
    one.add_argument("--section", help="the id of its section in data/guide.yml (default: the first)")
    one.add_argument(
        "--title",
        action="append",
        default=[],
        type=_title,
        metavar="CODE=WORDS",
        help=f"its title, once for each language; or the environment's {FROM_MAKE}CODE",
    )


def _title(text: str) -> tuple[str, str]:
    code, equals, words = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} does not say in which language: write CODE=WORDS")
    return code, words


def _new(options: argparse.Namespace) -> int:
    try:
        guide = load(options.root)
    except Unreadable as unreadable:
        return report(sorted(unreadable.problems))
    # From the environment, so that no quote or dollar in a title means anything to make or to a shell.
    titles = {one.code: os.environ.get(f"{FROM_MAKE}{one.code.upper()}", "") for one in guide.languages}
    try:
        files = begin(
            options.root, guide, options.page, options.section, {**titles, **dict(options.title)}, clock.today()
        )
    except NotBegun as error:
        print(error, file=sys.stderr)
        return MISUSE
    name = options.page.removesuffix(".md")
    print("\n".join(f"wrote {file}" for file in files))
    print(f"next: put words in the place of every [[?]], make translated PAGE={name}, make check, make serve")
    return CLEAN
