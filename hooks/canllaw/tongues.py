"""Which language a sentence is in: first by the words of the guide itself, then, in doubt, by a dictionary.

A word leans to the language whose pages use it much more often. Only a sentence that leans the wrong way is looked up
with simplemma, whose dictionaries take seconds to open: a guide in order never needs them.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from .body import STOP
from .chunks import Worked
from .leanings import WORD, Corpus, corpus_of, leaning, on_page, own_chunks, words_in
from .model import Guide, Language, Page
from .readable import in_own_language

ENDS = re.compile(r"[.?!:;](\s+)|(\|)")
FEWEST_WORDS = 6
CLEARLY = 0.25
# Attributes and marked runs that may go on in the next line.
_OVER_LINES = re.compile(r"\{:?[ \t]*[#.][^{}\n]*\n|<span\b(?:[^<\n]|<(?!/span>))*\n")
# What a word comes to in a text of such: it leans to its page's language, to neither, to the other.
OURS, NEITHER, THEIRS = "+", ".", "-"
END = "|"
UNKNOWN = "?"
"""Of a chunk: where in it sentences end is not known."""


def doubts(guide: Guide, page: Page) -> Callable[[str], bool]:
    """What says whether a sentence of a masked text may be in another language than the page. Quick; a no is final."""
    others = _leasts(guide, page)

    def may_be(text: str) -> bool:
        chunks = in_own_language(text).split()
        return any(_leans_away("".join(map(least.__getitem__, chunks))) for least in others)

    return may_be


def in_doubt(guide: Guide, page: Page) -> bool:
    """Whether any sentence of a page's body may be in another language. Quick; a no is final.

    Marked runs and attributes are looked for in each block alone; so where one may go over lines, it is not known.
    """
    if _OVER_LINES.search(page.masked):
        return True
    chunks = own_chunks(guide, page)
    return any(_leans_away("".join(map(least.__getitem__, chunks))) for least in _leasts(guide, page))


def _leans_away(words: str) -> bool:
    """Whether a sentence that is long enough to tell does not lean to the page's language, or nobody knows."""
    return UNKNOWN in words or any(
        len(sentence) >= FEWEST_WORDS and sentence.count(OURS) <= sentence.count(THEIRS)
        for sentence in words.split(END)
    )


def _chunk(corpus: Corpus, own: str, other: str, chunk: str) -> str:
    """What the words of a chunk come to at least, a sign for each, and END where a sentence ends.

    A page's own words and its twin's are not counted: so each leans as if the page held the most that any page holds
    of it, and the twin none of it.
    """
    if chunk == STOP:
        return END
    return "".join([_part(corpus, own, other, part) for part in words_in(chunk).split()])


def _part(corpus: Corpus, own: str, other: str, part: str) -> str:
    signs = "".join(
        (NEITHER, OURS, THEIRS)[
            leaning(
                (corpus.all[own][word] - corpus.most[own][word]) / corpus.sizes[own],
                corpus.all[other][word] / corpus.sizes[other],
            )
        ]
        for word in WORD.findall(part.lower())
    )
    if signs and "|" in part:
        return UNKNOWN
    return signs + (END if "|" in part or part[-1] in ".?!:;" else "")


def _leasts(guide: Guide, page: Page) -> list[Worked[str]]:
    """What `_chunk` says of each chunk, for each other language."""
    corpus = corpus_of(guide)
    return [_least(corpus, page.language, other) for other in guide.languages if other != page.language]


def _least(corpus: Corpus, own: Language, other: Language) -> Worked[str]:
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
    corpus = corpus_of(guide)
    known = corpus.leanings.setdefault((page.file, other.code), {})
    for word in words:
        if word not in known:
            ours, theirs = (
                (corpus.all[one.code][word] - on_page(guide, one, page.name)[word]) / corpus.sizes[one.code]
                for one in (page.language, other)
            )
            known[word] = leaning(ours, theirs)
    return sum(known[word] for word in words)


def _is_in(sentence: str, other: Language, own: Language) -> bool:
    """Whether a dictionary knows clearly more of the sentence in `other` than in `own`; not if it lacks either."""
    from simplemma import in_target_language

    try:
        theirs, ours = (in_target_language(sentence, lang=one.code) for one in (other, own))
    except ValueError:
        return False
    return theirs > ours + CLEARLY
