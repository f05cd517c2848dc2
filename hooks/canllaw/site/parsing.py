"""HTML made into the tree of `document`.

What the engine and our own code write is regular: one expression parts all of it into tags and text, in a quarter of
the time. At the first sign of anything else the whole file goes to Python's own parser, which takes whatever comes.
"""

import re
from collections.abc import Collection, Mapping
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
_INSIDES = 3, 6
"""Which groups of `_MARKUP` are the inside of a tag."""
_NO_ATTRIBUTES: Mapping[str, str | None] = {}
_NAMED = re.compile(rf"([a-zA-Z][a-zA-Z0-9_:.-]*)(?:=({_VALUE}))?")


def parse(name: str, html: str) -> Document:
    """The tree of an HTML file. Never fails: what is badly nested gives a tree that the rules then object to."""
    root, *elements = written(html) or whatever(html).walk()
    return Document(name, root, elements)


def ids_of(html: str) -> Collection[str]:
    """Every id of an HTML file, as its tree has them; in a third of the time, where it is written by rule."""
    pieces = _MARKUP.split(html)
    if "<" in "".join(pieces[::_KINDS]):
        return parse("", html).ids
    tags = {*pieces[_INSIDES[0] :: _KINDS], *pieces[_INSIDES[1] :: _KINDS]}
    found = (_attributes(inside).get("id") for inside in tags if inside and "id=" in inside.lower())
    return frozenset(filter(None, found))


def written(html: str) -> list[Element] | None:
    """The elements of HTML in which every `<` begins what `_MARKUP` knows, their root first; None for any other."""
    root = Element("", {}, 1, [])
    opened, every = [root], [root]
    into = root.children
    line = 1
    pieces = iter([*_MARKUP.split(html), *[None] * (_KINDS - 1)])
    for text, end, start, inside, alone, raw, raw_inside, content, aside in zip(*[pieces] * _KINDS, strict=True):
        if text:
            if "<" in text:
                return None
            into.append(Words(unescape(text) if "&" in text else text, line))
            line += text.count("\n")
        if start:
            element = Element(start, _attributes(inside) if inside else _NO_ATTRIBUTES, line, [])
            into.append(element)
            every.append(element)
            line += inside.count("\n")
            if start not in VOID and not alone:
                opened.append(element)
                into = element.children
        elif end:
            if opened[-1].tag == end:
                opened.pop()
            else:
                _close(opened, end)
            into = opened[-1].children
        elif raw:
            element = Element(raw, _attributes(raw_inside), line, [])
            into.append(element)
            every.append(element)
            line += raw_inside.count("\n")
            element.children += [Words(content, line)] if content else []
            line += content.count("\n")
        elif aside:
            line += aside.count("\n")
    return every


@lru_cache(4096)
def _attributes(inside: str) -> Mapping[str, str | None]:
    """The attributes of a tag by name. Of one given twice, browsers take the first."""
    return {
        name.lower(): unescape(value.strip(value[0]) if value[0] in "\"'" else value) if value else None
        for name, value in reversed(_NAMED.findall(inside))
    }


def _close(opened: list[Element], tag: str) -> None:
    """Close the innermost open element of this name and all in it; where there is none, nothing. The root stays."""
    for at in range(len(opened) - 1, 0, -1):
        if opened[at].tag == tag:
            del opened[at:]
            return


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened = [Element("", {}, 1)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(reversed(attrs)), self.getpos()[0])
        self.opened[-1].children.append(element)
        if tag not in VOID:
            self.opened.append(element)

    def handle_endtag(self, tag: str) -> None:
        _close(self.opened, tag)

    def handle_data(self, data: str) -> None:
        self.opened[-1].children.append(Words(data, self.getpos()[0]))


def whatever(html: str) -> Element:
    """The tree of whatever there is."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.opened[0]
