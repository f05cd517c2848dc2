"""The index of one language: a script that hands over the guide's own text, each word by its number.

The text is its own index. The browser reads it once, from beginning to end, and knows then where each word stands, in a
title, a heading or a paragraph, next to which other, and can show the words around it. So nothing is kept twice. Pages
that data/search.yml lists as found by their words alone give each word of a section once, in no order.

The format, read by overrides/assets/search-index.js: see `Payload`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TypedDict

from ..addresses import address
from ..model import Guide, Language, Page
from ..sitemap import listed
from ..volumes import volume_of
from .analysis import Analysis, analysis
from .articles import Article, cut
from .files import key
from .lemmas import lemmas
from .packing import BASE, codes, front_coded, rising, sets
from .stream import STRUCTURE, bagged, is_mark, lowered, stream
from .tokens import words_in

CALL = "canllawIndex"


class Payload(TypedDict):
    """What the script hands over.

    `pages`: their addresses. `bags`: numbers of the pages found by words alone. `lesser`: of those that explain words,
    and so come after a page that says what to do.

    `marks`: what is written as one digit and is no word of the lists. `words`: the words by how many digits they have,
    sorted, front-coded. `digits`: how many first digits open a word of one, of two, of three.

    `text`: for each page its title, for one found by words its description, then its sections: heading, paragraphs,
    and behind them what finds them besides. `bagged`: what sections of pages found by words have in place of that: sets
    of words by number.

    `terms`: how many terms the words make. `groups`: terms that are forms of one word. `flags`: see
    canllaw.search.lemmas.
    """

    pages: list[str]
    bags: list[int]
    lesser: list[int]
    marks: list[str]
    words: list[str]
    digits: list[int]
    text: str
    bagged: str
    terms: int
    groups: str
    flags: str


def is_found(guide: Guide, page: Page) -> bool:
    """Whether search finds a page: not the index of its own guide, nor the whole guide in one again."""
    return listed(page) and page.name != volume_of(guide, page).settings["places"]["search"]


def article(guide: Guide, page: Page, html: str) -> Article:
    """The article of a page, from its HTML as the engine made it."""
    cards = page.name == guide.settings["places"]["helplines"]
    return cut(page.name, str(page.meta["title"]), str(page.meta["description"]), html, page.language.code, cards)


def search_index(guide: Guide, language: Language, articles: Sequence[Article]) -> str:
    """The script of one language's index. `articles`: its pages, in the order and shape of `aligned`."""
    search, glossary = guide.search, guide.settings["places"]["glossary"]
    bags = [number for number, one in enumerate(articles) if one.name in search["words_only"]]
    lesser = [number for number, one in enumerate(articles) if one.name == glossary]
    places = [address(guide, guide.pages[language.code][one.name]) for one in articles]
    reviewed = search["lemmas"].get(language.code, {})
    return script(key(guide, language.code), payload(language, articles, places, bags, lesser, reviewed))


def payload(
    language: Language,
    articles: Sequence[Article],
    places: list[str],
    bags: list[int],
    lesser: list[int],
    reviewed: Mapping[str, Sequence[str]],
) -> Payload:
    """What the script of an index hands over. `reviewed`: the language's own lemmas, from data/search.yml."""
    tokens = lowered(stream(articles, frozenset(bags)))
    counts = Counter(tokens)
    for token in STRUCTURE:
        del counts[token]
    marks = [*STRUCTURE, *sorted(token for token in counts if is_mark(token))]
    book = codes(counts, marks)
    number = {word: at for at, word in enumerate(book.words)}
    written = {word: book.write(at) for word, at in number.items()}
    tokens, in_bags = bagged(tokens, number, frozenset(bags))
    engine = analysis(language.grammar)
    terms = terms_of(engine, book.words[len(marks) :])
    known = lemmas(engine, language.code, terms, reviewed)
    first, second = book.ones, book.ones + book.twos * BASE
    parts = book.words[len(marks) : first], book.words[first:second], book.words[second:]
    return Payload(
        pages=places,
        bags=bags,
        lesser=lesser,
        marks=marks,
        words=[front_coded(part) for part in parts],
        digits=[book.ones, book.twos, book.threes],
        text="".join(map(written.__getitem__, tokens)),
        bagged=sets(in_bags),
        terms=len(terms),
        groups=rising(known.groups),
        flags="".join(map(str, known.flags)),
    )


def script(name: str, data: Payload) -> str:
    """The payload as a classic script: http and file:// read the same one. `name`: its `key`."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{CALL}({json.dumps(name)},{written});\n"


def terms_of(engine: Analysis, displayed: Iterable[str]) -> list[str]:
    """The terms that words as they are displayed are found by, in the order they come up; each once."""
    return list(dict.fromkeys(chain.from_iterable(_terms(engine, shown) for shown in displayed)))


@cache
def _terms(engine: Analysis, shown: str) -> tuple[str, ...]:
    return tuple(map(engine.term, words_in(shown)))
