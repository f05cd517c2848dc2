"""`new` and `new-guide`: begin a page, or a guide beside the others, in every language."""

import argparse
import os
import sys
from collections.abc import Callable

from .. import clock
from ..load import Unreadable, load
from ..model import Guide
from ..scaffold import NotBegun, begin, begin_guide
from .command import CLEAN, MISUSE, Commands, report

FROM_MAKE = "TITLE_"


def add(commands: Commands) -> None:
    """Add both."""
    begun = commands.add("new-guide", _new_guide, "begin a guide beside the others, in every language", root=True)
    begun.add_argument("name", help="its folder, such as missing")
    begun.add_argument("--basis", help="the record of data/references.yml it is based on (default: the first guide's)")
    one = commands.add("new", _new, "begin a page in every language", root=True)
    one.add_argument("page", help="its file name, such as staying-safe or folder/staying-safe")
    one.add_argument("--section", help="the id of its section in data/guide.yml (default: the first)")
    for command in (one, begun):
        command.add_argument(
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
    def written(guide: Guide) -> list[str]:
        return begin(options.root, guide, options.page, options.section, _titles(guide, options), clock.today())

    return _begun(options, written, f"make translated PAGE={options.page.removesuffix('.md')}")


def _new_guide(options: argparse.Namespace) -> int:
    def written(guide: Guide) -> list[str]:
        return begin_guide(options.root, guide, options.name, _titles(guide, options), options.basis, clock.today())

    return _begun(options, written, "make translated for each page")


def _begun(options: argparse.Namespace, written: Callable[[Guide], list[str]], stamp: str) -> int:
    """Say what was written and what comes next, or why nothing was."""
    try:
        files = written(load(options.root))
    except Unreadable as unreadable:
        return report(sorted(unreadable.problems))
    except NotBegun as error:
        print(error, file=sys.stderr)
        return MISUSE
    print("\n".join(f"wrote {file}" for file in files))
    print(f"next: put words in the place of every [[?]], {stamp}, make check, make serve")
    return CLEAN


def _titles(guide: Guide, options: argparse.Namespace) -> dict[str, str]:
    """From the environment, so that no quote or dollar in a title means anything to make or to a shell; or as given."""
    titles = {one.code: os.environ.get(f"{FROM_MAKE}{one.code.upper()}", "") for one in guide.languages}
    return {**titles, **dict(options.title)}
