"""A page's body cut into blocks, each with its line and section: what the rules about text and parity look at."""

import re
from collections.abc import Iterator, Sequence

from .scanner import DEFINITION, HEADING, Lines
from .syntax import Block, Heading, MacroCall

ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+")
BOX = re.compile(r"^(?P<indent>\s*)(?:!!!|\?\?\?\+?)\s+(?P<kind>\w+)")
TABLE = re.compile(r"^\s*\|")
KINDS = (("box", BOX), ("item", ITEM), ("table", TABLE), ("note", DEFINITION))
SEPARATOR = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")


def blocks(masked: str, lines: Lines, headings: Sequence[Heading], calls: Sequence[MacroCall]) -> Iterator[Block]:
    """The blocks of a body whose code, comments and macros are blanked, in order.

    `headings` and `calls` are those the scanner found in the same body.
    """
    ids = {heading.line: heading.id for heading in headings}
    alone = {call.line for call in calls if call.block}
    section: str | None = None
    group = 0
    kind, start, at_list = "", 0, False
    rows: list[str] = []

    def block() -> Iterator[Block]:
        if rows and kind:
            table = [row for row in rows if not SEPARATOR.match(row)] if kind == "table" else []
            columns = len(re.split(r"(?<!\\)\|", table[0].strip().strip("|"))) if table else 0
            yield Block(kind, "\n".join(rows), start, section, group if kind == "item" else 0, len(table), columns)

    for line, row in enumerate(masked.split("\n"), lines.at(0)):
        found = _kind(row, line, ids, alone)
        if found == "blank" or (found == "text" and kind):
            if found == "text":
                rows.append(row)
            else:
                yield from block()
                at_list = at_list and kind == "item"
                kind, rows = "", []
            continue
        if found == "table" and kind == "table":
            rows.append(row)
            continue
        yield from block()
        if found == "item":
            group += 0 if at_list else 1
        at_list = found == "item"
        kind, rows, start = ("paragraph" if found == "text" else found), [row], line
        if found == "heading":
            yield Block("heading", row, line, ids[line], 0)
            section, kind, rows = ids[line], "", []
        elif found in ("box", "macro"):
            yield from block()
            kind, rows = "", []
    yield from block()


def _kind(row: str, line: int, ids: dict[int, str | None], alone: set[int]) -> str:
    if line in alone:
        return "macro"
    return kind_of(row, line in ids)


def kind_of(row: str, heading: bool = True) -> str:
    """What a row of a masked body would begin: a kind of block, `text` or `blank`. `heading`: whether it may be one."""
    start = row.lstrip()[:1]
    if not start:
        return "blank"
    if start.isalpha():  # whatever has a kind of its own starts with a sign or a digit
        return "text"
    if heading and HEADING.match(row):
        return "heading"
    return next((name for name, pattern in KINDS if pattern.match(row)), "text")
