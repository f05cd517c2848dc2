"""`editions` and `publish`: the offline editions of a built site, and the site in its place."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from .. import clock
from ..addresses import DOWNLOADS
from ..editions import check_editions, write_editions
from ..editions.offer import SUMS
from ..editions.signature import NotSigned, sign
from ..load import Unreadable, load
from ..publish import publish
from ..site import site_url
from .command import CLEAN, PROBLEMS, Commands, report


def add(commands: Commands) -> None:
    """Add both."""
    made = commands.add("editions", _editions, "make the offline editions of a built site", root=True)
    made.add_argument("folder", type=Path, help="where the site was built")
    made.add_argument("dist", type=Path, help="the new folder to make them in")
    made.add_argument("--key", type=Path, help="sign the checksums with this secret key of minisign")
    move = commands.add("publish", _publish, "put a built site in the place of the last one")
    move.add_argument("built", type=Path)
    move.add_argument("place", type=Path)


def _editions(options: argparse.Namespace) -> int:
    try:
        guide = load(options.root)
        commit = os.environ.get("CANLLAW_COMMIT", "")
        made = write_editions(guide, options.folder, options.dist, site_url(options.folder), clock.epoch(guide), commit)
        if options.key:
            signature = sign(options.dist / SUMS, options.key, f"{guide.settings['name']} {clock.epoch(guide)}")
            shutil.copy(signature, options.folder / DOWNLOADS)
    except Unreadable as unreadable:
        return report(sorted(unreadable.problems))
    except FileExistsError as error:
        print(f"{error.filename} is there already: remove it, or build the site again", file=sys.stderr)
        return PROBLEMS
    except NotSigned as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    for one in made:
        print(f"{one.edition.file:32}{one.kilobytes:>10}")
    return report(check_editions(guide, options.dist))


def _publish(options: argparse.Namespace) -> int:
    try:
        publish(options.built, options.place)
    except (FileNotFoundError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return CLEAN
