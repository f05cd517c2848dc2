"""What the data hold is shown: every helpline has its card, and the terms their entries, where all else leads."""

from collections.abc import Iterator

from .. import macros
from ..anchors import ids
from ..model import Guide, Page, Problem
from ..volumes import volumes
from .registry import rule


@rule("XR032", scope="guide")
def record_not_shown(guide: Guide) -> Iterator[Problem]:
    """A helpline has no card on the page of helplines, or the terms are not on the page that is the glossary.

    `places` in data/guide.yml names the two pages. The A to Z leads there, and so do search, name() and term(): each
    helpline of data/helplines.yml has its card there, in every language and in every guide that has such a page.

    Bad:  {{ helplines("childline") }}         where data/helplines.yml has childline and meic
    Good: {{ helplines("childline", "meic") }}
    """
    for record in guide.helplines.values():
        lacking = [page for page in _pages(guide, "helplines") if f"helpline-{record.id}" not in ids(guide, page)]
        if lacking:
            message = f"'{record.id}' has no card on {' or '.join(page.file for page in lacking)}"
            hint = f'add {{{{ helpline("{record.id}") }}}} there, on a line of its own'
            yield Problem(record.file, record.line, "XR032", message, hint)
    for page in _pages(guide, "glossary") if guide.terms else ():
        if not page.calls("glossary"):
            message = "the page is 'glossary' of data/guide.yml, and does not show the terms"
            yield Problem(page.file, page.body_line, "XR032", message, "put {{ glossary() }} on a line of its own")


def _pages(guide: Guide, place: str) -> list[Page]:
    """The pages that are a place of a volume, each once; not those whose own faults are told, of which little is known.

    A macro that fails may be what keeps a card away.
    """
    names = dict.fromkeys(str(volume.settings["places"][place]) for volume in volumes(guide))
    found = [pages[name] for name in names for pages in guide.pages.values() if name in pages]
    told = {problem.file for problem in guide.problems}
    return [page for page in found if page.file not in told and not macros.faults(guide, page)]
