"""The menu of each guide, and the pages it gives a task."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Guide, Page, Problem
from ..sitemap import HOME
from ..volumes import home, owner, volumes
from .registry import rule

FILE = "data/guide.yml"
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
