"""What a language does to words: one module a language, chosen by `grammar` in data/guide.yml."""

from importlib import import_module
from typing import Protocol, cast


class Grammar(Protocol):
    """What the rest of the package may ask of a language."""

    def sort_key(self, text: str) -> tuple[object, ...]:
        """The key by which words of this language sort."""

    def mutate(self, text: str, mutation: str) -> str:
        """`text` with its first word mutated; ValueError for a mutation the language does not have."""

    def act_after_of(self, title: str) -> str:
        """An Act's title in the form it takes after the word for "of"."""


def grammar(name: str) -> Grammar:
    """The grammar module of that name."""
    return cast(Grammar, import_module(f"{__name__}.{name}"))
