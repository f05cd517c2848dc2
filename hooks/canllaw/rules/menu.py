"""The menu of each guide, and the pages it gives a task."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..editions.document import LEFT_OUT
from ..model import Guide, Page, Problem
from ..sitemap import HOME
from ..volumes import home, owner, volumes
from .registry import rule

FILE = "data/guide.yml"
LED_TO = ("helplines", "offline")
"""The places that every edition leads to."""
Path = tuple[str | int, ...]


@rule("XR030", scope="guide")
def page_not_in_menu(guide: Guide) -> Iterator[Problem]:
    """A page is missing from the menu in data/guide.yml, is there twice, or the menu names a page that does not exist.

    A site of several guides has a menu for each. It may name the guide's own pages, and those listed as `shared`.

    Bad:  pages: [helplines.md, helpline.md]
    Good: pages: [helplines.md]
    """
    exists = {name: page for pages in guide.pages.values() for name, page in pages.items()}
    yield from _missing(guide, (), guide.settings, exists)
    if HOME not in exists:
        line = guide.settings_lines[("sections",)]
        yield Problem(FILE, line, "XR030", "the site has no first page", f"write {HOME}")
    for number, name in enumerate(guide.settings.get("shared", ())):
        if name not in exists:
            message = f"shared names {name}, which does not exist"
            line = guide.settings_lines[("shared", number)]
            yield Problem(FILE, line, "XR030", message, "write the page or name another")
    for number, entry in enumerate(guide.settings.get("guides", ())):
        at: Path = ("guides", number)
        yield from _missing(guide, at, entry, exists)
        opening = f"{entry['id']}/{HOME}"
        if opening not in exists:
            message = f"the guide '{entry['id']}' has no first page"
            yield Problem(FILE, guide.settings_lines[(*at, "id")], "XR030", message, f"write {opening}")
        for key, name in {**guide.settings["places"], **entry["places"]}.items():
            if name in exists and key not in entry["places"] and not _belongs(guide, str(entry["id"]), name, set()):
                message = f"the guide '{entry['id']}' has no page for '{key}'"
                hint = f"list {name} as 'shared', or name a page of the guide in its 'places'"
                yield Problem(FILE, guide.settings_lines[(*at, "id")], "XR030", message, hint)
    for volume in volumes(guide):
        listed = {name for section in volume.sections for name in section["pages"]}
        for name, page in _own(volume).items():
            if name not in listed and name != home(volume):
                hint = f"add '{name}' to a section of data/guide.yml"
                yield Problem(page.file, 1, "XR030", "the page is not in the menu", hint)


@rule("XR031", scope="guide")
def page_for_editions_missing(guide: Guide) -> Iterator[Problem]:
    """A page that the offline editions of a guide lead to will not be in them, or does not offer them.

    Every edition leads to its guide's page of helplines, and to its page `offline` from all that it has no place for:
    each guide has both in its menu. In a one-file edition and a PDF there is no index of pages, no poster and no whole
    guide, and so no page with such a macro. The page `offline` is where readers find the editions.

    Bad:  pages: [helplines.md]                in the menu of a guide that shares offline.md
    Good: pages: [helplines.md, offline.md]
    """
    for number, volume in enumerate(volumes(guide), -1):
        listed = {home(volume), *(name for section in volume.sections for name in section["pages"])}
        for key in LED_TO:
            name = volume.settings["places"][key]
            found = [pages[name] for pages in volume.pages.values() if name in pages]
            if found and name not in listed and name not in _own(volume):  # its own are XR030's
                message = f"the menu of the guide '{volume.id}' lacks {name}, which its editions lead to as '{key}'"
                hint = f"add '{name}' to a section of the guide '{volume.id}'"
                yield Problem(FILE, guide.settings_lines[("guides", number, "sections")], "XR031", message, hint)
            unread = {problem.file for problem in guide.problems}  # of these too little is known
            for page in (one for one in found if one.file not in unread):
                yield from _unfit(page, key)


def _unfit(page: Page, key: str) -> Iterator[Problem]:
    """What keeps a page from being the one that editions lead to as `key`."""
    if call := page.calls(*LEFT_OUT):
        message = f"{{{{ {call.name}() }}}} keeps the page out of editions, which lead to it as '{key}'"
        hint = f"put the macro on another page, or name another as '{key}' in {FILE}"
        yield Problem(page.file, call.line, "XR031", message, hint)
    if key == "offline" and not page.calls("editions"):
        message = "the page is 'offline' of data/guide.yml, and does not offer the editions"
        yield Problem(page.file, page.body_line, "XR031", message, "put {{ editions() }} on a line of its own")


def _missing(guide: Guide, at: Path, entry: Mapping[str, Any], exists: Mapping[str, Page]) -> Iterator[Problem]:
    """Faults of one guide's menu and places; `at` is where it stands in the file, `entry` what stands there."""
    listed = Counter(name for section in entry["sections"] for name in section["pages"])
    folders = {str(one["id"]) for one in guide.settings.get("guides", ())}
    for path, name in _named(entry):
        line = guide.settings_lines[(*at, *path)]
        menu = path[0] == "sections"
        words = "the menu" if menu else ".".join(str(part) for part in path)
        if name not in exists:
            hint = "write the page or take it out of 'sections'" if menu else "write the page or name another"
            yield Problem(FILE, line, "XR030", f"{words} names {name}, which does not exist", hint)
        elif menu and listed[name] > 1:
            yield Problem(FILE, line, "XR030", f"the menu names {name} twice", "keep it in one section")
        elif not _belongs(guide, str(entry["id"]) if at else "", name, folders):
            message = f"{words} names {name}, which is another guide's"
            yield Problem(FILE, line, "XR030", message, "name a page of this guide, or list the page as 'shared'")


def _belongs(guide: Guide, id: str, name: str, folders: set[str]) -> bool:
    if id:
        return owner(name) == id or name in guide.settings.get("shared", ())
    return owner(name) not in folders


def _own(volume: Guide) -> dict[str, Page]:
    """The pages that are the volume's own, in whichever language there are."""
    every = {name: page for pages in volume.pages.values() for name, page in pages.items()}
    return {name: page for name, page in every.items() if not volume.id or owner(name) == volume.id}


def _named(entry: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """The pages that a guide's menu, places and foot name, each with its place in that part of the file."""
    for number, section in enumerate(entry["sections"]):
        for place, name in enumerate(section["pages"]):
            yield ("sections", number, "pages", place), name
    for key, name in entry["places"].items():
        yield ("places", key), name
    for number, name in enumerate(entry["footer"]):
        yield ("footer", number), name
