"""Terms: a section that uses one must be answered by a section that uses its term in the other language."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model import Guide, Language, Page, Problem, Record
from ..proofing.passages import sheets
from ..proofing.phrases import Phrase, Phrases, phrase
from ..proofing.reviewed import faults, reviewed
from .registry import rule

PLURAL = "s"
SEVERAL = re.compile(r"\w[\s-]+\w")


@rule("CY006", scope="page")
def term_rendered_otherwise(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section uses a term of data/terms.yml, and the same section in another language does not use its term there.

    Terms of several words are looked at, and those of one word that data/words.yml lists under `terms`. The other
    language may use the term in any mutated form, its acronym, or one of its `forms` in data/terms.yml.

    Bad:  plentyn sy'n wynebu risg        in English, and "plentyn mewn perygl" in Welsh
    Good: plentyn sy'n wynebu risg, or blentyn sy'n wynebu risg
    """
    source = guide.languages[0]
    original = guide.pages[source.code].get(page.name)
    if original is None or page.language == source or faults(guide):
        return
    sheet, (watched, phrases) = sheets(guide, original)[0], _watched(guide, source)
    used = [watched[number] for number in phrases.that_may_be_in(sheet.distinct, sheet.flat, sheet.lowered)]
    ours = _sections(guide, page) if used else {}
    for section, (line, text) in _sections(guide, original).items() if used else ():
        if section not in ours:
            continue
        here, translation = ours[section]
        flat = translation.lower()
        for record in _used(used, text):
            if any(one.found_in(translation, flat) for one in _accepted(guide, record, page.language)):
                continue
            message = (
                f"{original.file}:{line} uses '{record.data['term'][source.code]}' in this section; here nothing says "
                f"'{record.data['term'][page.language.code]}'"
            )
            hint = f"use the term, or list the form used under 'forms' of '{record.id}' ({record.file}:{record.line})"
            yield Problem(page.file, here, "CY006", message, hint)


def _sections(guide: Guide, page: Page) -> Mapping[str | None, tuple[int, str]]:
    """The sections of a page by id: the line each starts on, and its text on one line."""
    found: dict[str | None, tuple[int, list[str]]] = {}
    flats = sheets(guide, page)[0].flats
    for block, flat in zip(page.blocks, flats[len(flats) - len(page.blocks) :], strict=True):
        found.setdefault(block.section, (block.line, []))[1].append(flat)
    return {section: (line, "\n".join(texts)) for section, (line, texts) in found.items()}


def _used(watched: Iterable[tuple[Phrase, Record]], text: str) -> Iterator[Record]:
    """Which of these terms a text uses. A term inside a longer one is not used by that: the longer one is."""
    left, lowered = text, text.lower()
    may_be = [one for one in watched if one[0].may_be_in(text, lowered)]
    for number, (wanted, record) in enumerate(may_be, 1):
        if wanted.found_in(left, lowered):
            if number < len(may_be):
                left = wanted.out_of(left)
            yield record


def _watched(guide: Guide, source: Language) -> tuple[list[tuple[Phrase, Record]], Phrases]:
    """The forms that must be answered, the longest first, each with its term; and all of them at once."""
    key = ("watched terms", source.code)
    if key not in guide.memo:
        short = reviewed(guide, source).terms
        forms = sorted(
            (
                (form.lower(), record)
                for record in guide.terms.values()
                for form in _forms(record, source)
                if SEVERAL.search(form) or record.id in short
            ),
            key=lambda one: (-len(one[0]), one[0]),
        )
        made = [(phrase(form, source, PLURAL), record) for form, record in forms]
        guide.memo[key] = made, Phrases(one for one, _ in made)
    watched: tuple[list[tuple[Phrase, Record]], Phrases] = guide.memo[key]
    return watched


def _forms(record: Record, language: Language) -> list[str]:
    return [record.data["term"][language.code], *record.data.get("forms", {}).get(language.code, ())]


def _accepted(guide: Guide, record: Record, language: Language) -> list[Phrase]:
    """What answers a term in a language."""
    key = ("accepted", record.id, language.code)
    if key not in guide.memo:
        acronym = record.data.get("acronym", {}).get(language.code)
        forms = [*(form.lower() for form in _forms(record, language)), *([acronym] if acronym else [])]
        guide.memo[key] = [phrase(form, language) for form in forms]
    found: list[Phrase] = guide.memo[key]
    return found
