"""Names of Acts and sections as people type them, and what a page cites by macro."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from .chunks import Sieve, alike
from .grammar import grammar
from .model import Guide, MacroCall

MUTATIONS = ("soft", "nasal", "aspirate")
# A section or a run of them.
NUMBER = re.compile(r"\d+[A-Z]{0,2}(?:\s*[-–]\s*\d+[A-Z]{0,2})?(?!\w)")
# How far back to look from a number or a name.
BEFORE = 24
FIRST_WORD = re.compile(r"\S+\s+")
START = re.compile(r"(?:\n[ \t]*\n|[.!?:;|>*#-])\s*\Z")
YEAR = re.compile(r"\d{4}")
EMPTY = re.compile(r"\n[^\S\n]*\n")
CITING = ("law", "provision")


@dataclass(frozen=True)
class Mention:
    """The name of an Act as typed, and its offset: `titles` has it when it is right."""

    name: str
    at: int


@dataclass(frozen=True)
class Title:
    """A form of a recorded title: whose it is, and in which languages it reads so."""

    act: str
    languages: frozenset[str]


def titles(guide: Guide) -> Mapping[str, Title]:
    """Every recorded title of an Act, mutated forms included."""
    if "titles" not in guide.memo:
        found: dict[str, Title] = {}
        for record in guide.acts.values():
            for code, title in record.data["title"].items():
                for form in _forms(title, guide.language(code).grammar):
                    known = found.get(form, Title(record.id, frozenset()))
                    found[form] = Title(record.id, known.languages | {code})
        guide.memo["titles"] = found
    known_titles: Mapping[str, Title] = guide.memo["titles"]
    return known_titles


def _forms(title: str, name: str) -> set[str]:
    forms = {title}
    for mutation in MUTATIONS:
        try:
            forms.add(grammar(name).mutate(title, mutation))
        except ValueError:
            continue
    return forms


def mentions(guide: Guide, text: str, chunks: Iterable[str]) -> Iterator[Mention]:
    """Whatever in a text looks like an Act's name with its year, in any language of the guide.

    `chunks`: what the text has between blanks.
    """
    signed = [one for one in guide.languages if _act_words(one.grammar).keeps_any(chunks)]
    dated = list(_dated(text)) if signed else []
    for language in signed if dated else ():
        known, rules = titles(guide), grammar(language.grammar)
        for match in (match for span in dated for match in rules.ACT_PATTERN.finditer(text, *span)):
            lead = rules.ACT_LEAD.match(match.group())
            at = match.start() + (lead.end() if lead else 0)
            first = FIRST_WORD.match(text, at, match.end())
            # The first word of a sentence has a capital whether it belongs to the name or not.
            if first and _starts(text, at) and " ".join(text[first.end() : match.end()].split()) in known:
                at = first.end()
            yield Mention(" ".join(text[at : match.end()].split()), at)


@cache
def _act_words(name: str) -> Sieve:
    """Keeps the chunks one of which is in every text that names an Act."""
    return Sieve(re.compile(rf"(?:{'|'.join(grammar(name).ACT_WORDS) or '(?!)'})\Z").search)


def _dated(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text start and end that have a year: others name no Act."""
    if not YEAR.search(text):
        return
    start = 0
    for end, following in [*(match.span() for match in EMPTY.finditer(text)), (len(text), len(text))]:
        if YEAR.search(text, start, end):
            yield start, end
        start = following


def _starts(text: str, at: int) -> bool:
    """Whether a sentence starts at an offset."""
    before = text[max(0, at - BEFORE) : at]
    return not before.strip() or START.search(before) is not None


def nearest(guide: Guide, name: str) -> str | None:
    """The recorded title most like a name that is none, by the words they share; None where none is like it."""
    known = titles(guide)
    words = _words(name)
    score = {title: len(words & _words(title)) / len(words | _words(title)) for title in known}
    best = max(score, key=lambda title: (score[title], title), default=None)
    return best if best and score[best] >= 0.5 else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower()))


def sections(text: str, grammars: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Every section named by its number in a text, in the languages with these grammars: `section 47`, `adran 5-8`.

    Group 1 of a match is the number.
    """
    pattern, endings = _section_pattern(grammars), _section_endings(grammars)
    for number in NUMBER.finditer(text):
        start = max(0, number.start() - BEFORE)
        # Before the number stands such a word, or the hyphen of a range that NUMBER does not take in whole.
        if not alike(text[start : number.start()]).rstrip().endswith(endings):
            continue
        match = pattern.search(text, start, number.end())
        if match and match.end() == number.end():
            yield match


@cache
def _section_endings(grammars: tuple[str, ...]) -> tuple[str, ...]:
    return ("-", "–", *(alike(word) for name in grammars for word in grammar(name).SECTION_WORDS))


@cache
def section_words(grammars: tuple[str, ...]) -> Sieve:
    """Keeps the chunks one of which is in every text that names a section."""
    return Sieve(re.compile(rf"{_section_word(grammars)}(?:\Z|\d)", re.I).search)


@cache
def _section_pattern(grammars: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_section_word(grammars)}[^\S\n]*\n?[^\S\n]*({NUMBER.pattern})$", re.I)


def _section_word(grammars: tuple[str, ...]) -> str:
    words = sorted({word for name in grammars for word in grammar(name).SECTION_WORDS}, key=len, reverse=True)
    return rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, words)) or '(?!)'})"


def cited(call: MacroCall) -> tuple[str, str] | None:
    """The Act and section (or "") that a macro call names as law; None for any other call."""
    if call.name not in CITING:
        return None
    given = dict(zip(("act", "section"), call.args, strict=False)) | dict(call.kwargs)
    act, section = given.get("act"), given.get("section", "")
    return (act, section) if isinstance(act, str) and isinstance(section, str) else None
