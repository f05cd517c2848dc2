"""Contacts: what a telephone reads back is what the record says; nothing unconfirmed gets on one."""

import vobject

from canllaw.load import load
from canllaw.vcards import vcards
from support import ROOT

GUIDE = load(ROOT)


def test_every_contact_reads_back_as_its_record() -> None:
    for language in GUIDE.languages:
        made = dict(vcards(GUIDE, language))
        assert "childline.vcf" in made and "police-999.vcf" not in made and "commissioner.vcf" not in made
        for name, text in made.items():
            record = GUIDE.helplines[name.removesuffix(".vcf")].data
            card = vobject.readOne(text)
            assert record["confirmed"]
            numbers = [one.value for one in getattr(card, "tel_list", [])]
            texts = [record["text"]["number"]] if "text" in record else []
            assert numbers == [phone["number"] for phone in record.get("phones", ())] + texts
            assert card.fn.value == record["name"].get(language.code, next(iter(record["name"].values())))
            assert record["who"][language.code].rstrip(".") in card.note.value
            assert all(len(line.encode()) <= 76 for line in text.split("\r\n")), name
