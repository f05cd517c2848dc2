"""`mkdocs build` and `make site` as people run them, on a small guide about another subject."""

import hashlib
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from canllaw.__main__ import main as canllaw
from canllaw.yamlfile import parse
from support import assets, build, digest, replace, tiny_family, tiny_guide
from support import canllaw as canllaw_command

IRISH = {"code": "ga", "folder": "docs_ga", "name": "Gaeilge", "locale": "ga_IE"}


def test_two_equal_trees_and_a_front_door(tiny_site: Path) -> None:
    drawn = assets(tiny_site).name
    assert sorted(name.replace(f"assets/{drawn}/", "assets/") for name in digest(tiny_site)) == sorted(
        [
            "404.html", "index.html", "robots.txt", "sitemap.xml",
            "nginx.conf", ".htaccess", "en/.htaccess", "cy/.htaccess", "assets/.htaccess", "_headers",
            "staticwebapp.config.json",
            "assets/canllaw.css", "assets/canllaw.js", "assets/helplines.js", "assets/favicon.svg",
            "assets/search.js", "assets/search-words.js", "assets/search-packing.js", "assets/search-index.js",
            "assets/search-spelling.js", "assets/search-match.js", "assets/search-rank.js", "assets/search-excerpt.js",
            "assets/search-trouble.js", "assets/search-tables.js", "assets/search-en.js", "assets/search-cy.js",
            "en/404.html", "en/index.html", "en/helplines/index.html", "en/words/index.html", "en/offline/index.html",
            "en/hives/index.html", "en/hives/swarms/index.html", "en/search/index.html",
            "cy/404.html", "cy/index.html", "cy/llinellau-cymorth/index.html", "cy/geiriau/index.html",
            "cy/heb-gysylltiad/index.html", "cy/cychod/index.html", "cy/cychod/heidiau/index.html", "cy/mynegai/index.html",
        ]
    )  # fmt: skip


def test_links_in_markdown_follow_the_welsh_addresses(tiny_site: Path) -> None:
    home = (tiny_site / "cy/index.html").read_text(encoding="utf-8")
    assert '<a href="cychod/heidiau/#signs">heidiau</a>' in home
    deep = (tiny_site / "cy/cychod/heidiau/index.html").read_text(encoding="utf-8")
    assert '<a href="../../#next">yr hafan</a>' in deep
    assert 'href="../../../en/hives/swarms/" rel="alternate" lang="en" hreflang="en"' in deep


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tiny_guide(tmp_path / "one"), tiny_guide(tmp_path / "a longer name with ŵ")
    for root, zone in ((first, "UTC"), (second, "Pacific/Auckland")):
        result = build(root, SOURCE_DATE_EPOCH="1767312000", TZ=zone, LC_ALL="C.UTF-8")
        assert result.returncode == 0, result.stderr
    assert digest(first / "site") == digest(second / "site")


