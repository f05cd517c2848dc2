"""Where in its data file a record says something, and every text a record holds, by language, and its doubts."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .at_hand import at_hand
from .model import Guide, Page, Record, Text


def rows(guide: Guide, file: str) -> list[str]:
    """The lines of a data file, read once."""
    key = ("rows", file)
    if key not in guide.memo:
        guide.memo[key] = _read(guide, file)
    found: list[str] = guide.memo[key]
    return found


def text_of(guide: Guide, page: Page) -> str:
    """The text of a page's file, front matter too, its lines ended as `rows` ends them; read once."""
    known = at_hand(guide, page)
    if "file" not in known:
        known["file"] = "\n".join(_read(guide, page.file))
    found: str = known["file"]
    return found


def _read(guide: Guide, file: str) -> list[str]:
    return (Path(guide.root) / file).read_bytes().decode("utf-8-sig").splitlines()


def line_of(guide: Guide, record: Record, words: str) -> int:
    """The line of the record's file that holds `words`; the record's first line where none does as they stand."""
    return next(lines_of(guide, record, words), record.line)


def lines_of(guide: Guide, record: Record, words: str) -> Iterator[int]:
    """Every line of the record in its file that holds `words` as they stand."""
    lines = rows(guide, record.file)
    first = lines[record.line - 1]
    indent = len(first) - len(first.lstrip())
    for number, row in enumerate(lines[record.line - 1 :], record.line):
        if number > record.line and row.strip() and len(row) - len(row.lstrip()) <= indent:
            break
        if words in row:
            yield number


def texts(value: Any, languages: frozenset[str], name: str = "") -> Iterator[tuple[str, Text]]:
    """Every text by language inside a value, with the name of the field that holds it."""
    if isinstance(value, Mapping):
        if value and set(value) <= languages and all(isinstance(words, str) for words in value.values()):
            yield name, value
        else:
            for key, inner in value.items():
                yield from texts(inner, languages, str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner, languages, name)


def doubts(record: Record) -> Iterator[str]:
    """What a record says is not confirmed: itself, a field of it (`title`), a part of it (`section 47`)."""

    def look(value: Any, name: str) -> Iterator[str]:
        if isinstance(value, Mapping):
            name = " ".join(filter(None, (name, str(value.get("section") or "") if name else "")))
            for key, inner in value.items():
                if key.endswith("confirmed") and inner is False:
                    yield " ".join(filter(None, (name, key.removesuffix("confirmed").rstrip("_"))))
                yield from look(inner, name or record.id)
        elif isinstance(value, list | tuple):
            for inner in value:
                yield from look(inner, name)

    for words in look(record.data, ""):
        yield words if words.startswith(record.id) else f"{record.id} {words}".rstrip()
