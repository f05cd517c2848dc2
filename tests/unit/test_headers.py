"""What servers send: one source, four kinds of host, and the best mark a static site can get."""

import json
import re

import pytest

from canllaw import headers

FILES = headers.host_files(["en", "cy"])


@pytest.mark.parametrize(("name", "value"), headers.HEADERS.items())
def test_every_host_sends_every_header(name: str, value: str) -> None:
    assert f'add_header {name} "{value}" always;' in FILES["nginx.conf"]
    assert f'Header always set {name} "{value}"' in FILES[".htaccess"]
    assert f"\n  {name}: {value}\n" in FILES["_headers"]
    assert json.loads(FILES["staticwebapp.config.json"])["globalHeaders"][name] == value
    assert '"' not in value, "a quote would end the value in two of the files"


def test_a_page_says_of_itself_what_a_page_can_say() -> None:
    assert headers.policy(in_page=True) == headers.policy().replace("frame-ancestors 'none'; ", "")


def test_nginx_gives_no_location_headers_of_its_own_that_would_hide_the_others() -> None:
    for block in re.findall(r"location [^{]*\{([^}]*)\}", FILES["nginx.conf"]):
        assert "add_header" not in block


def test_every_host_has_downloads_saved_and_not_shown() -> None:
    assert "set $canllaw_saved attachment" in FILES["nginx.conf"]
    assert "Content-Disposition attachment env=CANLLAW_SAVED" in FILES[".htaccess"]
    assert "/download/*\n  Content-Disposition: attachment\n" in FILES["_headers"]
    assert {"route": "/download/*", "headers": {"Content-Disposition": "attachment"}} in json.loads(
        FILES["staticwebapp.config.json"]
    )["routes"]


def score(sent: dict[str, str]) -> int:
    """The mark of the HTTP Observatory for a static site without cookies, by its published rules (scoring of the MDN
    observatory, May 2025): 100, less what is missing, plus extra credit, which counts from 90 on."""
    policy = dict(part.split(" ", 1) for part in sent.get("Content-Security-Policy", "").split("; ") if " " in part)
    lost = 0
    lost += 0 if policy else 25
    lost += 20 if any("unsafe" in value for value in policy.values()) else 0
    lost += 0 if "Strict-Transport-Security" in sent else 20
    lost += 0 if sent.get("X-Content-Type-Options") == "nosniff" else 5
    lost += 0 if "frame-ancestors" in policy or "X-Frame-Options" in sent else 20
    mark = 100 - lost
    if mark < 90:
        return mark
    mark += 10 if policy.get("default-src") == "'none'" and "unsafe" not in str(policy) else 0
    mark += 5 if "frame-ancestors" in policy else 0
    mark += 5 if sent.get("Referrer-Policy") in ("no-referrer", "same-origin", "strict-origin") else 0
    mark += 10 if sent.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0
    mark += 10 if sent.get("Cross-Origin-Opener-Policy") == "same-origin" else 0
    mark += 10 if sent.get("Cross-Origin-Embedder-Policy") == "require-corp" else 0
    return mark


def test_the_headers_get_the_best_mark_without_preload_and_integrity() -> None:
    """Preloading binds the owner's whole domain, so it is the owner's to choose; integrity tells nothing on one origin."""
    assert score(dict(headers.HEADERS)) == 150
    for name in ("Content-Security-Policy", "Strict-Transport-Security", "Referrer-Policy"):
        assert score({key: value for key, value in headers.HEADERS.items() if key != name}) < 150
