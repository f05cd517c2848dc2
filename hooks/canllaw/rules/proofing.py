"""Proofing: words the dictionary lacks, mutations that are missing, forms that must not be used, makeshift letters.

Spelling, mutation and letters are looked at in the languages that have proofing tools (canllaw.proofing).
"""

from collections.abc import Iterator

from ..model import Guide, Language, Problem
from ..proofing import Tools, tools
from ..proofing.letters import faults as letter_faults
from ..proofing.passages import Passage, passages
from ..proofing.phrases import Phrases, phrase
from ..proofing.reviewed import FILE, Forbidden, reviewed
from ..proofing.reviewed import faults as reviewed_faults
from ..proofing.spelling import speller, words
from .registry import rule


def _proofed(guide: Guide) -> Iterator[tuple[Language, Tools, Passage]]:
    """Every passage of the languages that have tools; none while nobody can say which words are reviewed."""
    for language in guide.languages if not reviewed_faults(guide) else ():
        if found := tools(language):
            for passage in passages(guide, language):
                yield language, found, passage


def _words(guide: Guide) -> list[tuple[Language, Tools, Passage, int, str]]:
    """Every word of the passages that have one the speller does not accept, with its offset in the passage."""
    key = ("words to proof",)
    if key not in guide.memo:
        guide.memo[key] = [
            (language, found, passage, offset, word)
            for language, found, passage in _proofed(guide)
            if speller(guide, language, found).doubts(passage.text)
            for offset, word in words(passage.text)
        ]
    found: list[tuple[Language, Tools, Passage, int, str]] = guide.memo[key]
    return found


@rule("CY002", scope="guide")
def word_not_in_the_dictionary(guide: Guide) -> Iterator[Problem]:
    """A word of a page or of a data file is in no dictionary of its language and has not been reviewed.

    Numbers, code, addresses, names that data records and runs marked with another `lang` are no words of the language.
    Mutated forms are known, and so are words made of known ones: `i'r`, `ar-lein`.

    Bad:  Mae'r wefn hon
    Good: Mae'r wefan hon
    Fix:  correct the word; mark a foreign one with <span lang="…">; or list a right one in data/words.yml.
    """
    told: set[tuple[int, str]] = set()  # once a passage is enough
    for language, found, passage, offset, word in _words(guide):
        spelling = speller(guide, language, found)
        if spelling.accepts(word) or word.lower() in spelling.accents or (id(passage), word) in told:
            continue
        told.add((id(passage), word))
        near = spelling.suggestions(word)
        message = f"'{word}' is not in the dictionary ({found.DICTIONARY}), nor in {FILE}"
        correct = f"write {' or '.join(near)}" if near else "correct it"
        hint = f'{correct}; mark a foreign word with <span lang="…">; or list it in {FILE} once reviewed'
        yield Problem(passage.file, passage.line_at(offset), "CY002", message, hint)


@rule("CY003", scope="guide")
def reviewed_words_malformed(guide: Guide) -> Iterator[Problem]:
    """data/words.yml is not readable YAML, does not fit its schema, or lists a word twice.

    Bad:  - {form: DSL}
    Good: - {form: DSL, use: DSP, why: England only}
    """
    yield from reviewed_faults(guide)


@rule("CY004", scope="guide")
def mutation_wrong(guide: Guide) -> Iterator[Problem]:
    """A word lacks the mutation that the word before it causes, or has another one.

    Only what is beyond doubt is reported: that nothing is reported does not mean that every mutation is right.

    Bad:  o plentyn
    Good: o blentyn
    Fix:  write the form expected; a set phrase that does not mutate goes to `unmutated` in data/words.yml.
    """
    for language, found, passage in _proofed(guide):
        lists = reviewed(guide, language)
        for one in found.mutations(passage.text, lists.nouns, lists.unchanging):
            spans = [match.span() for text in lists.unmutated for match in phrase(text, language).places(passage.text)]
            if any(start <= one.start < end for start, end in spans):
                continue
            message = f"'{one.found}' {one.why}: expected '{one.expected}'"
            hint = f"write '{one.expected}'; if it is a set phrase, list it under 'unmutated' in {FILE}"
            yield Problem(passage.file, passage.line_at(one.start), "CY004", message, hint)


@rule("CY005", scope="guide")
def form_forbidden(guide: Guide) -> Iterator[Problem]:
    """A form is used that data/terms.yml (`never`) or data/words.yml (`forbidden`) says must not be.

    Every mutated form of it counts. A form with a capital is found only with that capital.

    Bad:  Diweddariad olaf
    Good: Diweddarwyd ddiwethaf
    """
    for language in guide.languages if not reviewed_faults(guide) else ():
        forbidden = list(_forbidden(guide, language))
        phrases = Phrases(phrase(bad.form, language) for bad in forbidden)
        for passage in passages(guide, language):
            for number in phrases.that_may_be_in(passage.text):
                bad, flat = forbidden[number], passage.flat
                wanted = phrase(bad.form, language)
                for match in wanted.places(passage.text) if wanted.may_be_in(flat, flat.lower()) else ():
                    message = f"'{' '.join(match[0].split())}' must not be used ({bad.file}:{bad.line}): {bad.why}"
                    hint = f"write {bad.use}" if bad.use else "say it in other words"
                    yield Problem(passage.file, passage.line_at(match.start()), "CY005", message, hint)


def _forbidden(guide: Guide, language: Language) -> Iterator[Forbidden]:
    yield from reviewed(guide, language).forbidden
    for record in guide.terms.values():
        use = record.data["term"].get(language.code, "")
        for form in record.data.get("never", {}).get(language.code, ()):
            yield Forbidden(form, f"the term is {use}", use, record.file, record.line)


@rule("CY007", scope="guide")
def letter_makeshift(guide: Guide) -> Iterator[Problem]:
    """A letter is written with the wrong sign: a curly apostrophe, a loose accent, or without its circumflex.

    Sources have one apostrophe, the straight one, and every accented letter is a single sign (Unicode NFC).

    Bad:  Mae’r ty ar dan.
    Good: Mae'r tŷ ar dân.
    """
    yield from letter_faults(guide)
    for language, found, passage, offset, word in _words(guide):
        if right := speller(guide, language, found).accents.get(word.lower()):
            message = f"'{word}' lacks its accent: expected '{right}'"
            yield Problem(passage.file, passage.line_at(offset), "CY007", message, f"write '{right}'")
