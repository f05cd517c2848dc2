"""What goes with a unit for its translator: what is wanted, the translation until now, the terms. In their language."""

from collections.abc import Iterator

from ..model import Guide, Language
from .units import CURRENT, Unit

WANTED, PREVIOUS, TERM, KEEP = "wanted", "previous", "term", "keep"


def notes(guide: Guide, language: Language, unit: Unit) -> Iterator[tuple[str, str]]:
    """Each note on a unit: its category, its text."""
    yield WANTED, guide.say(f"translation_{unit.state}", language.code)
    if unit.target is not None and unit.state != CURRENT:
        yield PREVIOUS, f"{guide.say('translation_previous', language.code)}\n{unit.target}"
    for term in unit.terms:
        yield TERM, term
    yield KEEP, guide.say("translation_keep", language.code)
