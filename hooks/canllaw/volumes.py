"""The guides of one site, as data/guide.yml lists them: the first at the top, every other in a folder of its own.

A volume is a Guide: its own pages and those it shares with the others, its own menu, places and source. So all that is
made of a guide — menu, index, search, editions — is made of a volume in the same way.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from posixpath import dirname
from typing import Any

from .model import Guide, Page

INDEX = "index.md"


def volumes(guide: Guide) -> tuple[Guide, ...]:
    """Every guide of the site, the first first. A site of one guide has that one; a volume has only itself."""
    if guide.family is not None:
        return (guide,)
    if "volumes" not in guide.memo:
        entries = {str(one["id"]): one for one in guide.settings.get("guides", ())}
        held = _held(guide, entries)
        guide.memo["volumes"] = tuple(_volume(guide, id, entry, held) for id, entry in {"": {}, **entries}.items())
    found: tuple[Guide, ...] = guide.memo["volumes"]
    return found


def volume_of(guide: Guide, page: Page) -> Guide:
    """The volume a page belongs to; a page that several share belongs to the first."""
    if "volumes by folder" not in guide.memo:
        guide.memo["volumes by folder"] = {one.id: one for one in volumes(guide)}
    found: dict[str, Guide] = guide.memo["volumes by folder"]
    return found.get(owner(page.name)) or next(iter(found.values()))


def holding(guide: Guide, files: Collection[str]) -> tuple[Guide, ...]:
    """The volumes that have a page whose source is one of these files; a page that is shared is in several."""
    return tuple(
        one
        for one in volumes(guide)
        if any(page.file in files for pages in one.pages.values() for page in pages.values())
    )


def owner(name: str) -> str:
    """The folder at the top that a page's name stands in, empty for none: `missing/return.md` -> `missing`."""
    return name.partition("/")[0] if dirname(name) else ""


def others(guide: Guide) -> tuple[Guide, ...]:
    """The other volumes of a volume's site."""
    return tuple(one for one in volumes(guide.site) if one.id != guide.id)


def title(guide: Guide, code: str) -> str:
    """What a volume is called: the title of its first page, in a language."""
    return str(guide.pages[code][home(guide)].meta["title"])


def tagline(guide: Guide, code: str) -> str:
    """What stands beside the site's name: the site's own words for its first volume, for every other its title."""
    return title(guide, code) if guide.id else guide.say("tagline", code)


def home(guide: Guide) -> str:
    """The page a volume opens with."""
    return f"{guide.id}/{INDEX}" if guide.id else INDEX


Held = dict[str, dict[str, dict[str, Page]]]
"""Pages by the volume that holds them, then by language and name."""


def _held(guide: Guide, ids: Collection[str]) -> Held:
    """The pages of each volume, in their order: its own, and in a folder's those that are shared."""
    shared = frozenset(guide.settings.get("shared", ()))
    found: Held = {id: {code: {} for code in guide.pages} for id in ("", *ids)}
    for code, pages in guide.pages.items():
        for name, page in pages.items():
            folder = owner(name) if owner(name) in ids else ""
            for id in dict.fromkeys([folder, *(ids if name in shared else ())]):
                found[id][code][name] = page
    return found


def _volume(guide: Guide, id: str, entry: Mapping[str, Any], held: Held) -> Guide:
    settings = {key: value for key, value in guide.settings.items() if key not in ("guides", "shared")}
    given = {key: value for key, value in entry.items() if key != "id"}
    return replace(
        guide,
        settings={**settings, **given, "places": {**settings["places"], **entry.get("places", {})}},
        pages=held[id],
        memo={},
        id=id,
        family=guide,
    )
