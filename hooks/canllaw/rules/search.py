"""What search reads: somebody in trouble is led to helplines that exist and hold, in every language of the guide."""

import unicodedata
from collections.abc import Iterator, Mapping

from .. import numbers
from ..grammar import grammar
from ..macros.base import suggest
from ..model import Guide, Problem
from .registry import rule

FILE = "data/search.yml"
SHORTEST_START = 4
"""How many letters must stand before * where nothing else narrows a phrase."""
SHORTEST_WORD = 3


@rule("CF005", scope="guide")
def page_found_by_words_missing(guide: Guide) -> Iterator[Problem]:
    """`words_only` in data/search.yml names a page that does not exist.

    Bad:  words_only: [abuot.md]
    Good: words_only: [about.md]
    """
    pages = {name: page for pages in guide.pages.values() for name, page in pages.items()}
    for number, name in enumerate(guide.search["words_only"]):
        if name not in pages:
            line = guide.search_lines[("words_only", number)]
            yield Problem(FILE, line, "CF005", f"there is no page {name}", suggest(name, pages, "page"))


@rule("CF006", scope="guide")
def language_of_search_unknown(guide: Guide) -> Iterator[Problem]:
    """data/search.yml gives words in a language that the guide does not have.

    Bad:  cym: ["lladd fy hun"]
    Good: cy: ["lladd fy hun"]
    """
    codes = {language.code: language for language in guide.languages}
    places: list[tuple[tuple[str | int, ...], Mapping[str, object]]] = [(("lemmas",), guide.search["lemmas"])]
    for number, entry in enumerate(guide.search["trouble"]):
        places += [(("trouble", number, field), entry[field]) for field in ("say", "words")]
    places += [(("synonyms", number), group) for number, group in enumerate(guide.search["synonyms"])]
    for path, by_language in places:
        for code in by_language:
            if code not in codes:
                line = guide.search_lines[(*path, code)]
                message = f"the guide has no language '{code}'"
                yield Problem(FILE, line, "CF006", message, suggest(code, codes, "language"))


@rule("HL014", scope="guide")
def helpline_in_search_unknown(guide: Guide) -> Iterator[Problem]:
    """Search would lead somebody in trouble to a helpline that data/helplines.yml does not have.

    Bad:  helplines: [chidline]
    Good: helplines: [childline]
    """
    for number, entry in enumerate(guide.search["trouble"]):
        for place, name in enumerate(entry["helplines"]):
            if name not in guide.helplines:
                line = guide.search_lines[("trouble", number, "helplines", place)]
                message = f"'{entry['id']}': there is no helpline '{name}'"
                yield Problem(FILE, line, "HL014", message, suggest(name, guide.helplines, "helpline"))


@rule("HL015", scope="guide")
def trouble_in_one_language(guide: Guide) -> Iterator[Problem]:
    """An entry of `trouble` in data/search.yml lacks its words, or what is said to the reader, in a language.

    Bad:  say: {en: You are not alone.}
    Good: say: {en: You are not alone., cy: Nid ydych ar eich pen eich hun.}
    """
    for number, entry in enumerate(guide.search["trouble"]):
        for field in ("say", "words"):
            for language in guide.languages:
                if language.code not in entry[field]:
                    line = guide.search_lines[("trouble", number, field)]
                    message = f"'{entry['id']}': '{field}' is not there in {language.name}"
                    hint = f"add '{language.code}:' below '{field}:', written in that language, not converted"
                    yield Problem(FILE, line, "HL015", message, hint)


def _phrases(guide: Guide) -> Iterator[tuple[int, str, str, str]]:
    """Every phrase of `trouble`: its line, the code of its language, the id of its entry and the phrase."""
    for number, entry in enumerate(guide.search["trouble"]):
        for code, phrases in entry["words"].items():
            for place, phrase in enumerate(phrases):
                yield guide.search_lines[("trouble", number, "words", code, place)], code, entry["id"], phrase


def _meant(phrase: str) -> frozenset[frozenset[str]]:
    """What a phrase finds, however it is written: the order of its words does not matter, nor do case and accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", phrase.lower()) if not unicodedata.combining(c))
    return frozenset(frozenset(item.split("/")) for item in plain.split())


@rule("HL016", scope="guide")
def phrase_twice(guide: Guide) -> Iterator[Problem]:
    """The same phrase stands twice among the words of `trouble` in data/search.yml.

    The order of its words makes no difference, nor do capitals and accents.

    Bad:  [kill myself, myself kill]
    Good: [kill myself, hurt myself]
    """
    first: dict[tuple[str, frozenset[frozenset[str]]], int] = {}
    for line, code, name, phrase in _phrases(guide):
        key = (code, _meant(phrase))
        if key in first:
            message = f"'{name}': '{phrase}' finds what a phrase on line {first[key]} finds"
            yield Problem(FILE, line, "HL016", message, "take one of the two out")
        first.setdefault(key, line)


@rule("HL017", scope="guide")
def phrase_too_general(guide: Guide) -> Iterator[Problem]:
    """A phrase of a single word is so short that many who are in no trouble would type it.

    Before * there are four letters or more, and three or more in a word without it; or another word goes with it.

    Bad:  [sui*]
    Good: [suicid*]
    """
    for line, _, name, phrase in _phrases(guide):
        for word in phrase.split("/") if " " not in phrase else ():
            least = SHORTEST_START if word.endswith("*") else SHORTEST_WORD
            if len(word.rstrip("*")) < least:
                message = f"'{name}': '{word}' alone is found in too much that people type"
                hint = f"write {least} letters or more, or add another word that must be typed too"
                yield Problem(FILE, line, "HL017", message, hint)


@rule("HL018", scope="guide")
def unconfirmed_helpline_first(guide: Guide) -> Iterator[Problem]:
    """Search would lead somebody in trouble first of all to a helpline whose details are not confirmed.

    Bad:  helplines: [act-early, nspcc]
    Good: helplines: [nspcc, act-early]
    """
    for number, entry in enumerate(guide.search["trouble"]):
        record = guide.helplines.get(entry["helplines"][0])
        if record and not record.data["confirmed"]:
            line = guide.search_lines[("trouble", number, "helplines", 0)]
            message = f"'{entry['id']}': '{record.id}' comes first, and is not confirmed ({record.file}:{record.line})"
            yield Problem(FILE, line, "HL018", message, "put a confirmed one first, or confirm it with the service")


@rule("HL019", scope="guide")
def number_typed_into_search(guide: Guide) -> Iterator[Problem]:
    """What search says to somebody in trouble holds a number or an e-mail address; the helplines below it bring theirs.

    Bad:  say: {en: Ring 999 first., …}
    Good: say: {en: Ring the emergency number first., …}
    """
    known = numbers.recorded(guide)
    grammars = tuple(grammar(language.grammar) for language in guide.languages)
    for number, entry in enumerate(guide.search["trouble"]):
        for code, text in entry["say"].items():
            for _, written in numbers.typed(text, known, grammars):
                line = guide.search_lines[("trouble", number, "say", code)]
                message = f"'{entry['id']}': {written} is typed into what is said"
                yield Problem(FILE, line, "HL019", message, "say it without; name the helpline under 'helplines'")
