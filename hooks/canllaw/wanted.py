"""What a schema wants, and what it found in its place, in plain words: nobody has to know JSON to put a file right."""

import json
from collections.abc import Mapping
from typing import Any

MAX_SHOWN = 60
KINDS = {
    "object": "fields",
    "array": "a list",
    "string": "words",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}
FORMS = {
    "object": "give fields, each with a colon after its name",
    "array": "give a list: each entry on a line of its own, after '- '",
    "string": "give words",
    "number": "give a number, without quotes",
    "integer": "give a whole number, without quotes",
    "boolean": "write true or false, without quotes",
    "null": "leave it empty",
}
UNITS = {"Items": ("entry", "entries"), "Properties": ("field", "fields"), "Length": ("character", "characters")}


def shown(value: Any) -> str:
    """A value as it is told of: as JSON, and no longer than a reader needs to find it."""
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"


def kind(wanted: str, value: Any, schema: Mapping[str, Any]) -> tuple[str, str]:
    """The message and the form to write for a value that is not of the kind wanted."""
    found = "fields" if isinstance(value, dict) else "a list" if isinstance(value, list) else shown(value)
    form = FORMS[wanted]
    names = schema.get("required") or schema.get("properties")
    if wanted == "object" and names:
        form = f"give the fields {', '.join(names)}"
    elif wanted == "string" and isinstance(value, int | float):
        form = "put it in quotes"
    return f"expected {KINDS[wanted]}, found {found}", form


def bound(validator: str, limit: int, value: Any) -> tuple[str, str]:
    """The message and the form to write for a value that is too small, too large, too short or too long."""
    least = "at least" if validator.startswith("min") else "at most"
    unit = UNITS.get(validator[3:])
    if unit is None:
        return f"expected {least} {limit}, found {shown(value)}", f"give {least} {limit}"
    if value == "":
        return "expected words, found none", "give words"
    amount = f"{least} {limit} {unit[limit != 1]}"
    return f"expected {amount}, found {len(value) or 'none'}", f"give {amount}"


def repeated(values: list[Any]) -> str:
    """The message for a list that may hold each value once."""
    twice = next(one for number, one in enumerate(values) if one in values[:number])
    return f"{shown(twice)} is given twice"
