"""Which words of a guide are forms of one word: asked of a dictionary when the index is built, handed over as groups.

simplemma's dictionary is used as a lookup only, and only on the words of the guide; none of its rows is shipped, only
which of the guide's own words belong together. data/search.yml overrules it, and the irregular words of the language's
module are added. A word it does not know is left to the rules of canllaw.search.analysis.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from ..chunks import Worked
from .analysis import Analysis, Keys
from .tokens import fold

LISTED, NOUN, VERB = 1, 2, 4


@dataclass(frozen=True)
class Lemmas:
    """What is known of the terms of an index, by their numbers.

    `groups`: terms that are forms of one word. `flags`: by which keys a word the index does not hold may meet each term
    (LISTED, NOUN, VERB added up), so that the browser guesses only what the dictionary allows.
    """

    groups: list[list[int]] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)


@cache
def dictionary(code: str) -> Mapping[str, str]:
    """simplemma's forms and their lemmas; empty for a language it does not have.

    Each word is looked for in the file as it was read, which is slower than in a table and needs a tenth of the memory.
    """
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    try:
        return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(code)
    except ValueError:
        return {}


class _Word(NamedTuple):
    """What is known of a word, whichever index holds it.

    `lemmas`: as reviewed, else as the dictionary has them; empty when neither knows it. `groups`: what it is grouped
    by. `flag`: by which keys it is met (see Lemmas); 0 where that depends on what else the index holds.
    """

    lemmas: frozenset[str]
    groups: frozenset[str]
    flag: int


class _Words(Worked[_Word]):
    """The words of one language, each worked out once: a site of many guides asks the same for each guide's index."""

    def __init__(self, analysis: Analysis, code: str, reviewed: Mapping[str, Sequence[str]]) -> None:
        super().__init__(self._word)
        self._analysis, self._code = analysis, code
        self._own = {form: lemma for lemma, forms in reviewed.items() for form in (lemma, *forms)}
        self._rows: dict[str, list[str]] = {}
        for number, row in enumerate(rows(analysis, reviewed)):
            for form in row:
                self._rows.setdefault(fold(form), []).append(f"row {number}")

    def _word(self, term: str) -> _Word:
        radicals = self._analysis.radicals(term)
        lemmas = frozenset(self._own[radical] for radical in radicals if radical in self._own)
        lemmas = lemmas or self._found(term, radicals)
        its_rows = {row for radical in radicals for row in self._rows.get(fold(radical), ())}
        flag = 0 if lemmas else LISTED | NOUN | VERB
        if not radicals.isdisjoint(lemmas):
            flag = LISTED
        return _Word(lemmas, frozenset(lemmas or radicals) | its_rows, flag)

    def _found(self, term: str, radicals: set[str]) -> frozenset[str]:
        """The lemmas of a term in the dictionary."""
        found = dictionary(self._code)
        lemma = found.get(term)  # once: each look reads a part of the file
        if lemma is None:
            others = map(found.get, radicals - {term})
            return frozenset(other for other in others if other is not None)
        if lemma == term:
            return frozenset((lemma,))
        # A lemma that is itself a mutated form: one step further (rieni, rhieni, rhiant).
        further = found.get(lemma, lemma)
        return frozenset((lemma, further) if lemma in self._analysis.forms(further) else (lemma,))


@lru_cache(8)  # a preview asks anew after each change of what is reviewed
def _words(analysis: Analysis, code: str, reviewed: tuple[tuple[str, tuple[str, ...]], ...]) -> _Words:
    return _Words(analysis, code, dict(reviewed))


def lemmas(analysis: Analysis, code: str, terms: Sequence[str], reviewed: Mapping[str, Sequence[str]]) -> Lemmas:
    """Group the terms of one language. `reviewed`: lemmas and their unmutated forms that overrule the dictionary."""
    words = _words(analysis, code, tuple((lemma, tuple(forms)) for lemma, forms in reviewed.items()))
    known = [words[term] for term in terms]
    members: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(known):
        for group in word.groups:
            members[group].append(number)
    groups = sorted({tuple(group) for group in members.values() if len(group) > 1})
    # Where the listed word is itself in the index, the others are met through it.
    listed = {term for term, word in zip(terms, known, strict=True) if term in word.groups}
    flags = [
        word.flag if word.flag or not listed.isdisjoint(word.lemmas) else _guess(analysis, term, word.lemmas)
        for term, word in zip(terms, known, strict=True)
    ]
    return Lemmas([list(one) for one in groups], flags)


def rows(analysis: Analysis, reviewed: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The forms no rule leads to, a row for each word: those of the language's module, and the reviewed ones."""
    return [*(row.split() for row in analysis.words.IRREGULAR), *([lemma, *forms] for lemma, forms in reviewed.items())]


@cache
def _guess(analysis: Analysis, term: str, its_lemmas: frozenset[str]) -> int:
    """By which keys a term is met that stands without the word a dictionary lists."""
    nouns, stems = {f"n:{fold(one)}" for one in its_lemmas}, set[str]()
    for lemma in its_lemmas:
        stems |= {key for key in _keys(analysis, lemma).listed if key.startswith("v:")}
    flag = 0
    for radical in analysis.radicals(term):
        keys = _keys(analysis, radical)
        flag |= NOUN if keys.forms & nouns else 0
        flag |= VERB if (keys.strong | keys.weak) & stems else 0
    return flag


@cache
def _keys(analysis: Analysis, word: str) -> Keys:
    return analysis.keys(word)
