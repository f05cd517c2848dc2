"""The quick reading of HTML sees what Python's own parser sees, or leaves it to that."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canllaw.site.document import Element, Words
from canllaw.site.parsing import ids_of, parse, whatever, written

WRITTEN = [
    "",
    "only text &amp; more\n",
    '<!DOCTYPE html>\n<html lang="cy">\n<head><meta charset=utf-8><title>a &lt; b</title></head>\n</html>\n',
    "<p>a<br>b<br />c<img src='x' alt=\"\">\n<b class=x>d</b>\ne</p>",
    '<a href="x"title=y>a</a><details open><summary>b</summary></details>',
    '<a href="?a=1&amp;b=2" href="no" HREF=\'no\'>a</a>',
    "<ul><li>a<li>b</ul><p>c<p>d</div>e</p></p>",
    "<script>if (a < b && c) {\n}</script>\n<style>\na > b {}</style>x",
    "a<!-- one\ntwo -->b<!---->c",
    '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>\n<p\n class="x"\n>y</p>',
]
ODD = [
    "a < b",
    "<p",
    '<p x="1>a</p>',
    "<P>a</P>",
    "<a b=it's c='>'>d</a>",
    "<p>a</p >b</p x>",
    "<!-- a > b -->c<!-- never closed",
    "<script>a</style></SCRIPT>b",
    "<script>never closed",
    "<textarea><p></textarea><iframe><b></iframe>",
    "<?php a ?><![CDATA[b]]>",
    "</><3",
]
BITS = [
    "<", ">", "/", '"', "'", "=", " ", "\n", "&", "&amp;", "&copy", "x", "é", "\xa0", "--", "<br/>", "<p>", "</p>",
    '<a href="x"b>', "<b class=x/>", "<!--", "-->", "<script>", "</script>", "</style >", "<P>", "<x-y z=''>", "</p x>",
]  # fmt: skip
IDENTIFIED = [
    '<p id="a">', "<b class=x id=b>", "<i ID='c &amp; d'>", '<p id="">', '<p id="e" id="f">', "<p data-id='g'>", "</p>",
    "<script id=h>", "</script>", "<!-- <p id=i> -->", "<textarea><p id=j></textarea>", "id=k", "<", ">", "<br id=l />",
]  # fmt: skip


def seen(element: Element) -> list[Any]:
    """All that a tree says, attributes in their order."""
    return [
        (one.text, one.line) if isinstance(one, Words) else (one.tag, [*one.attributes.items()], one.line, seen(one))
        for one in element.children
    ]


@pytest.mark.parametrize("html", WRITTEN)
def test_what_is_written_by_rule_is_read_quickly_and_the_same(html: str) -> None:
    quick = written(html)
    assert quick is not None
    assert seen(quick[0]) == seen(whatever(html))
    assert quick == [*quick[0].walk()]


@pytest.mark.parametrize("html", ODD)
def test_what_is_odd_is_left_to_the_other_parser(html: str) -> None:
    assert written(html) is None
    assert seen(parse("", html).root) == seen(whatever(html))


@given(st.lists(st.sampled_from(BITS), max_size=12).map("".join))
def test_whatever_it_is_both_see_the_same(html: str) -> None:
    assert seen(parse("", html).root) == seen(whatever(html))


@given(st.lists(st.sampled_from(IDENTIFIED), max_size=8).map("".join))
def test_ids_are_those_of_the_tree(html: str) -> None:
    assert set(ids_of(html)) == set(parse("", html).ids)
