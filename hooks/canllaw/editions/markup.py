"""The whole guide's HTML as Typst code, of which the PDF is set. Every text is a string literal: none is code."""

import json
import re
from collections.abc import Iterable

from ..site.document import Element, Words
from ..site.parsing import parse

SPACE = re.compile(r"[ \t\r\n]+")
SKIPPED = frozenset(("nav", "form", "script", "style", "template", "hr", "button", "input", "label"))
UNSEEN = frozenset(("hidden", "footnote-backref", "helpline__now", "helpline__save", "print-it", "part__number"))
HOLDS_BLOCKS = frozenset(
    ("", "div", "section", "aside", "article", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "blockquote")
)
WRAPPED = {"strong": "strong", "b": "strong", "em": "emph", "i": "emph", "cite": "emph", "sup": "super", "code": "raw"}
BOXED = frozenset(("admonition", "provision", "helpline"))


def typst(html: str) -> str:
    """The code of the document's body. `html`: what canllaw.editions.document makes, headings from h2 on."""
    root = parse("", html).root
    links = (element.get("href") for element in root.walk() if element.tag == "a")
    pairs = {one for dl in root.walk() if dl.tag == "dl" for one in dl.children if isinstance(one, Element)}
    return _Writer({link[1:] for link in links if link.startswith("#")}, pairs).body(root)


def text(words: str) -> str:
    """A string literal of Typst."""
    return json.dumps(words, ensure_ascii=False)


class _Writer:
    def __init__(self, wanted: set[str], pairs: set[Element]) -> None:
        self.wanted, self.pairs = wanted, pairs

    def body(self, element: Element) -> str:
        """What an element holds, as one block of code."""
        return "{" + ";".join(self.pieces(element.children, element.tag in HOLDS_BLOCKS)) + "}"

    def pieces(self, children: Iterable[Element | Words], blocks: bool) -> Iterable[str]:
        """The code of each child. Between blocks, space is not text."""
        for child in children:
            if isinstance(child, Words):
                words = SPACE.sub(" ", child.text)
                if words.strip() or (words and not blocks):
                    yield text(words)
            elif child.tag not in SKIPPED and not UNSEEN & set(child.get("class").split()):
                if child.get("id") in self.wanted and not re.fullmatch(r"h\d", child.tag):
                    yield f"[#metadata(none)#label({text(child.get('id'))})]"
                yield self.element(child)

    def element(self, element: Element) -> str:
        """One element. An unknown one gives what it holds."""
        tag = element.tag
        if found := re.fullmatch(r"h(\d)", tag):
            label = f"#label({text(element.get('id'))})" if element.get("id") in self.wanted else ""
            return f"[#heading(level: {max(int(found[1]) - 1, 1)}, {self.body(element)}){label}]"
        if tag == "a":
            return self.link(element)
        if tag == "code":
            return f"raw({text(element.words)})"
        if tag in WRAPPED:
            return f"{WRAPPED[tag]}({self.body(element)})"
        if tag in ("ul", "ol"):
            return self.listed(element)
        if tag == "table":
            return self.table(element)
        if tag == "p":
            inner = f"strong({self.body(element)})" if "title" in element.get("class") else self.body(element)
            return f"par({inner})"
        if tag == "br":
            return "linebreak()"
        if tag == "span" and element.get("lang"):
            return f"std.text(lang: {text(element.get('lang').split('-')[0])}, {self.body(element)})"
        return self.grouped(element)

    def grouped(self, element: Element) -> str:
        """A part of the page; what stands in a box there stands beside a line here."""
        if element in self.pairs:
            term, *values = (one for one in element.children if isinstance(one, Element))
            colon = ' ";' if term.words.endswith(":") else ': ";'
            return f'par({{strong({self.body(term)});"{colon}{";".join(self.body(one) for one in values)}}})'
        if BOXED & set(element.get("class").split()):
            return f"boxed({self.body(element)})"
        return self.body(element)

    def link(self, element: Element) -> str:
        """A link; the address of one that leads out of the document is printed too, where its words do not hold it."""
        href, words = element.get("href"), element.words
        if href.startswith("#"):
            return f"link(label({text(href[1:])}), {self.body(element)})"
        shown = href.removeprefix("https://").removeprefix("www.").rstrip("/")
        address = "" if href.startswith(("tel:", "sms:", "mailto:")) or shown in words else f";printed({text(shown)})"
        return f"link({text(href)}, {self.body(element)}){address}"

    def listed(self, element: Element) -> str:
        """A list; one without marks gives its rows as paragraphs."""
        rows = [one for one in element.children if isinstance(one, Element)]
        if {"helpline__ways"} & set(element.get("class").split()):
            # Not par(): a paragraph would lose the list that a row may hold.
            return "{" + ";".join(f"{self.body(row)};parbreak()" for row in rows) + "}"
        items = ", ".join(self.marked(row) for row in rows)
        return f"{'list' if element.tag == 'ul' else 'enum'}({items})"

    def marked(self, row: Element) -> str:
        """A row of a list, with the place that links may lead to."""
        inner = self.body(row)
        return f"{{[#metadata(none)#label({text(row.get('id'))})];{inner}}}" if row.get("id") in self.wanted else inner

    def table(self, element: Element) -> str:
        """A table with its head, which is printed again on each page it runs to."""
        rows = [[one for one in row.children if isinstance(one, Element)] for row in element.walk() if row.tag == "tr"]
        head, *others = ([self.body(cell) for cell in row] for row in rows)
        width = f"(auto, {', '.join(['1fr'] * (len(head) - 1))})" if len(head) > 1 else "1"
        cells = ", ".join(cell for row in others for cell in row)
        heads = ", ".join(f"strong({cell})" for cell in head)
        return f"table(columns: {width}, table.header({heads}), {cells})"
