"""Pages that are kept from an earlier build, or made several at a time, before the engine comes to them.

The engine then goes on as it always does; a page that is there already is spared the work.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from canllaw import current
from canllaw.conversion import Conversion
from canllaw.model import Guide
from canllaw.several import several
from canllaw.store import PLACE, Store
from canllaw.surroundings import key
from making import Kept, Maker, expanded

_html = "{}.html".format
READY = "ready.html"
"""The template that hands on a page which is whole already."""


@event_priority(-200)  # after languages.py, which sets the extensions up
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let Markdown be converted without a search for what is not there."""
    extensions: list[Any] = config.markdown_extensions
    if not any(isinstance(one, Conversion) for one in extensions):
        extensions.append(Conversion())
    return config


@event_priority(-150)  # after static-i18n (-100), which may put other pages in their place
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make what is not kept."""
    guide = current.guide(Path(config.config_file_path).parent)
    store, missing, pages = _store(guide, config), [], {}
    names: dict[str, str] = guide.memo.setdefault("kept", {})
    for page in filter(None, (file.page for file in files.documentation_pages())):
        source = current.page(guide, page.file.abs_src_path)
        pages[source.file] = page
        names[source.file] = name = key(guide, source, config.site_url or "/")
        found = store.get(name) if store.holds(_html(name)) else None
        _ready(guide)[source.file] = found, found is not None
        if found is None:
            missing.append(source)
    maker = Maker(config, files, pages)
    guide.memo.setdefault("makers", []).append(maker)

    def make(number: int) -> Kept:
        source = missing[number]
        made = maker.make(guide, source)
        if made is None:
            return None, False
        ready, html = made
        whole = store.put_text(_html(names[source.file]), html)
        if whole:  # then nobody asks for the article any more, which is long
            ready = replace(ready, content="")
        store.put(names[source.file], ready)
        return ready, whole

    for source, one in zip(missing, several(make, len(missing)), strict=True):
        _ready(guide)[source.file] = one
    return nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Nothing for a page that is whole: it has been read."""
    guide = current.guide(Path(config.config_file_path).parent)
    return "" if _ready(guide)[current.page(guide, page.file.abs_src_path).file][1] else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The body with macros expanded and a note for each source it marks; where its article is ready, that is used."""
    guide = current.guide(Path(config.config_file_path).parent)
    source = current.page(guide, page.file.abs_src_path)
    ready, whole = _ready(guide)[source.file]
    if ready is None:
        return expanded(guide, source)
    page.render = lambda config, files: ready.give(page, files)  # type: ignore[method-assign]
    guide.memo[("article", source.file)] = ready.article
    if whole:
        page.meta = {**source.meta, "template": READY}
    return markdown


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The whole page, where it is ready."""
    if page.meta.get("template") == READY:
        guide = current.guide(Path(config.config_file_path).parent)
        source = current.page(guide, page.file.abs_src_path)
        context["ready"] = _store(guide, config).text(_html(guide.memo["kept"][source.file]))
    return context


@event_priority(-200)  # after static-i18n (-100) has built the other languages inside its on_post_build
def on_post_build(config: MkDocsConfig) -> None:
    """Once every language stands, keep only what this build used."""
    guide = current.guide(Path(config.config_file_path).parent)
    if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
        names = guide.memo.get("kept", {}).values()
        _store(guide, config).keep({*names, *map(_html, names)})


def _store(guide: Guide, config: MkDocsConfig) -> Store:
    # The preview stands at another address: neither is to throw away what the other keeps.
    name = "preview" if (config.site_url or "").startswith(f"http://{config.dev_addr}") else "site"
    return Store(Path(guide.root) / PLACE / name, trusted=not os.environ.get("CANLLAW_CLEAN"))


def _ready(guide: Guide) -> dict[str, Kept]:
    found: dict[str, Kept] = guide.memo.setdefault("articles ready", {})
    return found
