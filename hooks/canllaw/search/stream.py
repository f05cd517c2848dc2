"""The guide's text as one stream of tokens: words as they are shown, marks, and where parts of it end."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, compress
from operator import not_

from .articles import Article, Section
from .packing import STEPS
from .tokens import clean, words, words_in

BREAK, STOP, HEAD, SECTION, PAGE = "\n", ".\n", "\t", "\f", "\v"
"""The end of a paragraph, of one with a full stop, of a heading (or of what is shown of a section), of a section, of a
page. A section's last full stop goes without saying."""
STRUCTURE = (BREAK, STOP, HEAD, SECTION, PAGE)
_ENDS_SENTENCE = ".?!"
_INSIDE = re.compile(r"\w(?:.*\w)?", re.S)
_PARTS = re.compile("([" + re.escape(STEPS + '"') + "])")
_OPENING = {'"': "\u201c", "'": "\u2018"}
_CLOSING = {'"': "\u201d", "'": "\u2019"}
SHORTEST_NUMBER = 5
_STEPS = frozenset(STEPS)


def tokens(text: str) -> list[str]:
    """A text as it is to be shown again: words, and each punctuation mark before or after one by itself."""
    return [*chain.from_iterable(map(_parted, text.split()))]


@lru_cache(1 << 17)  # most of what a guide is made of comes again and again
def _parted(chunk: str) -> tuple[str, ...]:
    chunk = clean(chunk)
    inside = _INSIDE.search(chunk)
    start, end = inside.span() if inside else (0, 0)
    return (
        *(_OPENING.get(mark, mark) for mark in chunk[:start]),
        *filter(None, _PARTS.split(chunk[start:end])),
        *(_CLOSING.get(mark, mark) for mark in chunk[end:]),
    )


def is_mark(token: str) -> bool:
    """Whether a token is no word, or holds a sign that parts words in a list of them."""
    return not words_in(token) or not _STEPS.isdisjoint(token)


def stream(articles: Sequence[Article], bags: frozenset[int]) -> list[str]:
    """All articles as tokens: see `Payload.text` in canllaw.search.index. `bags`: numbers of those found by words."""
    found: list[str] = []
    for number, one in enumerate(articles):
        found += [*tokens(one.title), HEAD]
        if number in bags:
            found += [*tokens(one.description), HEAD]
        for at, section in enumerate(one.sections):
            found += [SECTION] if at else []
            found += [*tokens(section.heading), HEAD, *_body(section)]
        found.append(PAGE)
    return found


def _body(section: Section) -> list[str]:
    body: list[str] = []
    for block in section.blocks:
        found = tokens(block)
        body += [*found[:-1], STOP] if found[-1:] == ["."] else [*found, BREAK]
    body = body[:-1]
    numbers = _joined_numbers(body) if section.card else []
    held = set(words(" ".join((section.heading, *section.blocks)))) if section.details else set()
    behind = [*numbers, *(word for word in dict.fromkeys(section.details) if word not in held)]
    return [*body, HEAD, *behind] if behind else body


def _joined_numbers(body: Sequence[str]) -> list[str]:
    """Numbers written in groups, once more in one piece behind the text: who types 08001111 finds 0800 1111."""
    found: list[str] = []
    run: list[str] = []
    for token in (*body, BREAK):
        if token.isdecimal():
            run.append(token)
            continue
        if len("".join(run)) >= SHORTEST_NUMBER:
            found.append("".join(run))
        run = []
    return list(dict.fromkeys(found))


def lowered(tokens: list[str]) -> list[str]:
    """Words with a capital only because they begin a sentence written small where they are also so inside one."""
    ends = {token for token in set(tokens) if token in STRUCTURE or token[-1:] in _ENDS_SENTENCE}
    begins = [True, *map(ends.__contains__, tokens[:-1])]
    inside = set(compress(tokens, map(not_, begins)))
    small = {token: token.lower() for token in set(compress(tokens, begins)) if token[:1].isupper()}
    small = {token: lower for token, lower in small.items() if lower in inside}
    found = [*tokens]
    for at in compress(range(len(tokens)), begins):
        found[at] = small.get(tokens[at], tokens[at])
    return found


def bagged(tokens: list[str], number: Mapping[str, int], bags: frozenset[int]) -> tuple[list[str], list[list[int]]]:
    """The tokens without the text of the sections of pages found by words, and the words of each of these by number."""
    kept: list[str] = []
    found: list[list[int]] = []
    start = 0
    for page in range(tokens.count(PAGE)):
        end = tokens.index(PAGE, start) + 1
        if page in bags:
            _bag(tokens[start:end], number, kept, found)
        else:
            kept += tokens[start:end]
        start = end
    return kept, found


def _bag(page: Sequence[str], number: Mapping[str, int], kept: list[str], found: list[list[int]]) -> None:
    heads, bag = 0, set[str]()
    for token in page:
        if heads < 3:  # before the title's end, the description's, a heading's
            kept.append(token)
            heads += token == HEAD
        elif token in (SECTION, PAGE):
            found.append(sorted(number[one] for one in bag if words_in(one)))
            bag.clear()
            kept.append(token)
            heads = 2
        else:
            bag.add(token)
