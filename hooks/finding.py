"""Search: takes each page's article as it is converted, and writes the indexes once every language stands."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from canllaw import current
from canllaw.model import Guide, Language
from canllaw.search import Article, aligned, article, is_found, script_name, search_index, search_tables
from canllaw.several import several
from canllaw.volumes import volumes

MANY = 12
"""Indexes that are worth being made by several processes: each reads a dictionary."""
_articles: dict[str, dict[str, Article]] = {}


def on_pre_build(config: MkDocsConfig) -> None:
    """Forget the last build's pages: `mkdocs serve` keeps this module between builds."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        _articles.clear()


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the page's article for the index: not that of the guide's own index, nor the whole guide in one again."""
    guide = current.guide(Path(config.config_file_path).parent)
    source = current.page(guide, page.file.abs_src_path)
    if is_found(guide, source):
        known = guide.memo.get(("article", source.file))
        _articles.setdefault(source.language.code, {})[source.name] = known or article(guide, source, html)
    return html


@event_priority(-150)  # after static-i18n (-100) has built the other languages; before the offline copy (-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write `assets/search-<code>.js` for every guide and language, and the tables each guide's languages share."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    guide = current.guide(Path(config.config_file_path).parent)
    assets = Path(config.site_dir) / "assets"
    # One language after the other: a process that makes several indexes needs the dictionary of one language.
    wanted = [(volume, language) for language in guide.languages for volume in volumes(guide)]
    indexes = several(lambda at: _index(*wanted[at]), len(wanted), few=MANY)
    for (volume, language), index in zip(wanted, indexes, strict=True):
        write_file(index.encode(), str(assets / script_name(volume, language.code)))
    for volume in volumes(guide):
        tables = search_tables(volume, _of(volume, guide.languages[0]))
        write_file(tables.encode(), str(assets / script_name(volume, "tables")))


def _index(volume: Guide, language: Language) -> str:
    first, code = _of(volume, volume.languages[0]), language.code
    return search_index(volume, language, aligned((_articles[code][one.name] for one in first), first))


def _of(volume: Guide, language: Language) -> list[Article]:
    """The articles of a volume in a language that search finds."""
    found = _articles[language.code]
    return [found[name] for name in sorted(volume.pages[language.code].keys() & found.keys())]
