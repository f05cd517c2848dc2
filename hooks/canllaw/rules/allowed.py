"""Suppressions out of order: found where they are applied (canllaw.rules.suppressions), named here."""

from collections.abc import Iterator

from ..model import Guide, Problem
from .registry import rule


@rule("SU001", scope="load")
def suppression_without_reason(guide: Guide) -> Iterator[Problem]:
    """A rule is allowed in one place, but the comment does not say why.

    Bad:  <!-- canllaw: allow TX001 -->
    Good: <!-- canllaw: allow TX001 because the sentence quotes the Act -->
    """
    yield from ()


@rule("SU002", scope="load")
def suppression_unused(guide: Guide) -> Iterator[Problem]:
    """A rule is allowed where nothing breaks it.

    Bad:  <!-- canllaw: allow TX001 because it is long -->   above a short sentence
    Good: no comment
    """
    yield from ()


@rule("SU003", scope="load")
def suppression_not_understood(guide: Guide) -> Iterator[Problem]:
    """A comment starts like a suppression and is none, or names a rule that does not exist or may not be allowed.

    Rules of the configuration (CF) and of suppressions (SU) are never allowed.

    Bad:  <!-- canllaw: ignore TX001 -->
    Good: <!-- canllaw: allow TX001 because the sentence quotes the Act -->
    """
    yield from ()
