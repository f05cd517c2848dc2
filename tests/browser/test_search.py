"""The search box, as a reader uses it: in both browsers, over http and from a folder, with a strict policy."""

import pytest

from axe import put_in, violations
from browsers import Browser, Chromium, chromium

BOX = "form[role=search] input[type=search]"
RESULTS = "#search-results .results > li"
READY = f"document.querySelectorAll({RESULTS!r}).length > 0"


def search(browser: Browser, query: str, until: str = READY) -> None:
    """Type a query into the box and wait for what is asked for."""
    browser.run(f"document.querySelector({BOX!r}).focus()")
    browser.type(BOX, query)
    browser.until(until)


def links(browser: Browser) -> list[str]:
    """Where the results lead, in order."""
    found: list[str] = browser.run(f"[...document.querySelectorAll({RESULTS + ' a'!r})].map((one) => one.href)")
    return found


def marks(browser: Browser) -> list[str]:
    """What is marked, each once."""
    found: list[str] = browser.run(
        "[...new Set([...document.querySelectorAll('#search-results mark')].map((one) => one.textContent))]"
    )
    return found


def test_the_results_show_while_one_types_and_lead_to_the_section(browser: Browser, strict: str) -> None:
    browser.go(strict + "cy/rhieni-a-gofalwyr/")
    search(browser, "adran 47")
    assert links(browser)[0] == strict + "cy/dyletswyddau/#law-ca-1989-47"
    browser.click(RESULTS + " a")
    browser.arrive(strict + "cy/dyletswyddau/#law-ca-1989-47")
    assert browser.run("document.querySelector(':target').id") == "law-ca-1989-47"


def test_the_form_that_stands_on_the_page_is_marked(browser: Browser, strict: str) -> None:
    """Whoever types the radical, or another mutation, sees the form that was found."""
    browser.go(strict + "cy/")
    search(browser, "mhlentyn")
    found = {one.lower() for one in marks(browser)}
    assert "plentyn" in found and found & {"blentyn", "blant", "phlant", "phlentyn"}, found
    assert "mhlentyn" not in marks(browser)


def test_nothing_is_loaded_before_the_box_is_used(strict: str) -> None:
    with chromium() as browser:
        browser.go(strict + "cy/")
        assert not [one for one in browser.requests if "search-" in one]
        browser.page.locator(BOX).focus()
        browser.page.wait_for_load_state("networkidle")
        asked = {one.rsplit("/", 1)[1] for one in browser.requests if "search-" in one}
        assert "search-cy.js" in asked and "search-en.js" not in asked  # one language only


def test_it_works_under_the_policy_and_says_nothing_to_anybody(browser: Browser, strict: str) -> None:
    """Address, history, storage and title know nothing of what was typed; and it is gone when the page is left."""
    browser.go(strict + "en/")
    before = browser.run("[location.href, history.length, document.title]")
    search(browser, "suicide")
    assert browser.run("document.querySelector('.trouble') !== null") is True
    assert browser.run("[location.href, history.length, document.title]") == before
    assert browser.run("[document.cookie, localStorage.length, sessionStorage.length, history.state]") == [
        "",
        0,
        0,
        None,
    ]
    browser.click("header .header__links a")
    browser.arrive(strict + "en/helplines/")
    browser.back()
    browser.arrive(strict + "en/")
    assert browser.run(f"document.querySelector({BOX!r}).value") == ""
    if isinstance(browser, Chromium):
        assert not [one for one in browser.messages if one.startswith(("error", "warning"))], browser.messages
        assert not [one for one in browser.requests if "suicide" in one]


def test_the_keyboard_alone_is_enough(browser: Browser, strict: str) -> None:
    browser.go(strict + "en/grooming/")
    search(browser, "blackmail")
    active = "document.activeElement"
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        browser.press(key)
        assert browser.run(f"{active}.href") == links(browser)[place]
    browser.press("ArrowUp")
    assert browser.run(f"{active} === document.querySelector({BOX!r})") is True
    browser.press("Enter")
    assert browser.run(f"{active}.href") == links(browser)[0]
    browser.press("Escape")
    assert browser.run(f"{active} === document.querySelector({BOX!r}) && {active}.value === ''") is True
    assert browser.run("document.querySelector('#search-results').hidden") is True
    # No trap: Tab goes through the results and on into the page.
    search(browser, "blackmail")
    for _ in range(2 + 2 * len(links(browser))):
        browser.press("Tab")
        if browser.run(f"{active}.closest('.finder') === null"):
            break
    assert browser.run(f"{active}.closest('.finder') === null") is True


