"""ST: where a document's links lead, and what it makes a browser fetch."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain

from ..model import Problem
from ..rules.registry import rule
from .built import INDEX, Built
from .document import Document, Element
from .places import Target, place

# What each element fetches or sends to by itself; `link` does unless it only relates.
FETCHES = {
    "audio": ("src",), "base": ("href",), "button": ("formaction",), "embed": ("src",), "form": ("action",),
    "iframe": ("src",), "image": ("href", "xlink:href"), "img": ("src", "srcset"), "input": ("src", "formaction"),
    "link": ("href", "imagesrcset"), "object": ("data",), "script": ("src",), "source": ("src", "srcset"),
    "track": ("src",), "use": ("href", "xlink:href"), "video": ("src", "poster"),
}  # fmt: skip
RELATES = frozenset(("alternate", "author", "bookmark", "canonical", "help", "license", "me", "next", "prev"))
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*(?P<url>(?:[a-z][a-z0-9+.-]*:)?//[^"')\s;]+)""", re.I)
OUTSIDE = re.compile(r"(?:https?:)?//", re.I)
REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.I)


@rule("ST009", scope="documents")
def link_leads_nowhere(built: Built) -> Iterator[Problem]:
    """A link, an image, a style or a script is not in the site.

    A page for unknown addresses is served at any address, so all its links must start at the top of the site.

    Bad:  <a href="../lawe/">
    Good: <a href="../law/">
    """
    for document in built.documents.values():
        anywhere = document.name.rsplit("/", 1)[-1] == "404.html"
        for element, name, url, target in _leading(built, document):
            if target is None or (element.tag == "link" and _relates(element)):
                continue
            shown = f"<{element.tag} {name}={url!r}>"
            if not url:
                yield built.problem(
                    document, element.line, "ST009", f"<{element.tag}> has an empty {name}", "name a page"
                )
            elif target[0] not in built.files:
                near = get_close_matches(target[0], sorted(built.files), n=1)
                hint = f"did you mean {near[0].removesuffix(INDEX)}?" if near else "correct the address"
                message = f"{shown} leads to {target[0] or 'a place outside the site'}, which does not exist"
                yield built.problem(document, element.line, "ST009", message, hint)
            elif anywhere and not url.startswith((built.base, "#", built.url or built.base)):
                message = f"{shown} is relative, and this page is shown at every unknown address"
                yield built.problem(document, element.line, "ST009", message, f"start the address with {built.base}")


@rule("ST010", scope="documents")
def anchor_leads_nowhere(built: Built) -> Iterator[Problem]:
    """A link leads to a place in a page that the page does not have.

    Bad:  <a href="../law/#sectoin-47">
    Good: <a href="../law/#section-47">
    """
    for document in built.documents.values():
        for element, _, url, target in _leading(built, document):
            there, anchor = target or ("", "")
            ids = built.ids(there) if anchor not in ("", "top") else None
            if ids is not None and anchor not in ids:
                near = get_close_matches(anchor, sorted(ids), n=1)
                hint = f"did you mean #{near[0]}?" if near else "correct the address"
                message = f"{url} names a place that {built.file(there)} does not have"
                yield built.problem(document, element.line, "ST010", message, hint)


@rule("ST011", scope="documents")
def asks_somebody_else(built: Built) -> Iterator[Problem]:
    """A page makes the reader's browser fetch something from somebody else, who then knows who is reading.

    Bad:  <script src="https://cdn.example/menu.js">
    Good: the file in overrides/assets/, or a plain link that the reader may follow
    """
    for document in built.documents.values():
        for element, name, url in _fetched(document):
            if _outside(built, url):
                message = f"<{element.tag} {name}> asks for {url}"
                hint = "take it out, or keep the file in the site"
                yield built.problem(document, element.line, "ST011", message, hint)
    for file in sorted(name for name in built.files if name.endswith(".css")):
        css = (built.folder / file).read_text(encoding="utf-8", errors="replace")
        for match in CSS_ADDRESS.finditer(css):
            if _outside(built, match["url"]):
                line = css.count("\n", 0, match.start("url")) + 1
                hint = "keep the file in overrides/assets/"
                yield Problem(built.file(file), line, "ST011", f"the style asks for {match['url']}", hint)


@rule("ST020", scope="documents")
def other_language_unmarked(built: Built) -> Iterator[Problem]:
    """A link leads to a page in another language and does not say so.

    Bad:  <a href="../../en/law/">y gyfraith</a>   in a Welsh page
    Good: <a href="../y-gyfraith/">y gyfraith</a>   or, where it is meant,   hreflang="en"
    """
    codes = {language.code for language in built.guide.languages}
    for document in built.documents.values():
        here = document.name.split("/")[0]
        for link, name, url, target in _leading(built, document) if here in codes else ():
            there = target[0].split("/")[0] if target and link.tag == "a" and name == "href" else here
            if there in codes and there not in (here, link.get("hreflang")):
                message = f"{url} leads to a page in '{there}' and does not say so"
                hint = f"link to the page in '{here}', or add hreflang=\"{there}\""
                yield built.problem(document, link.line, "ST020", message, hint)


Named = tuple[Element, str, str]
"""An element, the name of its attribute, and the address in that."""


def _leading(built: Built, document: Document) -> list[tuple[Element, str, str, Target]]:
    """Every address a document names, what it fetches and what its links lead to, each with where that is."""
    if "leading" not in document.known:
        leading = document.known["leading"] = []
        for element, name, url in chain(_fetched(document), _related(document)):
            leading.append((element, name, url, place(built, document.name, url.strip())))
    found: list[tuple[Element, str, str, Target]] = document.known["leading"]
    return found


def _related(document: Document) -> Iterator[Named]:
    """Every address to which the links of a document lead."""
    for tag in ("a", "area", "link"):
        for element in document.all(tag):
            if "href" in element.attributes and (tag != "link" or _relates(element)):
                yield element, "href", element.get("href")


def _relates(element: Element) -> bool:
    """Whether a `link` only says what it relates to: nothing is fetched."""
    return set(element.get("rel").split()) <= RELATES


def _fetched(document: Document) -> Iterator[Named]:
    """Every address a browser goes to by itself, or sends what a reader typed to."""
    for tag, names in FETCHES.items():
        for element in document.all(tag):
            for name in names if tag != "link" or not _relates(element) else ():
                if name in element.attributes:
                    value = element.get(name)
                    srcset = name.endswith("srcset")
                    for url in [part.split()[0] for part in value.split(",") if part.strip()] if srcset else [value]:
                        yield element, name, url
    for element in document.having("ping"):
        if element.tag in ("a", "area"):
            for url in element.get("ping").split():
                yield element, "ping", url
    for element in document.having("http-equiv"):
        if element.tag == "meta" and element.get("http-equiv").lower() == "refresh":
            for url in REFRESH.findall(element.get("content")):
                yield element, "content", url


def _outside(built: Built, url: str) -> bool:
    url = url.strip()
    return bool(OUTSIDE.match(url)) and not (built.url and url.startswith(built.url))
