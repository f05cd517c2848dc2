"""Markdown is converted to the same bytes whether or not the searches for what is not there are spared."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from canllaw import macros
from canllaw.conversion import Conversion, held
from canllaw.footnotes import with_notes
from canllaw.load import load
from support import ROOT

SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))["markdown_extensions"]
CARD = '<div class="card">\n<p>A <b>card</b> &amp; more</p>\n</div>\n<section id="a">\n<p>*not* `code`</p>\n</section>'
PIECES = [
    "A sentence.", "*Emphasis* and __strong__ and *__both__*.", "`code` and ``co`de``", r"\*escaped\* \\ \[", "R&D &amp; &copy; &#233; &x",
    "[a link](page.md \"title\") and [an id](#here){.x}", "[a reference][one] and [one]", "[one]: https://one.example", "![alt](image.png)",
    "<https://one.example/?a=1&b=2>", "<one@one.example>", "line\\\nbreak", "line  \nbreak", "5 < 6 > 4", "<b>bold</b> <br> <a href=\"x\">y</a>",
    "<div>\n\nA block\n\n</div>", "<!-- a comment -->", "<!-- unclosed", "<notatag", "</p>", "<span\nclass=\"x\">two lines</span>",
    "# Heading {#id}", "## *Emphasis* in a heading", "- item\n- *item*\n\n    more", "1. one\n2. two", "| a | b |\n|---|--:|\n| *c* | d `e` |",
    "!!! note \"A *box*\"\n    Words in it.\n\n    - list", "Term\n: definition", "Said[^n].", "[^n]: A *note* with <cite>html</cite>.",
    "    code block <div>", "```\n<div>\n```", "> quoted\n> *more*", "snake_case_word and _this_", "A tab\there", "ŵ ŷ – “said” 𝒜",
    "<svg><path d=\"M0\"/></svg>", "<p>A paragraph</p> and text", "&lt;div&gt;", "*unclosed", "a ** b", "---",
    "**Bold** first\n[a link](x.md) next\n  1 more\n<b>tag</b>", "- **bold**\n  goes on\n- [a](b)\n    1. inside\n* * *", "1. one\n   more\n2. 2 two",
    "[^m]: | one line", "[x] y\n[z]: w", "12. twelve", "12.5 is a number", "# a \\", "###### ##### #", "  \n   ", "**\nalone", "- - -", "+ <b>x</b>\n=\n",
]  # fmt: skip

INLINES = [
    "word", " ", "\n", "  \n", "(", ")", ".", "!", "-", "# ", "[a link](page.md#x_y)", "[another](x.md \"title\")", "[one]", "[x](y)", "[^n]",
    "[^m]", "[^no]", "[^n", "**bold**", "**two words**", "**", "*", "_", "*em*", "__", "`", "\\", "&amp;", "&", "<", ">", "<b>", "</b>",
    "<i>in it</i>", "<a href=\"x_y*z\">", "<a href=\"[x](y)\">", "<span title=\"a\\*b&amp;\nc\">", "</a>", "<br>", "<cite lang=\"en\">\ntwo</cite>",
    "{.x}", "{ #id }", "{", "}", "[", "]", "](", "\n\n- ", "\n\n1. ", "\n\n", "\n    ", "<http://a.example>", "<one@one.example>", "<u>{</u>", "\n!!! note\n    ",
]  # fmt: skip
NOTES = "\n\n[^n]: Said [there](x.md), <cite>**so**</cite>[^m].\n\n[^m]: A *note*.\n\n[one]: https://one.example"


class Struck(Extension):
    """An inline pattern that nobody knows."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(.*?)~~", "del"), "struck", 65)


def converted(text: str, *more: Extension) -> str:
    names = list(SETTINGS)
    return str(Markdown(extensions=[*names, *more], extension_configs=SETTINGS).convert(text))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.sampled_from(["\n\n", "\n", " "]))
