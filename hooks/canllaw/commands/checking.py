"""`check` and `site`: the guide before it is built, and the site before it is published."""

import argparse
from pathlib import Path

from ..load import Unreadable, load
from ..reports import FORMATS
from ..rules import check
from ..site import check_site, site_url
from .command import Commands, report


def add(commands: Commands) -> None:
    """Add both."""
    commands.add("check", _check, "check the guide without building it", root=True, formats=FORMATS)
    site = commands.add("site", _site, "check a built site before it is published", root=True, formats=FORMATS)
    site.add_argument("folder", type=Path, help="where the site was built")


def _check(options: argparse.Namespace) -> int:
    try:
        problems = check(load(options.root))
    except Unreadable as unreadable:
        problems = sorted(unreadable.problems)
    return report(problems, options.format)


def _site(options: argparse.Namespace) -> int:
    try:
        problems = check_site(load(options.root), options.folder, site_url(options.folder))
    except Unreadable as unreadable:
        problems = sorted(unreadable.problems)
    return report(problems, options.format)
