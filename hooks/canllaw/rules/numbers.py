"""Numbers in pages: none is typed, and none that must not be printed stands anywhere."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from .. import numbers
from ..grammar import grammar
from ..model import Guide, Page, Problem
from ..prose import Sentence, prose
from ..records import rows, text_of
from .registry import rule

# Without one of these there is nothing to look at.
HINT = re.compile(r"\d{3}|\d\D\d|@")
SCHEMES = ("tel:", "sms:", "mailto:")
DATA_FILES = ("guide", "strings", "helplines", "legislation", "references", "terms", "search")
LIST = "data/helplines.yml"
FRONT = ("title", "description")


@rule("HL002", scope="page")
def number_typed_into_a_page(guide: Guide, page: Page) -> Iterator[Problem]:
    """A telephone number, text number or e-mail address is typed into a page.

    Numbers are kept once, in data/helplines.yml, and printed by phone(), text() and email(), so that one correction
    reaches every page of every language.

    Bad:  Ring 0800 1111.
    Good: Ring {{ phone("childline") }}.
    """
    known, dead = numbers.recorded(guide), numbers.forbidden(guide)
    # A page may hold words of every language.
    grammars = tuple(grammar(language.grammar) for language in guide.languages)
    found: set[tuple[int, str]] = set()
    for sentence in _sentences(guide, page, known):
        if not HINT.search(sentence.text):
            continue
        for at, written in numbers.typed(sentence.text, known, grammars):
            found.add((sentence.line_at(at), written))
    for link in page.links:
        if link.target.lower().startswith(SCHEMES):
            found.add((link.line, link.target.partition(":")[2].partition("?")[0]))
    told: set[tuple[int, str]] = set()
    for line, written in sorted(found):
        dialled = written.lower() if "@" in written else numbers.digits(written)
        if dialled in dead or (line, dialled) in told:
            continue
        told.add((line, dialled))
        what = "e-mail address" if "@" in written else "number"
        shown = " ".join(written.split())
        yield Problem(page.file, line, "HL002", f"the {what} {shown} is typed into the page", _instead(dialled, known))


def _sentences(guide: Guide, page: Page, known: Mapping[str, str]) -> Iterator[Sentence]:
    """The texts of a page that may have a number."""
    if "hints of numbers" not in guide.memo:
        guide.memo["hints of numbers"] = numbers.Hints(known)
    hints: numbers.Hints = guide.memo["hints of numbers"]
    yield from (one for one in _front(page) if hints.are_in(one.text))
    if hints.are_in(prose(guide, page).all):
        yield from prose(guide, page).sentences(lambda kind, line, text: HINT.search(text) is not None)


def _front(page: Page) -> list[Sentence]:
    """The texts of the front matter that are published."""
    return [
        Sentence(page.meta[name], page.meta_lines[name], "front")
        for name in FRONT
        if isinstance(page.meta.get(name), str)
    ]


def _instead(dialled: str, known: Mapping[str, str]) -> str:
    if dialled in known:
        return f"write {known[dialled]} instead"
    near = get_close_matches(dialled, known, n=1, cutoff=0.85)
    if near:
        return f"if you mean {near[0]}, write {known[near[0]]}; if not, record it in data/helplines.yml first"
    return "record it in data/helplines.yml, then use phone(), text() or email()"


@rule("HL009", scope="page", data=True)
def number_that_must_not_be_printed(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """A number of `do_not_print` in data/helplines.yml stands in a page or in the data.

    Bad:  a number that no longer answers, typed or recorded again
    Good: the record that took its place
    """
    dead = numbers.forbidden(guide)
    code = guide.languages[0].code
    for file in [page.file] if page else [f"data/{name}.yml" for name in DATA_FILES]:
        text = text_of(guide, page) if page else "\n".join(rows(guide, file))
        for match in numbers.any_of(dead, text):
            line = text.count("\n", 0, match.start()) + 1
            if not (file == LIST and _is_the_list(rows(guide, file), line)):
                message = f"{' '.join(match.group().split())} must not be printed anywhere"
                yield Problem(file, line, "HL009", message, dead[numbers.digits(match.group())][code])


def _is_the_list(lines: list[str], line: int) -> bool:
    """Whether a line of data/helplines.yml belongs to `do_not_print` itself, or is a comment there."""
    above = [row for row in lines[:line] if row.strip() and not row.startswith((" ", "#", "-"))]
    return bool(above) and above[-1].startswith("do_not_print:")
