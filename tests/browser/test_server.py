"""The site behind a real nginx, with the configuration the build writes for it."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

import serving
from browsers import chromium
from canllaw.headers import HEADERS
from serving import free_port, get
from support import assets

CONFIGURATION = """
worker_processes 1;
pid {work}/nginx.pid;
error_log stderr error;
events {{ worker_connections 64; }}
http {{
    types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; application/xml xml; application/zip zip; }}
    access_log {work}/access.log;
    client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/nginx.conf;
    }}
}}
"""


@pytest.fixture(scope="module")
def nginx(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, ending in `/`."""
    work, port = tmp_path_factory.mktemp("nginx"), free_port()
    with serving.nginx(CONFIGURATION.format(work=work, port=port, site=real_site), port, work) as address:
        yield address


@pytest.mark.parametrize(
    "path",
    ["/", "/cy/y-gyfraith/", "/assets/canllaw.css", "/cy/llinellau-cymorth/meic.vcf", "/cy/dim-byd/", "/nothing"],
)
def test_every_answer_carries_every_header(path: str, nginx: str, real_site: Path) -> None:
    _, sent, _ = get(nginx, path.replace("/assets", f"/assets/{assets(real_site).name}"))
    assert {name: sent.get(name) for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/cy/dim-byd/", ["Ni allwn ddod o hyd"]),
        ("/en/nothing", ["We cannot find"]),
        ("/nothing", ["Ni allwn", "We cannot"]),
    ],
)
def test_an_unknown_address_is_answered_in_its_language(path: str, words: list[str], nginx: str) -> None:
    status, _, body = get(nginx, path)
    assert status == 404 and all(one in body.decode() for one in words)
    if len(words) == 1:
        assert ("We cannot find" in body.decode()) == (words == ["We cannot find"])


def test_text_is_compressed_and_welsh_letters_arrive_whole(nginx: str, real_site: Path) -> None:
    drawn = f"/assets/{assets(real_site).name}"
    for path in ("/cy/", f"{drawn}/canllaw.css", f"{drawn}/search-cy.js"):
        _, sent, body = get(nginx, path, **{"Accept-Encoding": "gzip"})
        assert sent["Content-Encoding"] == "gzip" and "charset=utf-8" in sent["Content-Type"], (path, sent)
        gzip.decompress(body).decode("utf-8")


def test_pages_are_asked_for_anew_and_what_they_are_drawn_with_is_kept(nginx: str, real_site: Path) -> None:
    assert get(nginx, "/cy/llinellau-cymorth/")[1]["Cache-Control"] == "no-cache"
    kept = get(nginx, f"/assets/{assets(real_site).name}/canllaw.css")
    assert kept[0] == 200 and kept[1]["Cache-Control"] == "max-age=31536000"


def test_a_contact_is_sent_as_one(nginx: str) -> None:
    status, sent, body = get(nginx, "/cy/llinellau-cymorth/meic.vcf")
    assert status == 200 and sent["Content-Type"] == "text/vcard; charset=utf-8", sent
    assert body.startswith(b"BEGIN:VCARD")


def test_an_edition_is_saved_and_not_shown(nginx: str) -> None:
    for name in ("canllaw-cy.html", "canllaw-cy-en.zip", "canllaw-en.pdf", "SHA256SUMS"):
        status, sent, body = get(nginx, f"/download/{name}")
        assert status == 200 and body and sent["Content-Disposition"] == "attachment", name
        assert {one: sent.get(one) for one in HEADERS} == dict(HEADERS)
    assert "Content-Disposition" not in get(nginx, "/cy/")[1]


@pytest.mark.parametrize(
    "path", ["/nginx.conf", "/.htaccess", "/cy/.htaccess", "/_headers", "/staticwebapp.config.json"]
)
def test_files_for_hosts_are_no_pages(path: str, nginx: str) -> None:
    assert get(nginx, path)[0] == 404


def test_a_walk_with_every_feature_breaks_no_policy_and_asks_nobody_else(nginx: str) -> None:
    with chromium() as browser:
        browser.go(nginx)
        browser.click(".door__links a")
        for place in ("cy/meithrin-perthynas-amhriodol/", "cy/llinellau-cymorth/", "en/law/", "cy/chwilio/"):
            browser.go(nginx + place)
            browser.type("form[role=search] input[type=search]", "police")
            browser.until("document.querySelectorAll('#search-results a').length > 0")
            browser.page.wait_for_load_state("networkidle")
            if "llinellau" in place:
                browser.page.select_option("#filter-who", "children")
                browser.page.select_option("#filter-what", "images")
                assert "Gwasanaethau" in browser.page.locator(".filter [role=status]").inner_text()
                browser.click(".filter button")
        for place in ("cy/poster/", "cy/argraffu/"):
            browser.go(nginx + place)
            browser.run("(self.print = () => (self.printed = true))")
            browser.click("[data-print]")
            assert browser.run("self.printed") is True
        browser.resize(390, 800)
        browser.click(".menu-button")
        browser.click("header a[rel=alternate]")
        assert not [one for one in browser.messages if one.startswith(("error", "warning"))], browser.messages
        assert all(one.startswith(nginx) for one in browser.requests)
        assert browser.run("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
