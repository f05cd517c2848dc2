"""The whole guide of a language as one document: its pages as numbered parts, its notes once and together at the end.

Made from the pages as built. Ids carry the part they stand in (`p7-signs`), links between pages become links within the
document, and what leads out of it keeps its address.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from posixpath import dirname, relpath

from ..addresses import address
from ..model import Guide, Language, Page
from ..volumes import home, volume_of, volumes
from .links import INDEX, OUTSIDE, resolve

LEFT_OUT = ("site_index", "whole_guide", "poster")
"""Pages with these macros are no parts: an index of links, this document itself, a sheet of its own."""
PLACE = '<div class="whole" data-whole></div>'
ARTICLE = re.compile(r"<article>(.*)</article>", re.S)
SCREEN_ONLY = (
    re.compile(r'<nav class="contents".*?</nav>', re.S),
    re.compile(r'<form class="filter".*?</form>', re.S),
    re.compile(r'<p class="helpline__(?:now|save)".*?</p>', re.S),
    re.compile(r'<div class="editions" data-editions.*?</div>', re.S),
)
CARD = re.compile(r'<section class="helpline [^>]*? id="p\d+-(helpline-[\w-]+)".*?</section>', re.S)
CARD_NAME = re.compile(r'<h\d class="helpline__name"[^>]*>(.*?)</h\d>', re.S)
CALL = re.compile(r'<a class="tel".*?</a>', re.S)
NOTES = re.compile(r'<h2 id="sources">.*?</h2>\s*<div class="footnote">(.*)</div>\s*\Z', re.S)
NOTE = re.compile(r'<li id="fn:([^"]+)">(.*?)</li>', re.S)
BACK = re.compile(r'(?:&#160;|\s)*<a class="footnote-backref".*?</a>', re.S)
MARK = re.compile(r'<sup id="(p\d+-fnref\d*:([^"]+))"><a class="footnote-ref" href="[^"]*">\d+</a></sup>')
HEADING = re.compile(r"<(/?)h([1-5])\b")
NAMES = re.compile(r' (id|for|aria-labelledby)="([^"]+)"')
HREF = re.compile(r' href="([^"]*)"')


def parts(guide: Guide, language: Language) -> list[Page]:
    """The pages the document is made of, in the order of the menu, the home page first."""
    pages = guide.pages[language.code]
    names = [home(guide), *(name for section in guide.sections for name in section["pages"])]
    return [pages[name] for name in names if not pages[name].calls(*LEFT_OUT)]


def part_keys(guide: Guide, language: Language) -> dict[str, str]:
    """The key of each part by the file of its page: `p7` for the seventh, its id and the start of all ids in it."""
    return {address(guide, page) + INDEX: f"p{number}" for number, page in enumerate(parts(guide, language), 1)}


def whole(guide: Guide, read: Callable[[str], str], language: Language, place: str) -> str:
    """The document as HTML for the file `place` of the built site: contents, parts, notes. `read` gives its pages."""
    chosen = parts(guide, language)
    keys = part_keys(guide, language)
    notes, helplines = _Notes(), address(guide, guide.pages[language.code][guide.settings["places"]["helplines"]])
    rows, titles = [], []
    for number, (file, key) in enumerate(keys.items(), 1):
        html = _part(read(file), file, key, keys, place, notes)
        if file != helplines + INDEX:
            html = CARD.sub(lambda card: _brief(card, keys[helplines + INDEX]), html)
        html = re.sub(r"(<h2\b[^>]*>)", rf'\1<span class="part__number">{number}.</span> ', html, count=1)
        titles.append(f'<li><a href="#{key}">{escape(str(chosen[number - 1].meta["title"]), quote=False)}</a></li>')
        rows.append(f'<div class="part" id="{key}">\n{html.strip()}\n</div>')
    contents = f'<nav class="contents" aria-label="{escape(guide.say("on_this_page", language.code))}">\n<ol>\n'
    contents += "\n".join(titles) + "\n</ol>\n</nav>"
    return "\n".join([contents, *rows, notes.html(guide, language)])


class _Notes:
    """Every note once, numbered in the order in which their marks are read."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], tuple[int, str]] = {}

    def number(self, label: str, html: str, mark: str) -> tuple[int, bool]:
        """The number of a note, and whether `mark` (an id) is its first mark. The same words keep their number."""
        number, first = self.found.setdefault((label, html), (len(self.found) + 1, mark))
        return number, first == mark

    def html(self, guide: Guide, language: Language) -> str:
        """The notes as a list, each with the way back to its first mark."""
        rows = []
        for (_, html), (number, mark) in self.found.items():
            title = escape(guide.say("footnote_back", language.code).format(number))
            back = f' <a class="footnote-backref" href="#{mark}" title="{title}">&#8617;</a>'
            rows.append(f'<li id="n{number}">{html.removesuffix("</p>")}{back}</p></li>')
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
    sources = NOTES.search(html)
    words: dict[str, str] = {}
    if sources:
        words = {label: BACK.sub("", text).strip() for label, text in NOTE.findall(sources[1])}
        html = html[: sources.start()]
    html = HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)

    def linked(match: re.Match[str]) -> str:
        return f' href="{_address(match[1], file, key, keys, place)}"'

    def named(match: re.Match[str]) -> str:
        return f' {match[1]}="{" ".join(f"{key}-{one}" for one in match[2].split())}"'

    def marked(match: re.Match[str]) -> str:
        label = match[2]
        number, first = notes.number(label, HREF.sub(linked, words[label]), match[1])
        mark = f' id="{match[1]}"' if first else ""  # the way back leads to the first mark
        return f'<sup{mark}><a href="#n{number}">{number}</a></sup>'

    return MARK.sub(marked, NAMES.sub(named, HREF.sub(linked, html)))


def _brief(card: re.Match[str], part: str) -> str:
    """A helpline's name and numbers, leading to its card, which stands in full in one part alone."""
    name = CARD_NAME.search(card[0])
    ways = " ".join(CALL.findall(card[0]))
    return f'<p class="part__helpline"><a href="#{part}-{card[1]}">{name[1] if name else card[1]}</a> {ways}</p>'


def _address(url: str, file: str, key: str, keys: Mapping[str, str], place: str) -> str:
    """Where a link of the page `file` leads from the document."""
    if not url or OUTSIDE.match(url):
        return url
    target, anchor = resolve(file, url)
    if target in keys:
        whole_part = not anchor or anchor in ("#top", "#main", "#sources")
        return f"#{keys[target]}" if whole_part else f"#{keys[target]}-{anchor[1:]}"
    shown = target.removesuffix(INDEX)
    return relpath(shown or ".", dirname(place)) + ("/" if shown != target else "") + anchor


def write_whole(guide: Guide, site: Path) -> None:
    """Put the document of each guide in each language into the page that has a place for it."""
    for volume in volumes(guide):
        for page in (page for pages in volume.pages.values() for page in pages.values()):
            if page.calls("whole_guide") and volume_of(guide, page) is volume:
                place = address(guide, page) + INDEX
                before, _, after = (site / place).read_text(encoding="utf-8").partition(PLACE)
                html = whole(volume, lambda name: (site / name).read_text(encoding="utf-8"), page.language, place)
                (site / place).write_text(f'{before}<div class="whole">\n{html}\n</div>{after}', encoding="utf-8")
