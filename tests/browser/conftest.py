"""The built site on a real web server of our own, and both browsers."""

import functools
import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsers import Browser, chromium, firefox


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the test's output to itself."""


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[str]:
    """The address of the site, ending in `/`."""
    handler = functools.partial(Server, directory=str(real_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def extracted(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy, extracted into a folder with spaces and Welsh letters in its path."""
    folder = tmp_path_factory.mktemp("copi ŵ ŷ o'r wefan")
    with zipfile.ZipFile(real_site / "download/canllaw.zip") as archive:
        archive.extractall(folder)
    return folder / "canllaw"


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Each browser in turn, with scripts."""
    with chromium() if request.param == "chromium" else firefox() as one:
        yield one


@pytest.fixture(params=["chromium", "firefox"])
def plain(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Each browser in turn, with scripts switched off."""
    with chromium(scripts=False) if request.param == "chromium" else firefox(scripts=False) as one:
        yield one
