"""The words everything else speaks: problems, languages, pages and records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from . import scanner
from .blocks import blocks
from .problem import MacroError, Problem
from .syntax import Block, Heading, Link, MacroCall, Mark

__all__ = [
    "Block",
    "Guide",
    "Heading",
    "Language",
    "Link",
    "MacroCall",
    "MacroError",
    "Mark",
    "Page",
    "Problem",
    "Record",
    "Text",
]

Text = Mapping[str, str]
"""The same text by language code."""


@dataclass(frozen=True)
class Language:
    """A language of the guide, as data/guide.yml records it."""

    code: str
    folder: str
    name: str
    locale: str
    grammar: str
    start_file: str
    read_me: str


@dataclass(frozen=True)
class Record:
    """One entry of a data file: its fields and the line it starts on."""

    id: str
    file: str
    line: int
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """One Markdown source: its front matter and the facts found in its body, with lines of the file."""

    file: str
    language: Language
    name: str
    meta: Mapping[str, Any]
    meta_lines: Mapping[str, int]
    body: str
    body_line: int
    headings: tuple[Heading, ...] = ()
    marks: tuple[Mark, ...] = ()
    definitions: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    macros: tuple[MacroCall, ...] = ()

    @cached_property
    def uncoded(self) -> str:
        """The body with code blanked: what is left is text, and comments."""
        return scanner.mask(self.body, comments=False)

    @cached_property
    def masked(self) -> str:
        """The body with code, comments and macros blanked: offsets and lines as in the body."""
        return scanner.without_macros(scanner.mask(self.body))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The body's blocks, in order."""
        return tuple(blocks(self.masked, scanner.Lines(self.masked, self.body_line), self.headings, self.macros))

    def let_go(self) -> None:
        """Keep no more than what was read: the rest is worked out again when it is asked for."""
        for name in ("uncoded", "masked", "blocks"):
            self.__dict__.pop(name, None)

    def section_at(self, line: int) -> Heading | None:
        """The last heading at or above `line`, None before the first."""
        found = [heading for heading in self.headings if heading.line <= line]
        return found[-1] if found else None

    def calls(self, *names: str) -> MacroCall | None:
        """The first call of one of these macros, None where there is none."""
        return next((call for call in self.macros if call.name in names), None)


@dataclass
class Guide:
    """Everything people wrote, as facts. `pages` is by language code, then by page name (`grooming.md`)."""

    root: str
    settings: Mapping[str, Any]
    settings_lines: Mapping[tuple[str | int, ...], int]
    engine: Mapping[str, Any]
    engine_lines: Mapping[tuple[str | int, ...], int]
    languages: tuple[Language, ...]
    strings: Mapping[str, Text]
    helplines: Mapping[str, Record]
    do_not_print: tuple[Mapping[str, Any], ...]
    acts: Mapping[str, Record]
    references: Mapping[str, Record]
    terms: Mapping[str, Record]
    search: Mapping[str, Any]
    """data/search.yml: what search reads besides terms."""
    search_lines: Mapping[tuple[str | int, ...], int]
    pages: Mapping[str, Mapping[str, Page]]
    problems: list[Problem] = field(default_factory=list)
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What rules have worked out once and may look up again, under a key of their own."""
    id: str = ""
    """Of a volume (canllaw.volumes): the folder its pages stand in, empty for the first."""
    family: "Guide | None" = field(default=None, repr=False)
    """Of a volume: the Guide of the whole site."""

    @property
    def site(self) -> "Guide":
        """The Guide of the whole site."""
        return self.family or self

    @property
    def sections(self) -> list[Mapping[str, Any]]:
        """The groups of the menu; for a whole site those of every volume."""
        more = (one for entry in self.settings.get("guides", ()) for one in entry["sections"])
        return [*self.settings["sections"], *more]

    def language(self, code: str) -> Language:
        """The language with this code; KeyError when the guide has none such."""
        for language in self.languages:
            if language.code == code:
                return language
        raise KeyError(code)

    def say(self, key: str, code: str) -> str:
        """The interface wording `key` in a language; KeyError when data/strings.yml lacks it."""
        return self.strings[key][code]
