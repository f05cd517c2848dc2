"""A page's HTML as a tree of the standard library's elements, which its XML parser makes several times as soon.

What the engine and our own macros write is nearly XML. Whatever is not, or may be read otherwise as XML, is read as
HTML (canllaw.site.parsing), and gives a tree of the same kind.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import XML, Element, ParseError

from ..site.document import INLINE, UNSEEN
from ..site.document import Element as Read
from ..site.parsing import parse

# An attribute without a value, which our macros write in this place alone.
_HIDDEN = re.compile(r"(<p [^<>]* hidden)>")
# Tags, attributes and characters that XML may take for something else than HTML does. Each pattern begins with the one
# sign that `re` looks for first; of attributes only those that search reads make a difference, and a space before "="
# may hide one.
_TAG = re.compile(r"<(?:[A-Z?]|!(?!--))")
_READ = ("class", "id", "lang")
_ATTRIBUTE = re.compile(r"=(?:(?<=\s=)|" + "|".join(rf"(?<=\s(?i:{one})=)(?<!{one}=)" for one in _READ) + ")")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|#34|#39|#160|#8617);)")


def tree(name: str, html: str) -> Element:
    """The tree of a page's HTML, below an element without meaning. Never fails."""
    if not ("xmlns" in html or _TAG.search(html) or _ATTRIBUTE.search(html) or _NAMED.search(html)):
        try:
            return XML(f"<html>{_HIDDEN.sub(_valued, html)}</html>")
        except ParseError:
            pass
    return _made(parse(name, html).root)


def _valued(match: re.Match[str]) -> str:
    return f'{match[1]}="">'


def _made(read: Read) -> Element:
    element = Element(read.tag, {name: value or "" for name, value in read.attributes.items()})
    last: Element | None = None
    for child in read.children:
        if isinstance(child, Read):
            last = _made(child)
            element.append(last)
        elif last is None:
            element.text = (element.text or "") + child.text
        else:
            last.tail = (last.tail or "") + child.text
    return element


def text_of(element: Element) -> str:
    """All text below an element, with single spaces."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in INLINE:
            yield from _pieces(child)
        else:
            yield " "
            yield from _pieces(child) if child.tag not in UNSEEN else ()
            yield " "
        yield child.tail or ""
