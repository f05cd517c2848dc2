"""`make serve` shows an edit at once: the pages it touches are made again, and the whole guide is checked behind them.

Only where the words of pages have changed and nothing that other pages show of them; after any other change, or where
anything is wrong with the page, the engine builds the whole preview again as it always does.
"""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import write_file

from canllaw import current
from canllaw.amended import amended, changed, seen, touched
from canllaw.assets import again
from canllaw.editions import write_whole
from canllaw.model import Guide
from canllaw.search import dictionary, scripts
from canllaw.translation.review import review_pages
from canllaw.volumes import holding
from kept import kept

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("canllaw")
LOOKS = 0.1
"""How often, in seconds, files are looked at: the engine's half a second is most of what an author waits."""


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]) -> "LiveReloadServer":
    """Put the quick way before the engine's, and look for changes more often than it does."""
    server.builder = Preview(config, builder)
    places = list(server._watched_paths)
    for place in places:
        server.unwatch(place)
    server.observer = type(server.observer)(timeout=LOOKS)
    for place in places:
        server.watch(place)
    return server


class Preview:
    """Builds the preview again when files have changed."""

    def __init__(self, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        root = Path(config.config_file_path).parent
        self._config, self._root, self._site, self._builder = config, root, Path(config.site_dir), builder
        self._seen = seen(current.guide(root))
        self._stands = True  # the preview shows what the guide last read says
        # An index needs the dictionaries: by the time of the first edit they are read.
        Thread(target=lambda: [dictionary(one.code) for one in current.guide(root).languages], daemon=True).start()
        self._check: subprocess.Popen[bytes] | None = None
        atexit.register(self._stop)

    def __call__(self) -> None:
        """Show what has changed."""
        self._stop()
        old = current.guide(self._root)
        before, self._seen = self._seen, seen(old)
        files = changed(before, self._seen)
        guide = amended(old, files) if self._stands and files else None
        if guide is None or not self._show(guide, old, files):
            self._stands = False
            try:
                self._builder()
            except Abort:  # which has been told
                if not (self._site / "index.html").is_file():
                    raise  # it had begun to write: there is nothing to show
                log.warning("until this is put right, the preview shows what it showed before")
                return
            self._stands = True
            return
        log.info("made again: %s", ", ".join(sorted(files)))
        current.keep(self._root, guide)
        # A program of its own: it tells what it finds while the author reads on.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-m", "canllaw", "check"]
        self._check = subprocess.Popen(command, cwd=self._root, env=environment, process_group=0)

    def _stop(self) -> None:
        """End a check that still runs, and the processes it has started: what it looks at is no more."""
        if self._check is not None and self._check.poll() is None:
            os.killpg(self._check.pid, signal.SIGTERM)
            self._check.wait()
        self._check = None

    def _show(self, guide: Guide, old: Guide, files: set[str]) -> bool:
        """Whether every page that the files touch could be made again; if not, nothing is written."""
        whole, sources = kept(old, self._config), touched(guide, files)
        guide.memo["kept"] = whole
        made = whole.amend(guide, sources)
        if made is None:
            return False
        for place, html in made.items():
            write_file(html.encode(), str(self._site / place))
        volumes = holding(guide, files)
        for volume in volumes:
            write_whole(volume, self._site)
        for name, text in scripts(volumes, whole.article).items():
            write_file(text.encode(), str(self._site / "assets" / name))
        again(self._site, made)
        for place, text in review_pages(guide, {source.name for source in sources}):
            write_file(text.encode(), str(self._site / place))
        return True
