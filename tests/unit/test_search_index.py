"""From a page's HTML to the index: sections, packing, and what the script holds."""

import json
import re
from collections import Counter
from itertools import accumulate

import pytest

from canllaw.model import Language
from canllaw.search import cut, moved
from canllaw.search.articles import aligned
from canllaw.search.index import payload, script
from canllaw.search.packing import BASE, DIGITS, STEPS, codes, front_coded, number, rising, sets
from canllaw.search.stream import BREAK, HEAD, PAGE, SECTION, STOP, tokens

WELSH = Language("cy", "docs_cy", "Cymraeg", "cy_GB", "welsh", "DECHRAU-YMA.html", "DARLLENWCH.txt")
PAGE_HTML = """
<h1 id="top-of-it">Y gyfraith</h1><p>Testun <a href="../x/">y dudalen</a>.<sup id="fnref:a"><a href="#fn:a">1</a></sup></p>
<nav class="contents"><ul><li>Cynnwys</li></ul></nav>
<h2 id="first">Rhan <em>un</em></h2><p>Un paragraff.</p><ul><li>eitem</li></ul>
<aside class="provision" id="law-a-1"><p class="provision__name"><a href="#">adran 1</a></p><p>Crynodeb.</p>
<dl class="facts"><div><dt>Statws</dt><dd>Mewn grym</dd></div></dl></aside>
<p>Wedyn <cite lang="en">An English Title</cite> gan <cite>Awdur</cite>.</p>
<div class="helplines"><section class="helpline" id="helpline-x"><h3 class="helpline__name">Llinell</h3><p>0800 1111</p></section></div>
<div class="footnote"><ol><li id="fn:a">Nodyn</li></ol></div>
"""


def test_a_page_is_cut_where_a_result_can_lead() -> None:
    one = cut("law.md", "Y gyfraith", "", PAGE_HTML, "cy", cards=True)
    assert [(section.anchor, section.heading) for section in one.sections] == [
        ("", "Y gyfraith"), ("first", "Rhan un"), ("law-a-1", "adran 1"), ("helpline-x", "Llinell"),
    ]  # fmt: skip
    top, first, law, card = one.sections
    assert top.blocks == ["Testun y dudalen."]  # neither contents nor the marks of notes
    assert first.blocks == ["Un paragraff.", "eitem", "Wedyn gan Awdur."]  # what follows a box belongs to its heading
    assert law.blocks == ["Crynodeb."] and law.details == ["statws", "mewn", "grym"]
    assert card.blocks == ["0800 1111"] and card.card


def test_a_repeated_card_is_only_named() -> None:
    one = cut("parents.md", "", "", PAGE_HTML, "cy", cards=False)
    assert [section.anchor for section in one.sections] == ["", "first", "law-a-1"]
    assert one.sections[1].shows == ["helpline-x"]


def test_languages_are_brought_into_one_order_and_must_have_the_same_places() -> None:
    ours = cut("a.md", "", "", '<h1>A</h1><h2 id="x">X</h2><h2 id="y">Y</h2>', "cy", cards=False)
    theirs = cut("a.md", "", "", '<h1>A</h1><h2 id="y">Y</h2><h2 id="x">X</h2>', "en", cards=False)
    assert [section.anchor for section in aligned([ours], [theirs])[0].sections] == ["", "y", "x"]
    fewer = cut("a.md", "", "", '<h1>A</h1><h2 id="y">Y</h2>', "en", cards=False)
    with pytest.raises(ValueError, match=r"a\.md does not have the same sections"):
        aligned([ours], [fewer])


def test_a_text_is_cut_so_that_it_can_be_shown_again() -> None:
    assert tokens("Ffoniwch 999 (am ddim), nawr: mae’n \"frys\"!") == [
        "Ffoniwch", "999", "(", "am", "ddim", ")", ",", "nawr", ":", "mae'n", "\u201c", "frys", "\u201d", "!",
    ]  # fmt: skip
    assert tokens("help@meic.cymru / a+b") == ["help@meic.cymru", "/", "a", "+", "b"]


def read_numbers(text: str) -> list[int]:
    """`packing.number` the other way, as the browser's script reads it."""
    found, at = [], 0
    while at < len(text):
        first = DIGITS.index(text[at])
        if first < 60:
            found.append(first)
            at += 1
        elif first < BASE - 1:
            found.append(60 + (first - 60) * BASE + DIGITS.index(text[at + 1]))
            at += 2
        else:
            value = 0
            for digit in text[at + 1 : at + 5]:
                value = value * BASE + DIGITS.index(digit)
            found.append(value)
            at += 5
    return found


def read_words(text: str) -> list[str]:
    """`packing.front_coded` the other way."""
    found = [""]
    for step, rest in re.findall(f"([{re.escape(STEPS)}])([^{re.escape(STEPS)}]*)", text):
        found.append(found[-1][: STEPS.index(step)] + rest)
    return found[1:]


def test_numbers_are_read_as_they_were_written() -> None:
    values = [0, 1, 59, 60, 61, 150, 2789, 2790, 2791, 100_000, 21_000_000]
    assert read_numbers("".join(map(number, values))) == values
    assert read_numbers(rising([[3, 3000, 3001], [3, 4], [9, 10]])) == [3, 3, 2997, 1, 2, 0, 1, 2, 6, 1]


