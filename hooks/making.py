"""One page made: its Markdown into its article, and that into the whole page. Any process can do it."""

import logging
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import TableOfContents, get_toc

from canllaw import macros
from canllaw.conversion import anchors, held
from canllaw.footnotes import with_notes
from canllaw.model import Guide
from canllaw.model import Page as Source
from canllaw.search import Article, article, is_found
from canllaw.view import view_of


@dataclass(frozen=True)
class Ready:
    """What the engine wants to know of a page that is made: as it says it, but with files by their names."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]]
    article: Article | None

    def give(self, page: Page, files: Files) -> None:
        """Tell the engine's page of it, as rendering would."""
        page.content, page.toc, page._title_from_render = self.content, self.toc, self.title
        page.present_anchor_ids = self.anchors
        found = {files.get_file_from_path(name): anchors for name, anchors in self.links.items()}
        page.links_to_anchors = {file: anchors for file, anchors in found.items() if file is not None}


Kept = tuple[Ready | None, bool]
"""What the engine wants to know of a page, and whether its HTML is kept too: it is not where the disk takes nothing."""


class Maker:
    """Makes the pages of one language, with the settings and templates of the engine. `pages`: its own, by source.

    It converts as the engine's Page.render does, but sets the converter up once and not for every page.
    """

    def __init__(self, config: MkDocsConfig, files: Files, pages: dict[str, Page]) -> None:
        self.pages, self._config = pages, config
        # Most links lead to a few pages, and static-i18n takes long over each.
        files.get_file_from_path = cache(files.get_file_from_path)  # type: ignore[method-assign]
        self._template = laid_out(config.theme.get_env()).get_template("main.html")
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        self._links = _RelativePathTreeprocessor(next(iter(files)), files, config)
        self._title = _ExtractTitleTreeprocessor()
        for one in (self._links, self._title):
            one._register(self._markdown)

    def make(self, guide: Guide, source: Source) -> tuple[Ready, str] | None:
        """What the engine wants to know, and the page's HTML; None where it warns of something, as it then has to."""
        page, told = self.pages[source.file], _Told()
        self._markdown.reset()
        self._links.file, self._links.links_to_anchors, self._title.title = page.file, {}, None
        logging.getLogger("mkdocs").addHandler(told)
        try:
            page.markdown, page.meta = source.body, dict(source.meta)
            page.content = self._markdown.convert(expanded(guide, source))
        finally:
            logging.getLogger("mkdocs").removeHandler(told)
        if told.count:
            return None
        page.toc = get_toc(self._markdown.toc_tokens)  # type: ignore[attr-defined]
        links = {file.src_uri: anchors for file, anchors in self._links.links_to_anchors.items()}
        one = article(guide, source, page.content) if is_found(guide, source) else None
        html = self._template.render(
            config=self._config, page=page, view=view_of(guide, source, self._config.site_url or "/")
        )
        return Ready(page.content, page.toc, self._title.title, anchors(page.content), links, one), html


class _Told(logging.Handler):
    """Counts what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def laid_out(env: Environment) -> Environment:
    """An environment of templates in which a line that is only a tag leaves nothing."""
    env.trim_blocks = env.lstrip_blocks = env.keep_trailing_newline = True
    return env


def expanded(guide: Guide, source: Source) -> str:
    """The body with macros expanded and a note for each source it marks. PluginError for a macro that cannot be."""
    body, problems = macros.expand(guide, source, held)
    if problems:  # the checks refuse such a guide before this; a page must never appear half-expanded
        raise PluginError(f"{problems[0].file}:{problems[0].line}: {problems[0].message}")
    return with_notes(guide, source, body)
