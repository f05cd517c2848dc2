"""How often each word stands in each language of a guide, and which way it leans by that.

A word leans to the language whose pages use it much more often.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from .body import MACRO, chunks_of, marked
from .chunks import Worked
from .model import Guide, Language, Page
from .readable import goes_over_blanks, in_own_language, readable_chunk, unopened
from .several import several

WORD = re.compile(r"[^\W\d_]+")
LEANS = 4
MANY = 400
"""So many pages of a language a process of its own counts sooner."""


@dataclass(frozen=True)
class Corpus:
    """How often each word stands in each language over all pages, and more than on any one page, at least."""

    all: Mapping[str, Counter[str]]
    most: Mapping[str, Counter[str]]
    """By language and word, at least as many as the page that has most of it has."""
    sizes: Mapping[str, int]
    pages: dict[str, Counter[str]] = field(default_factory=dict)
    """By file, how often each word stands on a page that was in doubt."""
    least: dict[tuple[str, str], Worked[str]] = field(default_factory=dict)
    """By language and other language, what canllaw.tongues says of each chunk."""
    leanings: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    """By page and other language, which way each word leans: 1 to the page's own, -1 to the other, 0 to neither."""


def corpus_of(guide: Guide) -> Corpus:
    """The corpus of a guide's pages and of the words around them; worked out once."""
    if "corpus" not in guide.memo:
        codes = [language.code for language in guide.languages]
        many = any(len(pages) > MANY for pages in guide.pages.values())
        counts = several(lambda at: _counted(guide, codes[at]), len(codes), few=1 if many else len(codes))
        words, most = ({code: one[at] for code, one in zip(codes, counts, strict=True)} for at in (0, 1))
        sizes = {code: max(1, sum(counts.values())) for code, counts in words.items()}
        guide.memo["corpus"] = Corpus(words, most, sizes)
    corpus: Corpus = guide.memo["corpus"]
    return corpus


def _counted(guide: Guide, code: str) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in a language over all pages, and more than on any one of them, at least."""
    said = " ".join(text[code] for text in guide.strings.values() if code in text)
    words, most = Counter(WORD.findall(said.lower())), Counter[str]()
    chunks, peaks = Counter[str](), dict[str, int]()
    for page in guide.pages[code].values():
        found = _unmarked(page)
        chunks.update(found)
        for chunk, times in [one for one in Counter(found).items() if one[1] > 1]:
            peaks[chunk] = max(times, peaks.get(chunk, 1))
    for chunk, times in chunks.items():
        for word in WORD.findall(words_in(chunk).lower()):
            words[word] += times
            most[word] += peaks.get(chunk, 1)
    return words, most


def _unmarked(page: Page) -> list[str]:
    """What own_chunks gives, without STOP: how often words stand on a page is the same in whatever blocks they are."""
    text = page.masked
    if goes_over_blanks(text) or MACRO in text:
        return in_own_language(text).split()
    return unopened(text).split()


def leaning(ours: float, theirs: float) -> int:
    """Which way a word leans that is so often used in the page's language and in the other."""
    return (ours > LEANS * theirs) - (theirs > LEANS * ours)


def own_chunks(guide: Guide, page: Page) -> list[str]:
    """The chunks of a page's body that are in its own language, STOP before each block (canllaw.body).

    Markup that lies inside one chunk is still in it (canllaw.readable).
    """
    if goes_over_blanks(page.masked) or MACRO in page.masked:
        return marked(page, in_own_language(page.masked)).split()
    return chunks_of(guide, page)


def words_in(chunk: str) -> str:
    """What of a chunk is in the page's language: without markup, and nothing for a macro call."""
    return readable_chunk(chunk.replace(MACRO, " "))


def on_page(guide: Guide, language: Language, name: str) -> Counter[str]:
    """How often each word stands on a page; no word where there is no such page."""
    pages, page = corpus_of(guide).pages, guide.pages[language.code].get(name)
    file = f"{language.folder}/{name}"
    if file not in pages:
        pages[file] = Counter(WORD.findall(in_own_language(page.masked).lower()) if page else ())
    return pages[file]
