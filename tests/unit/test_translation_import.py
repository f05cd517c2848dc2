"""Bringing a translator's file back: taken whole, or refused with every reason and nothing written."""

import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace as replaced
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.storage.pypo import pofile
from translate.storage.xliff2 import Xliff2File

from canllaw.__main__ import main
from canllaw.commands.translating import main_import
from canllaw.load import load
from canllaw.model import Guide
from canllaw.together import write_together
from canllaw.translated import stale, stamps
from canllaw.translation import po, xliff
from canllaw.translation.bring_back import bring_back
from canllaw.translation.pack import pack
from canllaw.translation.units import Unit
from support import ROOT, problems, real_guide, replace, tiny_guide

FORMS = ["xlf", "po"]
WAX = """---
title: Wax
description: Of wax.
reviewed: 2026-01-02
---

# Wax {#wax}

Soft, says the keeper.[^bee-book]

## Uses {#uses}

Ask {{ phone("swarm-line") }} about [swarms](swarms.md#signs).

| Use | Kind |
|-----|------|
| Candle | `pure` |
"""
CWYR = {
    "front.title": "Cwyr",
    "front.description": "Am gwyr.",
    "front.slug": "cwyr",
    "wax": "# Cwyr {#wax}\n\nMeddal, meddai'r gwenynwr.[^bee-book]",
    "uses": "## Defnydd {#uses}\n\nGofynnwch i {{ phone(\"swarm-line\") }} am [heidiau](swarms.md#signs).\n\n"
    "| Defnydd | Math |\n|-----|------|\n| Cannwyll | `pure` |",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny guide with a page that has no translation yet."""
    place = tiny_guide(tmp_path)
    (place / "docs/hives/wax.md").write_text(WAX, encoding="utf-8")
    return place


def packed(root: Path, form: str, targets: dict[str, str], everything: bool = False) -> bytes:
    """A pack with these targets, as a translator's own tool saves it."""
    guide = load(root)
    units = pack(guide, guide.languages[1], everything)
    if form == "po":
        catalog = pofile.parsestring(po.written(guide, guide.languages[1], units))
        for one in catalog.units:
            if (part := one.getcontext().rpartition("#")[2]) in targets:
                one.target = targets[part]
                one.markfuzzy(False)
        return bytes(catalog)
    store = Xliff2File.parsestring(xliff.written(guide, guide.languages[1], units))
    for one in store.units:
        if (part := one.getid() or "") in targets:
            one.target = targets[part]
            one.marktranslated()
    return bytes(store)


def due(root: Path) -> list[Unit]:
    """What a pack would hold now."""
    guide = load(root)
    return pack(guide, guide.languages[1])


def pages(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root / "docs_cy").as_posix(): path.read_bytes()
        for path in (root / "docs_cy").rglob("*")
        if path.is_file()
    }


def run(root: Path, raw: bytes, form: str) -> int:
    file = root / f"back.{form}"
    file.write_bytes(raw)
    return main_import(Namespace(root=root, file=file))


def taken(root: Path, raw: bytes, form: str = "xlf") -> dict[str, bytes]:
    """The pages after an import that takes what it is given."""
    assert run(root, raw, form) == 0
    return pages(root)


def refused(root: Path, raw: bytes, form: str = "xlf") -> None:
    """An import that is refused leaves every page as it was."""
    before = pages(root)
    assert run(root, raw, form) == 1
    assert pages(root) == before


def rows_changed(before: bytes, after: bytes) -> list[str]:
    """The rows of a page that are new; none has come or gone."""
    rows = zip(before.decode().split("\n"), after.decode().split("\n"), strict=True)
    return [new for old, new in rows if new != old]


