"""The preview as people start it: it holds the review of the translation, and a built site does not."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from canllaw.addresses import address
from canllaw.load import load
from support import assets, build, replace, tiny_family, tiny_guide

SWARMS, NESTS = "hives/swarms.md", "wasps/nests.md"


def _fetched(address: str, preview: "subprocess.Popen[bytes]") -> str:
    """The page at an address of the preview, once it answers."""
    for _ in range(120):
        assert preview.poll() is None, "the preview has ended"
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own preview
                return str(answer.read().decode())
        except OSError:  # of which one that is not there, and one that does not answer in time, are kinds
            time.sleep(0.5)
    raise AssertionError(f"{address} never answered")


@contextmanager
def previewed(root: Path, *options: str, **environment: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The preview of a guide, at an address; what it tells goes to `told` in the guide's folder."""
    told = root / "told"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with told.open("w") as output:
        preview = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, *options],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks", **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://{address}/", preview
    finally:
        preview.terminate()
        preview.wait(timeout=30)


def test_the_preview_shows_the_review(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    with previewed(root, "--no-livereload") as (address, preview):
        overview = _fetched(f"{address}review/", preview)
        assert 'href="cy/hives/swarms/"' in overview
        page = _fetched(f"{address}review/cy/hives/swarms/", preview)
        assert "English" in page and "Cymraeg" in page and 'id="signs"' in page
        assert "white-space: pre-wrap" in _fetched(f"{address}review/review.css", preview)
        assert "review/" not in _fetched(f"{address}sitemap.xml", preview)
    assert not (root / "site").exists()


def _tree(site: Path) -> dict[str, str]:
    """Every file of a site but the review and what search engines read; the assets under one name."""
    name = assets(site).name
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {
        file.replace(name, "NAME"): path.read_text(encoding="utf-8").replace(name, "NAME")
        for file, path in found.items()
        if not file.startswith("review/")
    }


def _shown(address: str, words: str, preview: "subprocess.Popen[bytes]") -> None:
    """Wait until a page says so."""
    for _ in range(120):
        if words in _fetched(address, preview):
            return
        time.sleep(0.5)
    raise AssertionError(f"{address} never said {words!r}")


def test_an_edit_is_shown_at_once_and_is_what_a_build_makes(tmp_path: Path) -> None:
    root, place = tiny_family(tmp_path / "guide"), tmp_path / "preview"
    place.mkdir()
    pages = load(root).pages
    swarms, nests = (address(load(root), pages[code][name]) for code, name in (("cy", SWARMS), ("cy", NESTS)))
    with previewed(root, TMPDIR=str(place)) as (top, preview):
        assert "gwenyn yn brysur" not in _fetched(top + swarms, preview)
        replace(root / "docs_cy" / SWARMS, "#next).\n", "#next). Mae gwenyn yn brysur.\n")
        _shown(top + swarms, "Mae gwenyn yn brysur.", preview)
        replace(root / "docs_cy" / NESTS, "yw nyth.", "yw nyth. Mae gwenyn yn felyn.")
        _shown(top + nests, "Mae gwenyn yn felyn.", preview)
        assert "Mae gwenyn yn brysur." in _fetched(top + "review/cy/hives/swarms/", preview)
        [site] = place.iterdir()
        shown = _tree(site)
        replace(root / "docs_cy/helplines.md", "title: ", "title: Rhai ")
        _shown(top + swarms, "Rhai ", preview)
    told = (root / "told").read_text(encoding="utf-8")
    assert f"made again: docs_cy/{SWARMS}" in told and f"made again: docs_cy/{NESTS}" in told
    replace(root / "docs_cy/helplines.md", "title: Rhai ", "title: ")
    assert {path.name for path in (root / "build/cache").iterdir()} == {"preview.sqlite"}, "a site's own is left to it"
    built = build(root, "--site-dir", str(tmp_path / "site"), CANLLAW_SITE_URL=top)
    assert built.returncode == 0, built.stdout + built.stderr
    assert shown == _tree(tmp_path / "site")


def test_after_a_build_that_failed_everything_is_built_again(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path / "guide")
    pages = load(root).pages["cy"]
    swarms, home = (address(load(root), pages[name]) for name in (SWARMS, "index.md"))
    with previewed(root) as (top, preview):
        _fetched(top + swarms, preview)
        replace(root / "data/helplines.yml", "helplines:", "helplines: [")
        replace(root / "docs_cy/index.md", "Mae gwenyn gerllaw.", "Mae gwenyn yn brysur.")
        for _ in range(120):
            if "nothing was written" in (root / "told").read_text(encoding="utf-8"):
                break
            time.sleep(0.5)
        assert "Mae gwenyn gerllaw." in _fetched(top + home, preview), "what it showed before is still there"
        replace(root / "data/helplines.yml", "helplines: [", "helplines:")
        _shown(top + home, "Mae gwenyn yn brysur.", preview)
        replace(root / "docs_cy" / SWARMS, "#next).\n", "#next). Mae gwenyn yn felyn.\n")
        _shown(top + swarms, "Mae gwenyn yn felyn.", preview)
        assert "Mae gwenyn yn brysur." in _fetched(top + home, preview)
    assert f"made again: docs_cy/{SWARMS}" in (root / "told").read_text(encoding="utf-8")


def test_a_built_site_holds_no_review(tiny_site: Path) -> None:
    assert (tiny_site / "index.html").is_file()
    assert [path for path in tiny_site.rglob("*") if "review" in path.name] == []


def test_an_edit_is_shown_where_no_page_can_be_kept(tmp_path: Path) -> None:
    root = tiny_family(tmp_path / "guide")
    (root / "build").write_text("a file where the folder should be", encoding="utf-8")
    with previewed(root) as (top, preview):
        swarms, english = (top + address(load(root), load(root).pages[code][SWARMS]) for code in ("cy", "en"))
        assert "gwenyn yn brysur" not in _fetched(swarms, preview)
        time.sleep(1)  # the preview now looks at the files
        replace(root / "docs_cy" / SWARMS, "#next).\n", "#next). Mae gwenyn yn brysur.\n")
        _shown(swarms, "Mae gwenyn yn brysur.", preview)
        replace(root / "docs" / SWARMS, "#next).\n", "#next). Bees are busy.\n")
        _shown(english, "Bees are busy.", preview)
    told = (root / "told").read_text(encoding="utf-8")
    assert all(f"made again: {folder}/{SWARMS}" in told for folder in ("docs_cy", "docs")) and "Traceback" not in told
