"""Each page's Markdown made into its article: taken from what is kept, or made, several pages at a time.

The engine goes on as it always does; a page whose article is there already is spared the work.
"""

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from canllaw import current, macros
from canllaw.footnotes import with_notes
from canllaw.model import Guide
from canllaw.search import article, is_found
from canllaw.several import several
from canllaw.store import PLACE, Store
from canllaw.surroundings import key


class _Told(logging.Handler):
    """Counts what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@event_priority(-150)  # after static-i18n (-100), which may put other pages in their place
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make what is not kept, before the engine comes to the pages."""
    guide = current.guide(Path(config.config_file_path).parent)
    store = _store(guide)
    missing = []
    for page in filter(None, (file.page for file in files.documentation_pages())):
        source = current.page(guide, page.file.abs_src_path)
        guide.memo.setdefault("kept", set()).add(key(guide, source))
        _ready(guide)[source.file] = found = store.get(key(guide, source))
        if found is None:
            missing.append(page)
    made = several(lambda at: _make(missing[at], guide, config, files), len(missing))
    for page, one in zip(missing, made, strict=True):
        source = current.page(guide, page.file.abs_src_path)
        if one is not None:
            _ready(guide)[source.file] = one
            store.put(key(guide, source), one)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The body with macros expanded and a note for each source it marks; where its article is ready, that is used."""
    guide = current.guide(Path(config.config_file_path).parent)
    source = current.page(guide, page.file.abs_src_path)
    ready = _ready(guide).get(source.file)
    if ready is None:
        return _expanded(page, guide)

    def render(config: MkDocsConfig, files: Files) -> None:
        page.content, page.toc, page._title_from_render, page.present_anchor_ids, links, _ = ready
        page.links_to_anchors = {
            there: anchors for uri, anchors in links.items() if (there := files.get_file_from_path(uri)) is not None
        }

    page.render = render  # type: ignore[method-assign]
    guide.memo[("article", source.file)] = ready[-1]
    return markdown


@event_priority(-200)  # after static-i18n (-100) has built the other languages inside its on_post_build
def on_post_build(config: MkDocsConfig) -> None:
    """Once every language stands, keep only what this build used."""
    guide = current.guide(Path(config.config_file_path).parent)
    if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
        _store(guide).keep(guide.memo.get("kept", set()))


def _store(guide: Guide) -> Store:
    return Store(Path(guide.root) / PLACE, trusted=not os.environ.get("CANLLAW_CLEAN"))


def _ready(guide: Guide) -> dict[str, Any]:
    found: dict[str, Any] = guide.memo.setdefault("articles ready", {})
    return found


def _make(page: Page, guide: Guide, config: MkDocsConfig, files: Files) -> Any:
    """A page's article; None where the engine warns of something, which it then does when it comes to the page."""
    told = _Told()
    logging.getLogger("mkdocs").addHandler(told)
    try:
        page.read_source(config)
        page.markdown = _expanded(page, guide)
        page.render(config, files)
    finally:
        logging.getLogger("mkdocs").removeHandler(told)
    if told.count:
        return None
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    source = current.page(guide, page.file.abs_src_path)
    one = article(guide, source, page.content or "") if is_found(guide, source) else None
    return page.content, page.toc, page._title_from_render, page.present_anchor_ids, links, one


def _expanded(page: Page, guide: Guide) -> str:
    source = current.page(guide, page.file.abs_src_path)
    body, problems = macros.expand(guide, source)
    if problems:  # the checks refuse such a guide before this; a page must never appear half-expanded
        raise PluginError(f"{problems[0].file}:{problems[0].line}: {problems[0].message}")
    return with_notes(guide, source, body)
