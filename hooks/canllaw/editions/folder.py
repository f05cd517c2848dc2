"""The site as a folder that works from a disk: its pages in one language or several, with only what they use."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from posixpath import dirname, relpath

from ..addresses import DOWNLOADS, address
from ..headers import host_files
from ..model import Language
from ..search.files import script_name
from ..search.moved import moved
from ..volumes import home, others, volume_of
from . import compact, engine
from .built import Site
from .frame import framed
from .links import INDEX, OUTSIDE, relocate, resolve
from .notices import Copy, banner, elsewhere, notice, read_me, unstyled

PLAIN = "no-script"
LEFT_OUT = (
    "404.html",
    "sitemap.xml",
    "robots.txt",
    "security.txt",
    *(one.rsplit("/", 1)[-1] for one in host_files([])),
)
OFFER = re.compile(r'<div class="editions" data-editions="(\d)">.*?</div>', re.S)
# Where a page and its translations are published, and how to list it there: of no use on a disk.
PUBLISHED = re.compile(r'<link rel="(?:canonical|alternate)"[^>]*>\n?|<meta name="description"[^>]*>\n?')
SCRIPT = re.compile(r"<script\b[^>]*></script>\n?")
FINDER = re.compile(r'<div class="finder">.*?</div>\n(?=</header>)', re.S)
BODY = re.compile(r"(<body\b[^>]*>\n?)")
BANNER = "</aside>\n"
SWITCH = re.compile(r'<li><a href="[^"]*" rel="alternate" lang="([^"]+)"[^>]*data-language>.*?</a></li>')
# A row of a list that is nothing but a link.
ROW = re.compile(r'<li[^>]*>\s*<a\b[^>]*?\bhref="([^"]*)"[^>]*>(?:(?!</a>|<li\b).)*</a>\s*</li>\n?', re.S)
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)(")')


@dataclass(frozen=True)
class Folder:
    """One kind of folder: the languages it holds, whether with scripts, and the file that holds each other language."""

    languages: Sequence[Language]
    scripts: bool
    others: Sequence[tuple[Language, str]] = ()


def contents(copy: Copy, site: Site, folder: Folder) -> dict[str, bytes]:
    """Every file of the folder by its path. `site`: the built site, its files by their path."""
    return _Making(copy, site, folder).files()


class _Making:
    def __init__(self, copy: Copy, site: Site, folder: Folder) -> None:
        self.copy, self.site, self.folder = copy, site, folder
        guide, codes = copy.guide, {one.code for one in folder.languages}
        self.languages = {one.code: one for one in folder.languages}
        elsewhere = {
            address(guide, page) + INDEX
            for code, pages in guide.site.pages.items()
            for name, page in pages.items()
            if name not in guide.pages[code] or page.calls("whole_guide")
        }
        foreign = {
            script_name(one, part)
            for one in (guide, *others(guide))
            for part in (*(one.code for one in guide.languages), "tables")
            if one is not guide or part not in (*codes, "tables")
        }
        self.gone = {
            name
            for name in site
            if name in elsewhere or name.rsplit("/", 1)[-1] in LEFT_OUT or name.startswith(f"{DOWNLOADS}/")
            or name.split("/")[0] in {one.code for one in guide.languages} - codes
            or (name == INDEX and len(codes) == 1)
            or (name.endswith(".js") and not folder.scripts)
            or name.rsplit("/", 1)[-1] in foreign
        }  # fmt: skip
        self.homes = {one.code: address(guide, guide.pages[one.code][home(guide)]) + INDEX for one in folder.languages}
        self.moved = {self.homes[one.code]: one.start_file for one in folder.languages}
        self.shared = {
            address(guide, page) + INDEX
            for code in codes
            for page in guide.pages[code].values()
            if volume_of(guide.site, page).id != guide.id
        }
        self.offers = {
            address(guide, page) + INDEX
            for code in codes
            for page in guide.pages[code].values()
            if page.calls("editions")
        }

    def files(self) -> dict[str, bytes]:
        """The files, links moved with them."""
        made: dict[str, bytes] = {}
        kept = sorted(set(self.site) - self.gone)
        scripts = engine.joined({name: self.site[name].decode() for name in kept if name.endswith(".js")})
        for name, code in scripts.items():
            script = moved(code, self._places(), list(self.languages))
            made[name] = (script if script.startswith("canllaw") else compact.script(script)).encode()
        for name in (one for one in kept if not one.endswith(".js")):
            data = self.site[name]
            if name.endswith(".html"):
                place = self.moved.get(name, name)
                html = relocate(self._page(name, data.decode()), name, place, self.moved)
                made[place] = compact.page(html).encode()
            elif name.endswith(".css"):
                made[name] = compact.style(data.decode()).encode()
            else:
                made[name] = data
        for one in self.folder.languages:
            made[one.read_me] = read_me(self.copy, one, self.folder.languages).encode("utf-8-sig")
        return made

    def _places(self) -> dict[str, str]:
        """Where the search leads: the file of each address. What the folder lacks leads to the offline page."""
        guide, places = self.copy.guide, {}
        for code in self.languages:
            offline = guide.pages[code][guide.settings["places"]["offline"]]
            for page in guide.pages[code].values():
                file = address(guide, page) + INDEX
                shown = address(guide, offline) + INDEX if file in self.gone else self.moved.get(file, file)
                places[address(guide, page)] = shown
        return places

    def _page(self, name: str, html: str) -> str:
        language = self.languages.get(name.split("/")[0])
        others = {one.code: elsewhere(self.copy, one, file) for one, file in self.folder.others}
        html = PUBLISHED.sub("", html)
        if language and name in self.shared:
            here = self.homes[language.code]
            html = framed(html, name, self.site[here].decode(), here)
        html = SWITCH.sub(lambda match: others.get(match[1], match[0]), html)
        # A copy holds one guide: no page of it leads to the front door as the place of all guides.
        left_out = self.gone | ({INDEX} if language else set())
        html = ROW.sub(lambda match: "" if self._file(name, match[1]) in left_out else match[0], html)
        html = LINK.sub(lambda match: match[1] + self._online(name, match[2]) + match[3], html)
        if not self.folder.scripts:
            html = SCRIPT.sub("", html)
        if language is None:  # the front door speaks every language
            notes = "\n".join(unstyled(self.copy, one) for one in self.folder.languages)
            return BODY.sub(rf"\1{notes}\n", html, count=1)
        if name in self.offers:
            html = OFFER.sub(lambda _: notice(self.copy, language), html)
        if not self.folder.scripts:
            html = FINDER.sub(lambda _: self._index(language, name), html)
        html = html.replace(BANNER, f"{BANNER}{banner(self.copy, language)}\n", 1)
        return BODY.sub(rf"\1{unstyled(self.copy, language)}\n", html, count=1)

    def _index(self, language: Language, name: str) -> str:
        """Instead of the search box, which needs a script: the way to the index."""
        guide = self.copy.guide
        page = guide.pages[language.code][guide.settings["places"]["search"]]
        href = relpath(address(guide, page), dirname(name) or ".") + "/"
        return f'<p class="finder"><a href="{href}">{page.meta["title"]}</a></p>\n'

    def _file(self, name: str, url: str) -> str:
        return "" if not url or OUTSIDE.match(url) else resolve(name, url)[0]

    def _online(self, name: str, url: str) -> str:
        """The address of a page that the folder lacks is the one where it is published."""
        file = self._file(name, url)
        return self.copy.url + file.removesuffix(INDEX) if file in self.gone and self.copy.url else url
