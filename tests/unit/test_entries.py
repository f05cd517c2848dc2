"""The A to Z of a guide: each name once, in the order of the alphabet, leading to what it names."""

import re
from pathlib import Path

from bs4 import BeautifulSoup

from canllaw import macros
from canllaw.entries import Entry, entries, letters, page_sections
from canllaw.grammar import grammar
from canllaw.load import load
from support import ROOT, replace, tiny_guide

HAID = "  - id: swarm\n    term: {en: swarm, cy: haid}\n    also: {en: [], cy: []}"


def a_to_z(root: Path, code: str) -> dict[str, Entry]:
    """Every entry of a guide by its name, in order."""
    guide = load(root)
    found = [entry for _, group in entries(guide, guide.language(code)) for entry in group]
    names = {entry.name: entry for entry in found}
    assert len(names) == len(found), "a name stands there twice"
    return names


def leads_to(entry: Entry) -> list[str]:
    return [way.target for way in entry.see]


def with_names(place: Path, english: str, welsh: str, more: str = "") -> Path:
    """The tiny guide, its one term with other names."""
    root = tiny_guide(place)
    replace(root / "data/terms.yml", HAID, HAID.replace("en: [], cy: []", f"en: [{english}], cy: [{welsh}]") + more)
    return root


def test_terms_services_and_acts_lead_to_their_places(tmp_path: Path) -> None:
    names = a_to_z(tiny_guide(tmp_path), "en")
    assert list(names) == ["Bees Act 1980", "Fire service", "Hive Measure 2012", "swarm", "Swarm Line"]
    assert names["Fire service"].target == "helplines.md#helpline-fire"
    assert names["swarm"].target == "words.md#term-swarm"
    assert [(way.words, way.target) for way in names["swarm"].about] == [("Swarms: Signs", "hives/swarms.md#signs")]
    # The box about a provision, and not the places that only name the Act; where there is no box, those.
    assert [way.target for way in names["Bees Act 1980"].about] == ["hives/swarms.md#signs"]
    assert [(way.words, way.target) for way in names["Hive Measure 2012"].about] == [("Hives", "hives/index.md")]


def test_an_act_that_only_a_note_names_has_no_entry(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/hives/index.md", ' See the {{ law("hive-measure") }}.', "")
    replace(root / "docs/hives/swarms.md", "Measured here.", 'See the {{ law("hive-measure") }}.')
    assert "Hive Measure 2012" not in a_to_z(root, "en")


def test_other_words_for_a_term_are_for_search_alone(tmp_path: Path) -> None:
    root = with_names(tmp_path, "bee cloud", "cwmwl gwenyn, ehediad")
    assert not {"cwmwl gwenyn", "ehediad"} & set(a_to_z(root, "cy"))
    assert "bee cloud" not in a_to_z(root, "en")


def with_terms(place: Path, *welsh: str) -> Path:
    """The tiny guide, with more terms."""
    root = tiny_guide(place)
    path = root / "data/terms.yml"
    model = path.read_text(encoding="utf-8")[path.read_text(encoding="utf-8").index("  - id: swarm") :].rstrip("\n")
    more = [
        model.replace("id: swarm", f"id: more-{at}").replace("{en: swarm, cy: haid}", f"{{en: more {at}, cy: {word}}}")
        for at, word in enumerate(welsh)
    ]
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + "\n".join(more) + "\n", encoding="utf-8")
    return root


def test_welsh_order_and_letters(tmp_path: Path) -> None:
    root = with_terms(
        tmp_path, "chwa", "cwmwl", "llu", "lladron", "ddoe", "du", "rhuthr", "rôl", "ffrwd", "ŵy", "thema"
    )
    guide = load(root)
    groups = entries(guide, guide.language("cy"))
    assert [letter for letter, _ in groups] == ["C", "Ch", "D", "Dd", "Ff", "G", "H", "Ll", "R", "Rh", "S", "Th", "W"]
    assert all(group for _, group in groups)
    assert [entry.name for entry in dict(groups)["Ll"]] == ["lladron", "llu"]
    assert [entry.name for entry in dict(groups)["D"]] == ["Deddf Gwenyn 1980", "du"]


def test_no_form_that_must_not_be_used_is_in_the_index_of_the_guide() -> None:
    guide = load(ROOT)
    never = {form for one in guide.terms.values() for forms in one.data.get("never", {}).values() for form in forms}
    assert {"child pornography", "ymbincio", "KCSIE"} <= never
    for language in guide.languages:
        shown = {letters(name) for name in a_to_z(ROOT, language.code)}
        assert not shown & {letters(form) for form in never}


