"""Headings: each has an id of its own, the same for ever, that links and translations can hold on to."""

import re
from collections.abc import Iterator

from ..anchors import anchors
from ..model import Guide, Page, Problem
from ..scanner import HEADING, Lines
from .registry import rule

# What Python-Markdown takes for a heading although it is not written as one here.
UNDERLINED = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*(\S[^\n]*)\n(?:=+|-+)[ ]*$", re.M)
NO_SPACE = re.compile(r"^#{1,6}(?![#\s])[^\n]+", re.M)
# Without one of these, or a # at its very start, a page has neither.
UNLIKE = re.compile(r"\n(?:[=-]+ *$|#{1,6}(?![#\s]))", re.M)
SOURCES = {
    "heading": "a heading",
    "macro": "what a macro shows",
    "text": "an id in the text",
    "page": "a part every page has",
}


@rule("XR004", scope="page")
def heading_without_id(guide: Guide, page: Page) -> Iterator[Problem]:
    """A heading has no id written after it.

    Without one, links to it break when its words change, and its translation cannot be matched. An id is made of
    letters, digits and hyphens, and starts with a letter.

    Bad:  ## Warning signs
    Good: ## Warning signs {#warning-signs}
    """
    for heading in page.headings:
        if heading.id is None:
            message = f"the heading '{heading.text}' has no id"
            hint = "write one after it, such as {#warning-signs}, the same in every language"
            yield Problem(page.file, heading.line, "XR004", message, hint)
    if not UNLIKE.search(page.masked) and not page.masked.startswith("#"):
        return
    lines = Lines(page.masked, page.body_line)
    for match in UNDERLINED.finditer(page.masked):
        if not match[1].startswith(("|", "- ", "* ", "#", ">", ":")):
            message = f"the heading '{match[1].strip()}' is underlined, so it has no level and id that can be checked"
            yield Problem(page.file, lines.at(match.start(1)), "XR004", message, "write ## Heading {#id}")
    for match in NO_SPACE.finditer(page.masked):
        if not HEADING.match(match.group()):
            message = f"'{match.group().strip()}' becomes a heading, but has no space after '#'"
            yield Problem(page.file, lines.at(match.start()), "XR004", message, "write ## Heading {#id}")


@rule("XR005", scope="page")
def id_used_twice(guide: Guide, page: Page) -> Iterator[Problem]:
    """An id stands twice on a page, so that a link to it leads to the wrong place.

    Macros bring ids as well: a helpline's card shown twice has its id twice. Some ids belong to every page: `main`,
    `menu`, `top`, and `sources` where there are notes.

    Bad:  ## Signs {#signs}   …   ## More signs {#signs}
    Good: ## Signs {#signs}   …   ## More signs {#more-signs}
    """
    first: dict[str, tuple[int, str]] = {}
    found = anchors(guide, page)
    if len({anchor.id for anchor in found}) == len(found):
        return
    for anchor in found:
        if anchor.id not in first:
            first[anchor.id] = (anchor.line, anchor.kind)
            continue
        line, kind = first[anchor.id]
        where = SOURCES[kind] + (f" on line {line}" if kind != "page" else "")
        message = f"the id '{anchor.id}' is already that of {where}"
        hint = "show the card once, and link to it" if anchor.kind == "macro" else "give this one another id"
        yield Problem(page.file, anchor.line, "XR005", message, hint)
