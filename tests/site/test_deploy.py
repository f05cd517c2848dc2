"""Each recipe for putting the site on a server, as the README gives it, with the server it is for."""

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

import serving
from canllaw.headers import HEADERS
from serving import free_port, get, running
from support import ROOT, assets, build, tiny_guide

DEPLOY = ROOT / "deploy"
SCRATCH = "/tmp/canllaw-"  # noqa: S108 (words of a configuration: each test puts a folder of its own there)


def walk(address: str, start: str, below: str) -> set[str]:
    """Follow every link and picture of every page from `start`; returns the paths that answered, all of them well.

    None may lead out of the path `below`.
    """
    top = urljoin(address, below)
    waiting, seen = [urljoin(address, start)], {urljoin(address, start)}
    while waiting:
        at = waiting.pop()
        status, sent, body = get(address, at.removeprefix(address.rstrip("/")))
        assert status == 200, (at, status)
        kind = next((value for name, value in sent.items() if name.lower() == "content-type"), "")
        if not kind.startswith("text/html"):
            continue
        for tag in BeautifulSoup(body, "html.parser").find_all(["a", "link", "script", "img", "form"]):
            named = next((str(tag[name]) for name in ("href", "src", "action") if tag.has_attr(name)), "")
            found = urldefrag(urljoin(at, named)).url
            if not named or not found.startswith(address) or found in seen:
                continue
            assert found.startswith(top), f"{at} leads out of {top}: {named}"
            seen.add(found)
            waiting.append(found)
    return {one.removeprefix(top) for one in seen}


def test_the_container_s_nginx_serves_the_site_as_an_ordinary_server(real_site: Path, tmp_path: Path) -> None:
    port = free_port()
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert "listen 8080;" in text and text.count("/srv/canllaw") == 2
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("/srv/canllaw", str(real_site))
    text = text.replace(SCRATCH, f"{tmp_path}/").replace("error_log stderr ", f"error_log {tmp_path}/said ")
    with serving.nginx(text, port, tmp_path) as address:
        for path in ("/", "/cy/y-gyfraith/", f"/assets/{assets(real_site).name}/canllaw.css", "/nothing"):
            status, sent, _ = get(address, path)
            assert status == (404 if path == "/nothing" else 200)
            assert {name: sent.get(name) for name in HEADERS} == dict(HEADERS), path
            assert "1." not in sent["Server"]
        assert get(address, "/nginx.conf")[0] == 404
        status, sent, _ = get(address, "/cy")
        assert (status, sent["Location"]) == (301, "/cy/")
        assert len(walk(address, "/", "/")) > 40
        assert get(address, "/cy/nid-yw-yma/")[0] == 404
        assert (tmp_path / "said").read_text() == "", "who asked for what is written down"


def test_the_container_holds_the_site_and_that_configuration_and_runs_as_nobody_much() -> None:
    rows = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = dict(row.split()[1:] for row in rows if row.startswith("COPY"))
    assert copied == {"deploy/nginx.conf": "/etc/nginx/nginx.conf", "site": "/srv/canllaw"}
    assert "USER nginx" in rows and "EXPOSE 8080" in rows
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {"*", "!site", "!deploy"} <= set(kept)


@pytest.fixture(scope="module")
def unpacked(real_dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school's folder of things to serve, with the ZIP edition unpacked in `canllaw`."""
    folder = tmp_path_factory.mktemp("school")
    shutil.unpack_archive(real_dist / "canllaw-cy-en.zip", folder / "zip")
    [start] = (folder / "zip").rglob("START-HERE.html")
    start.parent.rename(folder / "canllaw")
    return folder


def test_a_school_serves_the_zip_with_python_alone(unpacked: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(unpacked)]
    with running(command, port, unpacked) as address:
        for start in ("START-HERE.html", "DECHRAU-YMA.html"):
            found = walk(address, f"/canllaw/{start}", "/canllaw/")
            assert len([one for one in found if one.startswith(("cy/", "en/"))]) > 40


def test_a_school_serves_the_zip_with_nginx_under_a_path_of_its_own(unpacked: Path, tmp_path: Path) -> None:
    port = free_port()
    block = (DEPLOY / "school.conf").read_text(encoding="utf-8").replace("/srv/canllaw-offline", f"{unpacked}/canllaw")
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8").replace(SCRATCH, f"{tmp_path}/")
    text = re.sub(r"server \{.*?\n    \}", lambda _: f"server {{ listen 127.0.0.1:{port}; {block} }}", text, flags=re.S)
    with serving.nginx(text, port, tmp_path) as address:
        assert len(walk(address, "/canllaw/DECHRAU-YMA.html", "/canllaw/")) > 40
        _, sent, _ = get(address, "/canllaw/DECHRAU-YMA.html")
        assert sent["Content-Type"] == "text/html; charset=utf-8" and sent["X-Frame-Options"] == "DENY"
        assert get(address, "/")[0] != 200 or b"canllaw" not in get(address, "/")[2]


def test_a_static_host_serves_the_site_below_a_path(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path / "guide")
    place = tmp_path / "host/guide"
    result = build(root, "--site-dir", str(place), CANLLAW_SITE_URL="https://bees.example/guide/")
    assert result.returncode == 0, result.stderr
    with serving.serving(place.parent) as address:
        assert {"", "cy/", "en/hives/swarms/", "cy/cychod/heidiau/"} <= walk(address, "/guide/", "/guide/")
        # The page for an unknown address is shown at any depth, so what it names has to start at the top.
        for code in ("", "cy/", "en/"):
            assert walk(address, f"/guide/{code}404.html", "/guide/")
    page = (place / "cy/404.html").read_text(encoding="utf-8")
    assert 'href="/guide/' in page
