"""Each page's front matter and its place in the menu."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from .. import clock
from ..addresses import address, wants_slug
from ..macros.base import suggest
from ..model import Guide, Page, Problem
from .registry import rule

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REQUIRED = {
    "title": "a short title for the tab and the menu",
    "description": "one sentence that says what the reader gets",
    "reviewed": "the date the page was last reviewed, such as 2026-11-23",
}
FIELDS = dict.fromkeys((*REQUIRED, "slug", "translation_reviewed_by", "translated_from"))
"""Every field that a page can have."""


@rule("CF012", scope="page")
def front_matter_field(guide: Guide, page: Page) -> Iterator[Problem]:
    """A page's front matter lacks a field it needs, has one that no page has, or a field has the wrong form.

    A page is not reviewed on a day that has not come yet. A translation has a `slug`, so that its address is in its own
    language; the page that a folder opens with may go without.

    Bad:  titel: Grooming     or    reviewed: last week     or    reviewed: 2062-11-23
    Good: title: Grooming     and   reviewed: 2026-11-23
    """
    for field, meaning in REQUIRED.items():
        value = page.meta.get(field)
        if not isinstance(value, str) or not value.strip():
            message = f"expected '{field}', found {'none' if value is None else repr(value)}"
            yield _fault(page, field, message, f"give {meaning}")
    for field in page.meta_lines:
        if field not in FIELDS:
            yield _fault(page, field, f"found the unknown field '{field}'", suggest(field, FIELDS, "field"))
    yield from _reviewed(page)
    yield from _slug(guide, page)


def _reviewed(page: Page) -> Iterator[Problem]:
    reviewed = page.meta.get("reviewed")
    try:
        if isinstance(reviewed, str) and date.fromisoformat(reviewed) > clock.today():
            message = f"'reviewed' is {reviewed}, and today is {clock.today()}"
            yield _fault(page, "reviewed", message, "give the day on which somebody really reviewed it")
    except ValueError:
        yield _fault(page, "reviewed", f"'reviewed' is not a date: '{reviewed}'", f"give {REQUIRED['reviewed']}")


def _slug(guide: Guide, page: Page) -> Iterator[Problem]:
    slug = page.meta.get("slug")
    if slug is None:
        if wants_slug(guide, page.language, page.name):
            hint = f"give the last part of its address in {page.language.name}: small letters a to z, digits, hyphens"
            yield _fault(page, "slug", "expected 'slug', found none", hint)
    elif not isinstance(slug, str) or not SLUG.fullmatch(slug):
        hint = "use lower-case letters a to z, digits and single hyphens"
        yield _fault(page, "slug", f"'slug' cannot be an address: {slug!r}", hint)


def _fault(page: Page, field: str, message: str, hint: str) -> Problem:
    return Problem(page.file, page.meta_lines.get(field, 1), "CF012", f"front matter: {message}", hint)


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
