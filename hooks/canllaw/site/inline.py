"""ST: nothing inline: a strict Content Security Policy, which the site asks servers to send, would block it."""

from collections.abc import Iterator
from itertools import chain

from ..model import Problem
from ..rules.registry import rule
from .built import Built
from .document import Element


@rule("ST016", scope="documents")
def inline_script_or_style(built: Built) -> Iterator[Problem]:
    """A document holds a script, a style or an event handler instead of naming a file.

    Browsers would refuse it under the site's Content Security Policy.

    Bad:  <p style="color: red" onclick="go()">
    Good: a class, and the rest in overrides/assets/
    """
    for document in built.documents.values():
        for element in chain(document.all("script", "style"), document.described):
            for fault in _faults(element):
                message = f"<{element.tag}> has {fault}"
                yield built.problem(document, element.line, "ST016", message, "move it to a file of overrides/assets/")


def _faults(element: Element) -> Iterator[str]:
    if element.tag == "style":
        yield "its style inline"
    if element.tag == "script" and not element.get("src"):
        yield "its script inline"
    for name in element.attributes:
        value = element.get(name)
        if name in ("style", "srcdoc") or name.startswith("on"):
            yield f"the attribute {name}"
        elif name in ("href", "src", "action", "formaction") and value.strip().lower().startswith("javascript:"):
            yield f"a script in its {name}"