def test_a_page_found_by_words_gives_the_words_of_a_section_once_by_number() -> None:
    assert read_numbers(sets([[2, 70, 71], [], [5]])) == [3, 2, 68, 1, 0, 1, 5]
    html = "<h1>Teitl</h1><p>Mae plant yma. Mae plant yno, mae.</p><h2 id=a>Arall</h2><h2 id=b>Olaf</h2><p>Plant.</p>"
    one = cut("a.md", "Teitl", "Disgrifiad", html, "cy", cards=True)
    data = payload(WELSH, [one, one], ["cy/a/", "cy/b/"], [0], [], {})
    shown = [*data["marks"], *(word for part in data["words"] for word in read_words(part))]
    assert len(data["text"]) < len(payload(WELSH, [one, one], ["cy/a/", "cy/b/"], [], [], {})["text"])
    left = read_numbers(data["bagged"])
    sections = []
    while left:
        size, *left = left
        sections.append([shown[at] for at in accumulate(left[:size])])
        left = left[size:]
    assert [sorted(words) for words in sections] == [["mae", "plant", "yma", "yno"], [], ["plant"]]


@pytest.mark.parametrize("size", [1, 50, 3000, 8000, 9000, 60_000, 300_000])
def test_words_get_codes_that_none_shares(size: int) -> None:
    counts = Counter({f"w{at}": size - at for at in range(size)})
    book = codes(counts, ["\n", "."])
    assert book.ones + book.twos + book.threes <= BASE
    written = [book.write(at) for at in range(len(book.words))]
    assert len(set(written)) == len(written) and len(book.words) == size + 2
    assert len(book.write(book.words.index("w0"))) == 1  # the most frequent word is the shortest
    # No code begins another: the browser knows by its first digit how long each is.
    firsts: dict[str, set[int]] = {}
    for one in written:
        firsts.setdefault(one[0], set()).add(len(one))
    assert all(len(lengths) == 1 for lengths in firsts.values())


def test_too_many_words_are_refused() -> None:
    with pytest.raises(ValueError, match="too many words"):
        codes(Counter({str(at): 1 for at in range(BASE**3 + 1)}), [])


def test_sorted_words_are_written_by_what_differs() -> None:
    assert front_coded(["plant", "plentyn", "plwyf"]) == f"{STEPS[0]}plant{STEPS[2]}entyn{STEPS[2]}wyf"
    with pytest.raises(ValueError, match="holds a sign"):
        front_coded(["a+b"])


def made(html: str) -> dict[str, object]:
    one = cut("a.md", "Teitl", "Disgrifiad", html, "cy", cards=True)
    return dict(payload(WELSH, [one], ["cy/a/"], [], [], {}))


def test_the_index_holds_the_text_once_and_nothing_that_could_end_a_script() -> None:
    data = made("<h1>Teitl</h1><p>Mae plant yma. Mae &lt;/script&gt; yma.</p>")
    text = script("cy", data)  # type: ignore[arg-type]
    assert text.startswith('canllawIndex("cy",{') and text.endswith("});\n") and "</script" not in text
    assert data["pages"] == ["cy/a/"] and data["marks"][:5] == [BREAK, STOP, HEAD, SECTION, PAGE]  # type: ignore[index]


def test_the_same_sources_give_the_same_bytes_in_any_order() -> None:
    html = "<h1>Teitl</h1><p>Mae plant a phobl ifanc yma, ac mae mwy.</p>"
    assert json.dumps(made(html)) == json.dumps(made(html))


def test_addresses_change_for_a_copy_and_nothing_else_does() -> None:
    text = 'canllawIndex("cy",{"pages":["cy/","cy/y-gyfraith/"],"text":"cy/ a"});\n'
    places = {"cy/": "DECHRAU-YMA.html", "cy/y-gyfraith/": "cy/y-gyfraith/index.html"}
    assert moved(text, places, ["cy"]) == (
        'canllawIndex("cy",{"pages":["DECHRAU-YMA.html","cy/y-gyfraith/index.html"],"text":"cy/ a"});\n'
    )
    assert moved("(function () {})();\n", places, ["cy"]) == "(function () {})();\n"


def test_the_tables_of_a_copy_say_nothing_in_a_language_it_lacks() -> None:
    both = {"cy": 1, "en": 2}
    card = {"name": "A", "page": "cy/"}
    tables = {
        "tables": both, "names": [both], "say": both, "pages": {"cy": "cy/", "en": "en/"},
        "offers": {"cy": [["T", "cy/"], ["U", "cy/u/"]], "en": []}, "trouble": [{"words": both, "say": both}],
        "helplines": {"cy": [card], "en": [card]},
    }  # fmt: skip
    text = moved(f"canllawTables({json.dumps(tables)});\n", {"cy/": "A.html"}, ["cy"])
    data = json.loads(text.removeprefix("canllawTables(").removesuffix(");\n"))
    assert data["tables"] == both and data["names"] == [both] and data["trouble"] == [{"words": both, "say": {"cy": 1}}]
    assert (
        data["say"] == {"cy": 1} and data["pages"] == {"cy": "A.html"} and data["offers"] == {"cy": [["T", "A.html"]]}
    )
    assert data["helplines"] == {"cy": [{"name": "A", "page": "A.html"}]}
