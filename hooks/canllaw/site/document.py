"""One built HTML file as a small tree, each element and text with its line."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
# What does not part the words before it from those after it. A raised figure is no digit of the number before it.
INLINE = frozenset(
    re.findall(
        r"\w+", "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong time u var wbr"
    )
)
UNSEEN = frozenset(("script", "style", "template"))
BREAK = "\0"


@dataclass(eq=False, slots=True)
class Element:
    """An element: its name, its attributes (None is an attribute without a value), where it starts, what is in it."""

    tag: str
    attributes: Mapping[str, str | None]
    line: int
    children: "list[Element | Words]" = field(default_factory=list, repr=False)

    def get(self, name: str) -> str:
        """The attribute's value, empty when it has none."""
        return self.attributes.get(name) or ""

    def walk(self) -> "Iterator[Element]":
        """This element and all below it, in order."""
        left = [self]
        while left:
            one = left.pop()
            yield one
            if one.children:
                left += [child for child in reversed(one.children) if isinstance(child, Element)]

    @property
    def words(self) -> str:
        """All text below it, with single spaces."""
        return " ".join(Text(list(_pieces(self, UNSEEN))).whole.replace(BREAK, " ").split())


@dataclass(eq=False, slots=True)
class Words:
    """A run of text and the line it starts on."""

    text: str
    line: int


class Text:
    """The text a reader sees, as one string: parts that do not belong to one sentence are apart by `BREAK`."""

    def __init__(self, pieces: list[Words]) -> None:
        self.whole = "".join(piece.text for piece in pieces)
        self._lines = [piece.line for piece in pieces]
        self._starts = [0]
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece.text))

    def line(self, offset: int) -> int:
        """The line of the file on which the character at `offset` stands."""
        at = bisect_right(self._starts, offset) - 1
        return self._lines[at] + self.whole.count("\n", self._starts[at], offset)


@dataclass
class Document:
    """One HTML file of the site; `name` is its path below the site's top."""

    name: str
    root: Element
    elements: Sequence[Element]
    """Every element, in order."""
    known: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What rules have worked out of it and may look up again, under a key of their own."""

    @cached_property
    def by_attribute(self) -> Mapping[str, Sequence[Element]]:
        """For each attribute that is there, the elements that have it, in order."""
        found: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            for name in element.attributes:
                found[name].append(element)
        return dict(found)

    @cached_property
    def _by_tag(self) -> Mapping[str, Sequence[Element]]:
        found: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            found[element.tag].append(element)
        return dict(found)

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements with one of these names, in order."""
        [*kinds] = filter(None, map(self._by_tag.get, tags))
        if len(kinds) > 1:
            return (element for element in self.elements if element.tag in tags)
        return chain.from_iterable(kinds)

    def first(self, tag: str) -> Element | None:
        """The first element of this name."""
        return next(self.all(tag), None)

    def having(self, name: str) -> Sequence[Element]:
        """The elements that have an attribute of this name, in order."""
        return self.by_attribute.get(name, ())

    @cached_property
    def ids(self) -> dict[str, int]:
        """Every id and the line that gives it first."""
        return {
            one: element.line for element in reversed(self.by_attribute.get("id", ())) if (one := element.get("id"))
        }

    @cached_property
    def language(self) -> str:
        """The `lang` of the whole, empty when it has none."""
        html = self.first("html")
        return html.get("lang") if html else ""

    @cached_property
    def listed(self) -> bool:
        """Whether search engines may list it: not so a page that says that an address is unknown."""
        return not any("noindex" in one.get("content") for one in self.all("meta") if one.get("name") == "robots")

    def text(self, without: frozenset[str] = frozenset()) -> Text:
        """What a reader sees, the elements named in `without` left out."""
        unread = (UNSEEN | without).intersection(self._by_tag)
        if unread not in self.known:
            self.known[unread] = Text(list(_pieces(self.root, unread)))
        text: Text = self.known[unread]
        return text


def _pieces(element: Element, without: frozenset[str]) -> Iterator[Words]:
    left = [*reversed(element.children)]
    while left:
        one = left.pop()
        if isinstance(one, Words):
            yield one
        elif one.tag in without:
            yield Words(BREAK, one.line)
        elif one.tag in INLINE:
            left.extend(reversed(one.children))
        else:
            yield Words(BREAK, one.line)
            left += [Words(BREAK, one.line), *reversed(one.children)]
