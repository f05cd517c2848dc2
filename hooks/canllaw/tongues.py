"""Which language a sentence is in: first by the words of the guide itself, then, in doubt, by a dictionary.

A word leans to the language whose pages use it much more often. Only a sentence that leans the wrong way is looked up
with simplemma, whose dictionaries take seconds to open: a guide in order never needs them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from .chunks import Worked
from .model import Guide, Language, Page
from .readable import in_own_language

WORD = re.compile(r"[^\W\d_]+")
ENDS = re.compile(r"[.?!:;](\s+)|(\|)")
FEWEST_WORDS = 6
LEANS = 4
CLEARLY = 0.25
# Attributes and marked runs that may go on in the next line.
_OVER_LINES = re.compile(r"\{:?[ \t]*[#.][^{}\n]*\n|<span\b(?:[^<\n]|<(?!/span>))*\n")
UNKNOWN = 2
"""Of a chunk: where in it sentences end is not known."""


@dataclass(frozen=True)
class _Corpus:
    """How often each word stands in each language over all pages, and more than on any one page, at least."""

    all: Mapping[str, Counter[str]]
    most: Mapping[str, Counter[str]]
    """By language and word, at least as many as the page that has most of it has."""
    sizes: Mapping[str, int]
    pages: dict[str, Counter[str]] = field(default_factory=dict)
    """By file, how often each word stands on a page that was in doubt."""
    least: dict[tuple[str, str], Worked[tuple[int, int, int]]] = field(default_factory=dict)
    """By language and other language, what `_chunk` says of each chunk."""
    leanings: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    """By page and other language, which way each word leans: 1 to the page's own, -1 to the other, 0 to neither."""


def _leaning(ours: float, theirs: float) -> int:
    """Which way a word leans that is so often used in the page's language and in the other."""
    return (ours > LEANS * theirs) - (theirs > LEANS * ours)


def doubts(guide: Guide, page: Page) -> Callable[[str], bool]:
    """What says whether a sentence of a masked text may be in another language than the page. Quick; a no is final."""
    others = _leasts(guide, page)

    def may_be(text: str) -> bool:
        chunks = in_own_language(text).split()
        return any(_leans_away([least[chunk] for chunk in chunks]) for least in others)

    return may_be


def in_doubt(guide: Guide, page: Page) -> bool:
    """Whether any sentence of a page's body may be in another language. Quick; a no is final.

    Marked runs and attributes are looked for in each block alone; so where one may go over lines, it is not known.
    """
    return _OVER_LINES.search(page.masked) is not None or any(
        _leans_away([least[chunk] for chunk in _chunks(guide, page)]) for least in _leasts(guide, page)
    )


def _chunks(guide: Guide, page: Page) -> list[str]:
    """The chunks of a page's body that are in its own language, `|` before each block."""
    key = ("chunks in own language", page.file)
    if key not in guide.memo:
        rows = in_own_language(page.masked).split("\n")
        for block in page.blocks:
            rows[block.line - page.body_line] = f"| {rows[block.line - page.body_line]}"
        guide.memo[key] = "\n".join(rows).split()
    found: list[str] = guide.memo[key]
    return found


def _leans_away(chunks: Iterable[tuple[int, int, int]]) -> bool:
    """Whether a sentence that is long enough to tell does not lean to the page's language, or nobody knows."""
    balance = count = 0
    for leaning, words, ends in chunks:
        balance += leaning
        count += words
        if ends:
            if ends == UNKNOWN or (balance <= 0 and count >= FEWEST_WORDS):
                return True
            balance = count = 0
    return balance <= 0 and count >= FEWEST_WORDS


def _chunk(corpus: _Corpus, own: str, other: str, chunk: str) -> tuple[int, int, int]:
    """Of a chunk: how far it leans to its page's language at least, its words, and whether a sentence ends with it.

    A page's own words and its twin's are not counted: so each leans as if the page held the most that any page holds
    of it, and the twin none of it.
    """
    balance = sum(
        _leaning(
            (corpus.all[own][word] - corpus.most[own][word]) / corpus.sizes[own],
            corpus.all[other][word] / corpus.sizes[other],
        )
        for word in WORD.findall(chunk.lower())
    )
    words = len(WORD.findall(chunk))
    return balance, words, UNKNOWN if words and "|" in chunk else int("|" in chunk or chunk[-1] in ".?!:;")


