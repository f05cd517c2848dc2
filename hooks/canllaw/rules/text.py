"""Plain text: sentences of a length people can follow, acronyms explained, nothing shouted, nothing said twice."""

import re
from collections.abc import Iterator
from math import nan
from operator import eq

from ..at_hand import at_hand
from ..chunks import Sieve, Worked, alike
from ..grammar import grammar
from ..model import Guide, Page, Problem
from ..prose import MACRO_WORDS, may_have_longer, prose
from ..signs import signs
from .registry import rule

WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")
SHOUTED = 5
"""From how many letters a word in capitals is taken for a shout and not for an acronym."""
LONG_KINDS = ("paragraph", "item", "box", "note", "table")
ALNUM = re.compile(r"[^\W_]+")
FIRST = re.compile(r"([^\W\d_]+)(?![\w'’-])")
LAST = re.compile(r"(?<![\w'’-])([^\W\d_]+)\Z")
TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+)(\s+)(\1)(?![\w'’-])", re.I)


@rule("TX001", scope="page")
def sentence_too_long(guide: Guide, page: Page) -> Iterator[Problem]:
    """A sentence has more words than `sentence_words` in data/guide.yml; a macro counts as three.

    Bad:  one sentence that tells what to do, when to do it, and every exception
    Good: two sentences, or a list
    """
    limit = guide.settings["limits"]["sentence_words"]
    read, blocks = prose(guide, page), zip(page.blocks, signs(guide, page), strict=True)
    long = {block.line for block, held in blocks if len(held) > limit}

    def wanted(kind: str, line: int, text: str) -> bool:
        return (line in long or not read.cut_alike) and kind in LONG_KINDS and may_have_longer(text, limit)

    for sentence in read.sentences(wanted):
        if sentence.longer_than(limit):
            start = " ".join(sentence.text.split()[:5])
            message = f"the sentence '{start} …' has {sentence.words} words; the limit is {limit}"
            hint = f"make two sentences of it, or a list (a macro counts as {MACRO_WORDS} words)"
            yield Problem(page.file, sentence.line, "TX001", message, hint, "warning")


def _capitals(guide: Guide, page: Page) -> dict[str, tuple[int, bool]]:
    """Each acronym or word in capitals of a page that may need words: its first line, and whether outside headings."""
    known = at_hand(guide, page)
    if "capitals" not in known:
        known["capitals"] = _found_in_capitals(guide, page)
    found: dict[str, tuple[int, bool]] = known["capitals"]
    return found


def _found_in_capitals(guide: Guide, page: Page) -> dict[str, tuple[int, bool]]:
    terms, may_be, sieve = _looked_for(guide, page)
    kept = sieve.keeps(prose(guide, page).distinct)
    found: dict[str, tuple[int, bool]] = {}
    if not kept:
        return found
    for sentence in prose(guide, page).sentences(lambda kind, line, text: any(chunk in text for chunk in kept)):
        for match in may_be.finditer(sentence.text):
            word = match.group()
            if not word.isupper() and word not in terms:
                continue
            outside = sentence.kind != "heading"
            if word not in found or (outside and not found[word][1]):
                found[word] = (sentence.line_at(match.start()), outside)
    return found


def _looked_for(guide: Guide, page: Page) -> tuple[set[str], re.Pattern[str], Sieve]:
    """The acronyms of terms, a pattern for those and for capitals, and what keeps the chunks that may hold some."""
    key = ("looked for in capitals", page.language.code)
    if key not in guide.memo:
        terms, fine = _term_acronyms(guide, page), _known(guide)
        either = "|".join(terms) or "(?!)"
        may_be = re.compile(rf"(?<![^\W_])(?:[^\W\d_a-z]{{2,}}(?=s?(?![^\W_]))|(?:{either})(?![^\W_]))")
        # An acronym of two words goes over chunks.
        firsts = {first for term in terms - fine for first in term.split()[:1]}

        def holds(chunk: str) -> bool:
            runs = {run.removesuffix("s") for run in ALNUM.findall(chunk)} if chunk != chunk.lower() else ()
            return any(first in chunk for first in firsts) or any(
                len(run) > 1 and run.isupper() and run not in fine for run in runs
            )

        guide.memo[key] = terms, may_be, Sieve(holds)
    found: tuple[set[str], re.Pattern[str], Sieve] = guide.memo[key]
    return found


def _term_acronyms(guide: Guide, page: Page) -> set[str]:
    """The acronyms of data/terms.yml in the page's language."""
    code = page.language.code
    return {record.data["acronym"][code] for record in guide.terms.values() if code in record.data.get("acronym", ())}


def _known(guide: Guide) -> set[str]:
    """What needs no expansion: the list in data/guide.yml, and capitals in the names of services."""
    if "acronyms" not in guide.memo:
        known = set(guide.settings.get("acronyms", ()))
        for record in guide.helplines.values():
            for name in record.data["name"].values():
                known.update(match.group() for match in WORD.finditer(name) if match.group().isupper())
            known.add(record.data.get("text", {}).get("say", ""))
        guide.memo["acronyms"] = known
    found: set[str] = guide.memo["acronyms"]
    return found


def _explained(guide: Guide, page: Page, word: str) -> bool:
    """Whether a page says what an acronym means: `harmful sexual behaviour (HSB)`, `HSB (harmful sexual behaviour)`."""
    given = [str(value) for call in page.macros for value in (*call.args, *call.kwargs.values())]
    one, read = re.escape(word), prose(guide, page)
    form = re.compile(rf"{one}(?<!\w{one})\s*\(\s*[^\W\d_]|\(\s*{one}[+\d-]*\s*[),;:]")
    # What stands so in the text stands so in its sentences.
    if read.cut_alike and form.search(read.text):
        return True
    return form.search("\n".join([read.said, *given])) is not None


@rule("TX002", scope="page")
def acronym_not_explained(guide: Guide, page: Page) -> Iterator[Problem]:
    """An acronym is used on a page that never says what it stands for.

    Each page is somebody's first page. `acronyms` in data/guide.yml lists those that need no explanation.

    Bad:  Tell the DSP.
    Good: Tell the designated safeguarding person (DSP).
    """
    terms, fine = _looked_for(guide, page)[0], _known(guide)
    for word, (line, outside) in _capitals(guide, page).items():
        if word in fine or (word in terms and not outside) or (word not in terms and len(word) >= SHOUTED):
            continue
        if _explained(guide, page, word):
            continue
        hint = f"write it out the first time, then '({word})', or add it to 'acronyms' in data/guide.yml"
        yield Problem(page.file, line, "TX002", f"the page never says what {word} stands for", hint)


@rule("TX003", scope="page")
def word_in_capitals(guide: Guide, page: Page) -> Iterator[Problem]:
    """A word is written in capitals: screen readers may spell it out, and it is hard to read.

    Bad:  NEVER send the picture.
    Good: **Never** send the picture.
    """
    terms, fine = _looked_for(guide, page)[0], _known(guide)
    for word, (line, _) in _capitals(guide, page).items():
        if len(word) >= SHOUTED and word not in fine and word not in terms and not _explained(guide, page, word):
            hint = f"write it small, with ** around it if it must stand out; explain an acronym: '({word})'"
            yield Problem(page.file, line, "TX003", f"'{word}' is all in capitals", hint)


@rule("TX004", scope="page")
def word_twice_running(guide: Guide, page: Page) -> Iterator[Problem]:
    """The same word stands twice running.

    Bad:  Tell the the police.
    Good: Tell the police.
    """
    meant = grammar(page.language.grammar).REPEATED_WORDS
    for sentence in prose(guide, page).sentences() if _may_repeat(guide, page) else ():
        told: set[str] = set()  # once a sentence is enough
        for match in TWICE.finditer(sentence.text):
            if match[1].lower() not in meant and match[1] not in told:
                told.add(match[1])
                line = sentence.line_at(match.start(3))
                message = f"'{match[1]} {match[3]}' says the same word twice"
                yield Problem(page.file, line, "TX004", message, "take one of them out")


def _may_repeat(guide: Guide, page: Page) -> bool:
    """Whether a chunk of a page starts with the word that the one before ends with, so that a word may stand twice."""
    key = ("ends of chunks",)
    if key not in guide.memo:
        guide.memo[key] = Worked(_ends)
    ends: Worked[str | float | None] = guide.memo[key]
    words = list(map(ends.__getitem__, prose(guide, page).chunks))
    return None in words or any(map(eq, words, words[1:]))


def _ends(chunk: str) -> str | float | None:
    """The word that a chunk starts or ends with; where it has none, what equals nothing, and None where it has two."""
    first, last = FIRST.match(chunk), LAST.search(chunk)
    if first and last and alike(first[1]) != alike(last[1]):
        return None
    found = first or last
    return alike(found[1]) if found else nan