@pytest.mark.parametrize("form", FORMS)
def test_a_page_without_translation_is_made_whole_and_stamped(root: Path, form: str) -> None:
    before = pages(root)
    made = taken(root, packed(root, form, CWYR), form)
    stamped = "".join(f'  {name}: "{digest}"\n' for name, digest in digests(root).items())
    assert list(digests(root)) == ["front.title", "front.description", "wax", "uses"]
    assert made.pop("hives/wax.md").decode() == (
        "---\ntitle: Cwyr\ndescription: Am gwyr.\nslug: cwyr\nreviewed: '2026-01-02'\ntranslation_reviewed_by: null\n"
        f"translated_from:\n{stamped}---\n\n{CWYR['wax']}\n\n{CWYR['uses']}\n"
    )
    assert made == before
    guide = load(root)
    assert list(stale(guide, guide.pages["cy"]["hives/wax.md"])) == []
    assert not [one for one in problems(root) if one.rule.startswith(("PA", "CF01"))]


def digests(root: Path) -> dict[str, str]:
    guide = load(root)
    return dict(stamps(guide.pages["cy"]["hives/wax.md"]))


@pytest.mark.parametrize("form", FORMS)
def test_half_a_new_page_waits(root: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = pages(root)
    assert taken(root, packed(root, form, {"wax": CWYR["wax"]}), form) == before
    told = capsys.readouterr().out
    assert "not translated yet: hives/wax.md#uses" in told
    assert "still without hives/wax.md#front.title, hives/wax.md#front.description, hives/wax.md#front.slug" in told


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("field", "now"), [("title", "Y cwch"), ("description", "Y cwch: mewn gair."), ("title", "Hafan")]
)
def test_a_field_whose_english_changed_comes_back_with_its_stamp(
    field: str, now: str, form: str, tmp_path: Path
) -> None:
    """Taken as it was where it is still right: then the stamp alone changes."""
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", f"{field}: Home", f"{field}: The hive")
    [unit] = due(root)
    assert (unit.name, unit.state) == (f"index.md#front.{field}", "changed")
    before = pages(root)["index.md"]
    rows = rows_changed(before, taken(root, packed(root, form, {f"front.{field}": now}), form)["index.md"])
    said = [row for row in rows if not row.startswith(f"  front.{field}: ")]
    assert len(rows) == len(said) + 1 and len(said) == (now != "Hafan")
    assert load(root).pages["cy"]["index.md"].meta[field] == now and due(root) == []


