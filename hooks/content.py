"""Macros and source notes: each page's Markdown as canllaw expands it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from canllaw import current, macros
from canllaw.footnotes import with_notes


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The body with macros expanded and a note for each source it marks."""
    guide = current.guide(Path(config.config_file_path).parent)
    source = current.page(guide, page.file.abs_src_path)
    body, problems = macros.expand(guide, source)
    if problems:  # the checks refuse such a guide before this; a page must never appear half-expanded
        raise PluginError(f"{problems[0].file}:{problems[0].line}: {problems[0].message}")
    return with_notes(guide, source, body)
