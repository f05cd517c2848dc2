"""What is said of a value that a schema refuses: in plain words, with the form that is wanted."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support import ROOT, problems, replace, tiny_guide

SCHEMAS = sorted((ROOT / "data/schema").glob("*.json"))
JSON = re.compile(r"\b(?:object|array|string|null|integer|boolean|None|True)\b|\^|\\|correct the value")


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and all that is in it; what only looks like one, such as a map of fields, does no harm."""
    if isinstance(schema, dict):
        yield schema
    for one in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from subschemas(one)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_whatever_has_a_pattern_a_format_or_one_value_only_is_described(path: Path) -> None:
    for one in subschemas(json.loads(path.read_text(encoding="utf-8"))):
        if "const" in one or any(isinstance(one.get(key), str) for key in ("pattern", "format")):
            assert one.get("description"), one


GUIDE, HELP, SEARCH = "data/guide.yml", "data/helplines.yml", "data/search.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "message", "hint"),
    [
        (GUIDE, "name: Tiny", "name: 3", "name: expected words, found 3", "put it in quotes"),
        (GUIDE, "name: Tiny", "name:", "name: expected words, found nothing", "give words"),
        (GUIDE, "name: Tiny", 'name: ""', "name: expected words, found none", "give words"),
        (GUIDE, "name: Tiny", "name: [a]", "name: expected words, found a list", "give words"),
        (GUIDE, "name: Tiny", "name: {a: b}", "name: expected words, found fields", "give words"),
        (GUIDE, 'exit: {url: "https://weather.example/"}', "exit: https://weather.example/",
         'exit: expected fields, found "https://weather.example/"', "give the fields url"),
        (GUIDE, "footer: [offline.md]", "footer: offline.md", 'footer: expected a list, found "offline.md"',
         "give a list: each entry on a line of its own, after '- '. Pages the foot of every page links to."),
        (GUIDE, "footer: [offline.md]", "footer: []", "footer: expected at least 1 entry, found none",
         "give at least 1 entry. Pages the foot of every page links to."),
        (GUIDE, "footer: [offline.md]", "footer: [offline]", 'footer[0]: found "offline"',
         "A page's file name, such as helplines.md, with its folder if it is in one."),
        (GUIDE, "sentence_words: 25", "sentence_words: 2", "limits.sentence_words: expected at least 5, found 2",
         "give at least 5"),
        (GUIDE, "sentence_words: 25", 'sentence_words: "25"',
         'limits.sentence_words: expected a whole number, found "25"', "give a whole number, without quotes"),
        (GUIDE, "emergency: fire", "emergency: fire\nacronyms: [AB, CD, AB]", 'acronyms: "AB" is given twice',
         "take one of the two out"),
        (GUIDE, "name: Tiny", "name: Tiny\n1: x\nmore: x", "the file: found the unknown field '1'", "expected one of: "),
        (GUIDE, "locale: cy_GB", "locale: cy_ZZ", 'languages[1].locale: found "cy_ZZ"', "The language and a country"),
        (HELP, "age: {any: true}", "age: {any: false}", "helplines[0].age.any: expected true, found false",
         "true: it is for every age. Otherwise give under, up_to or from in its place."),
        (HELP, "age: {any: true}", "age: {any: true, under: 9}", "helplines[0].age: expected at most 1 field, found 2",
         "give at most 1 field. Exactly one of any, under, up_to, from (years)."),
        (HELP, "\n    confirmed: true", '\n    confirmed: "yes"', 'helplines[0].confirmed: expected true or false, found "yes"',
         "write true or false, without quotes. False until the owner has confirmed the number."),
        (HELP, "confirmed: true}", "confirmed: false}", "helplines[0].phones[0].hours.confirmed: expected true, found false",
         "true: hours that are not confirmed are left out, 'hours' and all."),
        (SEARCH, "[offline.md]", "[offline]", 'words_only[0]: found "offline"', "A page by its file name"),
    ],
)  # fmt: skip
def test_a_value_that_is_refused(file: str, old: str, new: str, message: str, hint: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / file, old, new)
    [found] = [one for one in problems(root) if one.file == file]
    assert found.message == message and found.hint.startswith(hint)
    assert not JSON.search(found.message + found.hint)


@pytest.mark.parametrize("name", ["guide", "helplines", "legislation", "references", "terms", "strings", "search"])
@pytest.mark.parametrize(("text", "found"), [("", "nothing"), ("- a", "a list"), ("a", '"a"')])
def test_a_file_without_fields_is_told_which_it_is_to_have(name: str, text: str, found: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / f"data/{name}.yml").write_text(text)
    [one] = [one for one in problems(root) if one.file == f"data/{name}.yml"]
    assert one.message == f"the file: expected fields, found {found}"
    wanted = json.loads((ROOT / f"data/schema/{name}.schema.json").read_text(encoding="utf-8"))["required"]
    assert one.hint.startswith(f"give the fields {', '.join(wanted)}"[:60])
