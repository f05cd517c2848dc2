"""Proofing: words the dictionary lacks, mutations that are missing, forms that must not be used, makeshift letters.

Spelling, mutation and letters are looked at in the languages that have proofing tools (canllaw.proofing).
"""

from collections.abc import Iterator

from ..at_hand import at_hand
from ..model import Guide, Language, Page, Problem
from ..proofing import Tools, tools
from ..proofing.letters import faults as letter_faults
from ..proofing.passages import Passage, Sheet, sheets
from ..proofing.phrases import Phrase, Phrases, phrase
from ..proofing.reviewed import FILE, Forbidden, reviewed
from ..proofing.reviewed import faults as reviewed_faults
from ..proofing.spelling import Speller, speller, words
from .registry import rule


def _proofed(guide: Guide, page: Page | None) -> Iterator[tuple[Tools, Sheet]]:
    """A page, or the data, in languages that have tools; none while nobody can say which words are reviewed."""
    for sheet in sheets(guide, page) if not reviewed_faults(guide) else ():
        if found := tools(sheet.language):
            yield found, sheet


def _words(guide: Guide, page: Page | None) -> list[tuple[Speller, Tools, Passage, int, str]]:
    """Every word of a sheet that has one the speller does not accept, with its offset in its passage."""
    known = at_hand(guide, page) if page else guide.memo
    if "words to proof" not in known:
        known["words to proof"] = [
            (spelling, found, passage, offset, word)
            for found, sheet in _proofed(guide, page)
            if (spelling := speller(guide, sheet.language, found)).doubts(sheet.distinct)
            for passage in sheet.passages
            if spelling.doubts(passage.text.split())
            for offset, word in words(passage.text)
        ]
    made: list[tuple[Speller, Tools, Passage, int, str]] = known["words to proof"]
    return made


@rule("CY002", scope="page", data=True)
def word_not_in_the_dictionary(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """A word of a page or of a data file is in no dictionary of its language and has not been reviewed.

    Numbers, code, addresses, names that data records and runs marked with another `lang` are no words of the language.
    Mutated forms are known, and so are words made of known ones: `i'r`, `ar-lein`.

    Bad:  Mae'r wefn hon
    Good: Mae'r wefan hon
    Fix:  correct the word; mark a foreign one with <span lang="…">; or list a right one in data/words.yml.
    """
    told: set[tuple[int, str]] = set()  # once a passage is enough
    for spelling, found, passage, offset, word in _words(guide, page):
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


@rule("CY004", scope="page", data=True)
def mutation_wrong(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """A word lacks the mutation that the word before it causes, or has another one.

    Only what is beyond doubt is reported: that nothing is reported does not mean that every mutation is right.

    Bad:  o plentyn
    Good: o blentyn
    Fix:  write the form expected; a set phrase that does not mutate goes to `unmutated` in data/words.yml.
    """
    for found, sheet in _proofed(guide, page):
        lists = reviewed(guide, sheet.language)
        if found.mutated(sheet.chunks, lists.nouns, lists.unchanging):
            continue
        set_phrases = [phrase(text, sheet.language) for text in lists.unmutated]
        for passage in sheet.passages:
            if found.mutated(passage.text.split(), lists.nouns, lists.unchanging):
                continue
            for one in found.mutations(passage.text, lists.nouns, lists.unchanging):
                spans = [match.span() for each in set_phrases for match in each.places(passage.text)]
                if any(start <= one.start < end for start, end in spans):
                    continue
                message = f"'{one.found}' {one.why}: expected '{one.expected}'"
                hint = f"write '{one.expected}'; if it is a set phrase, list it under 'unmutated' in {FILE}"
                yield Problem(passage.file, passage.line_at(one.start), "CY004", message, hint)


@rule("CY005", scope="page", data=True)
def form_forbidden(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """A form is used that data/terms.yml (`never`) or data/words.yml (`forbidden`) says must not be.

    Every mutated form of it counts. A form with a capital is found only with that capital.

    Bad:  Diweddariad olaf
    Good: Diweddarwyd ddiwethaf
    """
    for sheet in sheets(guide, page) if not reviewed_faults(guide) else ():
        forbidden, phrases = _forbidden(guide, sheet.language)
        numbers = phrases.that_may_be_in(sheet.distinct, sheet.flat, sheet.lowered)
        for passage in sheet.passages if numbers else ():
            flat = passage.flat
            lowered = flat.lower()
            for bad, wanted in (forbidden[number] for number in numbers):
                for match in wanted.places(passage.text) if wanted.may_be_in(flat, lowered) else ():
                    message = f"'{' '.join(match[0].split())}' must not be used ({bad.file}:{bad.line}): {bad.why}"
                    hint = f"write {bad.use}" if bad.use else "say it in other words"
                    yield Problem(passage.file, passage.line_at(match.start()), "CY005", message, hint)


def _forbidden(guide: Guide, language: Language) -> tuple[list[tuple[Forbidden, Phrase]], Phrases]:
    """The forms that must not be used in a language, each as a phrase; and all of them at once."""
    key = ("forbidden", language.code)
    if key not in guide.memo:
        forms = [(bad, phrase(bad.form, language)) for bad in _forms(guide, language)]
        guide.memo[key] = forms, Phrases(one for _, one in forms)
    found: tuple[list[tuple[Forbidden, Phrase]], Phrases] = guide.memo[key]
    return found


def _forms(guide: Guide, language: Language) -> Iterator[Forbidden]:
    yield from reviewed(guide, language).forbidden
    for record in guide.terms.values():
        use = record.data["term"].get(language.code, "")
        for form in record.data.get("never", {}).get(language.code, ()):
            yield Forbidden(form, f"the term is {use}", use, record.file, record.line)


@rule("CY007", scope="page", data=True)
def letter_makeshift(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """A letter is written with the wrong sign: a curly apostrophe, a loose accent, or without its circumflex.

    Sources have one apostrophe, the straight one, and every accented letter is a single sign (Unicode NFC).

    Bad:  Mae’r ty ar dan.
    Good: Mae'r tŷ ar dân.
    """
    yield from letter_faults(guide, page)
    for spelling, _, passage, offset, word in _words(guide, page):
        if right := spelling.accents.get(word.lower()):
            message = f"'{word}' lacks its accent: expected '{right}'"
            yield Problem(passage.file, passage.line_at(offset), "CY007", message, f"write '{right}'")
