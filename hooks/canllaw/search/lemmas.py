"""Which words of a guide are forms of one word: asked of a dictionary when the index is built, handed over as groups.

simplemma's dictionary is used as a lookup only, and only on the words of the guide; none of its rows is shipped, only
which of the guide's own words belong together. data/search.yml overrules it, and the irregular words of the language's
module are added. A word it does not know is left to the rules of canllaw.search.analysis.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

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


# A site of many guides asks the same of the same words for each guide's index.
@cache
def _radicals(analysis: Analysis, word: str) -> frozenset[str]:
    return frozenset(analysis.radicals(word))


@cache
def _folded(analysis: Analysis, word: str) -> frozenset[str]:
    return frozenset(map(fold, _radicals(analysis, word)))


@cache
def _forms(analysis: Analysis, word: str) -> frozenset[str]:
    return frozenset(analysis.forms(word))


@cache
def _keys(analysis: Analysis, word: str) -> Keys:
    return analysis.keys(word)


def lemmas(analysis: Analysis, code: str, terms: Sequence[str], reviewed: Mapping[str, Sequence[str]]) -> Lemmas:
    """Group the terms of one language. `reviewed`: lemmas and their unmutated forms that overrule the dictionary."""
    own = {form: lemma for lemma, forms in reviewed.items() for form in (lemma, *forms)}
    row_of: dict[str, list[int]] = {}
    for number, row in enumerate(rows(analysis, reviewed)):
        for form in row:
            row_of.setdefault(fold(form), []).append(number)
    known = [_lemmas_of(analysis, code, own, term) for term in terms]
    members: dict[str, list[int]] = {}
    for number, term in enumerate(terms):
        for lemma in known[number] or _radicals(analysis, term):
            members.setdefault(lemma, []).append(number)
        if row_of.keys().isdisjoint(folded := _folded(analysis, term)):
            continue
        for row_number in {one for radical in folded for one in row_of.get(radical, ())}:
            members.setdefault(f"row {row_number}", []).append(number)
    groups = sorted({tuple(group) for group in members.values() if len(group) > 1})
    return Lemmas([list(one) for one in groups], _flags(analysis, terms, known, members))


def rows(analysis: Analysis, reviewed: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The forms no rule leads to, a row for each word: those of the language's module, and the reviewed ones."""
    return [*(row.split() for row in analysis.words.IRREGULAR), *([lemma, *forms] for lemma, forms in reviewed.items())]


def _lemmas_of(analysis: Analysis, code: str, own: Mapping[str, str], term: str) -> frozenset[str]:
    """The lemmas of a term: as reviewed, else as the dictionary has it; empty when neither knows it."""
    if own.keys().isdisjoint(radicals := _radicals(analysis, term)):
        return _found(analysis, code, term)
    return frozenset(own[radical] for radical in radicals if radical in own)


@cache
def _found(analysis: Analysis, code: str, term: str) -> frozenset[str]:
    """The lemmas of a term in the dictionary."""
    found = dictionary(code)
    if term in found:
        lemma = found[term]
        # A lemma that is itself a mutated form: one step further (rieni, rhieni, rhiant).
        further = found.get(lemma, lemma)
        return frozenset({lemma, further} if lemma in _forms(analysis, further) else {lemma})
    return frozenset(found[radical] for radical in _radicals(analysis, term) if radical in found)


def _flags(
    analysis: Analysis, terms: Sequence[str], known: Sequence[frozenset[str]], members: Mapping[str, Sequence[int]]
) -> list[int]:
    flags = []
    for term, its_lemmas in zip(terms, known, strict=True):
        if not its_lemmas:
            flags.append(LISTED | NOUN | VERB)
            continue
        flag = LISTED if its_lemmas & _radicals(analysis, term) else 0
        # Where the listed word is itself in the index, the others are met through it.
        if not flag and not any(terms[n] == lemma for lemma in its_lemmas for n in members.get(lemma, ())):
            nouns, stems = {f"n:{fold(one)}" for one in its_lemmas}, set[str]()
            for lemma in its_lemmas:
                stems |= {key for key in _keys(analysis, lemma).listed if key.startswith("v:")}
            for radical in _radicals(analysis, term):
                keys = _keys(analysis, radical)
                flag |= NOUN if keys.forms & nouns else 0
                flag |= VERB if (keys.strong | keys.weak) & stems else 0
        flags.append(flag)
    return flags
