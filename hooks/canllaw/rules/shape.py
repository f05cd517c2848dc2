"""The languages are built alike, section by section: tables, lists, boxes, paragraphs."""

import re
from collections.abc import Iterator
from itertools import groupby

from ..blocks import SEPARATOR
from ..differences import Thing, differing_in_order
from ..model import Block, Guide, Page, Problem
from ..sections import Section, twins
from .registry import rule

NUMBERED = re.compile(r"\s*\d")


def _blocks(section: Section, kind: str) -> list[Block]:
    return [block for block in section.blocks if block.kind == kind]


@rule("PA006", scope="page")
def tables_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section's tables do not have as many rows and columns as its twin's.

    Bad:  a table of 4 rows     where the English has 5
    Good: a row for each row
    """

    def tables(section: Section) -> list[Thing]:
        return [same_table(table) for table in _blocks(section, "table")]

    yield from differing_in_order(guide, page, "PA006", tables, "give both tables the same rows and columns")


def same_table(table: Block) -> Thing:
    """A table as its twin must have it: its rows and columns."""
    ruled = any(SEPARATOR.match(row) for row in table.text.split("\n"))
    shown = f"a table of {table.rows} rows and {table.columns} columns" + ("" if ruled else " with no |---| line")
    return (table.rows, table.columns, ruled), shown, table.line


@rule("PA007", scope="page")
def lists_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section's lists do not have as many items as its twin's, or one is numbered and the other not.

    Bad:  a list of 6 items     where the English has 7
    Good: an item for each item
    """

    def lists(section: Section) -> list[Thing]:
        found: list[Thing] = []
        for _, group in groupby(_blocks(section, "item"), key=lambda block: block.group):
            items = list(group)
            kind = "numbered list" if NUMBERED.match(items[0].text) else "list"
            many = "item" if len(items) == 1 else "items"
            found.append(((kind, len(items)), f"a {kind} of {len(items)} {many}", items[0].line))
        return found

    yield from differing_in_order(guide, page, "PA007", lists, "give both lists an item for each item of the other")


@rule("PA008", scope="page")
def boxes_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section's boxes are not of the same kinds, in the same order, as its twin's.

    Bad:  !!! note "Os oes plentyn mewn perygl"     where the English has !!! danger
    Good: !!! danger "Os oes plentyn mewn perygl"
    """

    def boxes(section: Section) -> list[Thing]:
        kinds = [(" ".join(box.text.split()[:2]), box.line) for box in _blocks(section, "box")]
        return [(kind, f"a box '{kind}'", line) for kind, line in kinds]

    yield from differing_in_order(guide, page, "PA008", boxes, "give both sections the same boxes in the same order")


@rule("PA009", scope="page")
def paragraphs_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section does not have as many paragraphs as its twin.

    Bad:  one paragraph     where the English has two
    Good: a paragraph for each paragraph
    """
    for ours, theirs, source in twins(guide, page):
        here, there = _blocks(ours, "paragraph"), _blocks(theirs, "paragraph")
        if len(here) == len(there):
            continue
        line = here[-1].line if here else ours.line
        message = f"{len(here)} paragraphs in this section, {len(there)} in {source.file}:{theirs.line}"
        yield Problem(page.file, line, "PA009", message, "write a paragraph for each paragraph of the other")
