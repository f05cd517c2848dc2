"""Search: takes each page's article as it is converted, and writes the indexes once every language stands."""

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
    for name, text in scripts(volumes(guide), _articles).items():
        write_file(text.encode(), str(assets / name))
