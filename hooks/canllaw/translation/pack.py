"""What a translator is asked for: units that are new or whose source has changed, with what there is to go by."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ..addresses import wants_slug
from ..model import Guide, Language, Page
from ..proofing.phrases import phrase
from ..sections import FRONT, INTRO, READ
from ..translated import stale
from .units import CURRENT, FIELDS, NEW, SLUG, Unit, first_lines, pieces


def pack(guide: Guide, language: Language, everything: bool = False) -> list[Unit]:
    """The units due in a language, page by page in the order they stand in; all of them with `everything`."""
    found = []
    for name, source in guide.pages[guide.languages[0].code].items():
        for unit in units(guide, source, guide.pages[language.code].get(name), language):
            if everything or unit.state != CURRENT:
                found.append(unit)
    return found


def units(guide: Guide, source: Page, page: Page | None, language: Language) -> Iterator[Unit]:
    """Every unit of a page: fields, then sections. `page` is its translation, None where there is none."""
    states = {one.id: one.state for one in stale(guide, page)} if page else {}
    yield from _fields(guide, source, page, language, states)
    ours = pieces(page) if page else {}
    lines = first_lines(source)
    for part, piece in pieces(source).items():
        if part == INTRO and not piece.strip():
            continue
        target = ours[part].strip("\n") if part in ours else None
        state = NEW if target is None else states.get(part, CURRENT)
        text = piece.strip("\n")
        terms = _terms(guide, text, language)
        yield Unit(source.name, part, source.file, lines[part], text, target, state, terms)


def _fields(
    guide: Guide, source: Page, page: Page | None, language: Language, states: Mapping[str, str]
) -> Iterator[Unit]:
    sources = {field: source.meta.get(field) for field in READ}
    sources[SLUG] = source.meta.get(SLUG) or PurePosixPath(source.name).stem
    for field in FIELDS:
        text, has = sources[field], _field(page, field)
        if field == SLUG and has is None and not wants_slug(guide, language, source.name):
            continue
        if isinstance(text, str) and text.strip():
            line = source.meta_lines.get(field, 1)
            terms = () if field == SLUG else _terms(guide, text, language)
            state = NEW if has is None else states.get(FRONT + field, CURRENT)
            yield Unit(source.name, FRONT + field, source.file, line, text, has, state, terms)


def _field(page: Page | None, field: str) -> str | None:
    value = page.meta.get(field) if page else None
    return value if isinstance(value, str) and value.strip() else None


def _terms(guide: Guide, text: str, language: Language) -> tuple[str, ...]:
    """The terms of data/terms.yml that stand in a text, each with its translation: `grooming = …`."""
    first = guide.languages[0]
    flat = " ".join(text.split())
    lowered = flat.lower()
    found = []
    for record in guide.terms.values():
        words: Mapping[str, str] = record.data["term"]
        named = f'"{record.id}"' in flat  # {{ term("grooming") }}
        if {first.code, language.code} <= words.keys() and (
            named or phrase(words[first.code], first).found_in(flat, lowered)
        ):
            found.append(f"{words[first.code]} = {words[language.code]}")
    return tuple(found)
