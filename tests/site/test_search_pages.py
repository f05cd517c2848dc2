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
from canllaw.search import script_name
from canllaw.volumes import volumes
from support import ROOT, assets

GUIDE = load(ROOT)
GUIDES = {one.id: one for one in volumes(GUIDE)}
EACH = pytest.mark.parametrize("guide", GUIDES)
# Pages that are not found: the guide's own index, and the whole guide in one again.
APART = {"": {"search.md", "print.md"}, "missing": {"missing/search.md", "missing/print.md"}}
TOGETHER = 60_000  # bytes of a guide's indexes in both languages, compressed


def handed_over(site: Path, guide: str, part: str) -> Any:
    """What a guide's script of search hands over: its index in a language, or its tables."""
    text = (assets(site) / script_name(GUIDES[guide], part)).read_text(encoding="utf-8")
    return json.loads(re.sub(r'^\w+\((?:"[\w-]+",)?|\);\s*$', "", text))


def test_every_page_has_the_box_and_its_results(guide_pages: dict[str, BeautifulSoup]) -> None:
    for name, page in guide_pages.items():
        [form] = page.select("header form[role=search]")
        box = form.select_one("input[type=search]")
        assert box is not None and not box.get("name"), f"{name}: what is typed would be put in an address"
        assert page.select_one(f"label[for={box['id']}]") is not None
        assert form.select_one("button") is not None and page.select_one("#search-results[hidden]") is not None
        leads_to = (Path("/") / name).parent / str(form["action"])
        assert any(part in str(leads_to) for part in ("search", "chwilio"))


@EACH
def test_both_indexes_together_stay_small(guide: str, real_site: Path) -> None:
    files = [assets(real_site) / script_name(GUIDES[guide], code) for code in ("en", "cy")]
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in files]
    assert sum(sizes) <= TOGETHER, sizes


@EACH
def test_every_page_but_the_index_itself_and_the_whole_guide_is_in_the_index_of_its_language_alone(
    guide: str, real_site: Path
) -> None:
    for language in GUIDE.languages:
        pages = GUIDES[guide].pages[language.code]
        wanted = {address(GUIDE, page) for name, page in pages.items() if name not in APART[guide]}
        found = handed_over(real_site, guide, language.code)["pages"]
        assert set(found) == wanted and len(found) == len(wanted)


def test_the_tables_of_each_guide_name_the_other(real_site: Path) -> None:
    named = {guide: dict(handed_over(real_site, guide, "tables")["guides"]) for guide in GUIDES}
    assert {guide: set(others) for guide, others in named.items()} == {"": {"missing"}, "missing": {""}}
    assert named[""]["missing"] == {
        code: str(GUIDE.pages[code]["missing/index.md"].meta["title"]) for code in ("en", "cy")
    }


@EACH
def test_every_place_a_result_can_lead_to_exists(guide: str, real_site: Path, pages: dict[str, BeautifulSoup]) -> None:
    anchors = [anchor for anchor in handed_over(real_site, guide, "tables")["anchors"].split(" ") if anchor]
    for code in ("en", "cy"):
        held = {
            str(one["id"]) for name, page in pages.items() if name.startswith(f"{code}/") for one in page.select("[id]")
        }
        assert set(anchors) <= held


@EACH
def test_helplines_shown_to_somebody_in_trouble_say_what_their_record_says(guide: str, real_site: Path) -> None:
    for code, cards in handed_over(real_site, guide, "tables")["helplines"].items():
        for card in cards:
            record = GUIDE.helplines[card["anchor"].removeprefix("helpline-")].data
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
