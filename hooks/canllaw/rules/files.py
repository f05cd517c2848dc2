"""Files that cannot be read, or do not have the form they must have, and files that no page uses.

Most of these the loader finds; here they have names.
"""

from collections.abc import Iterator
from os.path import realpath
from pathlib import Path

from ..model import Guide, Problem
from .registry import rule


@rule("CF001", scope="load")
def guide_file_malformed(guide: Guide) -> Iterator[Problem]:
    """data/guide.yml is not readable YAML, a field does not fit data/schema/guide.schema.json, or cannot be meant.

    A guide is listed once. None is reviewed on a day that has not come yet. Helplines that are due for a check are
    warned of before they stop the guide.

    Bad:  code: cym     or    reviewed: "2062-11-23"
    Good: code: cy      and   reviewed: "2026-11-23"
    """
    yield from ()


@rule("CF002", scope="load")
def interface_wording_malformed(guide: Guide) -> Iterator[Problem]:
    """data/strings.yml is not readable YAML, lacks a wording, or does not fit data/schema/strings.schema.json.

    A wording that something is put into, such as an age or a day, has the place for it in every language.

    Bad:  age_under: {en: "Under {}", cy: Dan oed}
    Good: age_under: {en: "Under {}", cy: "Dan {} oed"}
    """
    yield from ()


@rule("CF003", scope="load")
def engine_settings_unreadable(guide: Guide) -> Iterator[Problem]:
    """mkdocs.yml is not readable YAML, or does not set up the plugin i18n.

    Bad:  plugins: [search]
    Good: plugins: {i18n: {…}}
    """
    yield from ()


@rule("CF004", scope="load")
def search_data_malformed(guide: Guide) -> Iterator[Problem]:
    """data/search.yml is not readable YAML, uses an id twice, or a field does not fit data/schema/search.schema.json.

    Bad:  en: ["has my pictures / photos"]
    Good: en: ["has my pictures/photos"]
    """
    yield from ()


@rule("CF010", scope="load")
def page_unreadable(guide: Guide) -> Iterator[Problem]:
    """A page cannot be read as UTF-8 text: it is a folder, may not be read, or holds bytes that are not text.

    Bad:  a page saved as Windows-1252
    Good: the same page saved as UTF-8
    """
    yield from ()


@rule("CF011", scope="load")
def front_matter_malformed(guide: Guide) -> Iterator[Problem]:
    """A page does not start with front matter: fields between two lines of `---`.

    A text with a colon in it stands in quotes: what is before a colon is taken for a field.

    Bad:  title: Law: what it says
    Good: title: "Law: what it says"
    """
    yield from ()


@rule("HL001", scope="load")
def helpline_record_malformed(guide: Guide) -> Iterator[Problem]:
    """data/helplines.yml is not readable YAML, uses an id twice, or a record does not fit its schema.

    Bad:  number: 08001111
    Good: number: "0800 1111"
    """
    yield from ()


@rule("LW001", scope="load")
def legislation_record_malformed(guide: Guide) -> Iterator[Problem]:
    """data/legislation.yml is not readable YAML, uses an id twice, or a record does not fit its schema.

    Bad:  since: April 2016
    Good: since: "2016-04-06"
    """
    yield from ()


@rule("FN001", scope="load")
def reference_record_malformed(guide: Guide) -> Iterator[Problem]:
    """data/references.yml is not readable YAML, uses an id twice, or a record does not fit its schema.

    Bad:  year: 2010
    Good: year: "2010"
    """
    yield from ()


@rule("CY001", scope="load")
def term_record_malformed(guide: Guide) -> Iterator[Problem]:
    """data/terms.yml is not readable YAML, uses an id twice, or a record does not fit its schema.

    Bad:  term: {en: grooming}
    Good: term: {en: grooming, cy: meithrin perthynas amhriodol}
    """
    yield from ()


@rule("CF015", scope="guide")
def file_not_used(guide: Guide) -> Iterator[Problem]:
    """A file lies among the pages that none of them names, or is a link that leads out of the guide or nowhere.

    All that lies there is published, in the site and in every offline edition.

    Bad:  docs/draft.docx
    Good: docs/images/form.png   and in a page   ![The form asks for an age](images/form.png)
    """
    top = Path(guide.root).resolve()
    for language in guide.languages:
        folder = Path(guide.root) / language.folder
        words = "\n".join(page.body for page in guide.pages[language.code].values())
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.is_dir() or any(part.startswith(".") for part in name.parts):  # the engine leaves these out
                continue
            if path.suffix == ".md" and name.as_posix() not in guide.pages[language.code]:
                continue  # it cannot be read, which CF010 tells
            file = f"{language.folder}/{name.as_posix()}"
            if not path.exists():
                yield Problem(file, 1, "CF015", "this is a link that leads nowhere", "correct it, or take it away")
            elif path.is_symlink() and not Path(realpath(path)).is_relative_to(top):
                message = "this is a link to a file outside the guide, which would be published"
                yield Problem(file, 1, "CF015", message, "put the file itself there, or take the link away")
            elif path.suffix != ".md" and path.name not in words:
                hint = "link to it from the page that needs it, or move it out of the folder"
                yield Problem(file, 1, "CF015", "no page names this file, and it would be published", hint)