@pytest.mark.parametrize("form", FORMS)
def test_only_the_section_translated_and_its_stamp_change(form: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    replace(root / "docs/hives/swarms.md", "- Noise", "- Din")
    [unit] = [one for one in due(root) if one.part == "next"]
    before = pages(root)
    assert unit.target is not None
    new = unit.target.replace("Gofynnwch", "Holwch")
    assert new != unit.target
    after = taken(root, packed(root, form, {"next": new}), form)
    stamp, words = rows_changed(before["index.md"], after["index.md"])
    assert stamp.startswith("  next: ") and "Holwch" in words
    assert {name for name in after if after[name] != before[name]} == {"index.md"}
    assert [one.name for one in due(root)] == ["hives/swarms.md#signs"]


def test_a_new_section_stands_where_the_source_has_it(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/index.md", "## ", "## Middle {#middle}\n\nBees hum.\n\n## ")
    text = "## Canol {#middle}\n\nMae gwenyn yn suo."
    body = taken(root, packed(root, "xlf", {"middle": text}))["index.md"].decode().split("---\n", 2)[2]
    assert re.findall(r"\{#([\w-]+)\}", body)[:3] == ["index", "middle", "next"]
    assert f"\n\n{text}\n\n## " in body
    assert not [one for one in problems(root) if one.rule.startswith("PA")]


def test_a_field_changes_alone(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    before = pages(root)["index.md"]
    guide = load(root)
    units = [one for one in pack(guide, guide.languages[1], True) if one.name == "index.md#front.title"]
    raw = xliff.written(guide, guide.languages[1], units).replace(b">Hafan<", b"> Cartref: y cwch <")
    assert taken(root, raw)["index.md"] == before.replace(b"title: Hafan", b"title: ' Cartref: y cwch'")


def test_windows_files_stay_windows_files(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    path = root / "docs_cy/index.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    [unit] = due(root)
    before = path.read_bytes()
    raw = packed(root, "xlf", {"next": str(unit.target).replace("Gofynnwch", "Holwch")})
    after = taken(root, raw)["index.md"]
    assert after.startswith(b"\xef\xbb\xbf---\r\n") and after.count(b"\n") == after.count(b"\r\n")
    assert b"Holwch" in after and len(after.split(b"\n")) == len(before.split(b"\n"))


MANGLED: dict[str, Callable[[bytes], bytes]] = {
    "line ends of Windows": lambda raw: raw.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "another indentation": lambda raw: re.sub(rb">\n\s*<", b">\n\n\t<", raw),
    "no indentation": lambda raw: re.sub(rb">\n\s*<", b"><", raw),
    "states and attributes of a tool": lambda raw: raw.replace(
        b"<segment ", b'<segment subState="tool:done" canResegment="no" xmlns:t="urn:tool" t:seen="yes" '
    ),
    "two segments": lambda raw: re.sub(
        rb"<segment state=\"translated\">(\s*<source[^>]*>)# Wax \{#wax\}\n\n(.*?)</source>"
        rb"(\s*<target[^>]*>)# Cwyr \{#wax\}\n\n(.*?)</target>\s*</segment>",
        rb'<segment id="s1" state="translated">\1# Wax {#wax}</source>\3# Cwyr {#wax}</target></segment>'
        rb'<ignorable id="i1">\1\n\n</source></ignorable>'
        rb'<segment id="s2" state="final">\1\2</source>\3\4</target></segment>',
        raw,
        flags=re.S,
    ),
    "annotations": lambda raw: raw.replace(b">Cwyr<", b'><mrk id="m1" type="term">Cwyr</mrk><'),
}  # fmt: skip


OF_ANY_FORM = ("line ends of Windows", "a byte order mark")


@pytest.mark.parametrize(
    ("form", "name"), [*(("xlf", name) for name in MANGLED), *(("po", name) for name in OF_ANY_FORM)]
)
def test_what_tools_do_to_a_file_does_no_harm(form: str, name: str, root: Path) -> None:
    raw = packed(root, form, CWYR)
    plain = taken(root, raw, form)
    (root / "docs_cy/hives/wax.md").unlink()
    mangled = MANGLED[name](raw)
    assert mangled != raw
    assert taken(root, mangled, form) == plain


USES = CWYR["uses"]
# What a translator does, in which part, and what the refusal says, on which line of the target.
BROKEN: dict[str, tuple[str, str, str, int, str]] = {
    "macro lost": ("uses", '{{ phone("swarm-line") }}', "rywun", 0, 'expected phone("swarm-line")'),
    "macro altered": ("uses", "swarm-line", "bee-line", 2, 'phone("bee-line"), where phone("swarm-line") was expected'),
    "macro added": ("uses", "am [", '{{ phone("x") }} am [', 2, 'phone("x"), where the source has none such'),
    "macro opened only": ("uses", '{{ phone("swarm-line") }}', "{{ phone(", 2, "macro not understood"),
    "mark lost": ("wax", "[^bee-book]", "", 0, "expected [^bee-book]"),
    "mark altered": ("wax", "[^bee-book]", "[^bee]", 2, "[^bee], where [^bee-book] was expected"),
    "note added": ("wax", "[^bee-book]", "[^bee-book]\n\n[^own]: Fi.", 4, "[^own]:"),
    "link altered": ("uses", "#signs", "#arwyddion", 2, "the link to swarms.md#arwyddion"),
    "link lost": ("uses", "[heidiau](swarms.md#signs)", "heidiau", 0, "expected the link to swarms.md#signs"),
    "image added": ("wax", "Meddal", "![Llun](x.png) Meddal", 2, "the image x.png"),
    "id translated": ("uses", "{#uses}", "{#defnydd}", 0, "'## … {#defnydd}', where '## … {#uses}' was expected"),
    "level changed": ("uses", "## D", "### D", 0, "'### … {#uses}'"),
    "heading added": ("wax", "[^bee-book]", "[^bee-book]\n\n## Mwy {#mwy}\n", 4, "where the source has none such"),
    "column lost": ("uses", " | Math |\n|-----|------|", " |\n|-----|", 4, "a table of"),
    "code translated": ("uses", "`pure`", "`pur`", 6, "the code `pur`, where the code `pure` was expected"),
    "box added": ("wax", "Meddal", '!!! note "Sylwer"\n    Meddal', 2, "a box '!!! note'"),
    "tag added": ("wax", "Meddal", "<script>Meddal", 2, "'<script>'"),
    "attributes added": ("wax", "[^bee-book]", "{.red}[^bee-book]", 2, "'{.red}'"),
    "number typed": ("wax", "Meddal", "Ffoniwch 0800 1111.", 2, "the number 0800 1111 is typed"),
    "slug with an accent": ("front.slug", "cwyr", "cŵyr", 0, "cannot be an address"),
    "slug of another page": (
        "front.slug", "cwyr", "heidiau", 0, "the address /cy/cychod/heidiau/ is also that of docs_cy/hives/swarms.md",
    ),
    "two lines of title": ("front.title", "Cwyr", "Cwyr\ngwyn", 0, "more than one line"),
    "macro in a field": ("front.title", "Cwyr", '{{ name("x") }}', 0, "a macro, which a field cannot hold"),
    "field not translated": ("front.description", "Am gwyr.", "Of wax.", 0, "the source, untranslated"),
    "not translated": (
        "wax", CWYR["wax"], "# Wax {#wax}\n\nSoft, says the keeper.[^bee-book]", 0, "the source, untranslated",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_translation_is_refused_on_its_line(name: str, form: str, root: Path) -> None:
    part, old, new, offset, words = BROKEN[name]
    assert old in CWYR[part]
    targets = {**CWYR, part: CWYR[part].replace(old, new, 1)}
    raw = packed(root, form, targets)
    outcome = bring_back(load(root), raw, f"back.{form}")
    assert outcome.files == {}
    told = [one for one in outcome.problems if words in one.message]
    assert told, outcome.problems
    found = told[0]
    assert found.file == f"back.{form}" and f"hives/wax.md#{part}" in found.message and found.hint
    row = raw.decode().split("\n")[found.line - 1]
    wanted = targets[part].split("\n")[offset][:20]  # a tool may break a long line further on
    shown = wanted.replace('"', '\\"') if form == "po" else wanted.replace("<", "&lt;").replace(">", "&gt;")
    assert shown in row, (found.line, row)
    refused(root, raw, form)


def with_slugs(root: Path, **slugs: str) -> bytes:
    """Units that give pages at the top of the tiny guide new addresses."""
    guide = load(root)
    units = {one.name: one for one in pack(guide, guide.languages[1], True)}
    named = [(units[f"{page}.md#front.slug"], slug) for page, slug in slugs.items()]
    return xliff.written(
        guide, guide.languages[1], [replaced(one, target=slug, state="current") for one, slug in named]
    )


def test_two_pages_may_change_addresses_with_each_other_but_not_have_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny_guide(tmp_path)
    was = {name: str(load(root).pages["cy"][f"{name}.md"].meta["slug"]) for name in ("words", "search")}
    refused(root, with_slugs(root, words="newydd", search="newydd"))
    told = capsys.readouterr().err
    assert re.findall(r"back\.xlf:\d+: CF013 (\w+)\.md#front\.slug: the address /cy/newydd/", told) == [
        "words",
        "search",
    ]
    refused(root, with_slugs(root, words=was["search"]))
    taken(root, with_slugs(root, words=was["search"], search=was["words"]))
    now = load(root).pages["cy"]
    assert (now["words.md"].meta["slug"], now["search.md"].meta["slug"]) == (was["search"], was["words"])
    assert problems(root) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_fault_is_told_at_once_and_nothing_is_written(
    root: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(root / "docs/index.md", "Ask {{", "Please ask {{")
    targets = {**CWYR, "wax": "# Cwyr {#cwyr}\n\nMeddal.", "next": "## Nesaf {#next}\n\nDim."}
    refused(root, packed(root, form, targets), form)
    told = capsys.readouterr().err
    for words in ("{#cwyr}", "[^bee-book]", "index.md#next", "fix: ", "nothing was written"):
        assert words in told


FILES: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "xml cut off": ("xlf", lambda raw: raw[:-20], "not well-formed XML"),
    "no xml": ("xlf", lambda _: b"Helo", "not well-formed XML"),
    "another version": ("xlf", lambda raw: raw.replace(b'version="2.0"', b'version="1.2"'), "not XLIFF 2.0"),
    "an element of no standard": ("xlf", lambda raw: raw.replace(b"<notes>", b"<b/><notes>", 1), "not XLIFF 2.0"),
    "a state of no standard": ("xlf", lambda raw: raw.replace(b'"translated"', b'"done"', 1), "not XLIFF 2.0"),
    "entities": (
        "xlf",
        lambda raw: raw.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', 1).replace(
            b">Cwyr<", b">&f;<"
        ),
        "a document type",
    ),
    "no character": ("xlf", lambda raw: raw.replace(b">Cwyr<", b'>Cwyr<cp hex="FFFFFF"/><'), "is no character"),
    "NUL": ("po", lambda raw: raw.replace(b'msgstr "Cwyr"', b'msgstr "Cw\0yr"'), "a NUL character"),
    "another language": ("xlf", lambda raw: raw.replace(b'trgLang="cy"', b'trgLang="fr"'), "target language is 'fr'"),
    "unknown page": ("xlf", lambda raw: raw.replace(b"docs/hives/wax", b"docs/hives/none"), "page hives/none.md"),
    "a page outside": ("xlf", lambda raw: raw.replace(b"docs/hives/wax", b"../hives/wax"), "not a page of docs/"),
    "unknown unit": ("xlf", lambda raw: raw.replace(b'id="uses"', b'id="abuses"'), "unit hives/wax.md#abuses"),
    "unit twice": ("xlf", lambda raw: raw.replace(b'id="uses"', b'id="wax"'), "is there 2 times"),
    "empty target": ("xlf", lambda raw: raw.replace(b">Cwyr<", b"><"), "the target is empty"),
    "a code": ("xlf", lambda raw: raw.replace(b">Cwyr<", b'>Cwyr<ph id="1"/><'), "<ph> in hives/wax.md#front.title"),
    "a code around words": (
        "xlf",
        lambda raw: raw.replace(b">Cwyr<", b'><mrk id="m1"><pc id="1">Cwyr</pc></mrk><'),
        "<pc> in hives/wax.md#front.title: what it stands for would be lost",
    ),
    "a code that starts": ("xlf", lambda raw: raw.replace(b">Cwyr<", b'><sc id="1"/>Cwyr<'), "<sc> in hives/wax.md"),
    "a code that ends": ("xlf", lambda raw: raw.replace(b">Cwyr<", b'>Cwyr<ec id="1"/><'), "<ec> in hives/wax.md"),
    "an element of XLIFF 1.2": ("xlf", lambda raw: raw.replace(b">Cwyr<", b'><g id="1">Cwyr</g><'), "not XLIFF 2.0"),
    "an element of a tool": (
        "xlf",
        lambda raw: raw.replace(b">Cwyr<", b'>Cwyr<t:x xmlns:t="urn:tool">gwyn</t:x><'),
        "not XLIFF 2.0",
    ),
    "source altered": ("xlf", lambda raw: raw.replace(b"Soft, says", b"Hard, says"), "the source is not that of"),
    "not UTF-8": ("po", lambda raw: raw.replace(b"Cwyr", b"Cw\xffyr"), "not UTF-8"),
    "no po": ("po", lambda _: b"Helo\n", "not a PO file"),
    "po cut off": ("po", lambda raw: raw.replace(b'msgstr "Cwyr"', b"", 1), "not a PO file"),
    "context altered": ("po", lambda raw: raw.replace(b"wax.md#uses", b"wax.md#abuses"), "unit hives/wax.md#abuses"),
    "context lost": ("po", lambda raw: raw.replace(b'msgctxt "hives/wax.md#uses"\n', b""), "without a unit"),
    "context twice": ("po", lambda raw: raw.replace(b"wax.md#uses", b"wax.md#wax"), "is already on line"),
    "other source": ("po", lambda raw: raw.replace(b"Soft, says", b"Hard, says"), "the source is not that of"),
    "blank target": ("po", lambda raw: raw.replace(b'msgstr "Cwyr"', b'msgstr "  "'), "the target is empty"),
    "no language": ("po", lambda raw: raw.replace(b"Language: cy", b"Language: fr"), "target language is 'fr'"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_changes_nothing_and_says_why(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form, spoil, words = FILES[name]
    whole = packed(root, form, CWYR)
    raw = spoil(whole)
    assert raw != whole
    refused(root, raw, form)
    told = capsys.readouterr().err
    assert words in told and re.search(rf"back\.{form}:\d+: ", told)
    assert "root:" not in told


def test_english_that_changed_since_the_pack_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = packed(root, "xlf", CWYR)
    line = replace(root / "docs/hives/wax.md", "Soft, says", "Hard, says") - 2
    refused(root, raw)
    assert f"the source is not that of docs/hives/wax.md:{line} now" in capsys.readouterr().err


def test_when_one_page_cannot_be_written_none_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pages(root)
    real = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "b.md":
            raise OSError(28, "no space left", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write_together(root, {"docs_cy/new.md": b"1", "docs_cy/index.md": b"2", "docs_cy/b.md": b"3"})
    assert pages(root) == before


def test_no_file_is_misuse_and_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translation-import", ""]) == 2
    assert capsys.readouterr().err == "give the file: make translation-import FILE=…\n"


def test_a_file_there_is_not(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    assert main_import(Namespace(root=root, file=root / "none.xlf")) == 2


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=60)


@cache
def real() -> tuple[Guide, Unit]:
    """The guide itself, which nothing here writes to, and a unit of it."""
    guide = load(ROOT)
    [unit] = [one for one in pack(guide, guide.languages[1], True) if one.name == "index.md#services"]
    return guide, unit


@settings(max_examples=150, deadline=None)
@given(source=TEXT.filter(str.strip), target=TEXT.filter(str.strip))
def test_any_text_survives_both_formats(source: str, target: str) -> None:
    guide, _ = real()
    unit = Unit("index.md", "services", "docs/index.md", 9, source, target, "current")
    _, [one], faults = xliff.read(xliff.written(guide, guide.languages[1], [unit]), "x", guide)
    assert (one.source, one.target, faults) == (source, target, [])
    _, [other], faults = po.read(po.written(guide, guide.languages[1], [unit]), "x")
    assert (other.source, other.target, faults) == (source, target, [])


@settings(max_examples=100, deadline=None)
@given(target=st.text(st.sampled_from("#{}[]()^!`|<>\"'\\\n -a:/&;%"), max_size=80))
def test_any_target_is_refused_without_a_crash(target: str) -> None:
    guide, unit = real()
    spoilt = Unit(unit.page, unit.part, unit.file, unit.line, unit.source, target, "current")
    outcome = bring_back(guide, xliff.written(guide, guide.languages[1], [spoilt]), "x.xlf")
    assert outcome.problems
    assert not outcome.files


@settings(max_examples=120, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("form", FORMS)
def test_any_spoilt_file_is_taken_or_refused_without_a_crash(form: str, data: st.DataObject) -> None:
    guide, unit = real()
    whole = (xliff.written if form == "xlf" else po.written)(guide, guide.languages[1], [unit])
    at = data.draw(st.integers(0, len(whole)))
    gone = data.draw(st.integers(0, 12))
    instead = data.draw(st.binary(max_size=6) | st.sampled_from([b'"', b"\n", b"msgid", b"<", b"&", b"\\", b"#~ "]))
    outcome = bring_back(guide, whole[:at] + instead + whole[at + gone :], f"x.{form}")
    assert not (outcome.problems and outcome.files)
    assert all(one.line > 0 and one.file == f"x.{form}" and one.hint for one in outcome.problems)


@pytest.mark.parametrize("form", FORMS)
def test_the_real_guide_takes_a_change(form: str, tmp_path: Path) -> None:
    root = real_guide(tmp_path)
    replace(root / "docs/grooming.md", "take months, or only", "need months, or only")
    [unit] = due(root)
    raw = packed(root, form, {unit.part: str(unit.target).replace("Gall gymryd", "Fe all gymryd")})
    assert "Fe all gymryd misoedd" in taken(root, raw, form)["grooming.md"].decode()
    assert due(root) == []
