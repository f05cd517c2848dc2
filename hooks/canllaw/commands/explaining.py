"""`list`, `explain` and `rules-page`: what the rules are."""

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path

from ..rules import RULES
from ..rules_page import rules_page
from .command import CLEAN, MISUSE, PROBLEMS, Commands


def add(commands: Commands) -> None:
    """Add all three."""
    commands.add("list", _list, "list the rules")
    commands.add("explain", _explain, "say what a rule means").add_argument("code", help="such as PA001")
    page = commands.add("rules-page", _rules_page, "print the page of all rules").add_mutually_exclusive_group()
    page.add_argument("--check", type=Path, metavar="FILE", help="say whether FILE is that page as it is now")
    page.add_argument("--write", type=Path, metavar="FILE", help="write it to FILE")


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
