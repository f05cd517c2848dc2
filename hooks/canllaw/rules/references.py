"""The records of data/references.yml: each says enough to find the work, and some page needs it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..footnotes import cited
from ..macros.base import suggest
from ..model import Guide, Problem
from ..volumes import volumes
from .registry import rule

# What a reader needs to find a work of each kind: a field, and what to do where the work has none.
NEEDS = {
    "webpage": ("url", "give its address, or a note that says why there is none"),
    "guidance": ("url", "give its address, or a note that says why there is none"),
    "chapter": ("in", "name the book it is part of"),
    "article": ("in", "name the journal, volume and pages"),
    "report": ("publisher", "name who published it"),
    "guide": ("publisher", "name who published it"),
}


@rule("FN013", scope="guide")
def source_incomplete(guide: Guide) -> Iterator[Problem]:
    """A record of a source lacks what a reader needs to find a work of its kind, or to know why that is missing.

    A web page or guidance needs `url` (or a note why there is none), a chapter or article `in`, a report or guide
    `publisher`; what is not confirmed needs a note that says what is not.

    Bad:  kind: chapter    without in:
    Good: kind: chapter    with in: {en: Children behaving badly, cy: Children behaving badly}
    """
    for record in guide.references.values():
        for message, hint in _missing(record.data):
            yield Problem(record.file, record.line, "FN013", f"the source '{record.id}' {message}", hint)


def _missing(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kind = data["kind"]
    field, hint = NEEDS.get(kind, ("kind", ""))
    if field not in data and not (field == "url" and "note" in data):
        yield f"is of kind '{kind}' and has no '{field}'", hint
    if not data["confirmed"] and "note" not in data:
        yield "is not confirmed and has no note", "say in a note what could not be confirmed"


@rule("FN017", scope="guide")
def basis_unknown(guide: Guide) -> Iterator[Problem]:
    """What a guide is based on, as data/guide.yml says, is no record of data/references.yml.

    Bad:  basis: {reference: wsp-p66}
    Good: basis: {reference: wsp-p6-online}
    """
    more = [(("guides", number), entry) for number, entry in enumerate(guide.settings.get("guides", ()))]
    for place, settings in ((), guide.settings), *more:
        name = str(settings["basis"]["reference"])
        if name not in guide.references:
            line = guide.settings_lines[(*place, "basis", "reference")]
            message = f"data/references.yml has no record '{name}'"
            yield Problem("data/guide.yml", line, "FN017", message, suggest(name, guide.references, "reference"))


@rule("FN014", scope="guide")
def source_never_cited(guide: Guide) -> Iterator[Problem]:
    """No page marks a source, no term rests on it, and the guide is not based on it.

    Being in the list that references() makes is not being cited: that list shows what a guide cites.

    Bad:  a record that no page marks
    Good: a record marked as [^hackett-2010] in the sentence it supports
    """
    used = set[str]().union(*map(cited, volumes(guide)))
    for record in guide.references.values():
        if record.id not in used:
            message = f"the source '{record.id}' is never cited"
            hint = f"mark the sentence it supports with [^{record.id}], or take the record out"
            yield Problem(record.file, record.line, "FN014", message, hint)
