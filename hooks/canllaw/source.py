"""Reading what people wrote: bytes to text, front matter to fields, body to facts. Faults become Problems."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import scanner
from .model import Language, Page, Problem
from .yamlfile import YamlFault, parse

FENCE = "---"


def read_text(path: Path, file: str, rule: str) -> tuple[str | None, list[Problem]]:
    """The text of a source file with line ends as `\\n`; None and a Problem when it cannot be read as UTF-8 text."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe or a device, which may never end
            raise OSError(None, "it is no file")
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        return None, [
            Problem(file, 1, rule, f"the file cannot be read: {reason.lower()}", "put a text file in its place")
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [Problem(file, line, rule, "the file is not UTF-8 text", "save it again as UTF-8")]
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return None, [Problem(file, line, rule, "the file holds a NUL character", "remove it: this is not a text file")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def read_page(root: Path, language: Language, name: str) -> tuple[Page | None, list[Problem]]:
    """The page `name` of a language as facts, and the Problems that kept it, or parts of it, from being read."""
    file = f"{language.folder}/{name}"
    text, problems = read_text(root / language.folder / name, file, "CF010")
    return (None, problems) if text is None else parse_page(file, language, name, text)


def parse_page(file: str, language: Language, name: str, text: str) -> tuple[Page | None, list[Problem]]:
    """The text of a page as facts, `file` being where it stands, and the Problems found while reading it."""
    try:
        meta, meta_lines, body, body_line = split(text)
    except YamlFault as fault:
        hint = fault.hint or f"the page starts with '{FENCE}', its fields, and '{FENCE}' again"
        return None, [Problem(file, fault.line, "CF011", f"front matter: {fault.message}", hint)]
    lines = scanner.Lines(body, body_line)
    masked = scanner.mask(body)
    calls, faults = scanner.macros(masked, lines, file)
    marks, definitions = scanner.footnotes(masked, lines)
    page = Page(
        file,
        language,
        name,
        meta,
        meta_lines,
        body,
        body_line,
        tuple(scanner.headings(masked, lines)),
        tuple(marks),
        tuple(definitions),
        tuple(scanner.links(masked, lines)),
        tuple(calls),
    )
    return page, faults


def split(text: str) -> tuple[Mapping[str, Any], Mapping[str, int], str, int]:
    """Front matter fields, the line of each, the body, and the line of the file the body starts on.

    Raises YamlFault when there is no front matter or it is not a YAML mapping.
    """
    rows = text.split("\n")
    if rows[0].rstrip() != FENCE:
        raise YamlFault(1, "expected '---' on the first line")
    end = next((number for number, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE), None)
    if end is None:
        raise YamlFault(1, "never closed by a second '---'")
    meta, lines = parse("\n".join(rows[1:end]), first_line=2)
    if not isinstance(meta, dict):
        raise YamlFault(2, "expected fields such as 'title: …'")
    meta_lines = {str(path[0]): line for path, line in lines.items() if len(path) == 1}
    return meta, meta_lines, "\n".join(rows[end + 1 :]), end + 2
