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

WORD = re.compile(r"[^\W\d_]+")
ENDS = re.compile(r"[.?!:;](\s+)|(\|)")
FEWEST_WORDS = 6
LEANS = 4
CLEARLY = 0.25


@dataclass(frozen=True)
class _Corpus:
    """How often each word stands in each language, over all pages, on each page alone and at most on one page."""

    all: Mapping[str, Counter[str]]
    pages: Mapping[str, Counter[str]]
    most: Mapping[str, Mapping[str, int]]
    sizes: Mapping[str, int]
    least: dict[tuple[str, str], "_Least"] = field(default_factory=dict)
    """By language and other language, which way each word leans at least, on whatever page."""
    leanings: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    """By page and other language, which way each word leans: 1 to the page's own, -1 to the other, 0 to neither."""


class _Least(dict[str, int]):
    """Which way a word leans at least, found at the first look.

    A page's own words and its twin's are not counted: so it leans as it would if the page held the most that any page
    holds of it in its own language, and the twin none of it in the other.
    """

    def __init__(self, corpus: _Corpus, own: str, other: str) -> None:
        super().__init__()
        self._own, self._most, self._own_size = corpus.all[own], corpus.most[own], corpus.sizes[own]
        self._other, self._other_size = corpus.all[other], corpus.sizes[other]

    def __missing__(self, word: str) -> int:
        ours = (self._own[word] - self._most.get(word, 0)) / self._own_size
        leaning = self[word] = _leaning(ours, self._other[word] / self._other_size)
        return leaning


def _leaning(ours: float, theirs: float) -> int:
    """Which way a word leans that is so often used in the page's language and in the other."""
    return (ours > LEANS * theirs) - (theirs > LEANS * ours)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a masked text that are long enough to tell, each with the lines it stands below the start."""
    text = in_own_language(text)
    if len(WORD.findall(text)) < FEWEST_WORDS:
        return
    start = 0
    for end, following in [
        *(match.span(match.lastindex or 0) for match in ENDS.finditer(text)),
        (len(text), len(text)),
    ]:
        sentence = text[start:end]
        if len(WORD.findall(sentence)) >= FEWEST_WORDS:
            first = start + len(sentence) - len(sentence.lstrip())
            yield text.count("\n", 0, first), " ".join(sentence.split())
        start = following


def other_language(guide: Guide, page: Page, sentence: str) -> Language | None:
    """The language of the guide that a sentence is in, when it is clearly not the page's own."""
    corpus = _corpus(guide)
    words = WORD.findall(sentence.lower())
    for other in guide.languages:
        if other == page.language or sum(map(_least(corpus, page.language, other).__getitem__, words)) > 0:
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
            known[word] = _leaning(ours, theirs)
    return sum(known[word] for word in words)


def _least(corpus: _Corpus, own: Language, other: Language) -> _Least:
    key = own.code, other.code
    if key not in corpus.least:
        corpus.least[key] = _Least(corpus, *key)
    return corpus.least[key]


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
        most: dict[str, dict[str, int]] = {}
        for language in guide.languages:
            code = language.code
            said = " ".join(text[code] for text in guide.strings.values() if code in text)
            words[code] = Counter(WORD.findall(said.lower()))
            peak = most[code] = dict[str, int]()
            for page in guide.pages[code].values():
                found = WORD.findall(in_own_language(page.masked).lower())
                pages[page.file] = Counter(found)
                words[code].update(found)
                for word, times in pages[page.file].items():
                    if times > peak.get(word, 0):
                        peak[word] = times
            for name in {name for others in guide.pages.values() for name in others}:
                pages.setdefault(f"{language.folder}/{name}", Counter())
        sizes = {code: max(1, sum(counts.values())) for code, counts in words.items()}
        guide.memo["corpus"] = _Corpus(words, pages, most, sizes)
    corpus: _Corpus = guide.memo["corpus"]
    return corpus
