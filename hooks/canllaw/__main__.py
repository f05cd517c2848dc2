"""The command line: `python -m canllaw COMMAND`. Exit 0 clean, 1 problems, 2 misuse."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from . import clock, reports, translated
from .addresses import DOWNLOADS
from .editions import check_editions, write_editions
from .editions.made import SUMS
from .editions.signature import NotSigned, sign
from .load import Unreadable, load
from .model import Problem
from .publish import publish
from .rules import RULES, check
from .rules_page import rules_page
from .site import check_site, site_url
from .status import status
from .translation import commands as translation

CLEAN, PROBLEMS, MISUSE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit code. Misuse of the command line itself ends in SystemExit(2)."""
    parser = _parser()
    options = parser.parse_args(arguments)
    for name in ("root", "folder"):
        folder = getattr(options, name, None)
        if folder is not None and not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="canllaw", description="Checks a guide and puts its built site in place.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(
        name: str, run: object, words: str, root: bool = False, formats: bool = False
    ) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        one.set_defaults(run=run)
        if root:
            one.add_argument("--root", type=Path, default=Path(), help="the guide's folder (default: this one)")
        if formats:
            one.add_argument("--format", choices=reports.FORMATS, default="text", help="default: text")
        return one

    command("check", _check, "check the guide without building it", root=True, formats=True)
    site = command("site", _site, "check a built site before it is published", root=True, formats=True)
    site.add_argument("folder", type=Path, help="where the site was built")
    command("list", _list, "list the rules")
    command("explain", _explain, "say what a rule means").add_argument("code", help="such as PA001")
    command("status", _status, "show what is written, translated, checked and confirmed", root=True)
    page = command("rules-page", _rules_page, "print the page of all rules").add_mutually_exclusive_group()
    page.add_argument("--check", type=Path, metavar="FILE", help="say whether FILE is that page as it is now")
    page.add_argument("--write", type=Path, metavar="FILE", help="write it to FILE")
    translated.add_arguments(
        command("translated", translated.main_translated, "stamp translations that were looked at")
    )
    translation.add_commands(command)
    made = command("editions", _editions, "make the offline editions of a built site", root=True)
    made.add_argument("folder", type=Path, help="where the site was built")
    made.add_argument("dist", type=Path, help="the new folder to make them in")
    made.add_argument("--key", type=Path, help="sign the checksums with this secret key of minisign")
    move = command("publish", _publish, "put a built site in the place of the last one")
    move.add_argument("built", type=Path)
    move.add_argument("place", type=Path)
    return parser


def _check(options: argparse.Namespace) -> int:
    try:
        problems = check(load(options.root))
    except Unreadable as unreadable:
        problems = sorted(unreadable.problems)
    return _report(problems, options.format)


def _site(options: argparse.Namespace) -> int:
    try:
        problems = check_site(load(options.root), options.folder, site_url(options.folder))
    except Unreadable as unreadable:
        problems = sorted(unreadable.problems)
    return _report(problems, options.format)


def _report(problems: Sequence[Problem], form: str) -> int:
    """Print the problems and return the exit code: warnings alone are no failure."""
    if form == "json":
        print(reports.as_json(problems))
    elif form == "sarif":
        print(reports.as_sarif(problems, RULES))
    elif form == "github":
        print(reports.as_github(problems))
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            _add_summary(Path(path), reports.summary(problems))
    else:
        print(reports.as_text(problems, reports.wants_colour(sys.stdout.isatty(), os.environ)))
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else CLEAN


def _add_summary(path: Path, text: str) -> None:
    """Add to the page of the run; that the page cannot be written hides no problem."""
    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        print(f"the summary was not written: {error}", file=sys.stderr)


def _list(_: argparse.Namespace) -> int:
    wide = max(len(rule.name) for rule in RULES.values())
    for code in sorted(RULES):
        print(f"{code}  {RULES[code].name:<{wide}}  {RULES[code].fault}")
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    code = options.code.upper()
    if code not in RULES:
        near = get_close_matches(code, sorted(RULES), n=3)
        hint = f"did you mean {', '.join(near)}?" if near else "the command 'list' shows them all"
        print(f"there is no rule {options.code}: {hint}", file=sys.stderr)
        return MISUSE
    print(f"{code}: {RULES[code].name}\n\n{RULES[code].documentation}")
    return CLEAN


def _status(options: argparse.Namespace) -> int:
    try:
        guide = load(options.root)
    except Unreadable as unreadable:
        print(reports.as_text(sorted(unreadable.problems)), file=sys.stderr)
        return PROBLEMS
    print(status(guide, clock.today()))
    return CLEAN


def _rules_page(options: argparse.Namespace) -> int:
    text = rules_page(RULES)
    if options.write:
        options.write.write_text(text, encoding="utf-8", newline="\n")
    elif not options.check:
        print(text, end="")
    elif not options.check.is_file() or options.check.read_text(encoding="utf-8") != text:
        print(f"{options.check} is not what the rules say now: run make rules", file=sys.stderr)
        return PROBLEMS
    return CLEAN


def _editions(options: argparse.Namespace) -> int:
    try:
        guide = load(options.root)
        commit = os.environ.get("CANLLAW_COMMIT", "")
        made = write_editions(guide, options.folder, options.dist, site_url(options.folder), clock.epoch(guide), commit)
        if options.key:
            signature = sign(options.dist / SUMS, options.key, f"{guide.settings['name']} {clock.epoch(guide)}")
            shutil.copy(signature, options.folder / DOWNLOADS)
    except Unreadable as unreadable:
        return _report(sorted(unreadable.problems), "text")
    except FileExistsError as error:
        print(f"{error.filename} is there already: remove it, or build the site again", file=sys.stderr)
        return PROBLEMS
    except NotSigned as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    for one in made:
        print(f"{one.edition.file:32}{one.kilobytes:>10}")
    return _report(check_editions(guide, options.dist), "text")


def _publish(options: argparse.Namespace) -> int:
    try:
        publish(options.built, options.place)
    except (FileNotFoundError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return CLEAN


if __name__ == "__main__":
    # File names may be any bytes, and a terminal may know no Welsh letters: neither may end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, such as head, has seen enough; Python would still flush at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = PROBLEMS
    sys.exit(code)
