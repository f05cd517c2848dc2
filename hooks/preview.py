"""`make serve` shows an edit at once: the pages it touches are made again, and the whole guide is checked behind them.

Only where the words of pages have changed and nothing that other pages show of them; after any other change, or where
anything is wrong with the page, the engine builds the whole preview again as it always does.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import write_file

from canllaw import current
from canllaw.amended import amended, changed, seen, touched
from canllaw.assets import again
from canllaw.editions import write_whole
from canllaw.model import Guide
from canllaw.model import Page as Source
from canllaw.search import Article, dictionary, scripts
from canllaw.translation.review import review_pages
from canllaw.volumes import holding
from making import Kept, Maker

log = get_plugin_logger("canllaw")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Put the quick way before the engine's."""
    server.builder = Preview(Path(config.config_file_path).parent, Path(config.site_dir), builder)
    return server


class Preview:
    """Builds the preview again when files have changed."""

    def __init__(self, root: Path, site: Path, builder: Callable[[], None]) -> None:
        self._root, self._site, self._builder = root, site, builder
        self._seen = seen(current.guide(root))
        self._stands = True  # the preview shows what the guide last read says
        # An index needs the dictionaries: by the time of the first edit they are read.
        Thread(target=lambda: [dictionary(one.code) for one in current.guide(root).languages], daemon=True).start()
        self._check: subprocess.Popen[bytes] | None = None

    def __call__(self) -> None:
        """Show what has changed."""
        if self._check is not None:
            self._check.terminate()
            self._check.wait()
            self._check = None
        old = current.guide(self._root)
        before, self._seen = self._seen, seen(old)
        files = changed(before, self._seen)
        guide = amended(old, files) if self._stands and files else None
        if guide is None or not self._show(guide, old, files):
            self._stands = False
            self._builder()
            self._stands = True
            return
        log.info("made again: %s", ", ".join(sorted(files)))
        current.keep(self._root, guide)
        # A program of its own: it tells what it finds while the author reads on.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._check = subprocess.Popen([sys.executable, "-m", "canllaw", "check"], cwd=self._root, env=environment)

    def _show(self, guide: Guide, old: Guide, files: set[str]) -> bool:
        """Whether every page that the files touch could be made again; if not, nothing is written."""
        makers: list[Maker] = old.memo.get("makers", [])
        guide.memo.update({name: old.memo.get(name) for name in ("makers", "articles ready")})
        pages = {file: (maker, page) for maker in makers for file, page in maker.pages.items()}
        ready, made = dict(old.memo.get("articles ready", {})), []
        sources = touched(guide, files)
        for source in sources:
            maker, page = pages[source.file]
            try:
                one = maker.make(guide, source)
            except PluginError:
                one = None
            if one is None:
                return False
            ready[source.file] = one[0], False
            made.append((page.file.dest_uri, one[1]))
        guide.memo["articles ready"] = ready
        for place, html in made:
            write_file(html.encode(), str(self._site / place))
        articles = {code: _articles(named, ready) for code, named in guide.pages.items()}
        volumes = holding(guide, files)
        for volume in volumes:
            write_whole(volume, self._site)
        for name, text in scripts(volumes, articles).items():
            write_file(text.encode(), str(self._site / "assets" / name))
        again(self._site, [place for place, _ in made])
        for place, text in review_pages(guide, {source.name for source in sources}):
            write_file(text.encode(), str(self._site / place))
        return True


def _articles(pages: Mapping[str, Source], ready: Mapping[str, Kept]) -> dict[str, Article]:
    every = {name: ready[page.file][0] for name, page in pages.items()}
    return {name: one.article for name, one in every.items() if one is not None and one.article is not None}
