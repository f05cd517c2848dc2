"""Begins a guide beside the others: a folder in every language, its pages, its entry in data/guide.yml; or nothing."""

import json
import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ..model import Guide, Language
from ..rules.unwritten import MARK
from ..yamlfile import parse
from .free import files_of, refusals
from .menu import NoPlace, with_guide
from .page import SETTINGS, NotBegun, slug_of, title_of, write, written

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIRST = "what-to-do"
PAGES = ("index", FIRST, "references", "search", "print")
MACROS = {"references": "references", "search": "site_index", "print": "whole_guide"}
"""The pages that fill themselves, by the macro that does it."""


def begin_guide(
    root: Path, guide: Guide, name: str, titles: Mapping[str, str], basis: str | None, today: date
) -> list[str]:
    """Write the guide `name` (its folder) in every language; returns the files written.

    `titles`: what it is called, by language code. `basis`: the record of references.yml it is based on, None for that
    of the first guide. Raises NotBegun, and writes nothing then.
    """
    if not NAME.fullmatch(name):
        raise NotBegun(f"{name!r} cannot be the name of a guide: use small letters a to z, digits and single hyphens")
    basis = basis or str(guide.settings["basis"]["reference"])
    if basis not in guide.references:
        near = get_close_matches(basis, list(guide.references), n=3)
        hint = f"did you mean {', '.join(near)}? If not, " if near else ""
        message = f"{hint}add what the guide is based on, then try again"
        raise NotBegun(f"data/references.yml has no record '{basis}': {message}")
    taken = [f"{one.folder}/{name}" for one in guide.languages if (root / one.folder / name).exists()]
    if taken or name in {str(one["id"]) for one in guide.settings.get("guides", ())}:
        raise NotBegun(f"{' and '.join(taken) or name} is there already: choose another name")
    named = {language.code: title_of(language, titles) for language in guide.languages}
    texts = {
        language.code: {
            f"{name}/{page}.md": _text(guide, language, name, page, named[language.code], today) for page in PAGES
        }
        for language in guide.languages
    }
    if reasons := refusals(root, guide, texts):
        raise NotBegun("\n".join(reasons))
    files = files_of(guide, texts)
    text = (root / SETTINGS).read_bytes().decode("utf-8")
    try:
        files[SETTINGS] = with_guide(text, parse(_entry(guide, name, named, basis, today))[0])
    except NoPlace as error:
        raise NotBegun(f"{SETTINGS} cannot be added to ({error}): add the guide there yourself") from error
    write(root, files)
    return list(files)


def _entry(guide: Guide, name: str, titles: Mapping[str, str], basis: str, today: date) -> str:
    settings, shared = guide.settings, set(guide.settings.get("shared", ()))

    def group(page: str) -> Mapping[str, str]:
        """The title of the first guide's part that holds a page."""
        found = (one["title"] for one in settings["sections"] if page in one["pages"])
        return dict(next(found, titles))

    places = settings["places"]
    help = [page for page in (places["helplines"], places["exit"]) if page in shared]
    offline = [page for page in (places["offline"],) if page in shared and page not in help]
    about = [f"{name}/references.md", f"{name}/search.md", *offline, f"{name}/print.md"]
    foot = [f"{name}/search.md", *(one for one in settings["footer"] if one in shared), f"{name}/print.md"]
    sections = [
        {"id": FIRST, "title": dict(titles), "pages": [f"{name}/{FIRST}.md"]},
        *([{"id": "help", "title": group(help[0]), "pages": help}] if help else []),
        {"id": "site", "title": group(places["search"]), "pages": about},
    ]
    words = dict(settings["basis"]["words"])
    entry = {
        "id": name, "basis": {"reference": basis, "words": words}, "reviewed": today.isoformat(),
        "sections": sections, "places": {"search": f"{name}/search.md"}, "footer": foot,
    }  # fmt: skip
    return json.dumps(entry, ensure_ascii=False)


def _text(guide: Guide, language: Language, name: str, page: str, guide_title: str, today: date) -> str:
    words = {"index": guide_title, FIRST: guide.say("new_first", language.code)}
    title = words.get(page) or guide.say(f"new_{page}", language.code)
    title = title if page == "index" else f"{guide_title}: {title[0].lower()}{title[1:]}"
    fields = {"title": written(title), "description": json.dumps(MARK)}
    if language != guide.languages[0]:
        slug = slug_of(language, guide_title if page == "index" else words.get(page) or title)
        fields["slug"] = written(slug)
        fields["translation_reviewed_by"] = "null"
    fields["reviewed"] = today.isoformat()
    anchor = name if page == "index" else page
    rows = ["---", *(f"{field}: {value}" for field, value in fields.items()), "---", "", f"# {title} {{#{anchor}}}", ""]
    rows += [MARK, ""]
    if page in MACROS:
        rows += [f"{{{{ {MACROS[page]}() }}}}"]
    else:
        rows += [f"## {guide.say('helplines_link', language.code)} {{#helplines}}", ""]
        rows += [f'{{{{ helpline("{guide.settings["emergency"]}") }}}}']
    return "\n".join(rows) + "\n"
