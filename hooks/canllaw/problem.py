"""A fault, as it is told to the people who can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, at one place, with what to do about it. `file` is relative to the guide; `line` counts from 1."""

    file: str
    line: int
    rule: str
    message: str
    hint: str
    severity: str = "error"


class MacroError(Exception):
    """A macro cannot be expanded. Carries the rule it breaks, what is wrong and how to put it right."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(rule, message, hint)  # as they are, so that another process can hand it over
        self.rule, self.message, self.hint = rule, message, hint

    def __str__(self) -> str:
        """What is wrong."""
        return self.message
