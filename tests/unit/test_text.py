"""Dates, hours, ages and numbers as readers see them, in both languages."""

from pathlib import Path

import pytest

from canllaw import text
from canllaw.load import load
from canllaw.model import Guide
from support import tiny_guide


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return load(tiny_guide(tmp_path_factory.mktemp("guide")))


def test_dates(guide: Guide) -> None:
    assert [text.long_date("2026-11-03", one) for one in guide.languages] == ["3 November 2026", "3 Tachwedd 2026"]
    with pytest.raises(ValueError, match="isoformat"):
        text.long_date("November", guide.languages[0])


def test_hours(guide: Guide) -> None:
    week = {"confirmed": True, "periods": [{"days": ["tue", "mon", "wed"], "open": "09:00", "close": "12:00"}, {"days": ["sun"], "open": "10:30", "close": "24:00"}]}  # fmt: skip
    english, welsh = guide.languages
    assert text.hours(guide, week, english) == ["Monday to Wednesday, 9am–midday", "Sunday, 10.30am–midnight"]
    assert text.hours(guide, week, welsh) == [
        "O ddydd Llun i ddydd Mercher, 9am–hanner dydd",
        "Dydd Sul, 10.30am–hanner nos",
    ]
    assert text.hours(guide, {"always": True, "confirmed": True}, english) == ["24 hours a day, every day"]


def test_hours_never_printed_unless_confirmed(guide: Guide) -> None:
    assert text.hours(guide, {"always": True}, guide.languages[0]) == []


def test_numbers_keep_their_digits_and_their_line() -> None:
    assert (
        str(text.phone_link("0808 80 10 800"))
        == '<a class="tel" href="tel:08088010800">0808\u00a080\u00a010\u00a0800</a>'
    )
    assert 'href="sms:84001"' in text.sms_link("84001")


def test_a_name_without_welsh_is_marked(guide: Guide) -> None:
    assert (
        str(text.in_language({"en": "Report & Remove"}, guide.language("cy")))
        == '<span lang="en">Report &amp; Remove</span>'
    )
    assert str(text.in_language({"en": "Meic", "cy": "Meic"}, guide.language("cy"))) == "Meic"


def test_addresses_prefer_the_readers_language(guide: Guide) -> None:
    assert text.address({"en": "https://a", "cy": "https://b"}, guide.language("cy")) == ("https://b", "cy")
    assert text.address({"en": "https://a"}, guide.language("cy")) == ("https://a", "en")


def test_folders_take_the_slug_of_their_index(tmp_path: Path) -> None:
    from canllaw.addresses import address

    guide = load(tiny_guide(tmp_path))
    found = {page.name: address(guide, page) for page in guide.pages["cy"].values()}
    assert found["index.md"] == "cy/"
    assert found["hives/index.md"] == "cy/cychod/"
    assert found["hives/swarms.md"] == "cy/cychod/heidiau/"
    assert address(guide, guide.pages["en"]["hives/swarms.md"]) == "en/hives/swarms/"
