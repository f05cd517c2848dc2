"""Hands templates their View, keeps the theme's scripts and styles out, and writes what stands outside the pages."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from canllaw import current
from canllaw.addresses import address
from canllaw.clock import epoch
from canllaw.headers import host_files
from canllaw.model import Guide
from canllaw.sitemap import SECURITY, robots, security, sitemap
from canllaw.vcards import vcards
from canllaw.view import View, view_of
from canllaw.volumes import volumes
from making import laid_out

_environments: dict[str, Environment] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The engine writes no 404 and no sitemap of its own: ours are written once, for all languages.

    Nor does it look through Material's own folder, thousands of pictures for each language: nothing in it is used.
    """
    config.theme.static_templates.clear()
    ours = Path(config.config_file_path).parent / "overrides"
    config.theme.dirs[:] = [one for one in config.theme.dirs if Path(one).is_relative_to(ours)]
    return config


@event_priority(-150)  # after static-i18n (-100), which lists the theme's files again
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep what people wrote and our own assets: none of Material's scripts, styles or templates is shipped."""
    root = Path(config.config_file_path).parent
    folders = ("overrides/assets", *(one.folder for one in current.guide(root).languages))
    kept = tuple(str(root / folder / "_")[:-1] for folder in folders)
    for file in list(files):
        if not (file.abs_src_path or "").startswith(kept):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the template environment for what is written outside the pages; a line that is only a tag leaves nothing."""
    _environments[config.config_file_path] = laid_out(env)
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """The page's View, as `view`."""
    guide = current.guide(Path(config.config_file_path).parent)
    source = current.page(guide, page.file.abs_src_path)
    context["view"] = view_of(guide, source, config.site_url or "/")
    return context


@event_priority(100)  # before static-i18n (-100) builds the other languages inside its own on_post_build
def on_post_build(config: MkDocsConfig) -> None:
    """Front door, 404 pages, contacts, sitemap, robots.txt, a file for each kind of host: once, for all languages."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    guide = current.guide(Path(config.config_file_path).parent)
    site, url = Path(config.site_dir), config.site_url or "/"
    path = urlsplit(url).path or "/"
    environment = _environments[config.config_file_path]
    _write(site / "index.html", environment, "front.html", config, _views(guide, url, ""))
    _write(site / "404.html", environment, "not-found.html", config, _views(guide, url, path))
    for view in _views(guide, url, path):
        _write(site / view.language.code / "404.html", environment, "not-found.html", config, [view])
    write_file(sitemap(guide, url).encode(), str(site / "sitemap.xml"))
    write_file(robots(url).encode(), str(site / "robots.txt"))
    if told := security(guide, url, epoch(guide)):
        write_file(told.encode(), str(site / SECURITY))
    for language in guide.languages:
        place = site / address(guide, guide.pages[language.code][guide.settings["places"]["helplines"]])
        for name, text in vcards(guide, language):
            write_file(text.encode(), str(place / name))
    for name, text in host_files([language.code for language in guide.languages]).items():
        write_file(text.encode(), str(site / name))


def _views(guide: Guide, url: str, base: str) -> list[View]:
    """A View of no page for each language, in the order of their names so that none is preferred."""
    first = volumes(guide)[0]
    return [View(first, language, url, base) for language in sorted(guide.languages, key=lambda one: one.name)]


def _write(path: Path, environment: Environment, template: str, config: MkDocsConfig, views: list[View]) -> None:
    html = environment.get_template(template).render(config=config, views=views, page=None)
    write_file(html.encode(), str(path))
