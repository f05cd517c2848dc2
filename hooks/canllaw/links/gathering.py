"""Every address of another site that the guide names, with each place it stands in."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from ..model import Guide, Page
from ..yamlfile import parse

ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]{}|\\^`]+", re.IGNORECASE)
PUNCTUATION = ".,;:!?*_"
Places = Mapping[str, tuple[tuple[str, int], ...]]
"""Addresses, without fragments, each with the files and lines that name it."""


def gather(guide: Guide) -> Places:
    """The addresses of every page and data file, sorted; code and comments of a page are not looked at."""
    found: dict[str, set[tuple[str, int]]] = {}
    for language in guide.languages:
        for page in guide.pages[language.code].values():
            for address, line in _of_page(page):
                found.setdefault(urldefrag(address).url, set()).add((page.file, line))
    for path in sorted((Path(guide.root) / "data").glob("*.yml")):
        value, lines = parse(path.read_text(encoding="utf-8-sig"))
        for address, line in _of_value(value, lines, ()):
            found.setdefault(urldefrag(address).url, set()).add((f"data/{path.name}", line))
    return {address: tuple(sorted(found[address])) for address in sorted(found)}


def _of_page(page: Page) -> Iterator[tuple[str, int]]:
    """Targets of links as Markdown reads them, then addresses in what is left: macros, HTML, front matter."""
    for link in page.links:
        if ADDRESS.match(link.target):
            yield link.target, link.line
    rest = page.uncoded
    for target in sorted({link.target for link in page.links}, key=len, reverse=True):
        rest = rest.replace(target, "") if ADDRESS.match(target) else rest
    for number, row in enumerate(rest.split("\n"), page.body_line):
        yield from ((address, number) for address in _in(row))
    for field, value in page.meta.items():
        for address in _in(str(value)):
            yield address, page.meta_lines[str(field)]


def _of_value(
    value: Any, lines: Mapping[tuple[str | int, ...], int], path: tuple[str | int, ...]
) -> Iterator[tuple[str, int]]:
    if isinstance(value, str):
        yield from ((address, lines[path]) for address in _in(value))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _of_value(inner, lines, (*path, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _of_value(inner, lines, (*path, index))


def _in(text: str) -> Iterator[str]:
    """The addresses in running text, without the punctuation and the closing brackets that are the sentence's."""
    for match in ADDRESS.finditer(text):
        address = match[0].rstrip(PUNCTUATION)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(PUNCTUATION)
        yield address
