"""One reading of a Markdown page: headings, footnotes, links and macro calls, each with its line.

Fenced code, code spans and HTML comments are masked first, so nothing inside them is a fact. The rules
of what counts are Python-Markdown's: `attr_list` ids, footnotes labels without spaces, backtick runs of equal length.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any

import jinja2
from jinja2 import nodes

from .problem import Problem
from .syntax import Heading, Link, MacroCall, Mark

# Each pattern is linear in the text it fails on: a hostile line of a megabyte is read in a moment. What a match starts
# with stands before what may not precede it, so that `re` tries it only where that sign is.
FENCE = re.compile(
    r"^(?P<fence>`{3,}(?!`)|~{3,}(?!~))[^`\n]*\n(?P<code>.*?)(?:^(?P=fence)[ \t]*$|\Z)",
    re.M | re.S,
)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
CODE_SPAN = re.compile(r"(`(?<![\\`]`)`*)(?!`)([^`]+(?:`+[^`]+)*?)(?<!`)\1(?!`)")
# What is masked, and one of the signs that stand in every text that has it.
MASKED = ((FENCE, ("```", "~~~")), (COMMENT, ("<!--",)), (CODE_SPAN, ("`",)))
HEADING = re.compile(r"^(#{1,6})[ \t]+([^\n]*)$", re.M)
ATTRIBUTE_ID = re.compile(r"\{:?[^{}]*#([A-Za-z][\w-]*)[^{}]*\}$")
DEFINITION = re.compile(r"^[ ]{0,3}\[\^([^\[\]\s]+)\]:", re.M)
MARK = re.compile(r"\[(?<!\\\[)\^([^\[\]\s]+)\]")
LINK = re.compile(
    r"(!\[(?<!\\!\[)|\[(?<!\\\[))((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]\(\s*<?([^()\[\]\s<>]*)>?(?:\s+\"[^\"]*\")?\s*\)"
)
MACRO_OPEN = re.compile(r"\{\{")
MACRO = re.compile(r"\{\{(?:[^{}\"']|\"[^\"\n]*\"|'[^'\n]*')*\}\}")
STATEMENT = re.compile(r"\{%")

_JINJA = jinja2.Environment(autoescape=True, comment_start_string="{##", comment_end_string="##}")


class Lines:
    """Offsets of a text to lines of its file."""

    def __init__(self, text: str, first: int) -> None:
        self._starts = [0, *accumulate([len(row) + 1 for row in text.split("\n")])]
        self._first = first

    def at(self, offset: int) -> int:
        """The line of the file on which `offset` lies."""
        return self._first + bisect_right(self._starts, offset) - 1

    def start(self, line: int) -> int:
        """The offset at which a line starts."""
        return self._starts[line - self._first]


def blank(text: str) -> str:
    """`text` with everything but line ends turned into spaces, so offsets and lines stay true."""
    return "\n".join([" " * len(row) for row in text.split("\n")]) if "\n" in text else " " * len(text)


def mask(text: str, comments: bool = True) -> str:
    """`text` with fenced code, code spans and, unless told otherwise, HTML comments blanked."""
    for pattern, signs in MASKED:
        if any(sign in text for sign in signs) and (comments or pattern is not COMMENT):
            text = pattern.sub(lambda match: blank(match.group()), text)
    return text


def without_macros(masked: str) -> str:
    """A masked body with its macro calls blanked too."""
    return MACRO.sub(lambda match: blank(match.group()), masked)


def headings(masked: str, lines: Lines) -> Iterator[Heading]:
    """Every `#` heading of a masked body."""
    for match in HEADING.finditer(masked):
        text = match.group(2).rstrip().rstrip("#").rstrip() or match.group(2).strip()
        at = text.rfind("{")
        found = ATTRIBUTE_ID.match(text, at) if at >= 0 else None
        yield Heading(
            len(match.group(1)),
            text[:at].strip() if found else text,
            found.group(1) if found else None,
            lines.at(match.start()),
        )


def footnotes(masked: str, lines: Lines) -> tuple[list[Mark], list[Mark]]:
    """Footnote marks and footnote definitions of a masked body, each in order."""
    definitions = {
        match.start(1): Mark(match.group(1), lines.at(match.start()))
        for match in (DEFINITION.finditer(masked) if "]:" in masked else ())
    }
    marks = [
        Mark(match.group(1), lines.at(match.start()))
        for match in MARK.finditer(masked)
        if match.start(1) not in definitions
    ]
    return marks, list(definitions.values())


def links(masked: str, lines: Lines) -> Iterator[Link]:
    """Inline links and images of a masked body."""
    for match in LINK.finditer(without_macros(masked)):
        yield Link(match.group(2), match.group(3), lines.at(match.start()), image=match.group(1) == "![")


def macros(masked: str, lines: Lines, file: str) -> tuple[list[MacroCall], list[Problem]]:
    """Macro calls of a masked body, and a Problem for each `{{` that is not one."""
    calls: list[MacroCall] = []
    problems: list[Problem] = []
    spans = {match.start(): match for match in MACRO.finditer(masked)}
    for opening in MACRO_OPEN.finditer(masked):
        if any(call.start < opening.start() < call.end for call in calls):
            continue
        line, match = lines.at(opening.start()), spans.get(opening.start())
        try:
            if match is None:
                raise SyntaxError("'{{' is never closed by '}}'")
            name, args, kwargs = parse_call(match.group())
        except SyntaxError as error:
            hint = 'write a macro as {{ name("argument") }}, closed on the same line'
            problems.append(Problem(file, line, "XR020", f"macro not understood: {error.msg}", hint))
            continue
        before = masked.rfind("\n", 0, match.start()) + 1
        after = masked.find("\n", match.end())
        alone = (
            not masked[before : match.start()].strip()
            and not masked[match.end() : after if after >= 0 else None].strip()
        )
        calls.append(MacroCall(name, args, kwargs, line, match.start(), match.end(), alone))
    for statement in STATEMENT.finditer(masked):
        hint = "pages use macros only, {{ … }}; write the text out"
        problems.append(Problem(file, lines.at(statement.start()), "XR020", "'{%' starts a template statement", hint))
    return calls, problems


@lru_cache(maxsize=2_000)  # the same calls stand on many pages
def parse_call(source: str) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
    """Name, positional and keyword arguments of `{{ name("a", key="b") }}`; SyntaxError for anything else."""
    try:
        output = _JINJA.parse(source).body[0]
    except jinja2.TemplateSyntaxError as error:
        raise SyntaxError(error.message or "not a macro") from error
    call = output.nodes[0] if isinstance(output, nodes.Output) and len(output.nodes) == 1 else None
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name) or call.dyn_args or call.dyn_kwargs:
        raise SyntaxError('expected one call, such as law("ca-1989", "47")')
    try:
        args = tuple(argument.as_const() for argument in call.args)
        kwargs = {keyword.key: keyword.value.as_const() for keyword in call.kwargs}
    except nodes.Impossible as error:
        raise SyntaxError("arguments must be written out in quotes") from error
    return call.node.name, args, kwargs
