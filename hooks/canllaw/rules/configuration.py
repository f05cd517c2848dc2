"""mkdocs.yml: settings that would silently lose or mix a language."""

from collections.abc import Iterator

from ..model import Guide, Problem
from .registry import rule

FILE = "mkdocs.yml"
I18N = ("plugins", "i18n")
HOOKS = ("hooks/checks.py", "hooks/languages.py", "hooks/content.py", "hooks/theme.py", "hooks/editions.py")


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
