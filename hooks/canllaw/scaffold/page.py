"""Begins a page in every language: front matter, headings with ids, a place in the menu; all of it, or nothing."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ..model import Guide, Language
from ..rules.unwritten import MARK
from ..together import write_together
from ..yamlfile import Path as FieldPath
from ..yamlfile import YamlFault, parse
from .free import files_of, refusals
from .menu import NoPlace, with_page

NAME = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*")
SETTINGS = "data/guide.yml"
SECTIONS = ("what-to-do", "helplines")
"""The ids of a new page's sections, which its title cannot have too."""


class NotBegun(Exception):
    """The page was not begun, and nothing was written; the message says why and what to do."""


def begin(
    root: Path, guide: Guide, name: str, section: str | None, titles: Mapping[str, str], today: date
) -> list[str]:
    """Write the page `name` (`staying-safe`, or `folder/staying-safe`) in every language; returns the files written.

    `section`: its id in data/guide.yml, None for the first. A page in the folder of another guide of the site goes into
    that guide's menu. `titles`: by language code. Raises NotBegun.
    """
    name = name.removesuffix(".md")
    if not NAME.fullmatch(name):
        message = "use small letters a to z, digits and single hyphens, and one '/' at most"
        raise NotBegun(f"{name!r} cannot be the name of a page: {message}")
    place, listed = _section(guide, name, section)
    texts = {
        language.code: {f"{name}.md": _text(guide, language, name, title_of(language, titles), today)}
        for language in guide.languages
    }
    if reasons := refusals(root, guide, texts):
        raise NotBegun("\n".join(reasons))
    files = files_of(guide, texts)
    text = (root / SETTINGS).read_bytes().decode("utf-8")
    if f"{name}.md" not in listed:
        try:
            files[SETTINGS] = with_page(text, place, f"{name}.md")
        except NoPlace as error:
            message = (
                f"the menu in {SETTINGS} cannot be added to ({error}): name {name}.md there yourself, then try again"
            )
            raise NotBegun(message) from error
    write(root, files)
    return list(files)


def _section(guide: Guide, name: str, section: str | None) -> tuple[FieldPath, list[str]]:
    """Where in data/guide.yml the section stands, and every page of its menu: the folder says whose menu it is."""
    place: FieldPath = ()
    sections = guide.settings["sections"]
    for number, one in enumerate(guide.settings.get("guides", ())):
        if one["id"] == name.partition("/")[0] and "/" in name:
            place, sections = ("guides", number), one["sections"]
    known = [str(one["id"]) for one in sections]
    if section is not None and section not in known:
        near = get_close_matches(section, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        raise NotBegun(f"there is no section {section!r} in {SETTINGS}: {hint}")
    listed = [str(page) for one in sections for page in one["pages"]]
    return (*place, "sections", known.index(section) if section else 0), listed


def title_of(language: Language, titles: Mapping[str, str]) -> str:
    """The title in a language, as one line; NotBegun where there is none, or more than words."""
    title = " ".join(titles.get(language.code, "").split())
    if not title:
        raise NotBegun(f"there is no title in {language.name}: give TITLE_{language.code.upper()}=…")
    if any(words in title for words in ("{{", "{%", "{#", MARK)):
        raise NotBegun(f"the title in {language.name} holds more than words: {title}")
    return title


def slug_of(language: Language, title: str) -> str:
    """The last part of an address, from a title: its letters without accents."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", title.lower()) if not unicodedata.combining(one))
    slug = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)))
    if not slug:
        raise NotBegun(f"the title in {language.name} has no letter for an address: {title}")
    return slug


def _text(guide: Guide, language: Language, name: str, title: str, today: date) -> str:
    fields = {"title": written(title), "description": json.dumps(MARK)}
    if language != guide.languages[0]:
        fields["slug"] = written(slug_of(language, title))
    fields["reviewed"] = today.isoformat()
    if language != guide.languages[0]:
        fields["translation_reviewed_by"] = "null"
    first, helplines = (guide.say(key, language.code) for key in ("new_first", "helplines_link"))
    rows = ["---", *(f"{field}: {value}" for field, value in fields.items()), "---", ""]
    own = name.rsplit("/", 1)[-1]
    rows += [f"# {title} {{#{own if own not in SECTIONS else f'{own}-page'}}}", "", MARK, ""]
    rows += [f"## {first} {{#{SECTIONS[0]}}}", "", MARK, ""]
    rows += [f"## {helplines} {{#{SECTIONS[1]}}}", "", f'{{{{ helpline("{guide.settings["emergency"]}") }}}}']
    return "\n".join(rows) + "\n"


def written(title: str) -> str:
    """A title, or an address, as YAML: as it is where that says the same, else in quotes."""
    try:
        plain = parse(f"title: {title}")[0] == {"title": title}
    except YamlFault:
        plain = False
    return title if plain else json.dumps(title, ensure_ascii=False)


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write every file, the menu last; NotBegun where one cannot be written, and then none is."""
    try:
        write_together(root, {file: text.encode() for file, text in files.items()})
    except OSError as error:
        raise NotBegun(f"{error.filename}: {error.strerror}: nothing was written") from error
