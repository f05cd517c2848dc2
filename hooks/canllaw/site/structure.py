"""ST: what assistive technology goes by: headings, ids and what refers to them, tables, images."""

from collections.abc import Iterator

from ..model import Problem
from ..rules.registry import rule
from .built import Built

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
REFERENCES = frozenset(
    ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "for", "headers", "list")
)


@rule("ST007", scope="documents")
def main_heading(built: Built) -> Iterator[Problem]:
    """A document has no heading of the first level, or more than one.

    Bad:  # Grooming   and further down   # Helplines
    Good: one heading with one #, the rest below it
    """
    for document in built.documents.values():
        found = list(document.all("h1"))
        if len(found) != 1:
            line = found[1].line if found else 1
            message = f"expected one <h1>, found {len(found)}"
            yield built.problem(document, line, "ST007", message, "keep one heading of the first level")


@rule("ST008", scope="documents")
def heading_level_skipped(built: Built) -> Iterator[Problem]:
    """A heading stands more than one level below the one before it.

    Readers who move by headings would look for the level between.

    Bad:  ## Signs   then   #### At home
    Good: ## Signs   then   ### At home
    """
    for document in built.documents.values():
        before = 0
        for heading in document.all(*HEADINGS):
            level = int(heading.tag[1])
            if before and level > before + 1:
                message = f"<{heading.tag}> after <h{before}>: {heading.words!r}"
                yield built.problem(document, heading.line, "ST008", message, f"make it <h{before + 1}>")
            before = level


@rule("ST012", scope="documents")
def id_twice(built: Built) -> Iterator[Problem]:
    """Two elements of a document have the same id.

    A link to it leads to the first of them only.

    Bad:  ## Signs {#signs}   and   {{ helplines("signs") }}   if its card has the same id
    Good: an id of its own for each
    """
    for document in built.documents.values():
        seen: set[str] = set()
        for element in document.having("id"):
            one = element.get("id")
            if one and one in seen:
                message = f'id="{one}" is already used on line {document.ids[one]}'
                yield built.problem(document, element.line, "ST012", message, "give one of the two another id")
            seen.add(one)


@rule("ST013", scope="documents")
def reference_to_no_id(built: Built) -> Iterator[Problem]:
    """An attribute names an element by its id, and the document has none such: a label that labels nothing.

    Bad:  <nav aria-labelledby="menu-titel">
    Good: <nav aria-labelledby="menu-title">   with   <h2 id="menu-title">
    """
    for document in built.documents.values():
        for name in REFERENCES & document.by_attribute.keys():
            for element in document.having(name):
                for one in element.get(name).split():
                    if one not in document.ids:
                        message = f'{name}="{one}" on <{element.tag}>: there is no such id'
                        yield built.problem(document, element.line, "ST013", message, "correct the id")


@rule("ST014", scope="documents")
def table_without_headers(built: Built) -> Iterator[Problem]:
    """A table has no header cells, or only empty ones.

    A screen reader could not say what a cell is about.

    Bad:  |  |  |   as the first row
    Good: | Age | Helpline |   as the first row
    """
    for document in built.documents.values():
        for table in document.all("table"):
            headers = [one for one in table.walk() if one.tag == "th" and one.words]
            if not headers and table.get("role") not in ("presentation", "none"):
                message = "the table has no header cell with words in it"
                yield built.problem(document, table.line, "ST014", message, "head each column")


@rule("ST018", scope="documents")
def image_without_alternative(built: Built) -> Iterator[Problem]:
    """An image has no alternative text, not even an empty one that says it is decoration.

    Bad:  <img src="hive.svg">
    Good: <img src="hive.svg" alt="A hive with its lid off">   or, for decoration,   alt=""
    """
    for document in built.documents.values():
        for image in document.all("img", "area"):
            if "alt" not in image.attributes:
                message = f"<{image.tag}> has no alt: {image.get('src') or image.get('href')}"
                yield built.problem(document, image.line, "ST018", message, "say what it shows")
