"""Small web servers of our own, for tests and measurements."""

import functools
import http.client
import http.server
import os
import shutil
import socket
import subprocess
import threading
import time
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


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def get(address: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """What a server answers, redirects included: status, headers, body. `address` ends in `/`."""
    connection = http.client.HTTPConnection(address.removeprefix("http://").rstrip("/"), timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[str]:
    """A server that is a program, run in a folder; gives its address, ending in `/`."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            for _ in range(200):
                with socket.socket() as one:
                    if one.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert server.poll() is None, server.stderr.read().decode() if server.stderr else ""
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


@contextmanager
def nginx(configuration: str, port: int, work: Path) -> Iterator[str]:
    """The real nginx with a whole configuration, which listens on `port`."""
    # Started by root, its workers would be somebody else, who may not read our files.
    user = "user root root;\n" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(user + configuration, encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with running(
        [program, "-p", str(work), "-c", str(work / "nginx.conf"), "-g", "daemon off;"], port, work
    ) as address:
        yield address
