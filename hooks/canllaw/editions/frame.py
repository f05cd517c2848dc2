"""A page that several guides share, as it stands in one of them: with that guide's menu, name, search box and foot."""

import re

from .links import relocate

PARTS = (
    re.compile(r'<p class="header__name">.*?</p>', re.S),
    re.compile(r'<form class="search"[^>]*>'),
    re.compile(r'<nav class="menu".*?</nav>', re.S),
    re.compile(r'<footer class="footer">.*?</footer>', re.S),
)
OWN = re.compile(r'<nav class="(?:neighbours|place)".*?</nav>\n?', re.S)
CURRENT = ' aria-current="page"'


def framed(html: str, page: str, model: str, place: str) -> str:
    """`html`, built as the file `page`, framed like the guide's first page `model`, built as the file `place`."""
    for part in PARTS:
        start, end = _span(part, model, place)
        piece = relocate(model[start:end].replace(CURRENT, ""), place, page)
        own = f' href="{page.rsplit("/", 1)[-1]}"'
        piece = piece.replace(f"{own}>", f"{own}{CURRENT}>")
        start, end = _span(part, html, page)
        html = html[:start] + piece + html[end:]
    return OWN.sub("", html)


def _span(part: re.Pattern[str], html: str, name: str) -> tuple[int, int]:
    found = part.search(html)
    if found is None:
        raise ValueError(f"{name} has nothing like {part.pattern}")
    return found.span()
