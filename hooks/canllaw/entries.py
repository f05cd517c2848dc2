"""The A to Z of a guide: its terms, its services and its Acts, each once, and the short names that lead to them.

The other words people use for a term (`also` in data/terms.yml) are for search alone and are no entries. Names are
compared by their letters alone, so that a hyphen, an accent or a capital makes no second entry; nor does a short name
that its full name begins with: they would stand together.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from .grammar import grammar
from .grammar.plain import without_accents
from .model import Guide, Heading, Language, Page, Record
from .prose import plain

# The level of the headings that open a page's own sections.
SECTION = 2
# From this many capitals on, a word of a service's name is one people know it by.
CAPITALS = 3


@dataclass(frozen=True)
class Way:
    """A link: its words, the code of their language where it is not the page's, and the page of the guide it names."""

    words: str
    lang: str | None
    target: str


@dataclass(frozen=True)
class Entry:
    """A name and where it leads: a page of the guide, parts that are about it, other names to look under."""

    name: str
    lang: str | None
    target: str = ""
    about: tuple[Way, ...] = ()
    see: tuple[Way, ...] = ()


def entries(guide: Guide, language: Language) -> list[tuple[str, list[Entry]]]:
    """Every entry in the order of the language's alphabet, in groups by letter."""
    found: dict[str, Entry] = {}
    for entry in (*_terms(guide, language), *_services(guide, language), *_acts(guide, language)):
        _add(found, entry)
    for entry in (*_acronyms(guide, language), *_short_names(guide, language)):
        _add(found, entry)
    ordered = sorted(found.values(), key=lambda one: _place(language.grammar, one.name))
    letter = grammar(language.grammar).letter
    return [(first, list(group)) for first, group in groupby(ordered, lambda one: letter(one.name))]


def page_title(page: Page) -> str:
    """A page's title; its name where it has none, which the checks tell of."""
    return str(page.meta.get("title") or page.name)


def page_sections(page: Page) -> list[Way]:
    """A page's own sections, in order."""
    found = [one for one in page.headings if one.level == SECTION and one.id]
    return [Way(_words(one), None, f"{page.name}#{one.id}") for one in found]


@cache  # every guide of a site has the same names
def _place(words: str, name: str) -> tuple[object, ...]:
    sort_key, letter = grammar(words).sort_key, grammar(words).letter
    return sort_key(letter(name)), sort_key(_from_first_letter(name))


@cache
def letters(name: str) -> str:
    """What makes a name another name: its letters and digits, small and without accents."""
    return "".join(c for c in without_accents(name) if c.isalnum())


def _from_first_letter(name: str) -> str:
    return re.sub(r"^[\W_]+", "", name)


def _add(found: dict[str, Entry], entry: Entry) -> None:
    """Take an entry in; where there is one of its name, that one leads to more."""
    key = letters(entry.name)
    if not key:
        return
    first = found.setdefault(key, entry)
    if first is not entry:
        more = (Way(entry.name, entry.lang, entry.target),) if entry.target and first.target else ()
        found[key] = replace(
            first,
            target=first.target or entry.target,
            about=tuple(dict.fromkeys((*first.about, *more, *entry.about))),
            see=tuple(dict.fromkeys((*first.see, *entry.see))),
        )


def _terms(guide: Guide, language: Language) -> Iterator[Entry]:
    pages = guide.pages[language.code]
    for record in guide.terms.values():
        name, _, anchor = str(record.data.get("page", "")).partition("#")
        about = (_part(pages[name], anchor),) if name in pages else ()
        yield Entry(record.data["term"][language.code], None, _glossary(guide, record), about)


def _services(guide: Guide, language: Language) -> Iterator[Entry]:
    for record in guide.helplines.values():
        name, lang = _in_language(record.data["name"], language)
        yield Entry(name, lang, _card(guide, record))


def _acts(guide: Guide, language: Language) -> Iterator[Entry]:
    """Acts that a section of a page is about, or else names."""
    boxes, names = _cited(guide, language, "provision"), _cited(guide, language, "law")
    for record in guide.acts.values():
        if ways := boxes.get(record.id) or names.get(record.id):
            name, lang = _in_language(record.data["title"], language)
            yield Entry(name, lang, about=tuple(dict.fromkeys(ways)))


def _cited(guide: Guide, language: Language, macro: str) -> dict[str, list[Way]]:
    """Where a macro names each Act, in the order of the menu."""
    found: dict[str, list[Way]] = {}
    pages = guide.pages[language.code]
    menu = [name for group in guide.sections for name in group["pages"] if name in pages]
    for page in (pages[name] for name in dict.fromkeys((*menu, *pages))):
        for call in page.macros:
            heading = page.section_at(call.line)
            if call.name == macro and heading and not _in_note(page, call.line):
                act = [*call.args, call.kwargs.get("act")][0]
                found.setdefault(str(act), []).append(_part(page, heading.id))
    return found


def _in_note(page: Page, line: int) -> bool:
    """Whether a line is a note's: notes stand apart from what they are about."""
    # Where none is written there is none, and nothing is cut into blocks to see that.
    return bool(page.definitions) and [one.kind for one in page.blocks if one.line <= line][-1:] == ["note"]


def _acronyms(guide: Guide, language: Language) -> Iterator[Entry]:
    for record in guide.terms.values():
        if acronym := record.data.get("acronym", {}).get(language.code):
            see = (Way(record.data["term"][language.code], None, _glossary(guide, record)),)
            yield Entry(acronym, None, see=see)


def _short_names(guide: Guide, language: Language) -> Iterator[Entry]:
    """The acronyms in services' names that do not stand first: people look for NSPCC under N."""
    for record in guide.helplines.values():
        name, lang = _in_language(record.data["name"], language)
        for word in re.findall(r"\w+", name):
            if word.isupper() and len(word) >= CAPITALS and not _together(word, name):
                yield Entry(word, lang, see=(Way(name, lang, _card(guide, record)),))


def _together(one: str, other: str) -> bool:
    """Whether one name goes on from the other, so that a reader who looks for either sees both."""
    return letters(one).startswith(letters(other)) or letters(other).startswith(letters(one))


def _part(page: Page, anchor: str | None) -> Way:
    """A section of a page, by the titles of both; or the page."""
    heading = next((one for one in page.headings if anchor and one.id == anchor), None)
    if heading is None or heading.level < SECTION:
        return Way(page_title(page), None, page.name)
    return Way(f"{page_title(page)}: {_words(heading)}", None, f"{page.name}#{heading.id}")


def _words(heading: Heading) -> str:
    return " ".join(plain(heading.text).split())


def _in_language(name: Mapping[str, str], language: Language) -> tuple[str, str | None]:
    code = language.code if language.code in name else next(iter(name))
    return name[code], None if code == language.code else code


def _glossary(guide: Guide, record: Record) -> str:
    return f"{guide.settings['places']['glossary']}#term-{record.id}"


def _card(guide: Guide, record: Record) -> str:
    return f"{guide.settings['places']['helplines']}#helpline-{record.id}"
