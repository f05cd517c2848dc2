"""The translation keeps up with its source: each section is stamped with what it translates."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from ..at_hand import at_hand
from ..model import Guide, Page, Problem
from ..sections import FRONT, Section, source_page
from ..translated import Stale, stale
from .registry import rule

# How many changed sections of a guide git is asked about: each takes it a moment.
ASKED = 20


def _stale(guide: Guide, page: Page, state: str) -> Iterator[tuple[Stale, Page, str]]:
    """The stale sections in that state, with the source page and the command that stamps it."""
    source = source_page(guide, page)
    if source is not None:
        known = at_hand(guide, page)
        if "stale" not in known:
            known["stale"] = list(stale(guide, page))
        for one in known["stale"]:
            if one.state == state:
                yield one, source, f"make translated PAGE={page.name.removesuffix('.md')}"


@rule("PA011", scope="page")
def source_changed(guide: Guide, page: Page) -> Iterator[Problem]:
    """The source of a section has changed since it was translated.

    A page's title and description are stamped as sections are, and so found as they are.

    Bad:  "under 18" became "under 21" in docs/grooming.md, and nobody has looked at docs_cy/grooming.md
    Good: the translation corrected, then stamped with make translated PAGE=grooming
    """
    for one, source, command in _stale(guide, page, "changed"):
        if one.source is None:
            continue
        commit = _commit(guide, source, one.source)
        by = f" (by {commit})" if commit else ""
        message = f"{source.file}:{one.source.line} has changed since {_named(one.id)} was translated{by}"
        yield Problem(page.file, one.line, "PA011", message, f"bring the translation up to date, then run {command}")


@rule("PA012", scope="page")
def never_stamped(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section of a translation has never been stamped as one.

    Bad:  a new section, in both languages, that nobody has said is a translation
    Good: the section stamped with make translated PAGE=grooming
    """
    for one, source, command in _stale(guide, page, "unstamped"):
        place = f"{source.file}:{one.source.line}" if one.source else source.file
        message = f"{_named(one.id)} has not been stamped as a translation of {place}"
        yield Problem(page.file, one.line, "PA012", message, f"compare the two, then run {command}")


@rule("PA013", scope="page")
def stamp_of_no_section(guide: Guide, page: Page) -> Iterator[Problem]:
    """A stamp names a section that the source no longer has.

    Bad:  translated_from: {sings: "3f2a1c9d0e1f"}     where the source has no {#sings}
    Good: stamps of the sections there are, as make translated writes them
    """
    for one, source, command in _stale(guide, page, "gone"):
        message = f"there is a stamp for {_named(one.id)}, which {source.file} does not have"
        yield Problem(page.file, one.line, "PA013", message, f"run {command}")


def _named(id: str) -> str:
    """A section in words; a field of the front matter is called what it is."""
    return f"the {id.removeprefix(FRONT)}" if id.startswith(FRONT) else f"section '{id}'"


def _commit(guide: Guide, source: Page, section: Section) -> str:
    """The commit that last changed a section, with its date; nothing where git cannot tell at once."""
    asked = guide.memo.get("commits asked", 0)
    guide.memo["commits asked"] = asked + 1
    if asked >= ASKED or _git(guide, "status", "--porcelain", "--", source.file) != "":
        return ""  # a change that is not committed has no commit to name
    first = source.section_at(section.line)
    start = first.line if first else min(section.line, source.body_line)
    lines = f"-L{start},{section.last}:{source.file}"
    return (_git(guide, "log", "-1", "--no-patch", "--format=%h %cs", lines) or "").strip()


def _git(guide: Guide, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=Path(guide.root), capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
