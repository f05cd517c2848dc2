"""A built site: its documents, its files, and which page of the guide each document is.

A site may have thousands of documents, and their trees would fill the memory: those are read that are looked at now.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path

from ..addresses import DOWNLOADS, address
from ..model import Guide, Page, Problem
from .document import Document
from .parsing import ids_of, parse

INDEX = "index.html"
SITEMAP = "sitemap.xml"
ABSOLUTE = re.compile(r"https?://[^/\s]")
HEAD_ENDS = "</head>"
LOCATION = re.compile(r"<loc>\s*([^<]*?)\s*</loc>")


@dataclass(frozen=True)
class Built:
    """The site to check. `url` is its address, ending in `/`, or empty; `place` names its folder in reports.

    `documents`: some of its documents, or all of them as far as their heads.
    """

    guide: Guide
    folder: Path
    place: str
    url: str
    names: frozenset[str]
    """Of all documents that can be read."""
    documents: Mapping[str, Document]
    files: frozenset[str]
    pages: Mapping[str, Page]
    """The guide's pages by the file each is built into."""
    problems: tuple[Problem, ...]
    """What kept files from being read."""
    _ids: dict[str, Collection[str]] = field(default_factory=dict)

    def ids(self, name: str) -> Collection[str] | None:
        """Every id of a document of the site, whether or not it is one of `documents`; None for one there is not."""
        if name not in self.names:
            return None
        if name not in self._ids:
            document = self.documents.get(name)
            html = "" if document else (self.folder / name).read_text(encoding="utf-8")
            self._ids[name] = document.ids if document else ids_of(html)
        return self._ids[name]

    def file(self, name: str) -> str:
        """A file of the site as reports name it: `site/en/law/index.html`."""
        return f"{self.place}/{name}"

    def problem(self, document: Document, line: int, rule: str, message: str, hint: str) -> Problem:
        """A Problem of a document, its hint ending with where people wrote what became of it."""
        page = self.pages.get(document.name)
        where = f"{page.file} and overrides/" if page else "overrides/"
        return Problem(self.file(document.name), line, rule, message, f"{hint}; look in {where}")

    @property
    def listed(self) -> Iterator[Document]:
        """The documents that readers are meant to find, in order."""
        return (document for document in self.documents.values() if document.listed)

    @property
    def base(self) -> str:
        """The path at which the site's top is served: `/`, or `/guide/`."""
        return "/" + self.url.partition("//")[2].partition("/")[2]

    def address(self, name: str) -> str:
        """The absolute address of a document."""
        return self.url + name.removesuffix(INDEX)


def read(guide: Guide, folder: Path, url: str) -> Built:
    """The site in `folder`, its documents as far as their heads."""
    place = _place(guide, folder)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in names:
        if name.endswith(".html") and not name.startswith(f"{DOWNLOADS}/"):  # editions have rules of their own
            try:
                head, end, _ = (folder / name).read_text(encoding="utf-8").partition(HEAD_ENDS)
                documents[name] = parse(name, head + end)
            except UnicodeDecodeError:
                hint = "build the site again"
                problems.append(Problem(f"{place}/{name}", 1, "ST001", "the file is not UTF-8 text", hint))
    pages = {address(guide, page) + INDEX: page for pages in guide.pages.values() for page in pages.values()}
    absolute = url.rstrip("/") + "/" if ABSOLUTE.match(url) else ""
    return Built(
        guide, folder, place, absolute, frozenset(documents), documents, frozenset(names), pages, tuple(problems)
    )


def opened(built: Built, names: Collection[str]) -> Built:
    """The site with these of its documents, whole. Their ids stay known when they are let go."""
    documents = {name: parse(name, (built.folder / name).read_text(encoding="utf-8")) for name in names}
    return replace(built, documents=documents)


def _place(guide: Guide, folder: Path) -> str:
    """The folder as seen from the guide's, or its bare name when it is elsewhere: reports name no machine's paths."""
    try:
        return folder.resolve().relative_to(Path(guide.root).resolve()).as_posix()
    except ValueError:
        return folder.resolve().name


def site_url(site: Path) -> str:
    """The address a built site was made for: the top of its sitemap, else its front page's canonical; else empty."""
    sitemap = site / SITEMAP
    if sitemap.is_file() and (listed := locations(sitemap.read_text(encoding="utf-8", errors="replace"))):
        return min(listed, key=len)
    front = site / INDEX
    if not front.is_file():
        return ""
    links = parse(INDEX, front.read_text(encoding="utf-8", errors="replace")).all("link")
    return next((link.get("href") for link in links if link.get("rel") == "canonical"), "")


def locations(sitemap: str) -> dict[str, int]:
    """Every address a sitemap lists, with its line."""
    found, line, at = {}, 1, 0
    for one in LOCATION.finditer(sitemap):
        line += sitemap.count("\n", at, one.start())
        at = one.start()
        found[unescape(one[1])] = line
    return found
