"""Two sections compared thing by thing: what only one of them has becomes a Problem in the translation."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from .model import Guide, Page, Problem
from .sections import Section, twins

# Each thing compared: what makes two the same, how it is shown, its line.
Thing = tuple[Hashable, str, int]


def differing(
    guide: Guide, page: Page, code: str, find: Callable[[Section], Sequence[Thing]], hint: str
) -> Iterator[Problem]:
    """A Problem for each thing that only one of the languages has in a section."""
    for ours, theirs, source in twins(guide, page):
        here, there = find(ours), find(theirs)
        if [key for key, _, _ in here] == [key for key, _, _ in there]:
            continue
        extra, missing = unanswered(here, there), unanswered(there, here)
        for number in range(max(len(extra), len(missing))):
            if number < len(extra):
                _, shown, line = extra[number]
                place, other = theirs.answering(ours, line), ""
                if number < len(missing):
                    _, other, place = missing[number]
                message = f"{shown} is not in {source.file}:{place}" + (f" (which has {other})" if other else "")
            else:
                _, shown, place = missing[number]
                line = ours.answering(theirs, place)
                message = f"{shown} of {source.file}:{place} is not here"
            yield Problem(page.file, line, code, message, hint)


def unanswered(things: Sequence[Thing], others: Sequence[Thing]) -> list[Thing]:
    """The things that the others do not answer, in order."""
    left = Counter(key for key, _, _ in others)
    found = []
    for thing in things:
        if left[thing[0]]:
            left[thing[0]] -= 1
        else:
            found.append(thing)
    return found


def differing_in_order(
    guide: Guide, page: Page, code: str, find: Callable[[Section], Sequence[Thing]], hint: str
) -> Iterator[Problem]:
    """A Problem at the first thing of each section that is not what stands in its place in the twin."""
    for ours, theirs, source in twins(guide, page):
        here, there = find(ours), find(theirs)
        at = next((n for n, (one, other) in enumerate(zip(here, there, strict=False)) if one[0] != other[0]), None)
        if at is not None:
            message = f"{here[at][1]}, where {source.file}:{there[at][2]} has {there[at][1]}"
            yield Problem(page.file, here[at][2], code, message, hint)
        elif len(here) > len(there):
            _, shown, line = here[len(there)]
            message = f"{shown}, which {source.file}:{theirs.line} does not have in this section"
            yield Problem(page.file, line, code, message, hint)
        elif len(here) < len(there):
            _, shown, line = there[len(here)]
            message = f"{shown} of {source.file}:{line} is not in this section"
            yield Problem(page.file, ours.answering(theirs, line), code, message, hint)
