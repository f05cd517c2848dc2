"""ST: nothing inline: a strict Content Security Policy, which the site asks servers to send, would block it."""

import re
from collections.abc import Iterator

from ..model import Problem
from ..rules.registry import rule
from .built import Built
from .document import Document, Element

SCRIPT = re.compile(r"\s*javascript:", re.I)


@rule("ST016", scope="documents")
def inline_script_or_style(built: Built) -> Iterator[Problem]:
    """A document holds a script, a style or an event handler instead of naming a file.

    Browsers would refuse it under the site's Content Security Policy.

    Bad:  <p style="color: red" onclick="go()">
    Good: a class, and the rest in overrides/assets/
    """
    for document in built.documents.values():
        for element, fault in _faults(document):
            message = f"<{element.tag}> has {fault}"
            yield built.problem(document, element.line, "ST016", message, "move it to a file of overrides/assets/")


def _faults(document: Document) -> Iterator[tuple[Element, str]]:
    yield from ((element, "its style inline") for element in document.all("style"))
    yield from ((element, "its script inline") for element in document.all("script") if not element.get("src"))
    for name, elements in document.by_attribute.items():
        if name in ("style", "srcdoc") or name.startswith("on"):
            yield from ((element, f"the attribute {name}") for element in elements)
        elif name in ("href", "src", "action", "formaction"):
            scripts = (element for element in elements if SCRIPT.match(element.get(name)))
            yield from ((element, f"a script in its {name}") for element in scripts)
