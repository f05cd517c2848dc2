"""The guide's text as one stream of tokens: words as they are shown, marks, and where parts of it end."""

import re
from collections.abc import Mapping, Sequence

from .articles import Article, Section
from .packing import STEPS
from .tokens import clean, words

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


def tokens(text: str) -> list[str]:
    """A text as it is to be shown again: words, and each punctuation mark before or after one by itself."""
    found: list[str] = []
    for chunk in clean(text).split():
        inside = _INSIDE.search(chunk)
        start, end = inside.span() if inside else (0, 0)
        found += [_OPENING.get(mark, mark) for mark in chunk[:start]]
        found += filter(None, _PARTS.split(chunk[start:end]))
        found += [_CLOSING.get(mark, mark) for mark in chunk[end:]]
    return found


def is_mark(token: str) -> bool:
    """Whether a token is no word, or holds a sign that parts words in a list of them."""
    return not words(token) or bool(set(token) & set(STEPS))


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
    held = set(words(" ".join((section.heading, *section.blocks))))
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
    begins = [True, *(token in STRUCTURE or token[-1:] in _ENDS_SENTENCE for token in tokens[:-1])]
    inside = {token for token, first in zip(tokens, begins, strict=True) if not first}
    return [
        token.lower() if first and token[:1].isupper() and token.lower() in inside else token
        for token, first in zip(tokens, begins, strict=True)
    ]


def bagged(tokens: list[str], number: Mapping[str, int], bags: frozenset[int]) -> list[str]:
    """The tokens with the text of pages found by words reduced to their words, each once in a section."""
    kept: list[str] = []
    page, heads, bag = 0, 0, []
    for token in tokens:
        inside = page in bags and heads >= 3
        if inside and token not in (SECTION, PAGE):
            bag.append(token)
            continue
        if inside:
            kept += sorted({one for one in bag if words(one)}, key=number.__getitem__)
            bag = []
        kept.append(token)
        heads += token == HEAD
        if token == SECTION:
            heads = 2
        if token == PAGE:
            page, heads = page + 1, 0
    return kept
