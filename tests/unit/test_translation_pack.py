"""Packs for translators: what is due and nothing else, in XLIFF and PO that other tools read too."""

from argparse import Namespace
from pathlib import Path

import pytest
from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.xliff2 import Xliff2File

from canllaw.__main__ import main
from canllaw.commands.translating import main_pack
from canllaw.load import load
from canllaw.translation import po, xliff
from canllaw.translation.pack import pack
from canllaw.translation.units import pieces
from support import ROOT, real_guide, replace, tiny_guide

MARK = "{urn:oasis:names:tc:xliff:document:2.0}"


def due(root: Path) -> list[tuple[str, str]]:
    guide = load(root)
    return [(unit.name, unit.state) for unit in pack(guide, guide.languages[1])]


def translation(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "docs_cy").rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", ["xlf", "po"])
@pytest.mark.parametrize("make", [tiny_guide, real_guide])
def test_the_whole_guide_comes_back_byte_for_byte(make: object, form: str, tmp_path: Path) -> None:
    root = make(tmp_path)  # type: ignore[operator]
    before = translation(root)
    assert main(["translation-pack", "--all", "--root", str(root)]) == 0
    assert main(["translation-import", str(root / f"build/translation/canllaw-cy.{form}"), "--root", str(root)]) == 0
    assert translation(root) == before


@pytest.mark.parametrize("form", ["xlf", "po"])
def test_what_is_stale_stays_stale_when_it_comes_back_as_it_was(form: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    before = translation(root)
    assert main(["translation-pack", "--all", "--root", str(root)]) == 0
    assert main(["translation-import", str(root / f"build/translation/canllaw-cy.{form}"), "--root", str(root)]) == 0
    assert translation(root) == before


def test_the_pieces_of_every_page_are_its_body() -> None:
    guide = load(ROOT)
    for pages in guide.pages.values():
        for page in pages.values():
            assert "\n".join(pieces(page).values()) == page.body, page.file


def test_a_guide_in_step_has_no_pack_and_an_old_one_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny_guide(tmp_path)
    old = root / "build/translation/canllaw-cy.xlf"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    assert main_pack(Namespace(root=root, all=False, to=None)) == 0
    assert "nothing is new or stale" in capsys.readouterr().out
    assert not old.exists()


def test_a_change_to_one_section_is_a_pack_of_that_section(tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    assert due(root) == []
    replace(root / "docs/grooming.md", "take months, or only", "need months, or only")
    assert due(root) == [("grooming.md#what-it-is", "changed")]


@pytest.mark.parametrize("field", ["title", "description"])
def test_a_change_to_a_title_or_a_description_is_a_pack_of_it_alone(field: str, tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    replace(root / "docs/grooming.md", f"{field}: ", f"{field}: About ")
    assert due(root) == [(f"grooming.md#front.{field}", "changed")]


def test_new_sections_and_pages_and_sections_never_stamped_are_due(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "docs/hives/wax.md").write_text(
        "---\ntitle: Wax\ndescription: Of wax.\nreviewed: 2026-01-02\n---\n\n# Wax {#wax}\n\nSoft.\n"
    )
    with (root / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write("\n## Last {#last}\n\nBees sleep.\n")
    replace(root / "docs_cy/index.md", '  next: "c05d6e362a4e"\n', "")
    assert due(root) == [
        ("hives/wax.md#front.title", "new"),
        ("hives/wax.md#front.description", "new"),
        ("hives/wax.md#front.slug", "new"),
        ("hives/wax.md#wax", "new"),
        ("index.md#next", "unstamped"),
        ("index.md#last", "new"),
    ]


def test_a_page_without_an_address_of_its_own_is_due_for_one_and_a_folder_s_first_page_is_not(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for name, slug in (("hives/swarms.md", "heidiau"), ("hives/index.md", "cychod")):
        replace(root / "docs_cy" / name, f"slug: {slug}\n", "")
    assert due(root) == [("hives/swarms.md#front.slug", "new")]


def test_a_unit_says_what_is_wanted_the_translation_until_now_and_the_terms(tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    replace(root / "docs/grooming.md", "take months, or only", "need months, or only")
    guide = load(root)
    raw = xliff.written(guide, guide.languages[1], pack(guide, guide.languages[1]))
    tree = etree.fromstring(raw)
    notes = [(note.get("category"), note.text) for note in tree.iter(f"{MARK}note")]
    assert notes[0] == ("wanted", guide.say("translation_changed", "cy"))
    [previous] = [text for category, text in notes if category == "previous"]
    assert "ystyr {{ term" in previous
    assert ("term", "grooming = meithrin perthynas amhriodol") in notes
    told = po.written(guide, guide.languages[1], pack(guide, guide.languages[1])).decode()
    assert "#. grooming = meithrin perthynas amhriodol\n" in told
    assert "#, fuzzy\n" in told


def test_other_tools_read_the_packs(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    units = pack(guide, guide.languages[1], everything=True)
    store = Xliff2File.parsestring(xliff.written(guide, guide.languages[1], units))
    assert [(one.source, one.target) for one in store.units] == [(one.source, one.target or "") for one in units]
    assert store.gettargetlanguage() == "cy"
    catalog = pofile.parsestring(po.written(guide, guide.languages[1], units))
    assert [(one.getcontext(), one.source, one.target) for one in catalog.units if not one.isheader()] == [
        (one.name, one.source, one.target or "") for one in units
    ]


def test_the_same_guide_gives_the_same_bytes(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    units = pack(guide, guide.languages[1], everything=True)
    for form in (xliff.written, po.written):
        assert form(guide, guide.languages[1], units) == form(guide, guide.languages[1], units)
