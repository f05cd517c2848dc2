"""Search: writes the indexes once every language stands."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from canllaw import current
from canllaw.search import Article, article, is_found, scripts
from canllaw.volumes import volumes
from kept import kept

_articles: dict[str, Article] = {}
"""Those of pages that the engine has made, by their sources' files."""


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
        _articles[source.file] = article(guide, source, html)
    return html


@event_priority(-150)  # after static-i18n (-100) has built the other languages; before assets get their names (-180)
def on_post_build(config: MkDocsConfig) -> None:
    """Write `assets/search-<code>.js` for every guide and language, and the tables each guide's languages share."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    guide = current.guide(Path(config.config_file_path).parent)
    whole, assets = kept(guide, config), Path(config.site_dir) / "assets"
    for name, text in scripts(volumes(guide), lambda page: _articles.get(page.file) or whole.article(page)).items():
        write_file(text.encode(), str(assets / name))
