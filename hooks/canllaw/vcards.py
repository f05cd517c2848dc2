"""Contacts for a telephone: a vCard for each service that can be rung or texted and whose number is confirmed.

vCard 3.0 (RFC 2426), which every telephone reads. The emergency number is left out: it is no contact to look for.
"""

from collections.abc import Iterator

import vobject

from . import text
from .model import Guide, Language, Record


def is_contact(record: Record) -> bool:
    """Whether a service gets a vCard."""
    data = record.data
    return bool(data["confirmed"] and data["kind"] != "emergency" and ("phones" in data or "text" in data))


def vcards(guide: Guide, language: Language) -> Iterator[tuple[str, str]]:
    """File name and content of every vCard, in the words of a language."""
    for record in guide.helplines.values():
        if is_contact(record):
            yield f"{record.id}.vcf", vcard(guide, record, language)


def vcard(guide: Guide, record: Record, language: Language) -> str:
    """A service as a vCard: name, numbers, website, e-mail, whom it is for and when that was checked."""
    data, card = record.data, vobject.vCard()
    name = data["name"].get(language.code) or next(iter(data["name"].values()))
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("fn").value = name
    card.add("org").value = [name]
    for phone in data.get("phones", ()):
        _number(card, phone["number"], "VOICE")
    if "text" in data:
        _number(card, data["text"]["number"], "MSG")
    if "email" in data:
        card.add("email").value = data["email"]
    if "web" in data:
        card.add("url").value = text.address(data["web"], language)[0]
    checked = f"{guide.say('card_checked', language.code)}: {text.long_date(data['checked'], language)}"
    notes = [data["who"][language.code], *([data["note"][language.code]] if "note" in data else []), checked]
    card.add("note").value = ". ".join(one.rstrip(".") for one in notes) + "."
    return str(card.serialize())


def _number(card: vobject.base.Component, number: str, kind: str) -> None:
    line = card.add("tel")
    line.value, line.type_param = number, kind
