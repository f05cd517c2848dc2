"""Each page's front matter and its place in the menu."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from .. import clock
from ..addresses import address
from ..model import Guide, Page, Problem
from .registry import rule

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REQUIRED = {
    "title": "a short title for the tab and the menu",
    "description": "one sentence that says what the reader gets",
    "reviewed": "the date the page was last reviewed, such as 2026-11-23",
}


@rule("CF012", scope="page")
def front_matter_field(guide: Guide, page: Page) -> Iterator[Problem]:
    """A page's front matter lacks a field it needs, or a field has the wrong form.

    A page is not reviewed on a day that has not come yet.

    Bad:  reviewed: last week     or    reviewed: 2062-11-23
    Good: reviewed: 2026-11-23
    """
    for field, meaning in REQUIRED.items():
        value = page.meta.get(field)
        if not isinstance(value, str) or not value.strip():
            message = f"front matter: expected '{field}', found {'none' if value is None else repr(value)}"
            yield Problem(page.file, page.meta_lines.get(field, 1), "CF012", message, f"give {meaning}")
    reviewed = page.meta.get("reviewed")
    if isinstance(reviewed, str):
        line = page.meta_lines.get("reviewed", 1)
        try:
            if date.fromisoformat(reviewed) > clock.today():
                message = f"front matter: 'reviewed' is {reviewed}, and today is {clock.today()}"
                yield Problem(page.file, line, "CF012", message, "give the day on which somebody really reviewed it")
        except ValueError:
            message = f"front matter: 'reviewed' is not a date: '{reviewed}'"
            yield Problem(page.file, line, "CF012", message, f"give {REQUIRED['reviewed']}")
    slug = page.meta.get("slug")
    if slug is not None and (not isinstance(slug, str) or not SLUG.fullmatch(slug)):
        hint = "use lower-case letters a to z, digits and single hyphens"
        message = f"front matter: 'slug' cannot be an address: {slug!r}"
        yield Problem(page.file, page.meta_lines.get("slug", 1), "CF012", message, hint)


@rule("CF013", scope="guide")
def address_taken(guide: Guide) -> Iterator[Problem]:
    """Two pages of a language have the same public address.

    Bad:  slug: rhieni   (in two pages)
    Good: a slug of its own for each page
    """
    for pages in guide.pages.values():
        addresses = {page.name: address(guide, page) for page in pages.values()}
        count = Counter(addresses.values())
        for name, taken in addresses.items():
            if count[taken] > 1:
                page = pages[name]
                others = ", ".join(
                    pages[other].file for other in addresses if addresses[other] == taken and other != name
                )
                message = f"the address /{taken} is also that of {others}"
                yield Problem(
                    page.file, page.meta_lines.get("slug", 1), "CF013", message, "give one of them another slug"
                )
