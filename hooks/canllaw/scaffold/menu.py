"""data/guide.yml with a page more in its menu: an edit of its text, so that comments and layout stay."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from ..yamlfile import Path as FieldPath
from ..yamlfile import YamlFault, parse


class NoPlace(Exception):
    """The menu is written in a way this edit cannot follow; a person has to add the page."""


def with_page(text: str, section: FieldPath, name: str) -> str:
    """The text of data/guide.yml with `name` as the last page of a section, such as ("sections", 2). Raises NoPlace."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    pages = _pages(text, section)
    at = pages.value[-1].end_mark.index
    if pages.flow_style:
        edited = f"{text[:at]}, {name}{text[at:]}"
    else:
        ending = "\r\n" if "\r\n" in text else "\n"
        indent = " " * pages.value[-1].start_mark.column
        row = f"{indent.removesuffix('  ')}- {name}"
        end = text.find("\n", at)
        end = len(text) if end < 0 else end - (text[end - 1] == "\r")
        edited = f"{text[:end]}{ending}{row}{text[end:]}"
    # Apart from any alias: what two sections share cannot be given to one of them.
    wanted = json.loads(json.dumps(parse(text)[0]))
    menu = wanted
    for part in section:
        menu = menu[part]
    menu["pages"].append(name)
    try:
        found, _ = parse(edited)
    except YamlFault as error:
        raise NoPlace(str(error)) from error
    if found != wanted:
        raise NoPlace("the section's list of pages")
    return mark + edited


def with_guide(text: str, entry: Mapping[str, Any]) -> str:
    """The text of data/guide.yml with `entry` as the last of its `guides`. Raises NoPlace."""
    before, _ = parse(text)
    ending = "\r\n" if "\r\n" in text else "\n"
    rows = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=110, default_flow_style=None)
    if before.get("guides"):
        top = yaml.SafeLoader(text.removeprefix("\ufeff")).get_single_node()
        guides = _value(top, "guides")
        if not isinstance(guides, yaml.SequenceNode) or guides.flow_style:
            raise NoPlace("the list of guides")
        indent = " " * (guides.value[-1].start_mark.column - 2)
        at = _end(text, _last(guides).end_mark.index)
    else:
        indent, at = "  ", len(text.rstrip()) + 0
        rows = f"guides:\n{rows}"
    block = "".join(f"{'' if row.startswith('guides:') else indent}{row}{ending}" for row in rows.splitlines())
    edited = text[:at].rstrip("\r\n") + ending + block + text[at:].removeprefix("\r").removeprefix("\n")
    try:
        found, _ = parse(edited)
    except YamlFault as error:
        raise NoPlace(str(error)) from error
    if found != {**before, "guides": [*before.get("guides", ()), entry]}:
        raise NoPlace("the list of guides")
    return edited


def _end(text: str, at: int) -> int:
    """The end of the line that holds an offset."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _last(node: yaml.Node) -> yaml.Node:
    """The last thing written in a node."""
    while isinstance(node, yaml.SequenceNode | yaml.MappingNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _pages(text: str, section: FieldPath) -> yaml.SequenceNode:
    loader = yaml.SafeLoader(text)  # the one in Python: it counts characters, not bytes
    try:
        top = loader.get_single_node()
    finally:
        loader.dispose()
    pages: yaml.Node | None = top
    for part in (*section, "pages"):
        pages = _value(pages, part)
    if not isinstance(pages, yaml.SequenceNode) or not pages.value:
        raise NoPlace("the section's list of pages")
    return pages


def _value(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(key, int):
        return node.value[key] if isinstance(node, yaml.SequenceNode) else None
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for one, value in node.value if one.value == key), None)
