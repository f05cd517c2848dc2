"""Places that somebody still has to write: `make new` marks them, and nothing is published while one is left."""

from collections.abc import Iterator

from ..model import Guide, Page, Problem
from .registry import rule

MARK = "[[?]]"


@rule("CF014", scope="page")
def still_to_be_written(guide: Guide, page: Page) -> Iterator[Problem]:
    """A page still holds the mark [[?]], which stands where somebody has yet to write.

    `make new` begins a page with these marks. Nothing allows them: a page is published when it is written.

    Bad:  description: "[[?]]"
    Good: description: How swarms begin, and what to do when you see one.
    """
    lines = {page.meta_lines[field] for field, value in page.meta.items() if MARK in str(value)}
    rows = page.uncoded.split("\n") if MARK in page.body else ()
    lines |= {number for number, row in enumerate(rows, page.body_line) if MARK in row}
    for line in sorted(lines):
        hint = f"put the words for the reader in the place of {MARK}"
        yield Problem(page.file, line, "CF014", "the page still has to be written here", hint)
