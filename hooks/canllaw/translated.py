"""What a translation translates: digests of the source's sections, stamped in its front matter once a human has looked.

`translated_from` of a page maps each section id to the digest the source's section had when it was translated. Title
and description are sections here, `front.title` and `front.description`.
"""

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from .load import Unreadable, load
from .model import Guide, Page
from .sections import INTRO, Section, fields, sections, source_page
from .source import FENCE

FIELD = "translated_from"


@dataclass(frozen=True)
class Stale:
    """A section that is not what was stamped: `state` is `changed`, `unstamped` or `gone` (then `source` is None)."""

    state: str
    id: str
    line: int
    source: Section | None = None


def stamps(page: Page) -> Mapping[str, str]:
    """The digests in a page's front matter, by section id; none where there is no such map."""
    found = page.meta.get(FIELD)
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def stale(guide: Guide, page: Page) -> Iterator[Stale]:
    """The sections of a translated page that need another look, and the stamps of sections that are gone."""
    source = source_page(guide, page)
    if source is None:
        return
    stamped, theirs = stamps(page), stampable(guide, source)
    for name, ours in stampable(guide, page).items():
        if name not in theirs:
            continue
        if name not in stamped:
            yield Stale("unstamped", name, ours.line, theirs[name])
        elif stamped[name] != theirs[name].digest:
            yield Stale("changed", name, ours.line, theirs[name])
    for number, name in enumerate(stamped, 1):
        if name not in theirs:
            yield Stale("gone", name, page.meta_lines[FIELD] + number)


def stampable(guide: Guide, page: Page) -> dict[str, Section]:
    """The sections that say something: title and description, then all but an empty start."""
    said = {name: one for name, one in sections(guide, page).items() if name != INTRO or one.source.strip()}
    return {**fields(page), **said}


def stamp(root: Path, guide: Guide, names: Collection[str]) -> list[str]:
    """Stamp every translation of the pages named (`grooming` or `grooming.md`); returns the files changed.

    Only the stamps in the front matter change. KeyError, before anything is written, for a page there is not.
    """
    pages = guide.pages[guide.languages[0].code]
    wanted = [name if name.endswith(".md") else f"{name}.md" for name in names]
    for name in wanted:
        if name not in pages:
            near = get_close_matches(name, list(pages), n=1)
            raise KeyError(f"there is no page {name}" + (f": did you mean {near[0]}?" if near else ""))
    changed = []
    for language in guide.languages[1:]:
        for name in dict.fromkeys(wanted):
            page = guide.pages[language.code].get(name)
            if page is not None and _write(root / page.file, guide, page, pages[name]):
                changed.append(page.file)
    return changed


def _write(path: Path, guide: Guide, page: Page, source: Page) -> bool:
    ours = stampable(guide, page)
    digests = {name: one.digest for name, one in stampable(guide, source).items() if name in ours}
    before = path.read_bytes().decode("utf-8")
    after = with_stamps(before, digests)
    if after != before:
        path.write_bytes(after.encode("utf-8"))
    return after != before


def with_stamps(text: str, digests: Mapping[str, str]) -> str:
    """The text of a page with these stamps in place of the old ones, or at the end of the front matter."""
    rows = text.splitlines(keepends=True)
    ending = rows[0][len(rows[0].rstrip("\r\n")) :]
    end = next(number for number, row in enumerate(rows[1:], 1) if row.rstrip() == FENCE)
    start = next((number for number in range(1, end) if rows[number].startswith(f"{FIELD}:")), end)
    after = start + (start < end)
    for number in range(after, end):
        if rows[number].startswith((" ", "\t", "- ")):
            after = number + 1
        elif rows[number].strip():
            break
    block = [f"{FIELD}:{ending}", *(f'  {name}: "{digest}"{ending}' for name, digest in digests.items())]
    return "".join([*rows[:start], *block, *rows[after:]])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: pages, `--all` and `--root`."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="a page, such as grooming or grooming.md")
    parser.add_argument("--all", action="store_true", help="every page")
    parser.add_argument("--root", type=Path, default=Path(), help="the guide's folder (default: this one)")


def main_translated(options: argparse.Namespace) -> int:
    """Run the command with `names`, `all` and `root`; returns its exit code: 0 done, 1 not possible, 2 misuse."""
    try:
        guide = load(options.root)
    except Unreadable as unreadable:
        print(f"the guide cannot be read: {unreadable}", file=sys.stderr)
        return 1
    names = list(guide.pages[guide.languages[0].code]) if options.all else options.names
    if not names:
        print(
            "name the pages whose translation you have looked at: make translated PAGE=…, or PAGE=--all",
            file=sys.stderr,
        )
        print("\n".join(_listed(guide)), file=sys.stderr)
        return 2
    try:
        changed = stamp(options.root, guide, names)
    except KeyError as error:
        print(error.args[0], file=sys.stderr)
        return 2
    print("\n".join(f"stamped {file}" for file in changed) or "nothing to stamp: every section is as it was")
    return 0


def _listed(guide: Guide) -> list[str]:
    """A line for each translated page that needs another look."""
    rows = []
    for language in guide.languages[1:]:
        for page in guide.pages[language.code].values():
            if found := [one.id for one in stale(guide, page)]:
                rows.append(f"{page.file}: {', '.join(found)}")
    return rows or ["every translation is stamped"]
