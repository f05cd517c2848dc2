"""Each page is in its own language."""

from collections.abc import Iterator

from ..model import Guide, Page, Problem
from ..sections import sections
from ..tongues import doubts, in_doubt, other_language, sentences
from .registry import rule

FIELDS = ("title", "description")
SHOWN = 40


@rule("PA014", scope="page")
def other_language_left(guide: Guide, page: Page) -> Iterator[Problem]:
    """A sentence is in another language of the guide than its page.

    Names and titles in another language are marked: <span lang="en">Report Remove</span>. Sentences of fewer than six
    words are not looked at.

    Bad:  Keep the messages, names, dates and times.     in a Welsh page
    Good: Cadwch y negeseuon, yr enwau, y dyddiadau a'r amserau.
    """
    may_be = doubts(guide, page)
    for line, text in _texts(guide, page):
        for below, sentence in sentences(text) if may_be(text) else ():
            other = other_language(guide, page, sentence)
            if other is None:
                continue
            shown = sentence if len(sentence) <= SHOWN else sentence[:SHOWN].rsplit(" ", 1)[0] + " …"
            message = f'this is in {other.name}, on a page in {page.language.name}: "{shown}"'
            hint = f'translate it, or mark it: <span lang="{other.code}">…</span>'
            yield Problem(page.file, line + below, "PA014", message, hint)


def _texts(guide: Guide, page: Page) -> Iterator[tuple[int, str]]:
    """What people read of a page, each with its line: the front matter's words, then every block if one is in doubt."""
    for field in FIELDS:
        value = page.meta.get(field)
        if isinstance(value, str):
            yield page.meta_lines[field], value
    for section in sections(guide, page).values() if in_doubt(guide, page) else ():
        for unit in section.units:
            yield unit.line, unit.text
