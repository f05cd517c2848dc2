"""Words whose forms search is told: a form belongs to one word, and is no other form with its first letter mutated."""

from collections.abc import Iterator

from ..grammar import grammar
from ..model import Guide, Problem
from .registry import rule
from .search import FILE


def _listed(guide: Guide, code: str) -> Iterator[tuple[str, str, int]]:
    """Every form in `lemmas` of a language, its word and its line; a word is a form of itself."""
    for word, forms in guide.search["lemmas"].get(code, {}).items():
        yield word, word, guide.search_lines[("lemmas", code, word)]
        for place, form in enumerate(forms):
            yield form, word, guide.search_lines[("lemmas", code, word, place)]


@rule("CY012", scope="guide")
def form_of_two_words(guide: Guide) -> Iterator[Problem]:
    """A form is listed under two words of `lemmas` in data/search.yml, so that search takes the two for one.

    Bad:  {gêm: [gemau], gem: [gemau]}
    Good: {gêm: [gemau]}
    """
    for code in guide.search["lemmas"]:
        owner: dict[str, str] = {}
        for form, word, line in _listed(guide, code):
            if owner.setdefault(form, word) != word:
                message = f"'{form}' is a form of '{word}' here, and of '{owner[form]}' as well"
                yield Problem(FILE, line, "CY012", message, "list it under the word a dictionary would give it to")


@rule("CY013", scope="guide")
def form_mutated(guide: Guide) -> Iterator[Problem]:
    """A form in `lemmas` of data/search.yml is another's with its first letter mutated; mutation is found without that.

    Bad:  llun: [lluniau, luniau]
    Good: llun: [lluniau]
    """
    for language in guide.languages:
        mutated = grammar(language.grammar).forms
        words = guide.search["lemmas"].get(language.code, {})
        for form, word, line in _listed(guide, language.code):
            radical = next((one for one in (word, *words[word]) if one != form and form in mutated(one)), None)
            if radical:
                message = f"'{form}' is '{radical}' with its first letter mutated"
                yield Problem(FILE, line, "CY013", message, f"list '{radical}' alone")
