"""Links inside the guide: each leads to a page and a section that exist, in the reader's own language."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from posixpath import dirname, relpath

from .. import macros
from ..anchors import ids
from ..macros.base import suggest
from ..model import Guide, Link, Page, Problem
from ..targets import Target, on_disk, outside, resolve
from .registry import rule


def _inside(guide: Guide, page: Page) -> list[tuple[Link, Target]]:
    """The links of a page that stay inside the guide."""
    key = ("links inside", page.file)
    if key not in guide.memo:
        inside = (link for link in page.links if not link.image and link.target and not outside(link.target))
        guide.memo[key] = [(link, resolve(page, link.target)) for link in inside]
    found: list[tuple[Link, Target]] = guide.memo[key]
    return found


def _foreign(guide: Guide, page: Page, target: Target) -> str | None:
    """The name of the other language whose folder a target lies in, None when it lies in none."""
    parts = [part for part in target.name.split("/") if part not in ("", "..")]
    others = (one for one in guide.languages if one != page.language)
    found = next((one.name for one in others if parts and parts[0] in (one.folder, one.code)), None)
    return None if found is None or on_disk(guide, page, target.name) else found


@rule("XR001", scope="page")
def link_leads_nowhere(guide: Guide, page: Page) -> Iterator[Problem]:
    """A link names a page or file that does not exist.

    Pages are named by their files, as seen from the page the link is on.

    Bad:  [how grooming works](groming.md)     [the law](/law/)
    Good: [how grooming works](grooming.md)    [the law](law.md)
    """
    pages = guide.pages[page.language.code]
    for link in page.links:
        if not link.image and not link.target:
            message = f"the link '{_shown(link)}' names no page"
            yield Problem(page.file, link.line, "XR001", message, "write the page's file name between the brackets")
    for link, target in _inside(guide, page):
        if target.name in pages or on_disk(guide, page, target.name) or _foreign(guide, page, target):
            continue
        message = f"the link '{_shown(link)}' {_nowhere(page, target)}"
        hint = _nearest_page(page, target, pages) if target.is_page else "put the file there or correct its name"
        yield Problem(page.file, link.line, "XR001", message, hint)


def _shown(link: Link) -> str:
    return f"[{' '.join(link.text.split())[:60]}]({link.target[:100]})"


def _nowhere(page: Page, target: Target) -> str:
    if target.name.startswith("/"):
        return "starts at the top of the site, which is not where every copy of the guide lies"
    if target.name.startswith("../"):
        return f"leads out of {page.language.folder}/"
    return f"leads to {page.language.folder}/{target.name[:100]}, which does not exist"


def _nearest_page(page: Page, target: Target, pages: Mapping[str, Page]) -> str:
    known = {relpath(name, dirname(page.name) or "."): None for name in pages}
    stem = re.sub(r"(?:/index)?(?:\.md|\.html?|/)?$", "", target.name).split("/")[-1]
    for one in pages.values():
        if stem and stem in (one.meta.get("slug"), one.name.rsplit("/", 1)[-1].removesuffix(".md")):
            return f"did you mean '{relpath(one.name, dirname(page.name) or '.')}'?"
    return suggest(relpath(target.name.lstrip("/"), dirname(page.name) or "."), known, "page")


@rule("XR002", scope="page")
def link_to_missing_section(guide: Guide, page: Page) -> Iterator[Problem]:
    """A link names a section, card, term or source that its page does not have.

    Macros link to cards and terms alone, which XR032 sees to.

    Bad:  [the signs](grooming.md#sign)
    Good: [the signs](grooming.md#signs)
    """
    pages = guide.pages[page.language.code]
    for link, target in _inside(guide, page):
        there = pages.get(target.name)
        if there is None or target.anchor is None or target.anchor in ids(guide, there):
            continue
        if not _unknowable(guide, there, target.anchor):
            message = f"the link '{_shown(link)}' leads to '#{target.anchor}', which {there.file} does not have"
            yield Problem(page.file, link.line, "XR002", message, _nearest_id(guide, there, target.anchor))


def _unknowable(guide: Guide, page: Page, anchor: str) -> bool:
    """Whether a macro that fails may be what keeps the anchor away: then the macro is the fault, and is reported."""
    records = {"helpline": guide.helplines, "term": guide.terms, "ref": guide.references}
    kind, _, key = anchor.partition("-")
    if key not in records.get(kind, {}):
        return False
    memo = ("a macro fails", page.file)
    if memo not in guide.memo:
        unread = any(one.rule == "XR020" and one.file == page.file for one in guide.problems)
        guide.memo[memo] = unread or bool(macros.faults(guide, page))
    return bool(guide.memo[memo])


def _nearest_id(guide: Guide, page: Page, anchor: str) -> str:
    known = sorted(ids(guide, page))
    sections = [heading.id for heading in page.headings if heading.id is not None]
    if not anchor:
        return "name a section after the '#', or take it away"
    return suggest(anchor, dict.fromkeys(get_close_matches(anchor, known, n=1) or sections), "section")


@rule("XR003", scope="page")
def link_into_other_language(guide: Guide, page: Page) -> Iterator[Problem]:
    """A link leads into the folder of another language.

    The reader would change language without being told; the switch on every page is there for that.

    Bad:  [the law](../docs/law.md)   on a page of docs_cy
    Good: [y gyfraith](law.md)
    """
    for link, target in _inside(guide, page):
        language = _foreign(guide, page, target)
        if language is not None:
            message = f"the link '{_shown(link)}' leads to a page in {language}, from one in {page.language.name}"
            hint = f"link to the page of the same name in {page.language.folder}/"
            yield Problem(page.file, link.line, "XR003", message, hint)
