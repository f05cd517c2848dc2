"""ED: whether an edition is whole, small, and fit for the machines of schools."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ..model import Guide, Problem
from ..rules.registry import RULES, rule
from ..site.document import Document, Element
from .held import Held, opened

LEADS = {"a": "href", "area": "href", "form": "action", "img": "src", "link": "href", "script": "src"}
FETCHES = frozenset(("form", "img", "link", "script"))
RELATES = frozenset(("alternate", "canonical"))
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.I)
CSS_ADDRESS = re.compile(r"(?:url\(|@import)\s*[\"']?(?!data:)([^\"')\s;]+)", re.I)
LONGEST = 80
"""Characters of a path: Windows stops unpacking half-way where the whole path grows past 260."""
NAME = re.compile(r"[A-Za-z0-9._/-]+")
RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(1, 10))))
"""Names that Windows keeps for devices, with any ending."""


def faults(guide: Guide, file: str, data: bytes) -> list[Problem]:
    """Every Problem of an edition, sorted. `file`: its name; `data`: its bytes."""
    held = opened(guide, file, data)
    rules = [one for one in RULES.values() if one.scope == "edition"] if held else []
    return sorted({problem for one in rules for problem in one.find(held)})


def _addresses(document: Document, tags: Collection[str]) -> Iterator[tuple[Element, str]]:
    """Where each element of these names leads, or what it fetches; none for a link that only relates."""
    for tag in tags:
        name = LEADS[tag]
        for element in document.all(tag):
            if name in element.attributes and not (tag == "link" and RELATES & set(element.get("rel").split())):
                yield element, element.get(name)


@lru_cache(1 << 14)  # pages of several editions are the same
def _target(name: str, url: str) -> tuple[str, str]:
    """The file and the anchor to which an address of the file `name` leads."""
    parts = urlsplit(url)
    return normpath(join(dirname(name), unquote(parts.path))) if parts.path else name, unquote(parts.fragment)


@rule("ED001", scope="edition")
def edition_link_leads_nowhere(held: Held) -> Iterator[Problem]:
    """A link, a style or a script of an offline edition is not in that edition.

    Bad:  <a href="../../en/law/index.html">   in an edition without English
    Good: <a href="../y-gyfraith/index.html">
    """
    for name, document in held.documents.items():
        for element, url in _addresses(document, LEADS):
            if SCHEME.match(url.strip()):
                continue
            target, anchor = _target(name, url)
            there = held.documents.get(target)
            hint = "build again; if it stays, look in hooks/canllaw/editions/"
            if not url or target not in held.files:
                message = f"<{element.tag}> leads to {url!r}, which the edition does not hold"
                yield held.problem(name, element.line, "ED001", message, hint)
            elif there is not None and anchor not in ("", "top") and anchor not in there.ids:
                message = f"{url!r} names a place that {target} does not have"
                yield held.problem(name, element.line, "ED001", message, hint)


@rule("ED002", scope="edition")
def edition_name_unfit(held: Held) -> Iterator[Problem]:
    """A path in an offline edition cannot be unpacked on every machine.

    It is too long, has letters beyond ASCII, is a name that Windows keeps, or is another but for its capitals.

    Bad:  canllaw/cy/Tŷ/aux.html
    Good: canllaw/cy/ty/index.html
    """
    seen: dict[str, str] = {}
    for name in held.files:
        same = seen.setdefault(name.lower(), name)
        parts = name.lower().split("/")
        if len(name) > LONGEST:
            fault = f"has {len(name)} characters; at most {LONGEST} fit everywhere"
        elif not NAME.fullmatch(name) or ".." in parts or any(part.endswith(".") for part in parts):
            fault = "has signs that do not unpack everywhere"
        elif RESERVED & {part.split(".")[0] for part in parts}:
            fault = "has a name that Windows keeps for itself"
        elif same != name:
            fault = f"differs from {same} only in its capitals"
        else:
            continue
        yield held.problem(name, 1, "ED002", f"the path {name} {fault}", "give the page another slug")


@rule("ED003", scope="edition")
def edition_too_large(held: Held) -> Iterator[Problem]:
    """An offline edition is larger than data/guide.yml allows: it is sent by e-mail and over slow connections.

    Bad:  canllaw-cy.zip of 900 kB
    Good: canllaw-cy.zip of 250 kB
    Fix:  find what has grown (`unzip -lv`), or raise limits: edition_kilobytes in data/guide.yml
    """
    limits = held.guide.settings["limits"].get("edition_kilobytes", {})
    codes = {language.code for language in held.guide.languages}
    together = len(codes & {name.split("/")[1] for name in held.files if name.count("/") > 1}) > 1
    kind = "one_file" if held.file.endswith(".html") else "languages_together" if together else "one_language"
    if kind in limits and held.size > limits[kind] * 1000:
        message = f"{held.size} bytes; at most {limits[kind] * 1000} are allowed ({kind})"
        yield held.problem(held.file, 1, "ED003", message, "find what has grown, or raise the limit in data/guide.yml")


@rule("ED004", scope="edition")
def edition_asks_somebody_else(held: Held) -> Iterator[Problem]:
    """A page of an offline edition makes the browser fetch something that is not in the edition's own files.

    Bad:  <script src="https://cdn.example/menu.js">
    Good: <script src="../../assets/menu.js">
    """
    hint = "keep the file in overrides/assets/"
    for name, document in held.documents.items():
        for element, url in _addresses(document, FETCHES):
            if SCHEME.match(url.strip()) and not url.strip().startswith("data:"):
                message = f"<{element.tag}> asks for {url.strip()}"
                yield held.problem(name, element.line, "ED004", message, hint)
    for name, data in held.files.items():
        if name.endswith((".css", ".html")):
            for url in CSS_ADDRESS.findall(_styles(name, data.decode())):
                yield held.problem(name, 1, "ED004", f"the style asks for {url}", hint)


def _styles(name: str, text: str) -> str:
    """The style of a file: all of a style sheet, of a page what stands in `<style>`."""
    return text if name.endswith(".css") else "".join(re.findall(r"<style>(.*?)</style>", text, re.S))
