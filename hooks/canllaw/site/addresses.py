"""ST: the absolute addresses a site gives of itself: canonical, hreflang, sitemap."""

from collections.abc import Iterator

from ..addresses import address
from ..model import Problem
from ..rules.registry import rule
from ..sitemap import HOME, default_place, listed
from .built import INDEX, SITEMAP, Built, locations
from .document import Document, Element

DEFAULT = "x-default"


@rule("ST003", scope="documents")
def alternates_wrong(built: Built) -> Iterator[Problem]:
    """The hreflang links of a document lack a language, are relative, lead elsewhere or do not lead back.

    Search engines drop all of them then, and show readers the wrong language.

    Bad:  <link rel="alternate" hreflang="cy" href="../../cy/rhieni/">
    Good: <link rel="alternate" hreflang="cy" href="https://guide.example.org/cy/rhieni/">
    """
    for document in built.listed if built.url else ():
        wanted = _wanted(built, document)
        found: dict[str, Element] = {}
        for link in _links(document, "alternate"):
            if "hreflang" not in link.attributes:
                continue
            code, href = link.get("hreflang"), link.get("href")
            if code in found or code not in wanted:
                message = f'hreflang="{code}" ' + ("is given twice" if code in found else "is none of this page's")
                yield built.problem(document, link.line, "ST003", message, "take the link out")
            elif href != wanted[code]:
                message = f'hreflang="{code}" leads to {href or "nothing"}; expected {wanted[code]}'
                yield built.problem(document, link.line, "ST003", message, "correct the address")
            found.setdefault(code, link)
        for code in wanted.keys() - found.keys():
            message = f'there is no hreflang="{code}"; expected one that leads to {wanted[code]}'
            yield built.problem(document, _head(document), "ST003", message, "add the link")


@rule("ST004", scope="documents")
def canonical_wrong(built: Built) -> Iterator[Problem]:
    """A document does not give its own absolute address as canonical, or the site does not say where it is published.

    Bad:  <link rel="canonical" href="/en/law/">
    Good: <link rel="canonical" href="https://guide.example.org/en/law/">
    Fix: set CANLLAW_SITE_URL to where you publish, and build again.
    """
    if not built.url:
        message = "no absolute address of the site, in neither sitemap.xml nor the front page's canonical"
        yield Problem(built.file(INDEX), 1, "ST004", message, "set CANLLAW_SITE_URL to where you publish; build again")
        return
    for document in built.listed:
        links, wanted = list(_links(document, "canonical")), built.address(document.name)
        if len(links) != 1:
            message = f"{len(links)} canonical links; expected one, {wanted}"
            line = links[1].line if links else _head(document)
            yield built.problem(document, line, "ST004", message, "keep exactly one")
        elif links[0].get("href") != wanted:
            message = f"canonical is {links[0].get('href') or 'empty'}; expected {wanted}"
            yield built.problem(document, links[0].line, "ST004", message, "correct the address")


@rule("ST019", scope="site")
def sitemap_differs(built: Built) -> Iterator[Problem]:
    """The sitemap lacks a page of the site, or lists an address at which there is none.

    Bad:  a sitemap.xml of English addresses only
    Good: one entry for the front door and for each page in each language
    """
    if not built.url or SITEMAP not in built.files:
        return
    given = locations((built.folder / SITEMAP).read_text(encoding="utf-8", errors="replace"))
    names = [name for name, page in built.pages.items() if listed(page)]
    wanted = {built.address(name) for name in (INDEX, *names)}
    for url in wanted - given.keys():
        yield Problem(built.file(SITEMAP), 1, "ST019", f"{url} is not listed", "build the site again: make site")
    for url in given.keys() - wanted:
        message = f"{url} is listed, but there is no such page"
        yield Problem(built.file(SITEMAP), given[url], "ST019", message, "build the site again: make site")


def _wanted(built: Built, document: Document) -> dict[str, str]:
    """The alternates a document must give: the same for every language of a page, so that each leads back."""
    guide = built.guide
    if document.name == INDEX:
        return {**{one.code: f"{built.url}{one.code}/" for one in guide.languages}, DEFAULT: built.url}
    page = built.pages.get(document.name)
    if page is None:
        return {}
    twins = {code: pages[page.name] for code, pages in guide.pages.items() if page.name in pages}
    places = {code: built.url + address(guide, twin) for code, twin in twins.items()}
    first = guide.languages[0].code
    # A page that the first language lacks has no such address; PA001 refuses it long before.
    default = default_place(guide, page.name, built.url) if page.name == HOME or first in twins else ""
    return {**places, DEFAULT: default}


def _links(document: Document, rel: str) -> Iterator[Element]:
    return (link for link in document.all("link") if rel in link.get("rel").split())


def _head(document: Document) -> int:
    head = document.first("head")
    return head.line if head else 1
