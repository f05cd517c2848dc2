"""Has pages made several at a time, or takes those an earlier build kept, before the engine comes to them.

The engine goes on as it always does with the pages that are left.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from canllaw import current
from canllaw.assets import stamp
from canllaw.conversion import Conversion, anchors
from kept import kept
from making import Maker, expanded


@event_priority(-200)  # after languages.py, which sets the extensions up
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let Markdown be converted without a search for what is not there."""
    extensions: list[Any] = config.markdown_extensions
    if not any(isinstance(one, Conversion) for one in extensions):
        extensions.append(Conversion())
    return config


@event_priority(-150)  # after static-i18n (-100), which may put other pages in their place
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make what is not kept, and leave the engine those pages that it has to make."""
    guide = current.guide(Path(config.config_file_path).parent)
    every = files.documentation_pages
    pages = [(current.page(guide, file.abs_src_path), file.page) for file in every() if file.page is not None]
    maker = Maker(config, files, {source.file: page for source, page in pages})
    whole = kept(guide, config).make(maker, [source for source, _ in pages])
    done = {page.file for source, page in pages if source.file in whole}

    def left(**asked: Any) -> list[File]:
        return [file for file in every(**asked) if file not in done]

    files.documentation_pages = left  # type: ignore[method-assign]
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The body with macros expanded and a note for each source it marks."""
    guide = current.guide(Path(config.config_file_path).parent)
    return expanded(guide, current.page(guide, page.file.abs_src_path))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the engine of every place a link can lead to: it has looked at Markdown alone, and macros write HTML."""
    page.present_anchor_ids = anchors(html)
    return html


@event_priority(-180)  # after search (-150) has written its assets; before the whole guide is put together (-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Name the assets by their content, and write the pages that lead to them."""
    if config.plugins["i18n"].building:  # type: ignore[attr-defined]
        return
    pages, site = kept(current.guide(Path(config.config_file_path).parent), config), Path(config.site_dir)
    pages.place(site, stamp(site))
    pages.clear()
