"""Footnotes: every mark has a note, every note a mark."""

from collections.abc import Iterator

from ..macros.base import suggest
from ..model import Guide, Page, Problem
from .registry import rule


@rule("FN010", scope="page")
def mark_without_note(guide: Guide, page: Page) -> Iterator[Problem]:
    """A footnote mark names neither a reference nor a note on its page.

    Bad:  Tell someone.[^hacket-2010]
    Good: Tell someone.[^hackett-2010]
    """
    defined = {definition.label for definition in page.definitions}
    for mark in page.marks:
        if mark.label not in defined and mark.label not in guide.references:
            hint = suggest(mark.label, {**guide.references, **dict.fromkeys(defined)}, "reference")
            yield Problem(page.file, mark.line, "FN010", f"the mark [^{mark.label}] has no note", hint)


@rule("FN011", scope="page")
def note_without_mark(guide: Guide, page: Page) -> Iterator[Problem]:
    """A note is defined on a page that never marks it.

    Bad:  [^note]: A note nobody marks.
    Good: Tell someone.[^note]
    """
    marked = {mark.label for mark in page.marks}
    for definition in page.definitions:
        if definition.label not in marked:
            message = f"the note [^{definition.label}] is never marked in the text"
            hint = f"mark it with [^{definition.label}] or take it away"
            yield Problem(page.file, definition.line, "FN011", message, hint)
