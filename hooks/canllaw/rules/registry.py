"""What a rule is: a generator of Problems with a code, registered by a decorator, documented by its docstring."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..model import Guide, Page, Problem

PageRule = Callable[[Guide, Page], Iterator[Problem]]
GuideRule = Callable[[Guide], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule's codes (the first names it), what it is given (`page` or `guide`), and the function that finds faults."""

    codes: tuple[str, ...]
    scope: str
    find: Callable[..., Iterator[Problem]]

    @property
    def fault(self) -> str:
        """The fault in one sentence: the first line of the docstring."""
        return (self.find.__doc__ or "").strip().splitlines()[0]


RULES: list[Rule] = []


def rule(*codes: str, scope: str) -> Callable[[Any], Any]:
    """Register a rule under its codes; a code may be used once only, and a rule must say what it is."""

    def register(function: Any) -> Any:
        taken = {code for one in RULES for code in one.codes}
        if taken & set(codes):
            raise ValueError(f"rule code used twice: {sorted(taken & set(codes))}")
        if not function.__doc__:
            raise ValueError(f"rule {codes[0]} does not say what it finds")
        RULES.append(Rule(codes, scope, function))
        return function

    return register


def run(guide: Guide) -> list[Problem]:
    """Every Problem of the guide, those of loading included: sorted, each once."""
    found = set(guide.problems)
    for one in RULES:
        if one.scope == "guide":
            found.update(one.find(guide))
        else:
            for pages in guide.pages.values():
                for page in pages.values():
                    found.update(one.find(guide, page))
    return sorted(found)
