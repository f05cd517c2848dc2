"""The commands of translation: write the packs, bring a translator's file back."""

import argparse
import sys
from pathlib import Path

from ..load import Unreadable, load
from ..reports import as_text
from ..together import write_together
from ..translation import po, xliff
from ..translation.bring_back import bring_back
from ..translation.pack import pack
from .command import MISUSE, Commands

PLACE = Path("build/translation")


def add(commands: Commands) -> None:
    """Add both."""
    one = commands.add("translation-pack", main_pack, "write what is due for translators", root=True)
    one.add_argument("--all", action="store_true", help="every section, not only what is new or stale")
    one.add_argument("--to", type=Path, help=f"the folder to write to (default: {PLACE} of the guide)")
    one = commands.add("translation-import", main_import, "bring a translated file back", root=True)
    one.add_argument("file", type=Path, help="what came back: .xlf, .xliff or .po")


def main_pack(options: argparse.Namespace) -> int:
    """Write a pack for each translation as XLIFF and PO; nothing is due: no files. Returns the exit code."""
    try:
        guide = load(options.root)
    except Unreadable as unreadable:
        print(as_text(sorted(unreadable.problems)), file=sys.stderr)
        return 1
    place: Path = options.to or options.root / PLACE
    for language in guide.languages[1:]:
        units = pack(guide, language, options.all)
        # The name stays that of the tool, whatever the guide is called: translators' folders hold packs of many.
        for ending, form in ((".xlf", xliff.written), (".po", po.written)):
            path = place / f"canllaw-{language.code}{ending}"
            if not units:
                path.unlink(missing_ok=True)  # an old pack would be taken for what is due
                continue
            place.mkdir(parents=True, exist_ok=True)
            path.write_bytes(form(guide, language, units))
            print(f"{path}: {len(units)} units")
        for unit in units if not options.all else ():
            print(f"  {unit.state:<10}{unit.name}")
        if not units:
            print(f"{language.name}: nothing is new or stale")
    return 0


def main_import(options: argparse.Namespace) -> int:
    """Bring a file back; returns 0 when all it holds is in the pages, 1 when nothing was written, 2 for no file."""
    if options.file == Path():  # make gives an empty name where there is no FILE
        print("give the file: make translation-import FILE=…", file=sys.stderr)
        return MISUSE
    try:
        raw = options.file.read_bytes()
    except OSError as error:
        print(f"{options.file} cannot be read: {(error.strerror or '').lower()}", file=sys.stderr)
        return MISUSE
    try:
        outcome = bring_back(load(options.root), raw, str(options.file))
        if outcome.problems:
            print(f"{as_text(outcome.problems)}\nnothing was written", file=sys.stderr)
            return 1
        write_together(options.root, outcome.files)
    except Unreadable as unreadable:
        print(as_text(sorted(unreadable.problems)), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"nothing was written: {error.filename}: {(error.strerror or '').lower()}", file=sys.stderr)
        return 1
    for words, names in (("taken", outcome.taken), ("not translated yet", outcome.left), ("written", outcome.files)):
        for name in names:
            print(f"{words}: {name}")
    print(f"{len(outcome.taken)} taken, {len(outcome.left)} left, {len(outcome.files)} files written")
    return 0
