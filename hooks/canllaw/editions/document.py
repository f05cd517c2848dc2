"""The whole guide of a language as one document: its pages as numbered parts, its notes once and together at the end.

Made from the pages as built. Ids carry the part they stand in (`grooming--signs`), links between pages become links
within the document, and what leads out of it keeps its address.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from posixpath import dirname, relpath

from ..addresses import address
from ..model import Guide, Language, Page
from ..sitemap import HOME
from .links import INDEX, OUTSIDE, resolve

LEFT_OUT = ("site_index", "whole_guide", "poster")
"""Pages with these macros are no parts: an index of links, this document itself, a sheet of its own."""
PLACE = '<div class="whole" data-whole></div>'
ARTICLE = re.compile(r"<article>(.*)</article>", re.S)
SCREEN_ONLY = (
    re.compile(r'<nav class="contents".*?</nav>', re.S),
    re.compile(r'<form class="filter".*?</form>', re.S),
    re.compile(r'<p class="helpline__(?:now|save)".*?</p>', re.S),
    re.compile(r'<div class="editions" data-editions>.*?</dl>\s*</div>', re.S),
)
# The same card stands in several parts: no region of a page may have the name of another.
NAMED_CARD = re.compile(r'(<section class="helpline[^>]*?) aria-labelledby="[^"]*"')
NOTES = re.compile(r'<h2 id="sources">.*?</h2>\s*<div class="footnote">(.*)</div>\s*\Z', re.S)
NOTE = re.compile(r'<li id="fn:([^"]+)">(.*?)</li>', re.S)
BACK = re.compile(r'(?:&#160;|\s)*<a class="footnote-backref".*?</a>', re.S)
MARK = re.compile(r'<sup id="([^"]+?--fnref\d*:([^"]+))"><a class="footnote-ref" href="[^"]*">\d+</a></sup>')
HEADING = re.compile(r"<(/?)h([1-5])\b")
NAMES = re.compile(r' (id|for|aria-labelledby)="([^"]+)"')
HREF = re.compile(r' href="([^"]*)"')


def parts(guide: Guide, language: Language) -> list[Page]:
    """The pages the document is made of, in the order of the menu, the home page first."""
    pages = guide.pages[language.code]
    names = [HOME, *(name for section in guide.settings["sections"] for name in section["pages"])]
    return [pages[name] for name in names if not any(call.name in LEFT_OUT for call in pages[name].macros)]


def whole(guide: Guide, site: Path, language: Language, place: str) -> str:
    """The document as HTML for the file `place` of the built `site`: contents, parts, notes."""
    chosen = parts(guide, language)
    keys = {address(guide, page) + INDEX: page.name.removesuffix(".md").replace("/", "-") for page in chosen}
    notes = _Notes()
    rows, titles = [], []
    for number, (file, key) in enumerate(keys.items(), 1):
        html = _part((site / file).read_text(encoding="utf-8"), file, key, keys, place, notes)
        html = re.sub(r"(<h2\b[^>]*>)", rf'\1<span class="part__number">{number}.</span> ', html, count=1)
        titles.append(
            f'<li><a href="#part-{key}">{escape(str(chosen[number - 1].meta["title"]), quote=False)}</a></li>'
        )
        rows.append(f'<div class="part" id="part-{key}">\n{html.strip()}\n</div>')
    contents = f'<nav class="contents" aria-label="{escape(guide.say("on_this_page", language.code))}">\n<ol>\n'
    contents += "\n".join(titles) + "\n</ol>\n</nav>"
    return "\n".join([contents, *rows, notes.html(guide, language)])


class _Notes:
    """Every note once, numbered in the order in which their marks are read."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], tuple[int, str]] = {}

    def number(self, label: str, html: str, mark: str) -> int:
        """The number of a note; a note with the same words keeps the one it has. `mark`: the id of the mark."""
        return self.found.setdefault((label, html), (len(self.found) + 1, mark))[0]

    def html(self, guide: Guide, language: Language) -> str:
        """The notes as a list, each with the way back to its first mark."""
        rows = []
        for (_, html), (number, mark) in self.found.items():
            title = escape(guide.say("footnote_back", language.code).format(number))
            back = f' <a class="footnote-backref" href="#{mark}" title="{title}">&#8617;</a>'
            rows.append(f'<li id="note-{number}">{html.removesuffix("</p>")}{back}</p></li>')
        heading = escape(guide.say("sources", language.code))
        body = "\n".join(rows)
        return f'<h2 id="sources">{heading}</h2>\n<div class="footnote">\n<ol>\n{body}\n</ol>\n</div>'


def _part(page: str, file: str, key: str, keys: Mapping[str, str], place: str, notes: _Notes) -> str:
    """The article of a page as a part of the document: headings one level down, ids and links those of the document."""
    article = ARTICLE.search(page)
    if article is None:
        raise ValueError(f"{file} has no <article>")
    html = article[1]
    for pattern in SCREEN_ONLY:
        html = pattern.sub("", html)
    html = NAMED_CARD.sub(r"\1", html)
    sources = NOTES.search(html)
    words: dict[str, str] = {}
    if sources:
        words = {label: BACK.sub("", text).strip() for label, text in NOTE.findall(sources[1])}
        html = html[: sources.start()]
    html = HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)

    def linked(match: re.Match[str]) -> str:
        return f' href="{_address(match[1], file, key, keys, place)}"'

    def named(match: re.Match[str]) -> str:
        return f' {match[1]}="{" ".join(f"{key}--{one}" for one in match[2].split())}"'

    def marked(match: re.Match[str]) -> str:
        label = match[2]
        number = notes.number(label, HREF.sub(linked, words[label]), match[1])
        return f'<sup id="{match[1]}"><a class="footnote-ref" href="#note-{number}">{number}</a></sup>'

    return MARK.sub(marked, NAMES.sub(named, HREF.sub(linked, html)))


def _address(url: str, file: str, key: str, keys: Mapping[str, str], place: str) -> str:
    """Where a link of the page `file` leads from the document."""
    if not url or OUTSIDE.match(url):
        return url
    target, anchor = resolve(file, url)
    if target in keys:
        whole_part = not anchor or anchor in ("#top", "#main", "#sources")
        return f"#part-{keys[target]}" if whole_part else f"#{keys[target]}--{anchor[1:]}"
    shown = target.removesuffix(INDEX)
    return relpath(shown or ".", dirname(place)) + ("/" if shown != target else "") + anchor


def write_whole(guide: Guide, site: Path) -> None:
    """Put the document of each language into the page that has a place for it."""
    for language in guide.languages:
        for page in guide.pages[language.code].values():
            if any(call.name == "whole_guide" for call in page.macros):
                place = address(guide, page) + INDEX
                before, _, after = (site / place).read_text(encoding="utf-8").partition(PLACE)
                html = whole(guide, site, language, place)
                (site / place).write_text(f'{before}<div class="whole">\n{html}\n</div>{after}', encoding="utf-8")
