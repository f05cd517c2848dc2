"""The languages say the same: a page in one is a page in all, section by section."""

from collections.abc import Iterator
from pathlib import Path

from ..model import Guide, Heading, Language, Page, Problem
from .registry import rule


@rule("PA001", scope="guide")
def page_missing(guide: Guide) -> Iterator[Problem]:
    """A page exists in one language and not in another.

    Bad:  docs/grooming.md without docs_cy/grooming.md
    Good: both
    """
    names = {language.code: _names(guide, language) for language in guide.languages}
    for name in sorted(set().union(*names.values())):
        for language in guide.languages:
            if name in names[language.code]:
                continue
            twin = next(other for other in guide.languages if name in names[other.code])
            file = f"{language.folder}/{name}"
            hint = f"write {file}, or take {twin.folder}/{name} away"
            yield Problem(
                file, 1, "PA001", f"the page is missing; {twin.folder}/{name} has no twin in {language.name}", hint
            )


def _names(guide: Guide, language: Language) -> set[str]:
    """The names of a language's page files, readable or not."""
    folder = Path(guide.root) / language.folder
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


@rule("PA002", scope="page")
def sections_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A page's headings do not have the same ids and levels as its twin's, in the same order.

    Bad:  ## Arwyddion {#arwyddion}        where the English has ## Signs {#signs}
    Good: ## Arwyddion {#signs}
    """
    first = guide.languages[0]
    twin = guide.pages[first.code].get(page.name)
    if twin is None or twin is page:
        return
    for ours, theirs in zip(page.headings, twin.headings, strict=False):
        if (ours.id, ours.level) != (theirs.id, theirs.level):
            message = f"{_shown(ours)} stands where {twin.file}:{theirs.line} has {_shown(theirs)}"
            yield Problem(
                page.file, ours.line, "PA002", message, "give both headings the same level and id, in the same order"
            )
            return
    if len(page.headings) != len(twin.headings):
        line = page.headings[-1].line if page.headings else page.body_line
        message = f"{len(page.headings)} headings here, {len(twin.headings)} in {twin.file}"
        yield Problem(page.file, line, "PA002", message, "write the missing section, or take the extra one away")


def _shown(heading: Heading) -> str:
    return f"{'#' * heading.level} {{#{heading.id}}}"