def _leasts(guide: Guide, page: Page) -> list[Worked[tuple[int, int, int]]]:
    """What `_chunk` says of each chunk, for each other language."""
    corpus = _corpus(guide)
    return [_least(corpus, page.language, other) for other in guide.languages if other != page.language]


def _least(corpus: _Corpus, own: Language, other: Language) -> Worked[tuple[int, int, int]]:
    key = own.code, other.code
    if key not in corpus.least:
        corpus.least[key] = Worked(partial(_chunk, corpus, *key))
    return corpus.least[key]


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a masked text that are long enough to tell, each with the lines it stands below the start."""
    text = in_own_language(text)
    start = 0
    bounds = [match.span(match.lastindex or 0) for match in ENDS.finditer(text)]
    for end, following in [*bounds, (len(text), len(text))]:
        sentence = text[start:end]
        if len(WORD.findall(sentence)) >= FEWEST_WORDS:
            first = start + len(sentence) - len(sentence.lstrip())
            yield text.count("\n", 0, first), " ".join(sentence.split())
        start = following


def other_language(guide: Guide, page: Page, sentence: str) -> Language | None:
    """The language of the guide that a sentence is in, when it is clearly not the page's own."""
    words = WORD.findall(sentence.lower())
    for other in guide.languages:
        if other == page.language:
            continue
        if _balance(guide, words, page, other) <= 0 and _is_in(sentence, other, page.language):
            return other
    return None


def _balance(guide: Guide, words: list[str], page: Page, other: Language) -> int:
    """How many more words lean to the page's own language than to the other.

    The page's own words, and its twin's, are not counted: they prove nothing, and the same names stand in both.
    """
    corpus = _corpus(guide)
    known = corpus.leanings.setdefault((page.file, other.code), {})
    for word in words:
        if word not in known:
            ours, theirs = (
                (corpus.all[one.code][word] - _on_page(guide, one, page.name)[word]) / corpus.sizes[one.code]
                for one in (page.language, other)
            )
            known[word] = _leaning(ours, theirs)
    return sum(known[word] for word in words)


def _is_in(sentence: str, other: Language, own: Language) -> bool:
    """Whether a dictionary knows clearly more of the sentence in `other` than in `own`; not if it lacks either."""
    from simplemma import in_target_language

    try:
        theirs, ours = (in_target_language(sentence, lang=one.code) for one in (other, own))
    except ValueError:
        return False
    return theirs > ours + CLEARLY


def _on_page(guide: Guide, language: Language, name: str) -> Counter[str]:
    """How often each word stands on a page; no word where there is no such page."""
    pages, page = _corpus(guide).pages, guide.pages[language.code].get(name)
    file = f"{language.folder}/{name}"
    if file not in pages:
        pages[file] = Counter(WORD.findall(in_own_language(page.masked).lower()) if page else ())
    return pages[file]


def _corpus(guide: Guide) -> _Corpus:
    if "corpus" not in guide.memo:
        words: dict[str, Counter[str]] = {}
        most: dict[str, Counter[str]] = {}
        for language in guide.languages:
            code = language.code
            said = " ".join(text[code] for text in guide.strings.values() if code in text)
            words[code], most[code] = Counter(WORD.findall(said.lower())), Counter()
            chunks, peaks = Counter[str](), dict[str, int]()
            for page in guide.pages[code].values():
                found = _chunks(guide, page)
                chunks.update(found)
                for chunk, times in Counter(found).items():
                    if times > peaks.get(chunk, 0):
                        peaks[chunk] = times
            for chunk, times in chunks.items():
                for word in WORD.findall(chunk.lower()):
                    words[code][word] += times
                    most[code][word] += peaks[chunk]
        sizes = {code: max(1, sum(counts.values())) for code, counts in words.items()}
        guide.memo["corpus"] = _Corpus(words, most, sizes)
    corpus: _Corpus = guide.memo["corpus"]
    return corpus
