"""Names for one thing: what else readers call it, in every language, and the sections that are about it.

They come from data/terms.yml (term, acronym, other words; also those a page must not use, which readers type all the
same) and the synonyms of data/search.yml.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model import Guide
from .articles import Article

Names = Mapping[str, Sequence[str]]
"""Names for one thing by language, the one a guide uses first."""


def names(guide: Guide) -> list[Names]:
    """The groups of names: of the terms in their order, then the synonyms."""
    return [*(_of_term(record.data) for record in guide.terms.values()), *guide.search["synonyms"]]


def about(guide: Guide, articles: Sequence[Article]) -> list[list[int]]:
    """For each group the sections about it, the best first, by number; numbers run through all the articles."""
    at: dict[str, int] = {}
    number = 0
    for one in articles:
        for section in one.sections:
            at.setdefault(f"{one.name}#{section.anchor}", number)
            number += 1
        at[one.name] = at[f"{one.name}#"]
    glossary = guide.settings["places"]["glossary"]
    found = []
    for record in guide.terms.values():
        page = record.data.get("page", "")
        # A link to the anchor of a page's own heading leads to its top.
        places = (at.get(page, at.get(page.partition("#")[0])), at.get(f"{glossary}#term-{record.id}"))
        found.append(list(dict.fromkeys(place for place in places if place is not None)))
    return found


def _of_term(it: Mapping[str, Any]) -> Names:
    return {
        code: list(dict.fromkeys([term, *_acronym(it, code), *_others(it, code)])) for code, term in it["term"].items()
    }


def _acronym(it: Mapping[str, Any], code: str) -> Iterable[str]:
    return (it["acronym"][code],) if code in it.get("acronym", {}) else ()


def _others(it: Mapping[str, Any], code: str) -> Iterable[str]:
    for field in ("forms", "also", "never"):
        yield from it.get(field, {}).get(code, ())
