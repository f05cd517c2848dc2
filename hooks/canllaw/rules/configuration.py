"""mkdocs.yml and the languages' folders: settings that would silently lose or mix a language."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..model import Guide, Language, Problem
from .registry import rule

FILE = "mkdocs.yml"
I18N = ("plugins", "i18n")
HOOKS = ("hooks/checks.py", "hooks/languages.py", "hooks/rendering.py", "hooks/theme.py", "hooks/editions.py")

# What static-i18n takes for a language when a folder is called so.
LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
PLUGINS = {
    "search": "its index knows one language, and no mutations; the guide builds its own search",
    "offline": "it switches off what static-i18n needs, and a language is lost; the guide makes its own offline copy",
}


@rule("CF020", scope="guide")
def fallback_is_on(guide: Guide) -> Iterator[Problem]:
    """A missing page would be published in the other language: static-i18n's fallback is not switched off.

    Bad:  fallback_to_default: true      (and the plugin's default, when the line is missing)
    Good: fallback_to_default: false
    """
    settings = guide.engine["plugins"]["i18n"]
    if settings.get("fallback_to_default") is not False:
        line = guide.engine_lines.get((*I18N, "fallback_to_default"), guide.engine_lines[I18N])
        hint = "write 'fallback_to_default: false' below 'i18n:'"
        yield Problem(FILE, line, "CF020", "a page missing in one language would appear in another", hint)


@rule("CF021", scope="guide")
def languages_differ(guide: Guide) -> Iterator[Problem]:
    """The languages the engine builds are not those of data/guide.yml.

    Bad:  languages: [{locale: en, default: true}]
    Good: one entry for each language, and as default the one whose folder is docs_dir
    """
    listed = guide.engine["plugins"]["i18n"].get("languages", [])
    line = guide.engine_lines.get((*I18N, "languages"), guide.engine_lines[I18N])
    built = [one.get("locale") for one in listed if one.get("build", True) is True]
    wanted = [one.code for one in guide.languages]
    if sorted(map(str, built)) != sorted(wanted):
        message = (
            f"the engine builds {', '.join(map(str, built)) or 'no language'}; data/guide.yml has {', '.join(wanted)}"
        )
        yield Problem(FILE, line, "CF021", message, "list the same languages in both, each with 'build: true'")
    default = [one.get("locale") for one in listed if one.get("default") is True]
    docs = [one.code for one in guide.languages if one.folder == guide.engine.get("docs_dir", "docs")]
    if default != docs:
        found, folder = ", ".join(map(str, default)) or "none", ", ".join(docs) or "none"
        message = f"the default language is {found}, but docs_dir is the folder of {folder}"
        yield Problem(FILE, line, "CF021", message, "give 'default: true' to that language alone")


@rule("CF022", scope="guide")
def hook_missing(guide: Guide) -> Iterator[Problem]:
    """A hook that the site depends on is not listed.

    Bad:  hooks: [hooks/languages.py]
    Good: every file of hooks/, checks.py first
    """
    listed = guide.engine.get("hooks") or []
    line = guide.engine_lines.get(("hooks",), 1)
    for name in HOOKS:
        if name not in listed:
            yield Problem(FILE, line, "CF022", f"the hook {name} is not listed", f"add '- {name}' below 'hooks:'")
    if listed and listed[0] != HOOKS[0] and HOOKS[0] in listed:
        yield Problem(FILE, line, "CF022", f"{listed[0]} comes before {HOOKS[0]}", f"list {HOOKS[0]} first")


@rule("CF023", scope="guide")
def folder_taken_for_language(guide: Guide) -> Iterator[Problem]:
    """A folder of pages is named like a language, so the engine takes its pages for a translation and drops them.

    Bad:  docs/it/phones.md
    Good: docs/devices/phones.md
    """
    for language in guide.languages:
        folder = Path(guide.root) / language.folder
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.is_dir() and LOCALE.fullmatch(path.name):
                file = f"{language.folder}/{path.name}"
                message = f"the engine takes the folder '{path.name}' for a language"
                yield Problem(file, 1, "CF023", message, "give it a longer name, the same for every language")


@rule("CF024", scope="guide")
def plugin_unfit(guide: Guide) -> Iterator[Problem]:
    """A plugin is listed that cannot work with several languages.

    Bad:  plugins: {search: {}, i18n: {…}}
    Good: plugins: {i18n: {…}}
    """
    for name in guide.engine["plugins"]:
        short = str(name).rsplit("/", 1)[-1]
        if short in PLUGINS:
            line = guide.engine_lines.get(("plugins", name), guide.engine_lines[("plugins",)])
            yield Problem(FILE, line, "CF024", f"the plugin {name} is listed: {PLUGINS[short]}", f"take out '{name}:'")


@rule("CF025", scope="guide")
def language_without_folder(guide: Guide) -> Iterator[Problem]:
    """A language's folder is missing, holds no page, or is another language's too.

    Bad:  folder: docs     for two languages
    Good: folder: docs_cy  for the second
    """
    taken: dict[str, Language] = {}
    for number, language in enumerate(guide.languages):
        line = guide.settings_lines[("languages", number, "folder")]
        folder = Path(guide.root) / language.folder
        if language.folder in taken:
            message = f"the folder '{language.folder}' of {language.name} is that of {taken[language.folder].name} too"
            yield Problem("data/guide.yml", line, "CF025", message, "give each language a folder of its own")
        elif not folder.is_dir():
            message = f"the folder '{language.folder}' of {language.name} does not exist"
            yield Problem("data/guide.yml", line, "CF025", message, "make it, or correct its name")
        elif next(folder.rglob("*.md"), None) is None:
            message = f"the folder '{language.folder}' of {language.name} holds no page"
            yield Problem("data/guide.yml", line, "CF025", message, "write the pages, or correct the folder's name")
        taken.setdefault(language.folder, language)


@rule("CF026", scope="guide")
def engine_does_not_warn(guide: Guide) -> Iterator[Problem]:
    """The engine is not told to warn of links that lead nowhere.

    Bad:  validation: {links: {anchors: ignore}}      (and the engine's own choice, when the line is missing)
    Good: validation: {links: {not_found: warn, anchors: warn}}
    """
    validation = guide.engine.get("validation")
    links = validation.get("links") if isinstance(validation, dict) else None
    for key in ("not_found", "anchors"):
        value = links.get(key) if isinstance(links, dict) else None
        if value != "warn":
            paths = (("validation", "links", key), ("validation", "links"), ("validation",))
            line = next((guide.engine_lines[path] for path in paths if path in guide.engine_lines), 1)
            message = f"validation.links.{key}: expected warn, found {'none' if value is None else value}"
            yield Problem(FILE, line, "CF026", message, f"write '{key}: warn' below 'validation:' and 'links:'")


@rule("CF027", scope="guide")
def build_not_strict(guide: Guide) -> Iterator[Problem]:
    """The engine would build in spite of its warnings: strict is not switched on.

    Bad:  strict: false    (and the engine's own choice, when the line is missing)
    Good: strict: true
    """
    if guide.engine.get("strict") is not True:
        line = guide.engine_lines.get(("strict",), 1)
        yield Problem(FILE, line, "CF027", "a build with warnings would be published", "write 'strict: true'")
