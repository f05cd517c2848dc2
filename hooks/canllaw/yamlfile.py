"""YAML with lines: every value of a data file can be traced to the line it stands on."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

Path = tuple[str | int, ...]


# LibYAML, where PyYAML was built with it: the same values and lines, eight times as fast.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """The safe loader, but dates stay the text that was written, and only true and false are truth (YAML 1.2)."""


_AS_WRITTEN = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag not in _AS_WRITTEN]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
COLON = "mapping values are not allowed"
"""What YAML says of a field where none can begin: after another on its line, or further in than the one above it."""
FIELD = re.compile(r":(?= |$)")
ALIGN = "begin the field in the same column as the one above it"
QUOTE = 'put a text that has a colon in it in quotes, as in title: "Law: what it says"'
# mkdocs.yml takes values from the environment; what the rules look at does not depend on them.
_Loader.add_constructor("!ENV", lambda loader, node: None)
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class YamlFault(Exception):
    """The text is not YAML we accept: `line` (from 1), what is wrong, and how to put it right where that is known."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


@lru_cache(maxsize=200)  # data files are read by the loader and by rules, and again at each change of a preview
def parse(text: str, first_line: int = 1) -> tuple[Any, Mapping[Path, int]]:
    """The value of a YAML text and the line of each value by path, e.g. `("helplines", 3, "phones") -> 41`.

    `first_line` is the line of the file on which `text` starts. Raises YamlFault for anything that is not
    one well-formed document, duplicate keys included. The same text gives the same value: nobody may change it.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, {(): first_line}
        lines: dict[Path, int] = {}
        _walk(node, (), lines, first_line)
        return loader.construct_document(node), lines
    except yaml.MarkedYAMLError as error:
        mark, message = error.problem_mark or error.context_mark, error.problem or "not YAML"
        row = mark.line if mark else 0
        raise YamlFault(row + first_line, message, _hint(message, text.split("\n")[row:])) from error
    except yaml.YAMLError as error:
        raise YamlFault(first_line, f"not YAML: {error}".splitlines()[0]) from error
    except RecursionError as error:
        raise YamlFault(first_line, "nested too deeply") from error
    finally:
        loader.dispose()


def _hint(message: str, rows: list[str]) -> str:
    """How to put right what is wrong in the first of these rows, where the message tells."""
    if COLON not in message or not rows:
        return ""
    return QUOTE if len(FIELD.findall(rows[0])) > 1 else ALIGN


def _walk(node: yaml.Node, path: Path, lines: dict[Path, int], first_line: int) -> None:
    lines[path] = node.start_mark.line + first_line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            child = (*path, str(key.value))
            if child in lines:
                raise YamlFault(key.start_mark.line + first_line, f"'{key.value}' is given twice")
            _walk(value, child, lines, first_line)
            lines[child] = key.start_mark.line + first_line
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines, first_line)
