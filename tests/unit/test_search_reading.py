"""Search reads a page's HTML as XML where it can, and finds in it what the site's own parser finds."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element as Made

import pytest

from canllaw.search import reading
from canllaw.search.reading import text_of, tree
from canllaw.site.document import Element, Words
from canllaw.site.parsing import parse

AS_XML = [
    "<p>Ffoniwch <a href='#x'>999</a> nawr.</p>\n<ul>\n<li>un</li><li>dau</li></ul>",
    '<p class="helpline__now" data-hours="{&#34;always&#34;:true}" hidden></p>',
    "<p>A &amp; B&#160;&#8617; &lt;C&gt; <br /> <!-- aside --> d</p>",
]
AS_HTML = [
    "<p>open <p>again",
    "<P>capitals</P>",
    '<h2 class="a" ID="zip">Zip</h2>',
    "<h2 iD='zip'>Zip</h2>",
    '<h2\nClass="a" id="zip">Zip</h2>',
    '<h2 ID  ="zip">Zip</h2>',
    '<p>a <cite Lang\n= "cy">b</cite></p>',
    "<p>a<![CDATA[b]]></p>",
    "<p>a<?b c?>d</p>",
    "<p>caf&eacute; &#128;</p>",
    "<p>a<br>b</p>",
    '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title></svg>',
    '<form class="filter" hidden><input type="checkbox" checked></form>',
    "<p>a & b < c</p>",
    "</p>closed</div>",
    "",
]


def _read(element: Element) -> Iterator[object]:
    yield element.tag, {name: value or "" for name, value in element.attributes.items()}
    words = ""
    for child in element.children:
        if isinstance(child, Words):
            words += child.text
        else:
            yield words
            yield list(_read(child))
            words = ""
    yield words


def _made(element: Made) -> Iterator[object]:
    yield "" if element.tag == "html" else element.tag, dict(element.attrib)
    yield element.text or ""
    for child in element:
        yield list(_made(child))
        yield child.tail or ""


@pytest.mark.parametrize("html", AS_XML + AS_HTML)
def test_the_tree_is_the_one_the_sites_own_parser_makes(html: str) -> None:
    root = parse("page", html).root
    assert list(_made(tree("page", html))) == list(_read(root))
    assert text_of(tree("page", html)) == root.words


@pytest.mark.parametrize("html", AS_XML)
def test_what_we_write_is_read_as_xml(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(reading, "parse")
    assert tree("page", html).tag == "html"


def test_attributes_that_search_does_not_read_may_keep_their_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    html = '<p>a <a href="x?IId=1" Title="t">b</a> <svg viewBox="0 0 1 1"><path D="m"></path></svg></p>'
    words = parse("page", html).root.words
    monkeypatch.delattr(reading, "parse")
    assert text_of(tree("page", html)) == words
