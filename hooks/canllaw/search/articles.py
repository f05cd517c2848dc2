"""A page's article, as it is to be published, cut into the sections that a search result can lead to.

A heading opens a section; so do a provision of the law, an entry of the glossary, and on the page where helplines live,
a helpline's card. Elsewhere a card is only named: what finds it finds the section that shows it. Notes, contents lists
and marks of notes are left out, for the sources have a page of their own; so are titles in another language, which that
language's index has.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from xml.etree.ElementTree import Element

from ..site.document import INLINE
from .reading import text_of, tree
from .tokens import words

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SKIPPED = frozenset(("code", "form", "nav", "sup", "script", "style", "template"))
NOTES = "footnote"
DETAILS = frozenset(("facts", "helpline__online"))
# What only points elsewhere: the same word in the other language, the page it is about.
POINTERS = "glossary__aside"
# What is only for the screen or the wall, and says again what a card says.
REPEATED = frozenset(("editions", "helpline__save", "print-it", "poster"))
LEFT_OUT = REPEATED | {NOTES, POINTERS}
# What opens a section of its own, by its class, and the class of the part that names it.
OPENS = {"helpline": "helpline__name", "provision": "provision__name", "glossary__entry": "glossary__name"}
CARD = "helpline"


@dataclass
class Section:
    """A place a result can lead to: its anchor (empty for the page's top), its heading, and its text by paragraphs.

    `card`: whether it is the one place of a helpline. `details`: what its lists of details say; it is searched and not
    shown. `shows`: anchors of the helplines whose cards it repeats.
    """

    anchor: str
    heading: str = ""
    blocks: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    shows: list[str] = field(default_factory=list)
    card: bool = False


@dataclass(frozen=True)
class Article:
    """One page for the index: its file name, its title, its description and its sections, the page's top first."""

    name: str
    title: str
    description: str
    sections: tuple[Section, ...]


def aligned(articles: Iterable[Article], first: Iterable[Article]) -> list[Article]:
    """The articles in the order of another language's, and so are their sections: the nth is the same place in both.

    Raises ValueError where the two do not have the same places, which the checks have made sure of before.
    """
    by_name = {one.name: one for one in articles}
    found = []
    for model in first:
        ours = by_name[model.name]
        by_anchor = {section.anchor: section for section in ours.sections}
        wanted = [section.anchor for section in model.sections]
        if sorted(by_anchor) != sorted(wanted) or len(wanted) != len(ours.sections):
            raise ValueError(f"{model.name} does not have the same sections in every language")
        found.append(replace(ours, sections=tuple(by_anchor[anchor] for anchor in wanted)))
    return found


def cut(name: str, title: str, description: str, html: str, code: str, cards: bool) -> Article:
    """Cut a page's HTML, which is in the language `code`.

    `cards`: whether its helpline cards are places of their own, and not a repetition of some.
    """
    cutter = _Cutter(code, cards)
    cutter.read(tree(name, html))
    return Article(name, title, description, tuple(cutter.sections))


class _Cutter:
    def __init__(self, code: str, cards: bool) -> None:
        self.code, self.cards = code, cards
        self.at = Section("")
        self.sections = [self.at]
        self.inline: list[str] = []

    def read(self, element: Element) -> None:
        """Take an element's text into the section it belongs to."""
        opened = self._opened(element)
        before = self.at
        if opened:
            self.flush()
            self.at = opened
            self.sections.append(opened)
        elif element.tag in HEADINGS:
            self.flush()
            self._head(element)
            return
        if element.text:
            self.inline.append(element.text)
        for child in element:
            self._take(child, element, opened)
            if child.tail:
                self.inline.append(child.tail)
        if opened:
            self.flush()
            self.at = before

    def _take(self, child: Element, element: Element, opened: Section | None) -> None:
        """Take what stands in an element, which has `opened` a section or none."""
        classes = _classes(child)
        if self._left_out(child, classes):
            return
        if CARD in classes and not self.cards:
            self.at.shows.append(child.get("id", ""))
        elif not DETAILS.isdisjoint(classes):
            self.at.details += words(text_of(child))
        elif child.tag in INLINE:
            self.read(child)
        elif opened and OPENS[_kind(element)] in classes:
            opened.heading = text_of(child)
        else:
            self.flush()
            self.read(child)
            self.flush()

    def _left_out(self, element: Element, classes: tuple[str, ...]) -> bool:
        foreign = element.tag == "cite" and element.get("lang", "") not in ("", self.code)
        return foreign or element.tag in SKIPPED or not LEFT_OUT.isdisjoint(classes)

    def flush(self) -> None:
        """End a paragraph."""
        if self.inline and (text := " ".join("".join(self.inline).split())):
            self.at.blocks.append(text)
        self.inline.clear()

    def _head(self, element: Element) -> None:
        heading = " ".join("".join(_heading(element)).split())
        if element.tag == "h1" and not self.sections[0].heading:
            self.sections[0].heading = heading
        elif anchor := element.get("id"):
            self.at = Section(anchor, heading)
            self.sections.append(self.at)
        else:
            self.at.blocks.append(heading)

    def _opened(self, element: Element) -> Section | None:
        kind, anchor = _kind(element), element.get("id")
        return Section(anchor, card=kind == CARD) if kind and anchor else None


def _heading(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in SKIPPED:
            yield from _heading(child)
        yield child.tail or ""


def _classes(element: Element) -> tuple[str, ...]:
    return _names(element.get("class"))


# What a guide has few of is worked out once for all elements.
def _kind(element: Element) -> str:
    return _first_kind(element.get("class"))


@cache
def _first_kind(classes: str | None) -> str:
    return next((one for one in _names(classes) if one in OPENS), "")


@cache
def _names(classes: str | None) -> tuple[str, ...]:
    return tuple((classes or "").split())
