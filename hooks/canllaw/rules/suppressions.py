"""Suppressions: a comment in a page that allows one rule, in one place, for a stated reason.

`<!-- canllaw: allow PA020 because the figure is Welsh only -->` allows it on the next line of text;
`<!-- canllaw: allow PA020 in section because … -->` from there to the next heading.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Guide, Page, Problem

COMMENT = re.compile(r"<!--\s*canllaw:(?P<words>.*?)-->", re.S)
ALLOW = re.compile(
    r"\s*allow\s+(?P<rule>[A-Z]{2}\d{3})(?P<section>\s+in\s+section)?(?:\s+because\s+(?P<reason>\S.*?))?\s*$", re.S
)
NEVER = ("SU", "CF")


@dataclass(frozen=True)
class Suppression:
    """One comment: the rule it allows, on which lines of which file, and whether it says why."""

    file: str
    line: int
    rule: str
    first: int
    last: int
    reason: str | None


def read(page: Page) -> tuple[list[Suppression], list[Problem]]:
    """The suppressions of a page, and a Problem for each comment that is meant as one and is not."""
    found: list[Suppression] = []
    problems: list[Problem] = []
    if "canllaw:" not in page.body:
        return found, problems
    rows = page.body.split("\n")
    for match in COMMENT.finditer(page.uncoded):
        row = page.body[: match.end()].count("\n")
        line = page.body_line + page.body[: match.start()].count("\n")
        allow = ALLOW.match(match["words"])
        if allow is None:
            hint = "write <!-- canllaw: allow PA020 because … -->"
            problems.append(Problem(page.file, line, "SU003", "the suppression is not understood", hint))
            continue
        first = next((n for n in range(row, len(rows)) if n > row and rows[n].strip()), row) + page.body_line
        last = first
        if allow["section"]:
            after = [heading.line for heading in page.headings if heading.line > line]
            first, last = line, (after[0] - 1 if after else page.body_line + len(rows))
        found.append(Suppression(page.file, line, allow["rule"], first, last, allow["reason"]))
    return found, problems


def apply(guide: Guide, problems: Iterable[Problem], codes: set[str]) -> set[Problem]:
    """`problems` without the suppressed ones, and with a Problem for each suppression that is not in order."""
    left = set(problems)
    for pages in guide.pages.values():
        for page in pages.values():
            suppressions, faults = read(page)
            left.update(faults)
            for one in suppressions:
                meant = {
                    p for p in problems if p.rule == one.rule and p.file == one.file and one.first <= p.line <= one.last
                }
                if one.rule not in codes or one.rule.startswith(NEVER):
                    message = f"'{one.rule}' is not a rule that can be allowed"
                    left.add(Problem(one.file, one.line, "SU003", message, "see make list"))
                elif one.reason is None:
                    hint = f"write <!-- canllaw: allow {one.rule} because … -->"
                    left.add(Problem(one.file, one.line, "SU001", f"{one.rule} is allowed without a reason", hint))
                elif not meant:
                    message = f"{one.rule} is allowed, but nothing here breaks it"
                    left.add(Problem(one.file, one.line, "SU002", message, "take the comment away"))
                else:
                    left -= meant
    return left
