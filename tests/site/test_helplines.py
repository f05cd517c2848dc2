"""Every number on the site is one that may be printed, digit for digit."""

import copy
import re

from bs4 import BeautifulSoup

from canllaw.load import load
from support import ROOT

Pages = dict[str, BeautifulSoup]
GUIDE = load(ROOT)


def test_every_telephone_link_shows_the_digits_of_a_record(guide_pages: Pages) -> None:
    phones = {one["number"].replace(" ", "") for r in GUIDE.helplines.values() for one in r.data.get("phones", ())}
    texts = {r.data["text"]["number"] for r in GUIDE.helplines.values() if "text" in r.data}
    for name, page in guide_pages.items():
        for link in page.select('a[href^="tel:"], a[href^="sms:"]'):
            scheme, digits = str(link["href"]).split(":")
            assert re.sub(r"\D", "", link.text) == digits, name
            assert digits in (phones if scheme == "tel" else {text.replace(" ", "") for text in texts}), (name, digits)


def test_no_number_stands_outside_a_link_and_no_dead_number_anywhere(guide_pages: Pages) -> None:
    dead = {one["number"].replace(" ", "") for one in GUIDE.do_not_print}
    assert "08088005002" in dead
    for name, page in guide_pages.items():
        assert page.main is not None
        text = page.main.get_text(" ")
        digits = re.sub(r"(?<=\d)[\s\u00a0]+(?=\d)", "", text)
        assert not [number for number in dead if len(number) > 5 and number in digits], name
        left = copy.copy(page.main)
        for link in left.select("a, [data-edition]"):
            link.decompose()
        assert not re.search(r"\b0[38]\d[\d\s\u00a0]{7,}", left.get_text(" ")), name


def test_every_service_has_one_card_on_the_helplines_page_in_each_language(guide_pages: Pages) -> None:
    for page in (guide_pages["en/helplines/index.html"], guide_pages["cy/llinellau-cymorth/index.html"]):
        cards = [str(card["id"]) for card in page.select(".helpline")]
        assert sorted(cards) == sorted(f"helpline-{key}" for key in GUIDE.helplines)
        assert cards[0] == "helpline-police-999"
        assert not page.select("details"), "no helpline stands inside a fold"


def test_hours_are_printed_only_where_they_are_confirmed(guide_pages: Pages) -> None:
    allowed = {"police-999", "childline", "live-fear-free", "samaritans", "papyrus"}
    page = guide_pages["en/helplines/index.html"]
    with_hours = {
        str(card["id"]).removeprefix("helpline-")
        for card in page.select(".helpline")
        if any(term.text.startswith("Opening hours") for term in card.select("dt"))
    }
    assert with_hours == allowed


def test_every_card_says_when_it_was_checked_and_offers_a_silent_way_or_says_there_is_none(guide_pages: Pages) -> None:
    for card in guide_pages["en/helplines/index.html"].select(".helpline"):
        record = GUIDE.helplines[str(card["id"]).removeprefix("helpline-")]
        assert "23 November 2026" in card.get_text(" "), record.id
        if "phones" in record.data:
            assert {"text", "online", "email", "silent"} & record.data.keys(), (
                f"{record.id} has no silent way and does not say so"
            )
