"""No English on a Welsh page and no Welsh on an English one, but for what is marked as such."""

import copy
import functools
import re

from bs4 import BeautifulSoup, Tag
from simplemma.language_detector import in_target_language

from canllaw.load import load
from support import ROOT

Pages = dict[str, BeautifulSoup]
OTHER = {"en": "cy", "cy": "en"}
SHORT = 5
known_share = functools.cache(in_target_language)  # menus and warnings stand on every page


def own_text(element: Tag, code: str) -> str:
    """The words of an element that claim to be in the page's language: no run marked as another's, no names of sources."""
    words = copy.copy(element)
    for marked in words.select(
        f'[lang="{OTHER[code]}"], cite, .footnote-ref, .footnote-backref, a[href^="http"], a[href^="mailto"]'
    ):
        marked.decompose()
    return re.sub(r"\s+", " ", words.get_text(" ")).strip()


def test_every_paragraph_is_in_the_language_of_its_page(guide_pages: Pages) -> None:
    for name, page in guide_pages.items():
        code = name.split("/")[0]
        for element in page.select("main :is(p, li, td, dd, h1, h2, h3, h4), nav li, header p, footer li"):
            if (
                element.select("p, li")
                or element.find_parent(class_="references")
                or element.find_parent(class_="footnote")
            ):
                continue
            text = own_text(element, code)
            if len(text.split()) < SHORT:
                continue
            ours = known_share(text, lang=code)
            theirs = known_share(text, lang=OTHER[code])
            assert ours >= theirs, f"{name}: {text[:120]!r} reads as {OTHER[code]} ({theirs:.2f} to {ours:.2f})"


def test_no_interface_word_of_one_language_stands_on_the_other_s_pages(guide_pages: Pages) -> None:
    strings = load(ROOT).strings
    for name, page in guide_pages.items():
        code = name.split("/")[0]
        words = [text[OTHER[code]] for text in strings.values() if text[OTHER[code]] != text[code]]
        phrases = {word.split("{")[0].strip() for word in words if len(word.split("{")[0].split()) >= 2}
        left = copy.copy(page)
        for marked in left.select(f'[lang="{OTHER[code]}"], cite'):
            marked.decompose()
        shown = left.get_text(" ")
        shown += " ".join(
            str(one.get(key)) for one in left.find_all(True) for key in ("title", "aria-label", "alt") if one.get(key)
        )
        for phrase in phrases:
            assert phrase not in shown, f"{name}: {phrase!r}"


def test_footnotes_back_links_and_boxes_speak_the_language_of_the_page(guide_pages: Pages) -> None:
    expected = {"en": "Back to note ", "cy": "Yn ôl at nodyn "}
    for name, page in guide_pages.items():
        for back in page.select(".footnote-backref"):
            assert str(back["title"]).startswith(expected[name.split("/")[0]]), name


def test_services_without_a_welsh_name_are_marked_english(guide_pages: Pages) -> None:
    page = guide_pages["cy/llinellau-cymorth/index.html"]
    for record in load(ROOT).helplines.values():
        heading = page.select_one(f"#name-{record.id}")
        assert heading is not None, record.id
        marked = heading.select_one('[lang="en"]')
        assert bool(marked) == ("cy" not in record.data["name"]), record.id
