"""The guides of one site: which pages each holds, what each takes from the first, and what a site of one guide has."""

from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.model import Guide
from canllaw.volumes import home, others, owner, tagline, title, volume_of, volumes
from support import tiny_family, tiny_guide

FIRST = {"helplines.md", "hives/index.md", "hives/swarms.md", "index.md", "offline.md", "search.md", "words.md"}
WASPS = {"wasps/index.md", "wasps/nests.md", "wasps/search.md"}
SHARED = {"helplines.md", "words.md", "offline.md"}


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return load(tiny_family(tmp_path_factory.mktemp("family")))


def test_each_guide_holds_its_own_pages_and_those_it_shares_in_every_language(family: Guide) -> None:
    first, wasps = volumes(family)
    for code in ("en", "cy"):
        assert set(first.pages[code]) == FIRST  # a folder that no guide is named after is the first's
        assert set(wasps.pages[code]) == WASPS | SHARED
        assert set(family.pages[code]) == FIRST | WASPS
        for name in SHARED:
            assert first.pages[code][name] is wasps.pages[code][name]


def test_a_guide_has_its_own_menu_places_and_foot_and_the_rest_as_the_first(family: Guide) -> None:
    first, wasps = volumes(family)
    assert [section["id"] for section in wasps.sections] == ["nests", "help"]
    assert [section["id"] for section in first.sections] == ["one"]
    assert wasps.settings["places"] == {**first.settings["places"], "search": "wasps/search.md"}
    assert first.settings["places"]["search"] == "search.md"
    assert wasps.settings["footer"] == ["offline.md", "wasps/search.md"]
    assert wasps.settings["basis"]["words"]["en"] == "Taken from:"
    assert wasps.settings["emergency"] == first.settings["emergency"] and wasps.settings["name"] == "Tiny"
    assert not {"guides", "shared", "id"} & {*first.settings, *wasps.settings}
    assert [section["id"] for section in family.sections] == ["one", "nests", "help"]


def test_the_first_stands_first_without_a_name_and_each_knows_the_others_and_the_site(family: Guide) -> None:
    first, wasps = volumes(family)
    assert (first.id, wasps.id) == ("", "wasps")
    assert others(first) == (wasps,) and others(wasps) == (first,)
    assert first.site is wasps.site is family.site is family
    assert volumes(wasps) == (wasps,)  # a volume has only itself
    assert volumes(family)[1] is wasps  # made once


def test_what_a_volume_works_out_is_not_another_s(family: Guide) -> None:
    first, wasps = volumes(family)
    first.memo["asked"] = 1
    assert "asked" not in wasps.memo and "asked" not in family.memo


def test_a_page_belongs_to_the_guide_of_its_folder_and_a_shared_one_to_the_first(family: Guide) -> None:
    first, wasps = volumes(family)
    for name, wanted in (
        ("wasps/nests.md", wasps),
        ("wasps/index.md", wasps),
        ("words.md", first),
        ("hives/swarms.md", first),
    ):
        assert volume_of(family, family.pages["cy"][name]) is wanted
    assert volume_of(wasps, family.pages["cy"]["words.md"]) is wasps  # asked of a volume, itself


def test_a_guide_opens_with_its_index_and_is_called_by_its_title(family: Guide) -> None:
    first, wasps = volumes(family)
    assert (home(first), home(wasps)) == ("index.md", "wasps/index.md")
    assert (title(wasps, "en"), title(wasps, "cy")) == ("Living with wasps", "Byw gyda chacwn")
    assert tagline(wasps, "cy") == "Byw gyda chacwn"
    assert tagline(first, "cy") == family.say("tagline", "cy")


@pytest.mark.parametrize(
    ("name", "folder"),
    [("index.md", ""), ("wasps/index.md", "wasps"), ("wasps/nests/old.md", "wasps"), ("wasps.md", "")],
)
def test_the_folder_at_the_top_owns_a_page(name: str, folder: str) -> None:
    assert owner(name) == folder


def test_a_site_of_one_guide_has_that_one(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    [only] = volumes(guide)
    assert only.id == "" and only.pages == guide.pages and others(only) == ()
    assert volume_of(guide, guide.pages["en"]["hives/swarms.md"]) is only
