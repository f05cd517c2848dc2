"""ST: what each document says it is: that it exists, its language, its title, its description."""

import re
from collections.abc import Iterator

from ..model import Problem
from ..rules.registry import rule
from .built import INDEX, SITEMAP, Built
from .document import Document

TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
NOT_FOUND = "404.html"


@rule("ST001", scope="site")
def page_not_built(built: Built) -> Iterator[Problem]:
    """A page of the guide, the front door, a page for unknown addresses or the sitemap is not in the built site.

    Readers would get "not found", and a page would exist in one language only.

    Bad:  site/en/law/index.html without site/cy/y-gyfraith/index.html
    Good: a file for every page, in every language
    Fix: build the site again; if the file is still missing, something between the page and the site drops it.
    """
    for name, page in built.pages.items():
        if name not in built.files:
            message = f"the page is not in the built site: expected {built.file(name)}"
            yield Problem(page.file, 1, "ST001", message, "build the site again: make site")
    for name in (INDEX, NOT_FOUND, SITEMAP, *(f"{one.code}/{NOT_FOUND}" for one in built.guide.languages)):
        if name not in built.files:
            yield Problem(built.file(name), 1, "ST001", "the file is missing", "build the site again: make site")


@rule("ST002", scope="documents")
def language_wrong(built: Built) -> Iterator[Problem]:
    """A document does not say the language it is in, says another, or marks words with something that is no language.

    A screen reader would speak Welsh with an English voice.

    Bad:  <html lang="en"> in site/cy/
    Good: <html lang="cy"> in site/cy/
    """
    codes = [language.code for language in built.guide.languages]
    for document in built.documents.values():
        top = document.name.split("/")[0]
        wanted = [top] if top in codes else codes
        html = document.first("html")
        if document.language not in wanted:
            message = f'expected lang="{" or ".join(wanted)}" on <html>, found {document.language or "none"}'
            yield built.problem(document, html.line if html else 1, "ST002", message, "correct it")
        for element in document.having("lang"):
            if element is not html and not TAG.fullmatch(element.get("lang")):
                message = f'lang="{element.get("lang")}" on <{element.tag}> is no language'
                yield built.problem(document, element.line, "ST002", message, "write a code such as those of the guide")


@rule("ST005", scope="site")
def title_missing_or_shared(built: Built) -> Iterator[Problem]:
    """A document has no title, or that of another document in the same language.

    Tabs, history and search results could not be told apart.

    Bad:  title: Law   (in two pages)
    Good: a title of its own for each page
    """
    seen: dict[tuple[str, str], Document] = {}
    for document in built.listed:
        element = document.first("title")
        text, line = (element.words, element.line) if element else ("", 1)
        yield from _own(built, document, text, line, seen, "ST005", "title")


@rule("ST006", scope="site")
def description_missing_or_shared(built: Built) -> Iterator[Problem]:
    """A document has no description, or that of another document in the same language.

    Bad:  description: A page of this guide.   (in two pages)
    Good: one sentence that says what the reader gets from this page
    """
    seen: dict[tuple[str, str], Document] = {}
    for document in built.listed:
        element = next((one for one in document.all("meta") if one.get("name") == "description"), None)
        text, line = (element.get("content").strip(), element.line) if element else ("", 1)
        yield from _own(built, document, text, line, seen, "ST006", "description")


def _own(
    built: Built, document: Document, text: str, line: int, seen: dict[tuple[str, str], Document], rule: str, kind: str
) -> Iterator[Problem]:
    """A Problem when `text` is empty or was seen before in the language; remembers it otherwise."""
    first = seen.setdefault((document.language, text), document)
    if not text:
        yield built.problem(document, line, rule, f"there is no {kind}", f"give one: '{kind}:'")
    elif first is not document:
        message = f"the {kind} is also that of {built.file(first.name)}: {text!r}"
        yield built.problem(document, line, rule, message, f"write another '{kind}:'")
