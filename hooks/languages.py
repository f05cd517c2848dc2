"""Several folders, one site: brings each language's folder to static-i18n and gives its pages their addresses."""

from pathlib import Path
from posixpath import join
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from canllaw import current
from canllaw.addresses import address
from canllaw.model import Language


@event_priority(-150)  # after static-i18n (-100): only then is current_language known
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Titles the Markdown extensions write, in the language being built."""
    i18n: Any = config.plugins["i18n"]
    guide = current.guide(Path(config.config_file_path).parent)
    config.mdx_configs["footnotes"]["BACKLINK_TITLE"] = guide.say("footnote_back", i18n.current_language)
    return config


def _others(config: MkDocsConfig) -> tuple[Language, ...]:
    """The languages whose folder is not the engine's docs_dir."""
    guide = current.guide(Path(config.config_file_path).parent)
    return tuple(one for one in guide.languages if one.folder != Path(config.docs_dir).name)


@event_priority(100)  # before static-i18n (-100): it must see the names
def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Add the other languages' files under names static-i18n takes for theirs: `cy/…`, which exist nowhere.

    It builds one language at a time, and has no use for the pages of another: the templates know where each page's
    twins are.
    """
    root, built = Path(config.config_file_path).parent, config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    if built in {one.code for one in _others(config)}:
        for file in files.documentation_pages():
            files.remove(file)
    for language in _others(config):
        for path in sorted((root / language.folder).rglob("*")):
            if (language.code == built or path.suffix != ".md") and path.is_file():
                name = f"{language.code}/{path.relative_to(root / language.folder).as_posix()}"
                files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-150)  # after static-i18n (-100): it has rebuilt the File objects
def _settle(files: Files, config: MkDocsConfig) -> Files:
    """Point each file at what people wrote, and each page at its public address."""
    guide = current.guide(Path(config.config_file_path).parent)
    i18n: Any = config.plugins["i18n"]
    default = guide.language(i18n.default_language)
    folders = {f"{language.code}/": language for language in _others(config)}
    for file in files.documentation_pages():
        prefix = next((prefix for prefix in folders if file.src_uri.startswith(prefix)), "")
        language = folders.get(prefix) or default
        name = file.src_uri[len(prefix) :]
        page = guide.pages[language.code].get(name)
        if page is None:
            raise PluginError(f"{language.folder}/{name} is not a page the checks have read")
        file.abs_src_path = str(Path(guide.root) / language.folder / name)
        file.edit_uri = None
        file.url = address(guide, page)
        file.dest_uri = join(file.url, "index.html")
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
    return files


on_files = CombinedEvent(_announce, _settle)