def test_the_index_of_the_guide_prints_no_word_that_is_for_search_alone() -> None:
    guide = load(ROOT)
    for language in guide.languages:
        code, key = language.code, grammar(language.grammar).sort_key
        names = {letters(entry.name): entry for entry in a_to_z(ROOT, code).values()}
        own = [record.data["term"][code] for record in guide.terms.values()]
        own += [
            record.data["acronym"][code] for record in guide.terms.values() if code in record.data.get("acronym", {})
        ]
        own += [
            name
            for one in (*guide.helplines.values(), *guide.acts.values())
            for name in (one.data.get("name") or one.data["title"]).values()
        ]
        own += [word for name in list(own) for word in re.findall(r"\w+", name) if word.isupper()]
        assert set(names) <= {letters(name) for name in own}
        for record in guide.terms.values():
            assert names[letters(record.data["term"][code])].target == f"glossary.md#term-{record.id}"
        for _, group in entries(guide, language):
            ordered = [entry.name for entry in group]
            assert ordered == sorted(ordered, key=key)


def test_words_of_another_language_are_marked(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    welsh = a_to_z(root, "cy")
    assert {name: welsh[name].lang for name in ("haid", "Swarm Line", "Hive Measure 2012")} == {
        "haid": None, "Swarm Line": "en", "Hive Measure 2012": "en",
    }  # fmt: skip
    assert {entry.lang for entry in a_to_z(root, "en").values()} == {None}
    assert page_of(root, "cy").select_one('#letter-s [lang="en"]') is not None


def test_acronyms_are_names_too(tmp_path: Path) -> None:
    root = with_names(tmp_path, "bee cloud", "", "\n    acronym: {en: SWM}")
    replace(root / "data/helplines.yml", "name: {en: Swarm Line}", "name: {en: The RBKA of Wales}")
    names = a_to_z(root, "en")
    assert leads_to(names["SWM"]) == ["words.md#term-swarm"]
    assert leads_to(names["RBKA"]) == ["helplines.md#helpline-swarm-line"]
    assert a_to_z(root, "cy")["RBKA"].lang == "en"


def test_a_short_name_that_is_a_name_of_its_own_leads_to_both(tmp_path: Path) -> None:
    root = with_names(tmp_path, "bee cloud", "", "\n    acronym: {en: RBKA}")
    replace(root / "data/helplines.yml", "name: {en: Swarm Line}", "name: {en: RBKA}")
    entry = a_to_z(root, "en")["RBKA"]
    assert (entry.target, leads_to(entry)) == ("helplines.md#helpline-swarm-line", ["words.md#term-swarm"])
    (see,) = page_of(root, "en").select(".index__see")
    assert see.text == "see also:"


def page_of(root: Path, code: str) -> BeautifulSoup:
    """What the macro writes into the tiny guide's index page."""
    guide = load(root)
    body, problems = macros.expand(guide, guide.pages[code]["search.md"])
    assert problems == []
    block = body[body.index('<div class="index">') :]
    assert "\n\n" not in block.strip(), "a blank line would end the HTML block"
    return BeautifulSoup(block, "html5lib")


def test_pages_stand_in_the_order_of_the_menu_with_their_sections(tmp_path: Path) -> None:
    page = page_of(tiny_guide(tmp_path), "cy")
    assert [link.text for link in page.select(".index__page")] == [
        "Hafan", "Llinellau cymorth", "Geiriau", "Cychod gwenyn", "Heidiau", "Mynegai", "Heb gysylltiad",
    ]  # fmt: skip
    assert page.select_one('a[href="../cychod/heidiau/#signs"]') is not None
    assert [(one.name, one.get("id")) for one in page.select("h3, h4")][:4] == [
        ("h3", "every-page"), ("h4", "pages-one"), ("h3", "a-to-z"), ("h4", None),
    ]  # fmt: skip
    # Within its own page a link is an anchor alone: it leaves no second trace in the history.
    assert page.select_one('a.index__page[href="#top"]') is not None
    assert page.select_one('a[href="#index"]') is not None


def test_the_letters_to_jump_to_are_those_there_are(tmp_path: Path) -> None:
    page = page_of(with_terms(tmp_path, "chwa"), "cy")
    jumps = [str(link["href"]) for link in page.select(".index__letters a")]
    assert jumps == [f"#{group['id']}" for group in page.select(".index__letter")]
    assert "#letter-ch" in jumps and "#letter-b" not in jumps


def test_sections_are_read_without_their_markup(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/hives/swarms.md", "## Signs", '## The *signs* of <span lang="cy">haid</span>')
    page = load(root).pages["en"]["hives/swarms.md"]
    assert [way.words for way in page_sections(page)] == ["The signs of haid"]


def test_a_guide_with_holes_is_still_expanded(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "docs_cy/words.md").unlink()
    (root / "docs_cy/index.md").unlink()
    replace(root / "docs_cy/hives/swarms.md", "title: Heidiau\n", "")
    assert re.search(r'href="#">haid', str(page_of(root, "cy")))
