"""The whole guide of a language in one HTML file: style, scripts and search inside it, every link an anchor in it."""

import base64
import gzip
import hashlib
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from ..addresses import address
from ..assets import FOLDER
from ..chunks import Worked
from ..headers import policy
from ..model import Language
from ..search.files import script_name
from ..search.moved import PAYLOAD, moved
from ..volumes import home, tagline
from . import compact, engine
from .built import Site
from .document import part_keys, whole
from .folder import LINK, ROW, SWITCH
from .links import INDEX, OUTSIDE, resolve
from .notices import Copy, banner, elsewhere
from .signs import written

INLINED = Path("overrides/editions/search-inlined.js")
ARTICLE = re.compile(r"<article>.*</article>", re.S)
LEFT_OUT = re.compile(r'<nav class="neighbours".*?</nav>\n?|<section class="basis".*?</section>\n?', re.S)
# One page says once that it names nobody as the referrer; nothing filters its cards.
NEEDLESS = re.compile(r' rel="noreferrer"| data-(?:audiences|topics)="[^"]*"')
# Where a note is first marked. On the site the name is an address and stays; here only the way back leads to it.
MARKED = re.compile(r'(id="|href="#)(p\d+-fnref)(\d*:[^"]+)')
ACTION = re.compile(r'(<form\b[^>]*? action=")[^"]*(")')
HEAD = re.compile(r"<head>.*?</head>", re.S)
INLINE = {
    "script-src": re.compile(r"<script>(.*?)</script>", re.S),
    "style-src": re.compile(r"<style>(.*?)</style>", re.S),
}


def single(copy: Copy, site: Site, language: Language, others: Sequence[tuple[Language, str]]) -> bytes:
    """The file. `site`: the built site, its files by their path; `others`: where each other language is held."""
    guide, keys = copy.guide, part_keys(copy.guide, language)
    first = address(guide, guide.pages[language.code][home(guide)]) + INDEX
    assets = Worked(lambda name: site[f"{FOLDER}/{name}"].decode())
    title = escape(str(guide.settings["name"]), quote=False)
    heading = f"<h1>{title}: {escape(tagline(guide, language.code), quote=False)}</h1>"
    text = _shortened(whole(guide, lambda name: site[name].decode(), language, INDEX))
    html = ARTICLE.sub(lambda _: f"<article>\n{heading}\n{PLACE_OF_WHOLE}\n</article>", site[first].decode())
    html = _linked(copy, LEFT_OUT.sub("", html), first, keys)
    html = html.replace(PLACE_OF_WHOLE, f'<div class="whole">\n{_linked(copy, text, INDEX, keys)}\n</div>')
    named = {one.code: elsewhere(copy, one, file) for one, file in others}
    html = SWITCH.sub(lambda match: named.get(match[1], ""), html)
    html = html.replace("</aside>\n", f"</aside>\n{banner(copy, language)}\n", 1)
    html = HEAD.sub(lambda _: _head(title, assets), html)
    html = html.replace("</body>", f"{_scripts(copy, assets, language, keys)}\n</body>")
    html = ACTION.sub(r"\1#top\2", NEEDLESS.sub("", html))
    return _held(compact.whole(html)).encode()


PLACE_OF_WHOLE = "<!-- the whole guide -->"


def _linked(copy: Copy, html: str, file: str, keys: Mapping[str, str]) -> str:
    """Links of the page `file` as anchors; rows that only lead to what the file lacks are left out."""

    def there(url: str) -> str | None:
        if not url or url.startswith("#") or OUTSIDE.match(url):
            return url
        target, anchor = resolve(file, url)
        if target in keys:
            return f"#{keys[target]}-{anchor[1:]}" if anchor else f"#{keys[target]}"
        return None

    def online(url: str) -> str:
        target, anchor = resolve(file, url)
        return copy.url + target.removesuffix(INDEX) + anchor if copy.url else "#top"

    html = ROW.sub(lambda match: match[0] if there(match[1]) is not None or "data-language" in match[0] else "", html)
    return LINK.sub(lambda match: match[1] + _or(there(match[2]), online(match[2])) + match[3], html)


def _shortened(html: str) -> str:
    """The names of notes' marks as numbers."""
    numbers: dict[str, int] = {}
    return MARKED.sub(lambda mark: f"{mark[1]}{mark[2]}{numbers.setdefault(mark[3], len(numbers))}", html)


def _or(url: str | None, other: str) -> str:
    return other if url is None else url


def _head(title: str, assets: Mapping[str, str]) -> str:
    icon = "data:image/svg+xml," + quote(assets["favicon.svg"])
    return "\n".join(
        [
            '<head><meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="POLICY">',
            f"<title>{title}</title>",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">',
            f'<link rel="icon" href="{icon}">',
            f"<style>{assets['canllaw.css']}</style></head>",
        ]
    )


def _scripts(copy: Copy, assets: Mapping[str, str], language: Language, keys: Mapping[str, str]) -> str:
    guide = copy.guide
    places = {
        address(guide, page): keys.get(address(guide, page) + INDEX, "") for page in guide.pages[language.code].values()
    }
    places = {one: key or keys[_offline(copy, language)] for one, key in places.items()}
    data = [
        _data(name, moved(assets[name], places, [language.code]))
        for name in (script_name(guide, "tables"), script_name(guide, language.code))
    ]
    scripts = [*engine.names(assets["search.js"]), "search.js", "canllaw.js"]
    code = [(Path(guide.root) / INLINED).read_text(encoding="utf-8"), *(assets[name] for name in scripts)]
    return "\n".join([*data, *(f"<script>{compact.COMMENT.sub('', one)}</script>" for one in code)])


def _offline(copy: Copy, language: Language) -> str:
    page = copy.guide.pages[language.code][copy.guide.settings["places"]["offline"]]
    return address(copy.guide, page) + INDEX


def _data(name: str, script: str) -> str:
    """What a script of data hands over, packed: search-inlined.js unpacks it."""
    match = PAYLOAD.fullmatch(script)
    if match is None:
        raise ValueError(f"{name} is not a script of data")
    packed = gzip.compress(match[3].encode(), 9, mtime=0)
    code = f" data-code={match[2]}" if match[2] else ""
    size = f' data-size="{len(packed)}"'
    return f'<script type="application/gzip" id="{name}"{code}{size}>{written(packed)}</script>'


def _held(html: str) -> str:
    """The page with the policy that lets its own scripts and style run, by their digests, and nothing else."""
    value = policy(in_page=True).replace("img-src 'self'", "img-src data:").replace("connect-src 'self'; ", "")
    for name, pattern in INLINE.items():
        digests = sorted({_digest(one) for one in pattern.findall(html)})
        value = value.replace(f"{name} 'self'", f"{name} {' '.join(digests)}")
    return re.sub(r'content="?POLICY"?', f'content="{value}"', html, count=1)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
