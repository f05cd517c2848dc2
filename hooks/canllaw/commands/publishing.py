"""`build` and `editions`: the whole of `make site`, and the offline editions of a site that is built already."""

import argparse
import gc
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from .. import clock
from ..addresses import DOWNLOADS
from ..clock import NoDate
from ..editions import write_editions
from ..editions.offer import SUMS
from ..editions.pdf import NotSet
from ..editions.signature import NotSigned, sign
from ..load import ENGINE, Unreadable, load
from ..model import Guide, Problem
from ..publish import Incomplete, NotOurs, publish
from ..refused import UNCHANGED, told
from ..rules import RULES, check
from ..several import Ended
from ..site import ABSOLUTE, check_site, site_url
from ..source import read_text
from .command import CLEAN, PROBLEMS, Commands, report

DISTRUST = "CANLLAW_CLEAN"
"""Set to 1 for the engine when nothing that earlier builds have kept is to be used."""


def add(commands: Commands) -> None:
    """Add both."""
    built = commands.add("build", _build, "build the site and its editions, and put both in place", root=True)
    made = commands.add("editions", _editions, "make the offline editions of a built site", root=True)
    made.add_argument("folder", type=Path, help="where the site was built")
    made.add_argument("dist", type=Path, help="the new folder to make them in")
    for command in (built, made):
        command.add_argument("--clean", action="store_true", help="use nothing that earlier builds have kept")
        command.add_argument("--key", type=Path, help="sign the checksums with this secret key of minisign")


def _build(options: argparse.Namespace) -> int:
    # Only here, because only Unix has the locks: the other commands run without.
    from ..staging import BUILD, staging

    root: Path = options.root
    try:
        with staging(root) as stage:
            made = _made(root, stage.folder, stage.owner, options)
            if made:
                # A moment that is not to be stopped; killed in it, the next build finishes it.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                publish(stage.folder, root)
    except OSError as error:
        print(told(error, root, root / BUILD), file=sys.stderr)
        made = False
    except (Ended, Incomplete, NoDate, NotOurs, NotSet, NotSigned) as error:
        print(error, file=sys.stderr)
        made = False
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        made = False
    if not made:
        print(UNCHANGED, file=sys.stderr)
        return PROBLEMS
    print("site/ and dist/ are new")
    return CLEAN


def _made(root: Path, stage: Path, owner: int, options: argparse.Namespace) -> bool:
    """Make the site and its editions in `stage` and check both; whether they may be published."""
    try:
        _, problems = read_text(root / ENGINE, ENGINE, "CF003")  # the engine reads it before it asks any check
        if problems:
            raise Unreadable(problems)
        _look(load(root))
        if not _pages(root, stage / "site", owner, options.clean):
            return False
        guide, site = load(root), stage / "site"
        url = site_url(site)
        # Where the site has no address, that is what is wrong, and not all that would lead to it.
        problems = _offline(guide, site, stage / "dist", options.key, options.clean) if ABSOLUTE.match(url) else []
        problems += check_site(guide, site, url)
    except Unreadable as unreadable:
        problems = unreadable.problems
    return report(sorted(problems)) == CLEAN


def _look(guide: Guide) -> None:
    """See what would keep the engine from checking at all, or the build from being dated. Raises Unreadable, NoDate."""
    clock.today()
    clock.given()
    if list(RULES["CF022"].find(guide)):
        raise Unreadable(check(guide))


def _pages(root: Path, site: Path, owner: int, clean: bool) -> bool:
    """Let the engine build the pages into `site`; whether it did. It keeps the open file `owner` as long as it runs."""
    sys.stdout.flush()
    hooks = str(Path(__file__).absolute().parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([hooks, *filter(None, [os.environ.get("PYTHONPATH")])])}
    if clean:
        environment[DISTRUST] = "1"
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site.absolute())]
    done = subprocess.run(command, cwd=root, env=environment, pass_fds=[owner], check=False)
    if done.returncode < 0:
        name = signal.strsignal(-done.returncode) or -done.returncode
        print(f"the build of the pages was ended from outside: {name}; is there enough memory?", file=sys.stderr)
    return done.returncode == 0


def _offline(guide: Guide, site: Path, dist: Path, key: Path | None, clean: bool) -> list[Problem]:
    """Make, sign and list the editions; gives the Problems they have. Raises FileExistsError, NotSet or NotSigned."""
    gc.freeze()  # the guide stays to the end; looking through a large one again and again is a third of the checks
    epoch = clock.epoch(guide)
    commit = os.environ.get("CANLLAW_COMMIT", "")
    made = write_editions(guide, site, dist, site_url(site), epoch, commit, clean)
    if key:
        signature = sign(dist / SUMS, key, f"{guide.settings['name']} {epoch}")
        shutil.copy(signature, site / DOWNLOADS)
    for one in made:
        print(f"{one.edition.file:32}{one.kilobytes:>10}")
    return sorted({problem for one in made for problem in one.problems})


def _editions(options: argparse.Namespace) -> int:
    try:
        return report(_offline(load(options.root), options.folder, options.dist, options.key, options.clean))
    except Unreadable as unreadable:
        return report(sorted(unreadable.problems))
    except FileExistsError as error:
        print(f"{error.filename} is there already: remove it, or build the site again", file=sys.stderr)
    except (NotSet, NotSigned) as error:
        print(error, file=sys.stderr)
    return PROBLEMS
