"""Blocks of Markdown that can be but one thing, and are not asked whether they are any other.

A block is a paragraph, a heading, a list or a note by how each of its lines begins. Python-Markdown asks every
processor of blocks in turn, and most of them read the whole block to say no.
"""

import re
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

# A line of no table that begins with a word, a quotation mark, a tag, bold words, a link or a number: nothing but text.
_TEXT = r"""(?:[^\W\d_]|[“‘"'(\x02]|<[a-z]|\*\*(?=[^\W_])|\[(?=[^\n]*\])(?![^\n]*\]:)|\d+(?![\d.]))[^\n|]*"""
_MARKER = r"(?:[*+-]|\d+\.) +"
# What a block can be that has only such lines, by the processors of that; or a heading or a note in one line.
_KINDS = (
    ("paragraph", re.compile(rf"{_TEXT}(?:\n {{0,3}}{_TEXT})*")),
    ("hashheader", re.compile(r"#[^\n|\\]*")),
    ("olist", re.compile(rf"(?=\d){_MARKER}{_TEXT}(?:\n *(?:{_MARKER})?{_TEXT})*")),
    ("ulist", re.compile(rf"(?!\d){_MARKER}{_TEXT}(?:\n *(?:{_MARKER})?{_TEXT})*")),
    ("footnote", re.compile(r"\[\^[^\]\s]+\]: [^\n]*")),
)
# The processors of blocks for which that holds: Python-Markdown's own, and those of its extensions that we use.
_KNOWN = frozenset((
    "admonition", "empty", "indent", "defindent", "code", "table", "hashheader", "setextheader", "hr", "olist", "ulist",
    "deflist", "quote", "footnote", "reference", "paragraph",
))  # fmt: skip


class Blocks:
    """What BlockParser.parseBlocks does, each block that can be but one thing taken for that."""

    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser

    @cached_property
    def _processors(self) -> list[BlockProcessor]:
        return list(self._parser.blockprocessors)

    @cached_property
    def _kinds(self) -> list[tuple[BlockProcessor, re.Pattern[str]]]:
        every = self._parser.blockprocessors
        known = sum(name in every for name in _KNOWN) == len(every)
        return [(every[name], pattern) for name, pattern in _KINDS if name in every] if known else []

    def __call__(self, parent: Element, blocks: list[str]) -> None:
        """Put what the blocks are into the parent, and take them off the list."""
        while blocks:
            block = blocks[0]
            for processor, pattern in self._kinds:
                if pattern.fullmatch(block):
                    processor.run(parent, blocks)
                    break
            else:
                for processor in self._processors:
                    if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                        break
