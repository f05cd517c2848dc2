"""Markup within lines that can be but one thing: links, marks of notes, tags and bold words with nothing inside them.

A text with no other markup is cut at once into what it is made of. Python-Markdown tries each inline pattern on it in
turn, and again after all that one finds, and puts a sign in the place of each thing, to look them up when all are done.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString

IN_LINE = "a|abbr|b|bdi|br|cite|code|dfn|em|i|kbd|q|s|small|span|strong|sub|sup|time|u"
"""Names of tags that stay in their line."""
# What the inline patterns of Python-Markdown and its footnotes can begin with, and the sign for what they have found.
_MARKUP = re.compile(r"[`*_\[<&\\]|  \n|\x02klzzwxh:")
_WORDS = r"[^`*_\[\]<>&\\\x02]++"
_TAG = rf'</?(?:{IN_LINE})(?:\s+[\w:-]+="[^"<>`\[\]\\\x02\n]*+")*+>'
# Tags in a row are put by as one, with the words between them: none of these may be for the list of attributes.
_PIECE = re.compile(
    rf"(?P<html>{_TAG}(?:[^`*_\[\]<>&\\\x02\n{{}}]*+{_TAG})*+)"
    rf"|(?<!!)\[(?:(?P<note>\^[\w-]++)\]|(?P<words>{_WORDS})\]\((?P<target>[\w./#?=:%-]++)\))"
    rf"|(?<![^\s(])\*\*(?!\s)(?P<bold>{_WORDS})(?<!\s)\*\*(?![^\s.,:;)])"
)
# No groups are kept here: Python 3.11 can lose one that is repeated so.
_PLAIN = re.compile(rf"(?:{_WORDS}|\x02(?!klzzwxh:)|{re.sub('[?]P<[a-z]+>', '?:', _PIECE.pattern)})*+")
# Inline patterns by name, and what stands, one or the other, in every text that they find anything in.
_NEED = {
    "backtick": ("`",), "escape": ("\\",), "image_link": ("![",), "image_reference": ("![",),
    "short_image_ref": ("![",), "autolink": ("://",), "automail": ("@",), "linebreak": ("  \n",), "html": ("<",),
    "entity": ("&",), "em_strong": ("*", "_"), "footnote": ("[^",), "reference": ("[",), "link": ("[",),
    "short_reference": ("[",),
}  # fmt: skip
_REFERENCES = frozenset(("reference", "short_reference", "image_reference", "short_image_ref"))


class Inlines(InlineProcessor):
    """Leaves the inline patterns only texts that are not plain, and of the patterns those that can find something."""

    escapes = True
    """Whether anything in the text may have been escaped."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """What InlineProcessor.run does."""
        if not self._known:
            return super().run(tree, ancestors)
        marked = [one for one in _texts(tree) if _MARKUP.search(one[2]) and not isinstance(one[2], AtomicString)]
        odd = [text for _, _, text in marked if not self._is_plain(text)]
        if any("[^" in text for text in odd):  # marks of notes are counted in their order: all of them in one way
            odd = [text for _, _, text in marked if "[^" in text or not self._is_plain(text)]
        left = set(odd)
        for child, parent, text in marked:
            if text not in left:
                self._put(child, parent, text)
        self.escapes = any("\\" in text for text in odd)
        if not odd:
            return tree
        for element in tree.iter():
            if element.text and not _MARKUP.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _MARKUP.search(element.tail):
                element.tail = AtomicString(element.tail)
        self.inlinePatterns = self._able("\0".join(odd))  # type: ignore[assignment]
        return super().run(tree, ancestors)

    @cached_property
    def _known(self) -> bool:
        """Whether all there are are Python-Markdown's own inline patterns and that of its footnotes."""
        every, marks = self.md.inlinePatterns, self.md.delimiters
        known = len(every) == len(_NEED) and all(name in every for name in _NEED)
        return known and marks is not None and set(marks.tokens) == set("*_")

    def _is_plain(self, text: str) -> bool:
        if "  \n" in text or not _PLAIN.fullmatch(text):
            return False
        return "[^" not in text or all(
            piece["note"][1:] in self._notes.footnotes.footnotes for piece in _PIECE.finditer(text) if piece["note"]
        )

    @property
    def _notes(self) -> FootnoteInlineProcessor:
        notes = self.md.inlinePatterns["footnote"]
        assert isinstance(notes, FootnoteInlineProcessor)
        return notes

    def _put(self, child: Element, parent: Element | None, text: str) -> None:
        """Put what a plain text is made of where it stands: within the child, or else after it in its parent."""
        made: list[Element] = []
        said, at = [""], 0  # the words before each element, and those after the last
        for piece in _PIECE.finditer(text):
            said[-1] += text[at : piece.start()]
            at = piece.end()
            if piece.lastgroup == "html":
                said[-1] += self.md.htmlStash.store(piece[0])
            else:
                made.append(self._element(piece, text))
                said.append("")
        said[-1] += text[at:]
        for element, tail in zip(made, said[1:], strict=True):
            element.tail = tail or None
        if parent is None:
            child.text, child[:0] = said[0] or None, made
        else:
            after = list(parent).index(child) + 1
            child.tail, parent[after:after] = said[0] or None, made

    def _element(self, piece: re.Match[str], text: str) -> Element:
        if piece["note"]:
            mark = self._notes.getCompiledRegExp().match(text, piece.start())
            assert mark
            note, _, _ = self._notes.handleMatch(mark, text)
            assert isinstance(note, Element)
            return note
        element = Element("strong" if piece["bold"] else "a")
        element.text = piece["bold"] or piece["words"]
        if piece["target"]:
            element.set("href", piece["target"])
        return element

    def _able(self, text: str) -> list[Pattern]:
        """The inline patterns that could find something in a text, in their order."""
        every = self.md.inlinePatterns
        unable = [
            every[name]
            for name, needed in _NEED.items()
            if name in every
            and (not any(need in text for need in needed) or (name in _REFERENCES and not self.md.references))
        ]
        return [one for one in every if one not in unable]


class Unescape(UnescapeTreeprocessor):
    """Looks for what was escaped only where something may have been."""

    def __init__(self, md: Markdown, inlines: Inlines) -> None:
        super().__init__(md)
        self._inlines = inlines

    def run(self, root: Element) -> None:
        """What UnescapeTreeprocessor.run does."""
        if self._inlines.escapes:
            super().run(root)


def _texts(root: Element) -> Iterator[tuple[Element, Element | None, str]]:
    """Every text in the order of the inline patterns: an element, its parent where the text stands after it, the text.

    An element's own text comes first, then what stands after it, and what is further in last of all.
    """
    parents = [root]
    for parent in parents:
        for child in parent:
            if child.text:
                yield child, None, child.text
            if child.tail:
                yield child, parent, child.tail
            if len(child):
                parents.append(child)
