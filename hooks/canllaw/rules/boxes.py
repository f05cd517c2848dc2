"""Boxes hold what they warn of, and are of a kind that readers can tell."""

from collections.abc import Iterator

from ..blocks import BOX
from ..model import Guide, Page, Problem
from .registry import rule

KINDS = ("danger", "note", "tip", "warning")
"""Those that the engine and the style sheet know."""
INDENT = 4
"""How many spaces further in than its first line the words of a box stand: Python-Markdown's own measure."""


@rule("CF028", scope="page")
def box_without_words(guide: Guide, page: Page) -> Iterator[Problem]:
    """A box is empty, for its words are not indented by four spaces, or it is of a kind that does not exist.

    The number to ring would stand outside the red box, or as code that nobody can tap.

    Bad:  !!! danger "If a child is in danger now"     with    Ring {{ phone("police-999") }}    not indented below it
    Good: !!! danger "If a child is in danger now"     with        Ring {{ phone("police-999") }}    four spaces in
    """
    rows = page.body.split("\n")
    for box in (block for block in page.blocks if block.kind == "box"):
        opener = BOX.match(box.text.expandtabs(INDENT))
        assert opener is not None  # it made the block a box
        if opener["kind"] not in KINDS:
            message = f"there is no box of the kind '{opener['kind']}'"
            yield Problem(page.file, box.line, "CF028", message, f"write one of {', '.join(KINDS)}")
        inside = " " * (len(opener["indent"]) + INDENT)
        following = next((row for row in rows[box.line - page.body_line + 1 :] if row.strip()), "")
        if not following.expandtabs(INDENT).startswith(inside):
            hint = f"begin each line that belongs to it with {len(inside)} spaces"
            yield Problem(page.file, box.line, "CF028", "the box is empty: what follows is not in it", hint)
