"""Macro calls: what a page asks for must exist."""

from collections.abc import Iterator

from .. import macros
from ..model import Guide, Page, Problem
from .registry import rule


@rule(
    "XR021", "XR020", "XR022", "XR023", "HL010", "HL011", "HL012", "LW010", "LW011", "CY010", scope="page"
)  # fmt: skip
def macro_fails(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro, its arguments, or the record it names does not exist.

    Bad:  {{ helplin("childline") }}
    Good: {{ helpline("childline") }}
    """
    yield from macros.expand(guide, page)[1]
