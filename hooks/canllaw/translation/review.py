"""The pages that show a translation beside its source, for the preview alone."""

from collections.abc import Collection, Iterator
from pathlib import Path
from posixpath import join

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..addresses import address
from ..headers import policy
from ..model import Guide, Language
from .beside import Row, beside

PLACE = "review"
"""Where the pages stand in the preview."""
_HERE = Path(__file__).parent


def review_pages(guide: Guide, names: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the review: an overview, a page for each page of each translation, a style.

    With the `names` of some pages, those pages alone.
    """
    templates = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    first, others = guide.languages[0], guide.languages[1:]
    shared = {"guide": guide, "first": first, "policy": policy(in_page=True)}
    listed: list[tuple[Language, str, str, list[Row]]] = []
    for language in others:
        for name, source in guide.pages[first.code].items():
            if names is not None and name not in names:
                continue
            page = guide.pages[language.code].get(name)
            rows = list(beside(guide, source, page, language))
            place = join(language.code, name.removesuffix(".md"))
            listed.append((language, str(source.meta["title"]), place, rows))
            back = "../" * (place.count("/") + 1)
            links = [(one.language, f"{back}../{address(guide, one)}") for one in (source, page) if one]
            path = join(PLACE, place, "index.html")
            yield (
                path,
                templates.get_template("review-page.html").render(
                    shared, language=language, title=source.meta["title"], rows=rows, back=back, links=links
                ),
            )
    if names is not None:
        return
    overview = templates.get_template("review-index.html").render(shared, listed=listed, back="", languages=others)
    yield f"{PLACE}/index.html", overview
    yield f"{PLACE}/review.css", (_HERE / "review.css").read_text(encoding="utf-8")
