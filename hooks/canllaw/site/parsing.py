"""HTML made into the tree of `document`.

What the engine and our own code write is regular: one expression parts all of it into tags and text, which takes a tenth
of the time. At the first sign of anything else the whole file goes to Python's own parser, which takes whatever comes.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from .document import VOID, Document, Element, Words

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+)"""
_ATTRIBUTE = rf"""(?:[ \t\n\r\f]+|(?<=["']))[a-zA-Z][a-zA-Z0-9_:.-]*(?:={_VALUE})?"""
_INSIDE = rf"((?:{_ATTRIBUTE})*[ \t\n\r\f]*)"
# Whose content is read by rules of its own; of these, only what stands in scripts and styles is looked for.
_RAW = "iframe|noembed|noframes|plaintext|script|style|textarea|xmp"
_MARKUP = re.compile(
    rf"<(?:/([a-z][a-z0-9]*)>"
    rf"|(?!(?:{_RAW})[^a-z0-9-])([a-z][a-z0-9-]*){_INSIDE}(/?)>"
    rf"|(script|style){_INSIDE}>((?:(?!</|<!--).)*)</\5>"
    rf"|!((?:--[^<>]*--|(?i:doctype)[^<>]*))>)",
    re.S,
)
_KINDS = _MARKUP.groups + 1
_NAMED = re.compile(rf"([a-zA-Z][a-zA-Z0-9_:.-]*)(?:=({_VALUE}))?")


def parse(name: str, html: str) -> Document:
    """The tree of an HTML file. Never fails: what is badly nested gives a tree that the rules then object to."""
    return Document(name, _regular(html) or _any(html))


def _regular(html: str) -> Element | None:
    """The tree of HTML in which every `<` begins what `_MARKUP` knows; None for any other."""
    at = root = Element("", {}, 1)
    line = 1
    pieces = iter([*_MARKUP.split(html), *[None] * (_KINDS - 1)])
    for text, end, start, inside, alone, raw, raw_inside, content, aside in zip(*[pieces] * _KINDS, strict=True):
        if text:
            if "<" in text:
                return None
            at.children.append(Words(unescape(text) if "&" in text else text, line))
            line += text.count("\n")
        if start:
            element = Element(start, _attributes(inside) if inside else {}, line, at)
            at.children.append(element)
            line += inside.count("\n")
            if start not in VOID and not alone:
                at = element
        elif end:
            at = at.parent if at.tag == end and at.parent else _closed(at, end)
        elif raw:
            element = Element(raw, _attributes(raw_inside), line, at)
            at.children.append(element)
            line += raw_inside.count("\n")
            element.children += [Words(content, line)] if content else []
            line += content.count("\n")
        elif aside:
            line += aside.count("\n")
    return root


def _closed(at: Element, tag: str) -> Element:
    """Where the next thing goes once the nearest open element of this name is closed."""
    one: Element | None = at
    while one is not None and one.tag != tag:
        one = one.parent
    return one.parent if one is not None and one.parent is not None else at


@lru_cache(4096)
def _attributes(inside: str) -> Mapping[str, str | None]:
    """The attributes of a tag by name. Of one given twice, browsers take the first."""
    return {
        name.lower(): unescape(value.strip(value[0]) if value[0] in "\"'" else value) if value else None
        for name, value in reversed(_NAMED.findall(inside))
    }


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.at = self.root = Element("", {}, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(reversed(attrs)), self.getpos()[0], self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        self.at = _closed(self.at, tag)

    def handle_data(self, data: str) -> None:
        self.at.children.append(Words(data, self.getpos()[0]))


def _any(html: str) -> Element:
    """The tree of whatever there is."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root
