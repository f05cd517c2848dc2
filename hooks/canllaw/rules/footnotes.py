"""Footnotes: every mark has a note, every note a mark, and the languages mark the same sources."""

import re
from collections import Counter
from collections.abc import Iterator

from ..macros.base import suggest
from ..model import Guide, Page, Problem
from .registry import rule

# Words in brackets that lead nowhere and name nothing: no link, no definition, not written with a backslash.
BARE = re.compile(r"(?<![\]\\])\[([\w-]+)\](?![(:])")


@rule("FN010", scope="page")
def mark_without_note(guide: Guide, page: Page) -> Iterator[Problem]:
    """A footnote mark names neither a reference nor a note on its page.

    Bad:  Tell someone.[^hacket-2010]
    Good: Tell someone.[^hackett-2010]
    """
    defined = {definition.label for definition in page.definitions}
    for mark in page.marks:
        if mark.label not in defined and mark.label not in guide.references:
            hint = suggest(mark.label, {**guide.references, **dict.fromkeys(defined)}, "reference")
            yield Problem(page.file, mark.line, "FN010", f"the mark [^{mark.label}] has no note", hint)


@rule("FN011", scope="page")
def note_without_mark(guide: Guide, page: Page) -> Iterator[Problem]:
    """A note is defined on a page that never marks it.

    Bad:  [^note]: A note nobody marks.
    Good: Tell someone.[^note]
    """
    marked = {mark.label for mark in page.marks}
    for definition in page.definitions:
        if definition.label not in marked:
            message = f"the note [^{definition.label}] is never marked in the text"
            hint = f"mark it with [^{definition.label}] or take it away"
            yield Problem(page.file, definition.line, "FN011", message, hint)


@rule("FN012", scope="page")
def note_defined_twice(guide: Guide, page: Page) -> Iterator[Problem]:
    """A note is defined twice: two times on its page, or there and as a record of data/references.yml.

    Bad:  [^note]: Seen in May.   …   [^note]: Seen in June.
    Good: [^note]: Seen in May.   …   [^later-note]: Seen in June.
    """
    last = {definition.label: definition.line for definition in page.definitions}
    told = set()
    for definition in page.definitions:
        label = definition.label
        if label in told:
            continue
        told.add(label)
        if definition.line != last[label]:
            message = f"the note [^{label}] is defined again on line {last[label]}"
            hint = "keep one, or give one another label and mark it where it belongs"
            yield Problem(page.file, definition.line, "FN012", message, hint)
        elif label in guide.references:
            record = guide.references[label]
            message = f"the note [^{label}] is also a source at {record.file}:{record.line}"
            hint = "take the note away to show the source, or give the note another label"
            yield Problem(page.file, definition.line, "FN012", message, hint)


@rule("FN015", scope="page")
def sources_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section marks other sources, or one of them more often, than the same section in the other language.

    The order does not matter: sentences may be ordered otherwise in a translation.

    Bad:  Mae'n niweidiol.             where the English has  It does harm.[^hackett-2010]
    Good: Mae'n niweidiol.[^hackett-2010]
    """
    first = guide.languages[0]
    twin = guide.pages[first.code].get(page.name)
    if twin is None or twin is page:
        return
    ours, theirs = _by_section(page), _by_section(twin)
    for section in ours.keys() & theirs.keys():
        here, there = ours[section][1], theirs[section][1]
        if here == there or _without_note(guide, page, here) or _without_note(guide, twin, there):
            continue  # a mark without a note is told by FN010: put right, it may be the one that is missing
        line, twin_line = ours[section][0], theirs[section][0]
        only = [
            f"{where} {', '.join(f'[^{label}]' for label in sorted(more.elements()))}"
            for where, more in (("only here", here - there), (f"only at {twin.file}:{twin_line}", there - here))
            if more
        ]
        where = f"the section '{section}'" if section else "the text before the first heading"
        message = f"{where} does not mark the same sources as its twin at {twin.file}:{twin_line}: {'; '.join(only)}"
        yield Problem(page.file, line, "FN015", message, "mark in both what both say, or correct the one that is wrong")


def _by_section(page: Page) -> dict[str | None, tuple[int, Counter[str]]]:
    """By section id: the line of its heading, and how often each label is marked in it."""
    found: dict[str | None, tuple[int, Counter[str]]] = {None: (page.body_line, Counter())}
    for heading in page.headings:
        found.setdefault(heading.id, (heading.line, Counter()))
    for mark in page.marks:
        section = page.section_at(mark.line)
        found[section.id if section else None][1][mark.label] += 1
    return found


def _without_note(guide: Guide, page: Page, labels: Counter[str]) -> bool:
    defined = {definition.label for definition in page.definitions}
    return any(label not in guide.references and label not in defined for label in labels)


@rule("FN016", scope="page")
def mark_in_heading(guide: Guide, page: Page) -> Iterator[Problem]:
    """A footnote mark stands in a heading, from where it spills into the list of contents.

    Bad:  ## The study[^hackett-2010] {#the-study}
    Good: ## The study {#the-study}   …   It looked at 91 cases.[^hackett-2010]
    """
    headings = {heading.line: heading for heading in page.headings}
    for mark in page.marks:
        if mark.line in headings:
            message = f"the mark [^{mark.label}] stands in a heading"
            yield Problem(page.file, mark.line, "FN016", message, "mark the first sentence below the heading instead")


@rule("FN019", scope="page")
def mark_without_its_sign(guide: Guide, page: Page) -> Iterator[Problem]:
    """A source or note of the page stands in brackets without the sign that makes it a mark: readers see its name.

    Bad:  It does harm.[hackett-2010]
    Good: It does harm.[^hackett-2010]
    """
    known = guide.references.keys() | {definition.label for definition in page.definitions}
    for number, row in enumerate(page.masked.split("\n") if "[" in page.masked else (), page.body_line):
        for found in BARE.finditer(row):
            if found[1] in known:
                hint = f"write [^{found[1]}]"
                yield Problem(page.file, number, "FN019", f"the mark {found[0]} has no ^ and is read as words", hint)