def test_enter_on_a_result_opens_it(browser: Browser, strict: str) -> None:
    browser.go(strict + "cy/")
    search(browser, "Hackett")
    browser.press("ArrowDown")
    browser.press("Enter")
    browser.arrive(strict + "cy/ymddygiad-rhywiol-niweidiol/#continuum")


def test_the_count_is_announced_politely_once_typing_stops(browser: Browser, strict: str) -> None:
    browser.go(strict + "cy/")
    search(browser, "bwlio")
    status = "document.querySelector('form[role=search] [role=status]').textContent"
    assert browser.run(status) == ""
    browser.until(f"{status}.startsWith('Canlyniadau: ')")
    assert browser.run(status) == f"Canlyniadau: {len(links(browser))}"


def test_a_link_within_the_page_leaves_no_trace_and_closes_the_results(browser: Browser, strict: str) -> None:
    browser.go(strict + "en/helplines/")
    before = browser.run("history.length")
    search(browser, "Childline")
    browser.click(RESULTS + " a")
    browser.until("location.hash === '#helpline-childline'")
    assert browser.run("history.length") == before
    assert browser.run("document.querySelector('#search-results').hidden") is True


def test_no_language_is_lost_for_a_word_of_the_other(browser: Browser, strict: str) -> None:
    """A Welsh reader who types an English word gets Welsh pages, and a link that shows the English results."""
    browser.go(strict + "cy/")
    other = "document.querySelector('.search__other a')"
    search(browser, "police", f"{READY} && {other} !== null")
    assert all("/cy/" in one or one.startswith(strict + "cy/") for one in links(browser))
    assert browser.run(f"{other}.lang") == "en"
    browser.click(".search__other a")
    assert all(one.startswith(strict + "en/") for one in links(browser))
    assert browser.url() == strict + "cy/"


def test_no_result_is_in_the_other_language(strict: str) -> None:
    with chromium() as browser:
        for code, query in (("cy", "online abuse grooming"), ("en", "cam-drin ar-lein plant")):
            browser.go(strict + code + "/")
            search(browser, query)
            assert all(f"/{code}/" in one for one in links(browser))


def test_somebody_in_trouble_sees_who_can_help_above_everything_else(browser: Browser, strict: str) -> None:
    for start, query, numbers in (
        ("cy/", "hunanladdiad", ["0800 068 4141", "116 123"]),
        ("cy/", "rhywun yn fy mygwth", []),
        ("en/", "he has my pictures", []),
        ("en/", "help me", ["0800 1111"]),
        ("en/", "dwi isio marw", ["0800 068 4141"]),  # a cry for help is understood in either language
    ):
        browser.go(strict + start)
        search(browser, query, "document.querySelector('#search-results .trouble') !== null")
        first = browser.run("document.querySelector('#search-results').firstElementChild.className")
        assert first == "trouble", query
        text = browser.run("document.querySelector('.trouble').textContent").replace("\u00a0", " ")
        assert all(number in text for number in numbers), (query, text)
        hrefs = browser.run(
            "[...document.querySelectorAll('.trouble a[href^=\"tel:\"]')].map((one) => [one.href, one.textContent])"
        )
        assert all(href == "tel:" + shown_number.replace("\u00a0", "") for href, shown_number in hrefs)


@pytest.mark.parametrize(
    "query", ["section 47", "images of children law", "grooming", "adran 130", "bwlio", "harmful sexual behaviour"]
)
def test_a_practitioner_is_not_taken_for_somebody_in_trouble(query: str, strict: str) -> None:
    with chromium() as browser:
        browser.go(strict + ("cy/" if query in ("adran 130", "bwlio") else "en/"))
        search(browser, query)
        assert browser.run("document.querySelector('.trouble')") is None


