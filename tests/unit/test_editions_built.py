"""Editions see a built site with its assets under plain names, read file by file."""

from pathlib import Path

import pytest

from canllaw.assets import led, plain, unled
from canllaw.editions.built import Built, Watched

PAGE = '<link rel="stylesheet" href="../../assets/canllaw.css">\n<script src="/assets/search.js" defer></script>\n<a href="x">assets/</a>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "en/index.html": led(PAGE, "3f2a9c1e"),
        "assets/3f2a9c1e/canllaw.css": "p{}",
        "assets/.htaccess": "x",
        "download/canllaw-en.zip": "an edition",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("assets/3f2a9c1e/canllaw.js", "assets/canllaw.js"),
        ("assets/canllaw.js", "assets/canllaw.js"),
        ("assets/3f2a9c1e", "assets/3f2a9c1e"),
        ("assets/pictures/a.svg", "assets/pictures/a.svg"),
        ("en/3f2a9c1e/index.html", "en/3f2a9c1e/index.html"),
    ],
)
def test_only_the_folder_named_by_its_content_goes(path: str, wanted: str) -> None:
    assert plain(path) == wanted


def test_a_page_is_led_back_to_plain_names() -> None:
    assert led(PAGE, "3f2a9c1e") != PAGE
    assert unled(led(PAGE, "3f2a9c1e")) == PAGE == unled(PAGE)


def test_the_site_has_its_files_by_plain_names_and_no_editions(site: Path) -> None:
    built = Built(site)
    assert sorted(built) == ["assets/.htaccess", "assets/canllaw.css", "en/index.html"] and len(built) == 3
    assert built["en/index.html"].decode() == PAGE and built["assets/canllaw.css"] == b"p{}"
    assert "assets/3f2a9c1e/canllaw.css" not in built


def test_a_file_comes_to_the_same_under_another_name_of_the_assets(site: Path) -> None:
    before = {name: Built(site).digest(name) for name in Built(site)}
    (site / "assets/3f2a9c1e").rename(site / "assets/00000000")
    (site / "en/index.html").write_text(led(PAGE, "00000000"), encoding="utf-8")
    assert {name: Built(site).digest(name) for name in Built(site)} == before
    (site / "assets/00000000/canllaw.css").write_text("p{color:red}", encoding="utf-8")
    assert Built(site).digest("assets/canllaw.css") != before["assets/canllaw.css"]
    assert Built(site).digest("nothing") == ""


def test_what_is_read_of_a_site_is_seen(site: Path) -> None:
    watched = Watched(Built(site))
    assert "en/index.html" in watched and len(list(watched)) == len(watched) == 3 and not watched.read
    assert watched["assets/canllaw.css"] and watched.read == {"assets/canllaw.css"}
