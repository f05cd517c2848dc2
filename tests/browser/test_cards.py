"""Helplines a person can use at once: open now, a choice of who and what, a call link as wide as the phone, a poster."""

import json
from datetime import datetime
from pathlib import Path

import pypdf

from browsers import Browser, Chromium, chromium, shown

CARDS = "Array.from(document.querySelectorAll('article .helpline')).filter((one) => one.offsetParent !== null).map((one) => one.id)"
NINE_TO_FIVE = [
    {"day": day, "open": 540, "close": 1020, "opens": f"{name}, 9am", "closes": "5pm"}
    for day, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
]
FRIDAY_NIGHT = [{"day": 4, "open": 1320, "close": 1560, "opens": "Friday, 10pm", "closes": "2am"}]


def choose(browser: Browser, field: str, value: str) -> None:
    browser.run(
        f"(document.querySelector('#filter-{field}').value = {value!r}, document.querySelector('#filter-{field}').dispatchEvent(new Event('change', {{bubbles: true}})))"
    )


def test_the_filter_shows_what_fits_and_says_how_many(browser: Browser, strict: str) -> None:
    browser.go(strict + "cy/llinellau-cymorth/")
    everything = browser.run(CARDS)
    choose(browser, "who", "children")
    choose(browser, "what", "images")
    some = browser.run(CARDS)
    assert {"helpline-police-999", "helpline-childline", "helpline-meic", "helpline-report-remove"} <= set(some)
    assert not {"helpline-revenge-porn", "helpline-posh", "helpline-papyrus"} & set(some)
    assert (
        browser.run("document.querySelector('.filter [role=status]').textContent")
        == f"Gwasanaethau sy'n cael eu dangos: {len(some)}"
    )
    # A part of the page with nothing left goes, heading and all.
    assert browser.run("document.querySelector('#for-practitioners').offsetParent === null")
    assert browser.run("document.querySelector('#about-these-details').offsetParent !== null")
    # A link to something that is not shown shows everything again.
    browser.click("nav.contents a[href='#for-practitioners']")
    assert browser.run(CARDS) == everything and browser.url().endswith("#for-practitioners")
    choose(browser, "who", "practitioners")
    browser.click(".filter button")
    browser.until(f"{CARDS}.length === {len(everything)}")
    assert browser.run("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_without_a_script_the_headings_do_the_work(plain: Browser, served: str) -> None:
    plain.go(served + "en/helplines/")
    plain.click("nav.contents a[href='#for-children']")
    assert plain.url().endswith("#for-children")


def test_without_a_script_there_is_no_form_and_every_card(served: str) -> None:
    with chromium(scripts=False) as browser:
        browser.go(served + "en/helplines/")
        assert not browser.page.locator(".filter").is_visible()
        assert not browser.page.locator(".helpline__now").first.is_visible()
        assert all(card.is_visible() for card in browser.page.locator("article .helpline").all())


def said(browser: Chromium, moment: str, periods: object, holiday: str = "unknown", checked: str = "2026-11-23") -> str:
    browser.page.clock.set_system_time(datetime.fromisoformat(moment))
    hours = json.dumps({"periods": periods, "holiday": holiday})
    line = "document.querySelector('#helpline-childline .helpline__now')"
    holidays = "2026-12-25 2026-12-28"
    browser.run(
        f"({line}.dataset.hours = {shown(hours)}, {line}.dataset.checked = {shown(checked)},"
        f" {line}.closest('.helplines').dataset.bankHolidays = {shown(holidays)}, dispatchEvent(new PageTransitionEvent('pageshow')))"
    )
    return str(browser.run(f"{line}.hidden ? '' : {line}.textContent"))


MOMENTS = [
    ("2026-11-25T10:00:00+00:00", NINE_TO_FIVE, "unknown", "Open now. Closes: 5pm"),
    ("2026-11-25T17:00:00+00:00", NINE_TO_FIVE, "unknown", "Closed now. Opens: Thursday, 9am"),
    ("2026-11-25T08:59:00+00:00", NINE_TO_FIVE, "unknown", "Closed now. Opens: Wednesday, 9am"),
    ("2026-11-28T12:00:00+00:00", NINE_TO_FIVE, "unknown", "Closed now. Opens: Monday, 9am"),
    # The clock in Wales, an hour ahead of UTC in July; and somewhere else it is already another day.
    ("2026-07-01T08:30:00+00:00", NINE_TO_FIVE, "unknown", "Open now. Closes: 5pm"),
    ("2026-11-25T22:30:00-08:00", NINE_TO_FIVE, "unknown", "Closed now. Opens: Thursday, 9am"),
    # Past midnight, on the day after.
    ("2026-11-28T01:59:00+00:00", FRIDAY_NIGHT, "unknown", "Open now. Closes: 2am"),
    ("2026-11-28T02:00:00+00:00", FRIDAY_NIGHT, "unknown", "Closed now. Opens: Friday, 10pm"),
    # Bank holidays: as recorded, and where nothing is recorded nothing is said.
    ("2026-12-25T10:00:00+00:00", NINE_TO_FIVE, "unknown", ""),
    ("2026-12-25T10:00:00+00:00", NINE_TO_FIVE, "open", "Open now. Closes: 5pm"),
    ("2026-12-25T10:00:00+00:00", NINE_TO_FIVE, "closed", "Closed now. Opens: Tuesday, 9am"),
    ("2026-12-26T10:00:00+00:00", NINE_TO_FIVE, "unknown", "Closed now."),
]  # fmt: skip


def test_open_now_by_the_clock_in_wales(served: str) -> None:
    with chromium() as browser:
        browser.page.clock.install(time=datetime.fromisoformat("2026-11-25T10:00:00+00:00"))
        browser.go(served + "en/helplines/")
        for moment, periods, holiday, expected in MOMENTS:
            assert said(browser, moment, periods, holiday, checked=moment[:10]) == expected, (moment, holiday)
        # Hours checked too long ago are not relied on.
        moment = "2026-11-25T10:00:00+00:00"
        assert said(browser, moment, NINE_TO_FIVE, checked="2026-05-29") == "Open now. Closes: 5pm"
        assert said(browser, moment, NINE_TO_FIVE, checked="2026-05-28") == ""


def test_a_service_that_never_closes_is_open_now(browser: Browser, strict: str) -> None:
    browser.go(strict + "cy/llinellau-cymorth/")
    assert browser.run("document.querySelector('#helpline-childline .helpline__now').textContent") == "Ar agor nawr."
    told = "Array.from(document.querySelectorAll('.helpline__now')).filter((one) => !one.hidden).length"
    assert browser.run(told) == 5


def test_call_links_fill_a_phone_and_are_easy_to_hit(browser: Browser, strict: str) -> None:
    browser.resize(450, 900)
    browser.go(strict + "cy/llinellau-cymorth/")
    boxes = browser.run(
        "Array.from(document.querySelectorAll('.helpline__call .tel')).map((one) => [one.getBoundingClientRect().width /"
        " one.closest('.helpline').getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    assert boxes and all(width > 0.85 and height >= 44 for width, height in boxes), boxes


def test_the_poster_is_one_sheet_in_both_languages_of_what_was_chosen(strict: str, tmp_path: Path) -> None:
    with chromium() as browser:
        for page in ("cy/poster/", "en/poster/"):
            browser.go(strict + page)
            browser.page.pdf(path=tmp_path / "poster.pdf", prefer_css_page_size=True)
            sheets = pypdf.PdfReader(tmp_path / "poster.pdf").pages
            assert len(sheets) == 1
            assert [round(float(side) / 72 * 25.4) for side in sheets[0].mediabox[2:]] == [210, 297]
            text = " ".join(sheets[0].extract_text().split()).replace("\u00a0", " ")
            for words in (
                "Childline",
                "0800 1111",
                "Byw Heb Ofn",
                "Live Fear Free",
                "999",
                "Angen siarad",
                "Need to talk",
            ):
                assert words in text, words
            browser.page.locator(".poster__list input").first.uncheck()
            browser.page.pdf(path=tmp_path / "poster.pdf", prefer_css_page_size=True)
            assert "0800 1111" not in pypdf.PdfReader(tmp_path / "poster.pdf").pages[0].extract_text().replace(
                "\u00a0", " "
            )
