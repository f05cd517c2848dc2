"""What a macro's arguments name: records of the data files, or a MacroError that says what exists."""

from collections.abc import Mapping
from typing import Any

from .. import text
from ..model import Guide, Language, MacroError, Record
from .base import suggest


def helpline_record(guide: Guide, key: str) -> Record:
    """The helpline with this id, or MacroError HL010."""
    if key not in guide.helplines:
        raise MacroError("HL010", f"there is no helpline '{key}'", suggest(key, guide.helplines, "helpline"))
    return guide.helplines[key]


def act_record(guide: Guide, key: str) -> Record:
    """The Act or Measure with this id, or MacroError LW010."""
    if key not in guide.acts:
        raise MacroError("LW010", f"there is no Act '{key}'", suggest(key, guide.acts, "Act"))
    return guide.acts[key]


def provision_of(act: Record, section: str) -> Mapping[str, Any]:
    """The provision of an Act with this section number, or MacroError LW011."""
    sections = {one["section"]: one for one in act.data["provisions"]}
    if section not in sections:
        message = f"'{act.id}' has no section '{section}'"
        raise MacroError("LW011", message, suggest(section, sections, "recorded section"))
    found: Mapping[str, Any] = sections[section]
    return found


def section_url(act: Record, section: str, language: Language) -> tuple[str, str]:
    """The address of a section on legislation.gov.uk, and the language of the text there."""
    provision = provision_of(act, section)
    if "url" in provision:
        return text.address(provision["url"], language)
    number = section.split("-")[0]
    urls = {}
    for code, base in act.data["url"].items():
        head, _, tail = base.partition("/welsh")
        urls[code] = f"{head}/section/{number}" + ("/welsh" if _ else "") + tail
    return text.address(urls, language)
