"""What is translated at once: a section of a page, or a field of its front matter, under an id that stays the same."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Page
from ..sections import INTRO, READ

SLUG = "slug"
FIELDS = (*READ, SLUG)
NEW, CHANGED, UNSTAMPED, CURRENT = "new", "changed", "unstamped", "current"


@dataclass(frozen=True)
class Unit:
    """One unit of a pack: its source, the translation there is (None: none), and what helps to make a new one.

    `part` is the id of a section, or `front.title` and the like; `line` is where the source stands in `file`.
    """

    page: str
    part: str
    file: str
    line: int
    source: str
    target: str | None
    state: str
    terms: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The unit's id for people: `grooming.md#signs`."""
        return f"{self.page}#{self.part}"


@dataclass(frozen=True)
class Returned:
    """A unit as a translator's file holds it. `finished` is None where nothing says.

    `line` is where the target begins, `lines` where each of its lines does, if not one after the other.
    """

    page: str
    part: str
    source: str
    target: str | None
    line: int
    finished: bool | None
    lines: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The unit's id for people: `grooming.md#signs`."""
        return f"{self.page}#{self.part}"

    def line_at(self, row: int) -> int:
        """The line of the file on which the target's line `row`, counted from 0, begins."""
        return self.lines[row] if row < len(self.lines) else self.line + row

    @property
    def empty(self) -> int:
        """How many empty lines the target begins with."""
        lead = (self.target or "").replace("\r\n", "\n").replace("\r", "\n")
        return len(lead) - len(lead.lstrip("\n"))


def pieces(page: Page) -> Mapping[str, str]:
    """The body cut at each heading with an id, in order: joined with line ends it is the body again."""
    rows = page.body.split("\n")
    found: dict[str, str] = {}
    name, start = INTRO, 0
    for heading in page.headings:
        if heading.id is None or heading.id in found or heading.id == name:
            continue
        at = heading.line - page.body_line
        if name != INTRO or at > 0:
            found[name] = "\n".join(rows[start:at])
        name, start = heading.id, at
    found[name] = "\n".join(rows[start:])
    return found


def first_lines(page: Page) -> Mapping[str, int]:
    """The line of the file on which the text of each piece starts."""
    line, found = page.body_line, {}
    for name, piece in pieces(page).items():
        found[name] = line + len(piece) - len(piece.lstrip("\n"))
        line += piece.count("\n") + 1
    return found


def same(one: str | None, other: str | None) -> bool:
    """Whether two texts are one, blanks at line ends and empty lines around them apart."""
    return one is not None and other is not None and tidy(one) == tidy(other)


def tidy(text: str) -> str:
    """A text without blanks at its line ends and empty lines around it, its letters in their composed form."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"[ \t]+$", "", text, flags=re.M).strip("\n")
