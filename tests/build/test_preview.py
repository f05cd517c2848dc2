"""The preview as people start it: it holds the review of the translation, and a built site does not."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from support import tiny_guide


def _fetched(address: str, preview: "subprocess.Popen[str]") -> str:
    """The page at an address of the preview, once it answers."""
    for _ in range(240):
        assert preview.poll() is None, preview.stdout.read() if preview.stdout else ""
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own preview
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
    raise AssertionError(f"{address} never answered")


def test_the_preview_shows_the_review(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        overview = _fetched(f"http://127.0.0.1:{port}/review/", preview)
        assert 'href="cy/hives/swarms/"' in overview
        page = _fetched(f"http://127.0.0.1:{port}/review/cy/hives/swarms/", preview)
        assert "English" in page and "Cymraeg" in page and 'id="signs"' in page
        assert "white-space: pre-wrap" in _fetched(f"http://127.0.0.1:{port}/review/review.css", preview)
        assert "review/" not in _fetched(f"http://127.0.0.1:{port}/sitemap.xml", preview)
    finally:
        preview.terminate()
        preview.communicate(timeout=30)
    assert not (root / "site").exists()


def test_a_built_site_holds_no_review(tiny_site: Path) -> None:
    assert (tiny_site / "index.html").is_file()
    assert [path for path in tiny_site.rglob("*") if "review" in path.name] == []
