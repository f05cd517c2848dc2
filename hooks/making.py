"""One page made: its Markdown into its article, and that into the whole page. Any process can do it."""

import logging
from functools import cache
from typing import NamedTuple

from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from canllaw import macros
from canllaw.conversion import held
from canllaw.footnotes import with_notes
from canllaw.model import Guide
from canllaw.model import Page as Source
from canllaw.search import Article, article, is_found
from canllaw.view import view_of


class Made(NamedTuple):
    """A page's whole HTML, with assets by their plain names; what search reads of it, where search finds it."""

    html: str
    article: Article | None


class Maker:
    """Makes the pages of one language, with the settings and templates of the engine. `pages`: its own, by source.

    It converts as the engine's Page.render does, but sets the converter up once and not for every page.
    """

    def __init__(self, config: MkDocsConfig, files: Files, pages: dict[str, Page]) -> None:
        self._pages, self._config = pages, config
        # Most links lead to a few pages, and static-i18n takes long over each.
        files.get_file_from_path = cache(files.get_file_from_path)  # type: ignore[method-assign]
        self._template = laid_out(config.theme.get_env()).get_template("main.html")
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        self._links = _RelativePathTreeprocessor(next(iter(files)), files, config)
        self._links._register(self._markdown)

    def place(self, file: str) -> str:
        """Where in the site the page of a source belongs."""
        return self._pages[file].file.dest_uri

    def make(self, guide: Guide, source: Source) -> Made | None:
        """A page of the guide; None where the engine warns of something, as it then has to when it makes the page."""
        page, told = self._pages[source.file], _Told()
        self._markdown.reset()
        self._links.file, self._links.links_to_anchors = page.file, {}
        logging.getLogger("mkdocs").addHandler(told)
        try:
            page.markdown, page.meta = source.body, dict(source.meta)
            page.content = self._markdown.convert(expanded(guide, source))
        finally:
            logging.getLogger("mkdocs").removeHandler(told)
        if told.count:
            return None
        page.toc = get_toc(self._markdown.toc_tokens)  # type: ignore[attr-defined]
        view = view_of(guide, source, self._config.site_url or "/")
        html = self._template.render(config=self._config, page=page, view=view)
        return Made(html, article(guide, source, page.content) if is_found(guide, source) else None)


class _Told(logging.Handler):
    """Counts what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def laid_out(env: Environment) -> Environment:
    """An environment of templates in which a line that is only a tag leaves nothing; it is another for each build."""
    env.auto_reload = False
    env.trim_blocks = env.lstrip_blocks = env.keep_trailing_newline = True
    return env


def expanded(guide: Guide, source: Source) -> str:
    """The body with macros expanded and a note for each source it marks. PluginError for a macro that cannot be."""
    body, problems = macros.expand(guide, source, held)
    if problems:  # the checks refuse such a guide before this; a page must never appear half-expanded
        raise PluginError(f"{problems[0].file}:{problems[0].line}: {problems[0].message}")
    return with_notes(guide, source, body)