def test_nothing_found_says_so_and_offers_a_way_on(browser: Browser, strict: str) -> None:
    browser.go(strict + "cy/")
    search(browser, "qqzzx", "document.querySelector('#search-results').textContent.includes('Ni chafwyd')")
    offered = browser.run("[...document.querySelectorAll('#search-results a')].map((one) => one.href)")
    assert strict + "cy/llinellau-cymorth/" in offered and strict + "cy/geirfa/" in offered


def test_a_word_two_letters_off_is_suggested(browser: Browser, strict: str) -> None:
    browser.go(strict + "en/")
    search(browser, "radicallizasion", "document.querySelector('#search-results button') !== null")
    browser.click("#search-results button")
    browser.until(READY)
    assert links(browser)[0].startswith(strict + "en/radicalisation/")


HOSTILE = [
    "a" * 10_000,
    "(.*)+$ [a-z]{999} \\1 ^|?",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; \"'`",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 😀",
    "\u202eplentyn\u202c \u200f\u061c שלום مرحبا",
    "'r 'n 'i 'u 'w 'm 'th 'ch",
    "i'r a'r o'n",
    "- -- ' '' -'- …",
    " \t \u00a0 ",
    "__proto__ constructor hasOwnProperty toString",
    "ﬀ İ ẞ ǆ ㎏ ½ ²",
    "plentyn " * 500,
]


@pytest.mark.parametrize("place", ["cy/", "en/"])
def test_hostile_queries_are_answered_calmly(place: str, strict: str) -> None:
    with chromium() as browser:
        browser.go(strict + place)
        search(browser, "a")
        for query in [*HOSTILE, *HOSTILE[:3]]:
            # As a program would put it there: past the limit of the box, lone halves of characters included.
            browser.page.evaluate(
                "([box, text]) => { const one = document.querySelector(box); one.value = text; one.dispatchEvent(new Event('input')); }",
                [BOX, query],
            )
            assert browser.run("document.querySelectorAll('#search-results script, #search-results img').length") == 0
        for lone in ("\\ud800", "plant \\udc00 ar-lein", "\\ud83d"):
            browser.page.evaluate(
                f"() => {{ const one = document.querySelector({BOX!r}); one.value = '{lone}'; one.dispatchEvent(new Event('input')); }}"
            )
        search(browser, "grooming")
        assert not [one for one in browser.messages if one.startswith(("error", "warning"))], browser.messages


@pytest.mark.parametrize(
    ("page", "query", "scheme"),
    [
        ("cy/", "rhywun yn fy mygwth", "light"),
        ("cy/", "qqzzx", "dark"),
        ("cy/geirfa/", "police", "dark"),
        ("cy/llinellau-cymorth/", "heddlu", "dark"),
        ("en/missing/", "police", "light"),
    ],
)
def test_axe_finds_nothing_with_results_help_nothing_or_another_language_shown(
    page: str, query: str, scheme: str, served: str
) -> None:
    with chromium() as browser:
        browser.page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            browser.resize(width, 900)
            browser.go(served + page)
            search(browser, query, "document.querySelector('#search-results a') !== null")
            browser.page.wait_for_timeout(100)
            assert browser.run("document.documentElement.scrollWidth") <= width
            put_in(browser)
            assert not violations(browser)


def test_without_scripts_the_box_leads_to_the_index(plain: Browser, served: str) -> None:
    plain.go(served + "cy/y-gyfraith/")
    plain.type(BOX, "plentyn")
    plain.click("form[role=search] button")
    address = plain.url().rstrip("?")
    assert address == served + "cy/chwilio/" and "plentyn" not in plain.url()


def test_where_the_index_cannot_be_had_the_box_leads_to_the_index_page(served: str) -> None:
    with chromium() as browser:
        browser.page.route("**/search-cy.js", lambda route: route.abort())
        browser.go(served + "cy/y-gyfraith/")
        browser.page.locator(BOX).focus()
        browser.page.wait_for_function(
            "() => self.canllawTables !== undefined && document.querySelectorAll('head script').length > 7"
        )
        browser.type(BOX, "plentyn")
        browser.page.wait_for_timeout(200)
        browser.press("Enter")
        browser.page.wait_for_url(served + "cy/chwilio/**")
        assert "plentyn" not in browser.url()
