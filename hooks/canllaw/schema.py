"""Data files against their published JSON Schemas (data/schema/): each fault with line, field, expected and found."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import babel
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from .model import Problem
from .wanted import bound, kind, repeated, shown
from .yamlfile import Path as FieldPath

FORMATS = FormatChecker()


@FORMATS.checks("locale", raises=(ValueError, babel.UnknownLocaleError))
def _is_locale(value: Any) -> bool:
    """Whether dates can be written in it: a language and a country that babel knows, and takes for no other."""
    if not isinstance(value, str):
        return True  # which is another fault
    locale = babel.Locale.parse(value)
    return f"{locale.language}_{locale.territory}" == value


def validate(
    value: Any, lines: Mapping[FieldPath, int], schema_file: Path, languages: Sequence[str], file: str, rule: str
) -> Iterator[Problem]:
    """Yield a Problem for each field of `value` that its schema refuses, in the order of the file.

    `languages`: the codes every two-language text must have; the published schema names today's.
    """
    for error in _errors(_Same(value), schema_file.read_text(encoding="utf-8"), tuple(languages)):
        path = tuple(error.absolute_path)
        message, hint = _explain(error, "this entry" if path else "the file")
        yield Problem(file, _line(lines, path), rule, f"{_name(path)}: {message}", hint)


class _Same:
    """A value that is equal to itself alone: a text that did not change was parsed once, and is validated once."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


@lru_cache(maxsize=50)
def _errors(value: _Same, schema_text: str, languages: tuple[str, ...]) -> tuple[ValidationError, ...]:
    schema = json.loads(schema_text)
    both = schema.get("$defs", {}).get("bothLanguages")
    if both is not None and languages:
        both["required"] = list(languages)
    errors = map(_deepest, Draft202012Validator(schema, format_checker=FORMATS).iter_errors(value.value))
    return tuple(sorted(errors, key=lambda error: [str(part) for part in error.absolute_path]))


def _deepest(error: ValidationError) -> ValidationError:
    """For a choice (oneOf) the fault of the alternative that came nearest; otherwise the fault itself."""
    while error.context:
        error = max(error.context, key=lambda e: len(e.absolute_path))
    return error


def _line(lines: Mapping[FieldPath, int], path: FieldPath) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _name(path: FieldPath) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.lstrip(".") or "the file"


def _explain(error: ValidationError, place: str) -> tuple[str, str]:
    """What is wrong, and how to put it right: by the form that is wanted, or as the schema describes it."""
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    about, wanted, instance = schema.get("description", ""), cast(Any, error.validator_value), cast(Any, error.instance)
    match str(error.validator):
        case "required":
            # Each missing field is a fault of its own, and named in its message alone.
            missing = next(name for name in wanted if error.message.startswith(repr(name)))
            return f"expected the field '{missing}', found none", f"add '{missing}:' to {place}"
        case "additionalProperties":
            known = set(schema.get("properties", {}))
            extra = min(set(instance) - known, key=str)
            return f"found the unknown field '{extra}'", f"expected one of: {', '.join(sorted(known))}"
        case "enum":
            return f"found {shown(instance)}", "expected one of: " + ", ".join(map(str, wanted))
        case "type":
            message, form = kind(wanted, instance, schema)
            return message, _with(form, about)
        case "const":
            return f"expected {shown(wanted)}, found {shown(instance)}", about or f"write {shown(wanted)}"
        case "pattern" | "format":
            return f"found {shown(instance)}", about or f"expected the form {wanted}"
        case "uniqueItems":
            return repeated(instance), "take one of the two out"
        case validator if validator.startswith(("min", "max")):
            message, form = bound(validator, wanted, instance)
            return message, _with(form, about)
        case _:
            return f"{error.message[:200]}", about or "see what its schema in data/schema/ asks for"


def _with(form: str, about: str) -> str:
    return f"{form}. {about}" if about else form
