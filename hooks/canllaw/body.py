"""A page's body cut into chunks once for all rules, STOP before each block: most of them look no further.

A chunk stands as it is typed, with its markup; a macro call is a word of MACRO. What a chunk comes to is worked out
once (canllaw.chunks), and a page of several hundred chunks is then a few looks into tables.
"""

from .at_hand import at_hand
from .model import Guide, Page
from .readable import unopened

MACRO = "\ue000"
STOP = "\0."
"""A chunk that no source has: it stands before a block."""


def spoken(page: Page, lines: bool = False) -> str:
    """The body with code and comments blanked and each macro call one word: offsets as in the body.

    With `lines`, lines are as in the body too: the line ends in a call follow it.
    """
    parts, at = [], 0
    for call in page.macros:
        parts += [page.masked[at : call.start], MACRO * (call.end - call.start)]
        if lines:
            parts.append("\n" * page.body.count("\n", call.start, call.end))
        at = call.end
    return "".join([*parts, page.masked[at:]])


def chunks_of(guide: Guide, page: Page) -> list[str]:
    """The chunks of a page."""
    known = at_hand(guide, page)
    if "chunks" not in known:
        known["chunks"] = marked(page, spoken(page, lines=True)).split()
    found: list[str] = known["chunks"]
    return found


def marked(page: Page, text: str) -> str:
    """A text of the body's lines with STOP before each block, and without what opens a box."""
    rows = text.split("\n")
    for block in page.blocks:
        row = rows[block.line - page.body_line]
        rows[block.line - page.body_line] = f"{STOP} {unopened(row) if block.kind == 'box' else row}"
    return "\n".join(rows)
