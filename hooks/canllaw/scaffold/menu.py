"""data/guide.yml with a page more in its menu: an edit of its text, so that comments and layout stay."""

import json

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