@pytest.mark.parametrize("options", [(), ("--strict",), ("-q",), ("--strict", "-q")], ids=" ".join)
def test_a_fault_stops_every_build_and_the_last_site_stays(options: tuple[str, ...], tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    assert build(root).returncode == 0
    before = digest(root / "site")
    replace(root / "docs_cy/index.md", 'phone("fire")', 'phone("fires")')
    result = build(root, *options)
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert "the guide has problems: nothing was written" in result.stderr
    if "-q" not in options:
        assert "docs_cy/index.md:17: HL010 there is no helpline 'fires'" in result.stderr
        assert "fix: did you mean 'fire'?" in result.stderr
    assert digest(root / "site") == before


def test_a_build_with_the_fallback_on_is_refused(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "mkdocs.yml", "fallback_to_default: false", "fallback_to_default: true")
    result = build(root)
    assert result.returncode != 0 and "mkdocs.yml:21: CF020" in result.stderr


def test_a_third_language_is_a_folder_and_two_entries(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "docs_ga").mkdir()
    for page in (root / "docs").rglob("*.md"):
        copy = root / "docs_ga" / page.relative_to(root / "docs")
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    for data in (root / "data").glob("*.yml"):
        value = _with_third(parse(data.read_text(encoding="utf-8"))[0])
        if data.name == "guide.yml":
            value["languages"].insert(0, {**value["languages"][0], **IRISH})
        if data.name == "terms.yml":
            value["terms"][0]["forms"] = {**value["terms"][0].get("forms", {}), "en": ["swarms"]}
        data.write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
    replace(
        root / "mkdocs.yml",
        "      - {locale: cy",
        "      - {locale: ga, name: Gaeilge, build: true}\n      - {locale: cy",
    )
    assert canllaw(["translated", "--all", "--root", str(root)]) == 0
    # The engine's docs_dir belongs to its default language, whatever the order in guide.yml.
    result = build(root)
    assert result.returncode == 0, result.stderr
    html = (root / "site/ga/hives/swarms/index.html").read_text(encoding="utf-8")
    assert all(said in html for said in ('<html lang="ga">', 'hreflang="cy"', 'hreflang="en"'))


def _with_third(value: Any) -> Any:
    """A data file's value, with every text's English again as Irish."""
    if isinstance(value, list):
        return [_with_third(one) for one in value]
    if isinstance(value, dict):
        more = {"ga": value["en"]} if {"en", "cy"} <= value.keys() else {}
        return {key: _with_third(one) for key, one in {**value, **more}.items()}
    return value


def test_editions_of_another_guide(tiny_site: Path, tmp_path: Path) -> None:
    """A guide without a page for the whole, a poster or a footer has its editions too, and its offline pages offer them."""
    site, dist = tmp_path / "site", tmp_path / "dist"
    shutil.copytree(tiny_site, site)
    made = canllaw_command("editions", str(site), str(dist), "--root", str(tiny_site.parent))
    assert made.returncode == 0, made.stdout + made.stderr
    archive = dist / "tiny-cy-en.zip"
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        opened.extractall(tmp_path)
    folder = tmp_path / "tiny-cy-en"
    assert {"START-HERE.html", "DECHRAU-YMA.html", "READ-ME-FIRST.txt", "DARLLENWCH-YN-GYNTAF.txt"} <= {
        path.name for path in folder.iterdir()
    }
    page = (site / "cy/heb-gysylltiad/index.html").read_text(encoding="utf-8")
    assert hashlib.sha256(archive.read_bytes()).hexdigest() in page
    assert 'href="../../download/tiny-cy-en.zip"' in page
    inside = (folder / "cy/heb-gysylltiad/index.html").read_text(encoding="utf-8")
    assert "download/" not in inside and "Rydych yn darllen copi" in inside


WASPS_HELP = "pages: [helplines.md, words.md, offline.md]"


@pytest.mark.parametrize(
    ("lacks", "edits", "said"),
    [
        ("offline", [("data/guide.yml", WASPS_HELP, "pages: [helplines.md, words.md]")], "data/guide.yml:21: XR031 "),
        ("helplines", [("data/guide.yml", WASPS_HELP, "pages: [words.md, offline.md]")], "data/guide.yml:21: XR031 "),
        (
            "offer",
            [("docs/offline.md", "{{ editions() }}", "Copies."), ("docs_cy/offline.md", "{{ editions() }}", "Copïau.")],
            "docs/offline.md:6: XR031 ",
        ),
        (
            "document",
            [
                (f"{one}/offline.md", "{{ editions() }}", "{{ editions() }}\n\n{{ whole_guide() }}")
                for one in ("docs", "docs_cy")
            ],
            "docs/offline.md:10: XR031 ",
        ),
    ],
)
def test_a_guide_of_which_no_editions_can_be_made_is_refused_before_anything_is_built(
    lacks: str, edits: list[tuple[str, str, str]], said: str, tmp_path: Path
) -> None:
    root = tiny_family(tmp_path)
    for file, old, new in edits:
        replace(root / file, old, new)
    replace(root / "docs/wasps/nests.md", "{#signs}\n", '{#signs}\n\n{{ helpline("fire") }}\n')
    replace(root / "docs_cy/wasps/nests.md", "{#signs}\n", '{#signs}\n\n{{ helpline("fire") }}\n')
    assert canllaw(["translated", "--all", "--root", str(root)]) == 0
    result = canllaw_command("build", root=root)
    told = result.stdout + result.stderr
    assert result.returncode == 1 and "Traceback" not in told and said in told, told
    assert told.count("fix:") == told.count(" XR031 ") > 0
    assert not (root / "site").exists() and not (root / "dist").exists()


def test_every_guide_of_a_site_has_its_editions_and_each_offline_page_offers_them_all(tmp_path: Path) -> None:
    """A guide may have an offline page of its own, and go without a page that it shares and does not need."""
    root = tiny_family(tmp_path)
    for folder, title, slug in (("docs", "Copies", "copies"), ("docs_cy", "Copïau", "copiau")):
        text = (root / folder / "offline.md").read_text(encoding="utf-8")
        own = text.replace(re.search("^title: (.*)$", text, re.M)[1], title).replace("heb-gysylltiad", slug)  # type: ignore[index]
        (root / folder / "wasps/offline.md").write_text(own, encoding="utf-8")
    for old, new in (
        (WASPS_HELP, "pages: [helplines.md, wasps/offline.md]"),
        ("{search: wasps/search.md}", "{search: wasps/search.md, offline: wasps/offline.md}"),
    ):
        replace(root / "data/guide.yml", old, new)
    assert canllaw(["translated", "--all", "--root", str(root)]) == 0
    result = canllaw_command("build", root=root)
    assert result.returncode == 0, result.stdout + result.stderr
    names = {path.name for path in (root / "dist").iterdir() if path.name.startswith("tiny-")}
    assert {"tiny-cy-en.zip", "tiny-wasps-cy-en.zip", "tiny-wasps-cy.html", "tiny-wasps-cy.pdf"} <= names
    english, welsh = "Living with wasps", "Byw gyda chacwn"
    for place, title in (("en/offline/", english), ("en/wasps/offline/", english), ("cy/cacwn/copiau/", welsh)):
        page = (root / "site" / place / "index.html").read_text(encoding="utf-8")
        assert all(f'download/{name}" download' in page for name in names), place
        assert f"<h2>{title}</h2>" in page
    with zipfile.ZipFile(root / "dist/tiny-wasps-cy-en.zip") as opened:
        inside = opened.read("tiny-wasps-cy-en/en/wasps/offline/index.html").decode()
    assert "download/" not in inside and "You are reading an offline copy" in inside
