"""The parts of a page's Markdown, each with its line: tuples, because a site has hundreds of thousands."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Heading(NamedTuple):
    """A Markdown heading. `id` is None when the author gave none."""

    level: int
    text: str
    id: str | None
    line: int


class Mark(NamedTuple):
    """A footnote mark in the text, or a footnote's definition."""

    label: str
    line: int


class Link(NamedTuple):
    """A Markdown link or image: what it shows, where it leads."""

    text: str
    target: str
    line: int
    image: bool = False


class MacroCall(NamedTuple):
    """`{{ name(arguments) }}` in a page; `start` and `end` are offsets into the page's body."""

    name: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    line: int
    start: int
    end: int
    block: bool


class Block(NamedTuple):
    """A run of lines that belong together: a heading, paragraph, list item, table, box title, note, macro.

    `kind` is one of `heading`, `paragraph`, `item`, `table`, `box`, `note`, `macro`. `text` is its masked text, with
    macros, code and comments blanked and marks of lists, tables and headings left in. `section` is the id of the
    heading it stands below (None before the first). `group` numbers the lists of a page, so that items of one
    list share it; `rows` and `columns` are those of a table, its header counted.
    """

    kind: str
    text: str
    line: int
    section: str | None
    group: int = 0
    rows: int = 0
    columns: int = 0
