"""What a link may lead to: the ids of a page as published, from its author, its macros, its notes and the templates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .footnotes import cited
from .model import Guide, MacroCall, Page
from .scanner import HEADING, Lines
from .volumes import volume_of

# The ids of overrides/main.html and its partials, which every page has (a test compares).
TEMPLATE = ("top", "main", "menu", "menu-title", "contents-title", "basis-title", "search-input", "search-results")
NOTES = "sources"
ATTRIBUTES = re.compile(r"\{:?[^{}\n#]*#([A-Za-z][\w:.-]*)[^{}\n]*\}")
HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\sid=[\"']?([^\"'\s>]+)")


class Anchor(NamedTuple):
    """An id of a page, the line that brings it about, and what that is: `heading`, `macro`, `text`, `page`."""

    id: str
    line: int
    kind: str


def anchors(guide: Guide, page: Page) -> tuple[Anchor, ...]:
    """Every id of the page as published, in the order of the file, repeated ones too; the template's own come first."""
    key = ("anchors", page.file)
    if key not in guide.memo:
        guide.memo[key] = _template(page) + tuple(
            sorted([*_written(page), *_made(guide, page)], key=lambda anchor: anchor.line)
        )
    found: tuple[Anchor, ...] = guide.memo[key]
    return found


def ids(guide: Guide, page: Page) -> frozenset[str]:
    """Every id a link to the page may name."""
    key = ("anchor ids", page.file)
    if key not in guide.memo:
        notes = {f"{kind}:{mark.label}" for mark in page.marks for kind in ("fn", "fnref")}
        guide.memo[key] = frozenset({anchor.id for anchor in anchors(guide, page)} | notes)
    found: frozenset[str] = guide.memo[key]
    return found


_OF_TEMPLATE = tuple(Anchor(name, 1, "page") for name in TEMPLATE)


def _template(page: Page) -> tuple[Anchor, ...]:
    return (*_OF_TEMPLATE, Anchor(NOTES, 1, "page")) if page.marks else _OF_TEMPLATE


def _written(page: Page) -> Iterator[Anchor]:
    for heading in page.headings:
        if heading.id is not None:
            yield Anchor(heading.id, heading.line, "heading")
    text = page.masked
    written = ATTRIBUTES.finditer(text)
    in_text = [one for one in written if not HEADING.match(text, text.rfind("\n", 0, one.start()) + 1)]
    in_text += HTML_ID.finditer(text) if "<" in text else ()
    if in_text:
        lines = Lines(text, page.body_line)
        yield from [Anchor(match[1], lines.at(match.start()), "text") for match in in_text]


def _made(guide: Guide, page: Page) -> Iterator[Anchor]:
    volume = volume_of(guide, page)
    for call in page.macros:
        for name in made_by(volume, call):
            yield Anchor(name, call.line, "macro")


def made_by(guide: Guide, call: MacroCall) -> list[str]:
    """The ids that a block macro's output brings to the page."""
    match call.name:
        case "helpline" | "helplines":
            return [f"helpline-{key}" for key in _shown(guide, call)]
        case "glossary":
            return [f"term-{key}" for key in guide.terms]
        case "references":
            used = cited(guide)
            return [f"ref-{key}" for key in guide.references if key in used]
        case "helpline_filter":
            return ["filter", "filter-who", "filter-what"]
        case "site_index":
            return ["every-page", *(f"pages-{one['id']}" for one in guide.sections), "a-to-z"]
    return []


def _shown(guide: Guide, call: MacroCall) -> list[str]:
    """The helplines whose cards a call shows: those it names, or those its audience and topic choose."""
    named = [*call.args, *(value for key, value in call.kwargs.items() if key == "helpline")]
    if named:
        return [key for key in named if isinstance(key, str) and key in guide.helplines]
    audience, topic = call.kwargs.get("audience"), call.kwargs.get("topic")
    return [
        key
        for key, record in guide.helplines.items()
        if (audience or topic)
        and (not audience or audience in record.data["audiences"])
        and (not topic or topic in record.data["topics"])
    ]