def test_any_mixture_of_markup_is_converted_as_ever(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert converted(text, Conversion()) == converted(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(INLINES), min_size=1, max_size=12), st.sampled_from(["", " "]), st.booleans())
def test_any_mixture_within_lines_is_converted_as_ever(pieces: list[str], between: str, notes: bool) -> None:
    text = between.join(pieces) + (NOTES if notes else "")
    assert converted(text, Conversion()) == converted(text)


@pytest.mark.parametrize(
    "text",
    [
        "- said[^n]\n- once more[^n]\n\nand[^n] again[^n]" + NOTES,  # marks are counted in their order
        "- said[^n] *so*\n- once more[^n]\n\nand[^n] again[^n]" + NOTES,
        "**one** and **two**, **three**word and (**four**)",
        "**bold [a link](x.md)** and [a **bold** link](x.md)",
        "![^n] ![a](b.md) !**c**" + NOTES,
        "## <b>In</b> a [heading](x.md)[^n] {#id}" + NOTES,
        "<b>a {.x}</b> {.y}\n\n[a](b){.z} <b>a\n{.x}</b>\n{.y}",
        "    a [link](x.md) in code <b>\n\nand `[in](x.md)` a line",
        "[a](b_c.md) d_e f_ [g_](h)",
        '<a href="x\\_y">a</a> <a href="[x](y)">b</a> <a href="x`">c</a> `d` <a href="x&amp;y">e</a>',
    ],
)
def test_markup_that_could_be_more_is_what_it_ever_was(text: str) -> None:
    assert converted(text, Conversion()) == converted(text)


def test_a_pattern_that_is_not_known_finds_what_it_looks_for() -> None:
    text = "~~Gone~~ and [a ~~link~~](x.md) \\* <b>~~so~~</b>"
    assert "<del>link</del>" in converted(text, Struck(), Conversion())
    assert converted(text, Struck(), Conversion()) == converted(text, Struck())


def test_the_engine_is_told_of_every_heading() -> None:
    text = "# One {#one}\n\n## *Two* [three](x.md)[^n] `c` <b>d</b> {#two}\n\n## Four" + NOTES
    quick, full = (Markdown(extensions=[*SETTINGS, *more], extension_configs=SETTINGS) for more in ([Conversion()], []))
    assert quick.convert(text) == full.convert(text)
    assert quick.toc_tokens == full.toc_tokens  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text", ["[\ny]: c", "- [\ny]: c", "Words\n[the form\nfor heads]: form.md", "[a] [\nb]: c", "1. [a\n]: b\n2. c"]
)
def test_a_label_over_two_lines_is_a_label(text: str) -> None:
    assert converted(text, Conversion()) == converted(text)


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n*_`[]()<>&!#-|:\\\"'^{}/=.;1\t"), max_size=60))
def test_any_text_is_converted_as_ever(text: str) -> None:
    assert converted(text, Conversion()) == converted(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=4), st.lists(st.sampled_from(PIECES), max_size=4))
def test_what_a_macro_wrote_is_left_as_it_is(before: list[str], after: list[str]) -> None:
    first, last = ("\n\n".join(part) for part in (before, after))
    if any(part in first for part in ("unclosed", "```", "<notatag")):  # there it would take the card for words
        return
    assert converted(first + held(CARD) + last, Conversion()) == converted(f"{first}\n\n{CARD}\n\n{last}")


def test_what_is_no_block_is_converted() -> None:
    assert converted(held("<span>*a*</span>"), Conversion()) == "<p><span><em>a</em></span></p>"
    assert converted(held("a *b*"), Conversion()) == "<p>a <em>b</em></p>"


@pytest.mark.parametrize("code", ["cy", "en"])
def test_every_page_is_converted_as_ever_by_one_converter(code: str) -> None:
    guide = load(Path(ROOT))
    once = Markdown(extensions=[*SETTINGS, Conversion()], extension_configs=SETTINGS)
    for page in guide.pages[code].values():
        plain, quick = (with_notes(guide, page, macros.expand(guide, page, *more)[0]) for more in ((), (held,)))
        once.reset()
        assert once.convert(quick) == converted(plain), page.file
