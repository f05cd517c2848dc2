"""A translator's file into the pages: everything it holds or, where anything is wrong, nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..model import Guide, Language, Page, Problem
from ..sections import FRONT
from . import po, xliff
from .check import faults
from .compose import changed, created
from .pack import units
from .slugs import taken
from .units import CURRENT, NEW, SLUG, Returned, Unit, same, tidy
from .xliff import AS_PACKED, RULE


@dataclass
class Outcome:
    """What an import comes to: the files to write, what was taken, what was left for later; or the Problems."""

    files: dict[str, bytes] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def bring_back(guide: Guide, raw: bytes, file: str) -> Outcome:
    """What importing a file would write; nothing is written yet. With problems there are no files."""
    if file.lower().endswith((".po", ".pot")):
        code, returned, problems = po.read(raw, file)
    else:
        code, returned, problems = xliff.read(raw, file, guide)
    outcome = Outcome(problems=problems)
    language = next((one for one in guide.languages[1:] if one.code == code), None)
    if language is None:
        if returned or not problems:
            codes = ", ".join(one.code for one in guide.languages[1:])
            message = f"the target language is '{code}', expected {codes}"
            problems.append(Problem(file, 1, RULE, message, AS_PACKED))
        return outcome
    _take(guide, language, returned, file, outcome)
    if outcome.problems:
        return Outcome(problems=sorted(outcome.problems))
    return outcome


def _take(guide: Guide, language: Language, returned: Sequence[Returned], file: str, outcome: Outcome) -> None:
    """Judge each unit, then put the pages together from those that can be taken."""
    sources = guide.pages[guide.languages[0].code]
    names = {one.page for one in returned} & set(sources)
    known = {name: _known(guide, language, sources[name]) for name in names}
    count = Counter(one.name for one in returned)
    texts: dict[str, dict[str, str]] = {}
    slugs: dict[str, Returned] = {}
    for one in returned:
        unit = known.get(one.page, {}).get(one.part)
        if count[one.name] > 1:
            message = f"the unit {one.name} is there {count[one.name]} times"
            outcome.problems.append(Problem(file, one.line, RULE, message, "keep one of them"))
        elif unit is None:
            what = f"the page {one.page}" if one.page not in sources else f"the unit {one.name}"
            message = f"{what} is not in the guide"
            outcome.problems.append(Problem(file, one.line, RULE, message, "make the pack again"))
        elif not same(one.source, unit.source):
            message = f"{one.name}: the source is not that of {unit.file}:{unit.line} now"
            hint = "make the pack again, and bring the translation up to date with it"
            outcome.problems.append(Problem(file, one.line, RULE, message, hint))
        elif one.target is not None and not one.target.strip():
            message = f"{one.name}: the target is empty"
            outcome.problems.append(Problem(file, one.line, RULE, message, "translate it, or leave the target out"))
        elif _waits(one, unit):
            outcome.left.append(one.name)
        elif one.target is not None:
            if unit.state != CURRENT or not same(one.target, unit.target):
                outcome.problems += faults(guide, language, one, unit.source, file)
            texts.setdefault(one.page, {})[one.part] = one.target
            if unit.state != CURRENT or not same(one.target, unit.target):
                outcome.taken.append(one.name)
                if one.part == FRONT + SLUG:
                    slugs[one.page] = one
    outcome.problems += taken(guide, language, slugs, file)
    for name, parts in texts.items():
        if not outcome.problems:
            _compose(guide, language, sources[name], parts, known[name], outcome)


def _known(guide: Guide, language: Language, source: Page) -> dict[str, Unit]:
    return {one.part: one for one in units(guide, source, guide.pages[language.code].get(source.name), language)}


def _waits(one: Returned, unit: Unit) -> bool:
    """Whether a unit is not translated yet: no target, marked as unfinished, or the old translation as it was."""
    if one.target is None or one.finished is False:
        return True
    return one.finished is None and unit.state != CURRENT and same(one.target, unit.target)


def _compose(
    guide: Guide,
    language: Language,
    source: Page,
    parts: Mapping[str, str],
    known: Mapping[str, Unit],
    outcome: Outcome,
) -> None:
    page = guide.pages[language.code].get(source.name)
    file = f"{language.folder}/{source.name}"
    if page is None:
        missing = [unit.name for part, unit in known.items() if part not in parts]
        if missing:  # a new page is made whole or not at all
            made = {unit.name for unit in known.values()}
            outcome.taken = [name for name in outcome.taken if name not in made]
            outcome.left += [f"{file} (a new page, still without {', '.join(missing)})"]
            return
        outcome.files[file] = created(guide, source, {part: tidy(text) for part, text in parts.items()})
        return
    raw = (Path(guide.root) / file).read_bytes()
    fresh = {
        part: tidy(text)
        for part, text in parts.items()
        if known[part].state == NEW or not same(text, known[part].target)
    }
    after = changed(raw, guide, page, source, fresh, set(parts))
    if after != raw:
        outcome.files[file] = after
