"""Which language a sentence is in: first by the words of the guide itself, then, in doubt, by a dictionary.

A word leans to the language whose pages use it much more often. Only a sentence that leans the wrong way is looked up
with simplemma, whose dictionaries take seconds to open: a guide in order never needs them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .model import Guide, Language, Page
from .readable import in_own_language
from .scanner import Lines

WORD = re.compile(r"[^\W\d_]+")
ENDS = re.compile(r"(?<=[.?!:;])\s+|\|")
FEWEST_WORDS = 6
LEANS = 4
CLEARLY = 0.25


@dataclass(frozen=True)
class _Corpus:
    """How often each word stands in each language, over all pages and on each page alone."""

    all: Mapping[str, Counter[str]]
    pages: Mapping[str, Counter[str]]
    sizes: Mapping[str, int]
    leanings: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    """By page and other language, which way each word leans: 1 to the page's own, -1 to the other, 0 to neither."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a masked text that are long enough to tell, each with the lines it stands below the start."""
    text = in_own_language(text)
    lines, start = Lines(text, 0), 0
    for end, following in [*((match.start(), match.end()) for match in ENDS.finditer(text)), (len(text), len(text))]:
        sentence = text[start:end]
        if len(WORD.findall(sentence)) >= FEWEST_WORDS:
            first = start + len(sentence) - len(sentence.lstrip())
            yield lines.at(first), " ".join(sentence.split())
        start = following


def other_language(guide: Guide, page: Page, sentence: str) -> Language | None:
    """The language of the guide that a sentence is in, when it is clearly not the page's own."""
    corpus = _corpus(guide)
    words = WORD.findall(sentence.lower())
    for other in guide.languages:
        if other == page.language:
            continue
        if _balance(corpus, words, page, other) <= 0 and _is_in(sentence, other, page.language):
            return other
    return None


def _balance(corpus: _Corpus, words: list[str], page: Page, other: Language) -> int:
    """How many more words lean to the page's own language than to the other.

    The page's own words, and its twin's, are not counted: they prove nothing, and the same names stand in both.
    """
    known = corpus.leanings.setdefault((page.file, other.code), {})
    for word in words:
        if word not in known:
            ours, theirs = (
                (corpus.all[one.code][word] - corpus.pages[f"{one.folder}/{page.name}"][word]) / corpus.sizes[one.code]
                for one in (page.language, other)
            )
            known[word] = (ours > LEANS * theirs) - (theirs > LEANS * ours)
    return sum(known[word] for word in words)


def _is_in(sentence: str, other: Language, own: Language) -> bool:
    """Whether a dictionary knows clearly more of the sentence in `other` than in `own`; not if it lacks either."""
    from simplemma import in_target_language

    try:
        theirs, ours = (in_target_language(sentence, lang=one.code) for one in (other, own))
    except ValueError:
        return False
    return theirs > ours + CLEARLY


def _corpus(guide: Guide) -> _Corpus:
    if "corpus" not in guide.memo:
        pages: dict[str, Counter[str]] = {}
        words: dict[str, Counter[str]] = {}
        for language in guide.languages:
            code = language.code
            said = " ".join(text[code] for text in guide.strings.values() if code in text)
            words[code] = Counter(WORD.findall(said.lower()))
            for page in guide.pages[code].values():
                pages[page.file] = Counter(WORD.findall(in_own_language(page.masked).lower()))
                words[code].update(pages[page.file])
            for name in {name for others in guide.pages.values() for name in others}:
                pages.setdefault(f"{language.folder}/{name}", Counter())
        sizes = {code: max(1, sum(counts.values())) for code, counts in words.items()}
        guide.memo["corpus"] = _Corpus(words, pages, sizes)
    corpus: _Corpus = guide.memo["corpus"]
    return corpus
