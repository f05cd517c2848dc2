"""Proofing: what a language's own dictionary and grammar have to say of a text, and what the reviewers have said.

A language is proofed when its grammar module names the tools for it (`PROOFING`); the others are left to people.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from ..grammar import grammar
from ..model import Language


@dataclass(frozen=True)
class Mutation:
    """A word in a form it cannot have there: where it starts in the text, what stands, what should, and why."""

    start: int
    found: str
    expected: str
    why: str


class Tools(Protocol):
    """What a language offers for its proofing."""

    DICTIONARY: str
    """The name of its dictionary, for messages."""

    def known(self, word: str) -> bool:
        """Whether the dictionary has the word, in this spelling and case."""

    def parts(self, word: str) -> tuple[str, ...]:
        """The words a written word is made of, one of them when it is not made of others."""

    def forms(self, word: str) -> tuple[str, ...]:
        """The word and every form its first letter can give it."""

    def near(self, word: str) -> Iterator[str]:
        """Spellings that differ from this one in the ways people get words wrong, the likeliest first."""

    def mutated(self, chunks: Sequence[str], nouns: Collection[str], unchanging: Collection[str]) -> bool:
        """Whether a text of these chunks is plainly as it must be, so that mutations() would find nothing in it."""

    def mutations(self, text: str, nouns: Collection[str], unchanging: Collection[str]) -> Iterator[Mutation]:
        """Words that lack a mutation, or have the wrong one, beyond doubt.

        `nouns`: feminine nouns besides those the tools know. `unchanging`: words that never mutate.
        """


def tools(language: Language) -> Tools | None:
    """The proofing tools of a language; None for a language that has none."""
    name = getattr(grammar(language.grammar), "PROOFING", None)
    return cast(Tools, import_module(f"{__name__}.{name}")) if name else None


def forms(language: Language, word: str) -> tuple[str, ...]:
    """The word and every form its first letter can take in this language."""
    found = tools(language)
    return found.forms(word) if found else grammar(language.grammar).forms(word)
