"""Small web servers of our own, for tests and measurements."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from canllaw.headers import HEADERS


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the test's output to itself."""


class Strict(Server):
    """The same, with the headers a careful host sends."""

    def end_headers(self) -> None:
        """Add them to every answer."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serving(site: Path, kind: type[Server] = Server) -> Iterator[str]:
    """A server for a folder; gives its address, ending in `/`."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
