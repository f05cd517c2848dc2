"""The page of all rules (hooks/RULES.md), written from the rules themselves: meaning, bad, good, fix."""

import re
from collections.abc import Mapping
from itertools import groupby

from .rules import Rule

FAMILIES = {
    "CF": "configuration and pages",
    "CY": "Welsh, and terms",
    "FN": "sources and notes",
    "HL": "helplines",
    "LW": "law",
    "PA": "the two languages side by side",
    "ED": "offline editions",
    "ST": "the built site",
    "SU": "exceptions",
    "TX": "plain text",
    "XR": "links, headings and macros",
}
PARTS = re.compile(r"^(Bad|Good|Fix):[ \t]*", re.M)
OPENING = """\
<!-- Written by `make rules` from the rules themselves, hooks/canllaw/rules/ and hooks/canllaw/site/: change those. -->

# Rules

Each rule of `make check`, and each that `make site` applies to the built site (ST): what is wrong, why it matters, a
bad and a good example, and what to do. A report names the rule by its code; `make explain RULE=PA001` shows its entry.

Where a rule is wrong about one place, allow that place, with the reason, in a comment above it:
`<!-- canllaw: allow TX001 because the sentence quotes the Act -->`. Nothing allows rules of the configuration (CF), of
exceptions (SU) or of the built site (ST).
"""


def rules_page(rules: Mapping[str, Rule]) -> str:
    """The whole page as Markdown, families and rules in the order of their codes."""
    parts = [OPENING]
    for family, members in groupby(sorted(rules), key=lambda code: code[:2]):
        title = FAMILIES.get(family)
        parts.append(f"## {family}: {title}\n" if title else f"## {family}\n")
        parts += [_entry(rules[code]) for code in members]
    return "\n".join(parts)


def _entry(rule: Rule) -> str:
    meaning, *rest = PARTS.split(rule.documentation)
    said = dict(zip(rest[::2], (text.rstrip() for text in rest[1::2]), strict=True))
    examples = [f"{name + ':':<6}{_indented(said[name])}" for name in ("Bad", "Good") if name in said]
    fix = " ".join(said.get("Fix", "write it as in the good example; the report says where.").split())
    return f"### {rule.code}: {rule.name}\n\n{meaning.strip()}\n\n{_fenced(examples)}\n\nFix: {fix}\n"


def _indented(text: str) -> str:
    """Lines after the first below the first, however the docstring sets them."""
    return text.replace("\n", "\n  ")


def _fenced(rows: list[str]) -> str:
    """An example as it stands, in a fence longer than any inside it."""
    text = "\n".join(rows)
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`{3,}", text))])
    return f"{fence}text\n{text}\n{fence}"
