"""The guide's data files as values with the line of each, for rules that look at every text in them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..load import DATA
from ..model import Guide
from ..source import read_text
from ..yamlfile import Path as FieldPath
from ..yamlfile import YamlFault, parse

# Words that readers type, right or wrong; words listed because they must not be used; and what is said to writers only.
NOT_PRINTED = ("also", "never", "do_not_print", "synonyms", "lemmas", "trouble.words")
Document = tuple[Any, Mapping[FieldPath, int]]


def read(guide: Guide) -> Mapping[str, Document]:
    """Each data file of the guide by its name, those that could not be read left out."""
    key = ("documents",)
    if key not in guide.memo:
        found: dict[str, Document] = {"data/guide.yml": (guide.settings, guide.settings_lines)}
        for name, _ in DATA:
            file = f"data/{name}.yml"
            text, _ = read_text(Path(guide.root) / file, file, "")
            try:
                found[file] = parse(text or "")
            except YamlFault:
                continue  # the loader has said so
        guide.memo[key] = found
    documents: Mapping[str, Document] = guide.memo[key]
    return documents


def texts(value: Any, path: FieldPath, code: str) -> Iterator[tuple[FieldPath, str, tuple[str, ...]]]:
    """Each text of a language in a value: where it stands, the text, and the same text in the other languages."""
    if isinstance(value, dict):
        twins = tuple(one for key, one in value.items() if key != code and isinstance(one, str))
        for key, one in value.items():
            if key == code:
                yield from ((where, text, twins) for where, text in _strings(one, (*path, key)))
            elif key not in NOT_PRINTED and f"{path[0] if path else key}.{key}" not in NOT_PRINTED:
                yield from texts(one, (*path, key), code)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from texts(one, (*path, index), code)


def _strings(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _strings(one, (*path, index))
