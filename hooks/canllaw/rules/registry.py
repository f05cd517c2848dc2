"""What a rule is: a generator of Problems with a code, registered by a decorator, documented by its docstring."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..leanings import corpus_of
from ..model import Guide, Problem
from ..several import several
from .suppressions import apply

SCOPES = ("load", "page", "guide", "site", "documents", "edition")
MADE = ("site", "documents", "edition")
"""What is looked at once it is built, and has no source line to suppress a rule on."""


@dataclass(frozen=True)
class Rule:
    """A rule: its code, what it is given, and the function that finds faults.

    With `data`, a rule of pages is also asked once for the faults of what is no page: `find(guide, None)`.

    `scope` is `page` (each page: `find(guide, page)`), `guide` (once: `find(guide)`), `site` (the built site, its
    documents as far as their heads: `find(built)`, run by canllaw.site), `documents` (some of its documents at a time,
    whole: the same), `edition` (each offline edition: `find(held)`, run by canllaw.editions) or `load` (faults the
    loader met: `find` only documents them).
    """

    code: str
    scope: str
    find: Callable[..., Iterator[Problem]]
    data: bool = False

    @property
    def name(self) -> str:
        """The rule's name in words: `page missing`."""
        return self.find.__name__.replace("_", " ")

    @property
    def documentation(self) -> str:
        """The docstring: the fault in one line, what it means, `Bad:`, `Good:` and, where it is not plain, `Fix:`."""
        return inspect.cleandoc(self.find.__doc__ or "")

    @property
    def fault(self) -> str:
        """The fault in one sentence."""
        return self.documentation.splitlines()[0]


MANY = 400
"""Below so many rules and pages one process, which remembers what it has worked out, is as quick as several."""
RULES: dict[str, Rule] = {}


def rule(code: str, scope: str, data: bool = False) -> Callable[[Any], Any]:
    """Register a rule under its code; ValueError for a code used twice, an unknown scope or no docstring."""

    def register(function: Any) -> Any:
        if code in RULES:
            raise ValueError(f"rule code used twice: {code}")
        if scope not in SCOPES:
            raise ValueError(f"rule {code}: scope '{scope}' is not one of {', '.join(SCOPES)}")
        if not function.__doc__:
            raise ValueError(f"rule {code} does not say what it finds")
        RULES[code] = Rule(code, scope, function, data)
        return function

    return register


def run(guide: Guide) -> list[Problem]:
    """Every Problem of the guide, those of loading included: sorted, each once, suppressed ones left out.

    Rules of the built site are not run, and cannot be suppressed in a source.
    """
    found = set(guide.problems)
    of_guide, of_page = ([RULES[code] for code in sorted(RULES) if RULES[code].scope == s] for s in ("guide", "page"))
    of_data = [one for one in of_page if one.data]
    # A page and its twins come together: what a rule has worked out of the one, it looks up for the other.
    names = sorted({name for pages in guide.pages.values() for name in pages})
    pages = [pages[name] for name in names for pages in guide.pages.values() if name in pages]

    def look(number: int) -> list[Problem]:
        if number < len(of_guide):
            return list(of_guide[number].find(guide))
        if number == len(of_guide):
            return [problem for one in of_data for problem in one.find(guide, None)]
        return [problem for one in of_page for problem in one.find(guide, pages[number - len(of_guide) - 1])]

    tasks = len(of_guide) + 1 + len(pages)
    if tasks > MANY:
        corpus_of(guide)  # for all processes that are started from this one
    found.update(*several(look, tasks, MANY))
    guide.memo.clear()  # what rules have worked out is of no use to anything else, and it is much
    return sorted(apply(guide, found, {code for code, one in RULES.items() if one.scope not in MADE}))
