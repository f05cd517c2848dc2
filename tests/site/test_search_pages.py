"""What search adds to the site: a box on every page, indexes that stay small, nothing in the wrong language."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from canllaw.addresses import address
from canllaw.load import load
from support import ROOT, assets

TOGETHER = 60_000  # bytes of both indexes, compressed


def handed_over(site: Path, name: str) -> Any:
    """What a script of search hands over."""
    text = (assets(site) / f"{name}.js").read_text(encoding="utf-8")
    return json.loads(re.sub(r'^\w+\((?:"\w+",)?|\);\s*$', "", text))


def test_every_page_has_the_box_and_its_results(guide_pages: dict[str, BeautifulSoup]) -> None:
    for name, page in guide_pages.items():
        [form] = page.select("header form[role=search]")
        box = form.select_one("input[type=search]")
        assert box is not None and not box.get("name"), f"{name}: what is typed would be put in an address"
        assert page.select_one(f"label[for={box['id']}]") is not None
        assert form.select_one("button") is not None and page.select_one("#search-results[hidden]") is not None
        leads_to = (Path("/") / name).parent / str(form["action"])
        assert any(part in str(leads_to) for part in ("search", "chwilio"))


def test_both_indexes_together_stay_small(real_site: Path) -> None:
    sizes = [len(gzip.compress((assets(real_site) / f"search-{code}.js").read_bytes(), 9)) for code in ("en", "cy")]
    assert sum(sizes) <= TOGETHER, sizes


def test_every_page_but_the_index_itself_and_the_whole_guide_is_in_the_index_of_its_language_alone(
    real_site: Path,
) -> None:
    guide = load(ROOT)
    for language in guide.languages:
        pages = guide.pages[language.code]
        wanted = {address(guide, page) for name, page in pages.items() if name not in ("search.md", "print.md")}
        assert set(handed_over(real_site, f"search-{language.code}")["pages"]) == wanted


def test_every_place_a_result_can_lead_to_exists(real_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    anchors = [anchor for anchor in handed_over(real_site, "search-tables")["anchors"].split(" ") if anchor]
    for code in ("en", "cy"):
        held = {
            str(one["id"]) for name, page in pages.items() if name.startswith(f"{code}/") for one in page.select("[id]")
        }
        assert set(anchors) <= held


def test_helplines_shown_to_somebody_in_trouble_say_what_their_record_says(real_site: Path) -> None:
    guide = load(ROOT)
    for code, cards in handed_over(real_site, "search-tables")["helplines"].items():
        for card in cards:
            record = guide.helplines[card["anchor"].removeprefix("helpline-")].data
            numbers = {
                way["shown"].replace("\u00a0", " ") for way in card["ways"] if way["href"][:4] in ("tel:", "sms:")
            }
            recorded = {phone["number"] for phone in record.get("phones", ())}
            assert numbers == recorded | ({record["text"]["number"]} if "text" in record else set())
            assert card["who"] == record["who"][code]
            assert ("caution" in card) == bool(record.get("phones") and not record["confirmed"])


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "overrides/assets").glob("search*.js")))
def test_the_scripts_keep_nothing_and_ask_nobody(name: str, real_site: Path) -> None:
    text = (assets(real_site) / f"{name}.js").read_text(encoding="utf-8")
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacent", "fetch(", "XMLHttpRequest", "localStorage", "sessionStorage",
                      "indexedDB", "document.cookie", "pushState", "replaceState", "Worker", "eval(", "import(", "document.write"):  # fmt: skip
        assert forbidden not in text, forbidden
