"""Markdown made into HTML without a search for markup where there is none: the same bytes, in half the time.

An extension of Python-Markdown. What a block macro wrote is HTML already: it is put by before anything parses it. A
body that then has no HTML but tags inside lines is spared the two passes that look for blocks of HTML, the converter's
and the engine's, each a whole HTML parser. Text in which no markup could begin is spared every inline pattern.
"""

import re
from collections.abc import Callable
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import AtomicString

from .plain_blocks import Blocks

HELD, FREED = "\ufdd0", "\ufdd1"
"""Around what a block macro wrote: two characters that Unicode keeps from all text."""
_HELD = re.compile(f"{HELD}(.*?){FREED}", re.S)
_ID = re.compile(r'\s(?:id|name)="([^"]+)"')
_TAG = re.compile(r"<([A-Za-z][\w-]*)")
# Tags that stay in their line, written as we and most people write them; and entities with their semicolon.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|br|cite|code|dfn|em|i|kbd|q|s|small|span|strong|sub|sup|time|u)"
    r"""(?:\s+[\w:-]+="[^"<>&`\n]*")*>|&(?:#\d+|#x[\da-fA-F]+|[A-Za-z][A-Za-z\d]*);|&(?=[\s\d])"""
)
# Of these, one stands in every text whose white space is not as the converter wants it.
_UNSETTLED = ("\x02", "\x03", "\r", "\t", " \n")
# What the inline patterns of Python-Markdown and its footnotes can begin with; a line break is two spaces at an end.
_MARKUP = re.compile(r"[`*_\[<&!\\\x02]|  \n")
# Inline patterns by name, and what stands, one or the other, in every text that they find anything in.
_NEED = {
    "backtick": ("`",), "escape": ("\\",), "image_link": ("![",), "image_reference": ("![",),
    "short_image_ref": ("![",), "autolink": ("://",), "automail": ("@",), "linebreak": ("  \n",), "html": ("<",),
    "entity": ("&",), "em_strong": ("*", "_"), "footnote": ("[^",), "reference": ("[",), "link": ("[",),
    "short_reference": ("[",),
}  # fmt: skip
_REFERENCES = frozenset(("reference", "short_reference", "image_reference", "short_image_ref"))


def anchors(html: str) -> set[str]:
    """What a link within the page can lead to."""
    return set(_ID.findall(html))


def held(html: str) -> str:
    """HTML that conversion is to leave as it is, on lines of its own."""
    return f"\n\n{HELD}{html}{FREED}\n\n"


class Conversion(Extension):
    """The extension."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what it is made of, each between the steps it has to stand between."""
        unfenced, quiet = _Spared(md, lambda text: "```" not in text and "~~~" not in text), _Spared(md, _is_quiet)
        md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)  # in its place
        md.preprocessors.register(unfenced, "canllaw_unfenced", 26)  # before fenced code (25)
        md.preprocessors.register(_Again(md, unfenced), "canllaw_fenced_again", 24)
        md.preprocessors.register(_PutBy(md), "canllaw_put_by", 23)
        md.preprocessors.register(quiet, "canllaw_quiet", 22)  # before the engine's pass (21) and the converter's (20)
        md.preprocessors.register(_Again(md, quiet), "canllaw_again", 19)
        plain = _Plain(md)
        md.treeprocessors.register(plain, "canllaw_plain", 25)  # before the inline patterns (20)
        md.treeprocessors.register(_Unescape(md, plain), "unescape", 0)  # in its place
        md.parser.parseBlocks = Blocks(md.parser)  # type: ignore[method-assign]
        md.is_block_level = cache(md.is_block_level)  # type: ignore[method-assign]


class _Whitespace(NormalizeWhitespace):
    """Leaves a text as it is that has nothing to be put right."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join([*lines, ""])
        return super().run(lines) if any(sign in text for sign in _UNSETTLED) else [*lines, "", ""]


class _PutBy(Preprocessor):
    """What macros wrote, put where the converter keeps HTML."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return _HELD.sub(self._stored, text).split("\n") if HELD in text else lines

    def _stored(self, match: re.Match[str]) -> str:
        tag = _TAG.match(match[1])
        if tag is None or not self.md.is_block_level(tag[1]):
            return match[1]
        return str(self.md.htmlStash.store(match[1] + "\n"))


def _is_quiet(text: str) -> bool:
    """Whether there are no tags or entities but those that stay in their line."""
    rest = _INLINE.sub("", text)
    return "<" not in rest and "&" not in rest


class _Spared(Preprocessor):
    """Keeps a body from those who have nothing to find in it."""

    def __init__(self, md: Markdown, can: Callable[[str], bool]) -> None:
        super().__init__(md)
        self._can = can
        self.kept: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        self.kept = lines if self._can("\n".join(lines)) else []
        return [] if self.kept else lines


class _Again(Preprocessor):
    """Gives back what was kept."""

    def __init__(self, md: Markdown, spared: _Spared) -> None:
        super().__init__(md)
        self._spared = spared

    def run(self, lines: list[str]) -> list[str]:
        return self._spared.kept or lines


class _Plain(Treeprocessor):
    """Tells the inline patterns of text in which none of them can begin, and leaves out those that can find nothing."""

    escapes = True
    """Whether anything in the text may have been escaped."""

    def run(self, root: Element) -> None:
        if len(self.md.inlinePatterns) != len(_NEED) or not all(name in self.md.inlinePatterns for name in _NEED):
            return  # where there is one that is not known, it may begin anywhere
        marked = []
        for element in root.iter():
            if element.text:
                if _MARKUP.search(element.text):
                    marked.append(element.text)
                else:
                    element.text = AtomicString(element.text)
            if element.tail:
                if _MARKUP.search(element.tail):
                    marked.append(element.tail)
                else:
                    element.tail = AtomicString(element.tail)
        text = "\0".join(marked)
        self.escapes = "\\" in text
        inline = self.md.treeprocessors["inline"]
        if isinstance(inline, InlineProcessor):
            inline.inlinePatterns = self._able(text)  # type: ignore[assignment]

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


class _Unescape(UnescapeTreeprocessor):
    """Looks for what was escaped only where something may have been."""

    def __init__(self, md: Markdown, plain: _Plain) -> None:
        super().__init__(md)
        self._plain = plain

    def run(self, root: Element) -> None:
        if self._plain.escapes:
            super().run(root)
