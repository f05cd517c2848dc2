"""Hundreds of defects over the real guide: each found by its rule at its line, nothing unrelated said, repair silent.

A batch breaks one rule in many files at once; the Problems of that rule must be exactly the ones put there. A change to
one language also makes the twins differ, so parity may speak of the files touched: that is related, and allowed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.model import Problem
from support import ROOT, problems, real_guide

EN = ["docs/parents.md", "docs/reporting.md", "docs/grooming.md"]
CY = ["docs_cy/law.md", "docs_cy/forms-of-abuse.md", "docs_cy/radicalisation.md"]
BOTH = [*EN, *CY]


@dataclass(frozen=True)
class Edit:
    """What is replaced in a file, and how many lines below its start the Problem is expected."""

    start: int
    end: int
    text: str
    line: int = 0


Break = Callable[[str, str], list[Edit]]


def sub(pattern: str, replacement: str, line: int = 0, which: int = 0, count: int = 1, far: str = "") -> Break:
    """Replace `count` matches of a pattern, from number `which` on; the Problem is expected `line` lines below each.

    With `far`, the Problem is expected where that pattern matches next after the edit.
    """

    def edit(file: str, text: str) -> list[Edit]:
        matches = list(re.finditer(pattern, text, re.M))
        chosen = matches[which:][:count] if which >= 0 else [matches[which]]
        assert len(chosen) == count, f"{file}: {pattern} is there {len(matches)} times"
        edits = []
        for match in chosen:
            new = match.expand(replacement)
            below = line
            if far:
                place = re.compile(far, re.M).search(text, match.end())
                assert place is not None
                below = text[match.start() : place.start()].count("\n") + new.count("\n") - match.group().count("\n")
            edits.append(Edit(match.start(), match.end(), new, below))
        return edits

    return edit


def after_lead(english: str, welsh: str, line: int = 1) -> Break:
    """Add a sentence, in the page's language, to the end of the paragraph under the page's first heading."""

    def edit(file: str, text: str) -> list[Edit]:
        heading = re.search(r"^# .*\n\n", text, re.M)
        assert heading is not None
        end = text.index("\n\n", heading.end())
        said = welsh if file.startswith("docs_cy/") else english
        return [Edit(end, end, "\n" + said, line)]

    return edit


def mark_taken_out(file: str, text: str) -> list[Edit]:
    """Take the page's first mark out; the Problem is told at the heading of its section."""
    match = next(re.finditer(MARK, text))
    heading = list(re.finditer(r"^#+ ", text[: match.start()], re.M))[-1]
    return [Edit(match.start(), match.end(), "", -text[heading.start() : match.start()].count("\n"))]


def first_heading(file: str) -> tuple[str, int]:
    """Where the Welsh twin of an English page has its first heading."""
    twin = file.replace("docs/", "docs_cy/")
    text = (ROOT / twin).read_text(encoding="utf-8")
    return twin, text[: text.index("\n# ")].count("\n") + 2


def english_paragraph(file: str, text: str) -> list[Edit]:
    """Put the English opening words in place of the Welsh."""
    english = (ROOT / file.replace("docs_cy/", "docs/")).read_text(encoding="utf-8")
    lead = re.compile(r"(?<=\n\n)(?![#!{-])[^\n].*?(?=\n\n)", re.S)
    theirs = lead.search(english, english.index("\n# "))
    ours = lead.search(text, text.index("\n# "))
    assert theirs is not None and ours is not None
    return [Edit(ours.start(), ours.end(), theirs.group(), 0)]


@dataclass(frozen=True)
class Batch:
    """One way to break files: the rule, the files, the break, and which other rules may have something to say of it."""

    rule: str
    files: tuple[str, ...]
    how: Break
    also: str = ""
    told_in_twin: bool = False

    def __str__(self) -> str:
        return f"{self.rule} in {len(self.files)} files"


def pages(rule: str, how: Break, also: str = "", files: list[str] | None = None) -> Batch:
    """A batch over pages of both languages, or those named."""
    return Batch(rule, tuple(files or BOTH), how, also)


MARK = r"(?<=\S)\[\^([a-z][\w-]+)\](?!:)"
LINK = r"\[([^\[\]]*)\]\(([a-z-]+)\.md"
H2 = r"^(## .*?) \{#([a-z-]+)\}$"
LOST = "XR002 CY011 FN015 LW002 CY006"
HL, LW, FN, MK, GD = "data/helplines.yml", "data/legislation.yml", "data/references.yml", "mkdocs.yml", "data/guide.yml"
SE = "data/search.yml"
BATCHES = [
    pages("XR001", sub(LINK, r"[\1](\2x.md")),
    pages("XR002", sub(LINK + r"#([a-z-]+)", r"[\1](\2.md#\3-x")),
    pages("XR003", sub(LINK, r"[\1](../docs/\2.md"), files=CY),
    pages("XR003", sub(LINK, r"[\1](../docs_cy/\2.md"), files=EN),
    pages("XR004", sub(H2, r"\1", which=-2), also=LOST),
    pages("XR005", sub(H2, r"\1 {#helplines}", which=-2, far=r"\{#helplines\}"), also=LOST),
    pages("XR007", after_lead("See [here](about.md).", "Darllenwch [yma](about.md).")),
    pages("XR008", after_lead("See [the other guide](http://example.org/).", "Darllenwch [y canllaw arall](http://example.org/).")),
    pages("XR009", after_lead("![A list of services](list.svg)", "![Rhestr o wasanaethau](rhestr.svg)")),
    pages("XR010", after_lead("![](list.svg)", "![](rhestr.svg)"), also="XR009"),
    pages("XR011", after_lead('See <a href="about/">the guide</a>.', 'Darllenwch <a href="about/">y canllaw</a>.')),
    pages("XR020", after_lead("{{ ", "{{ ")),
    pages("XR021", sub(r"\{\{ (phone|name)\(", r"{{ \1x(")),
    pages("XR022", sub(r"\{\{ (phone|name)\(\"", r'{{ \1("police-999", "main", "')),
    pages("XR023", sub(r"^\{\{ (helplines?)\(", r". {{ \1(")),
    Batch("XR030", (GD,), sub(r"    pages: \[", r"    pages: [wasps.md, ", count=4)),
    Batch("XR031", (GD,), sub("offline.md, missing/print.md, acc", "missing/print.md, acc", line=-9)),
    pages("XR031", after_lead("\n{{ poster() }}", "\n{{ poster() }}", line=2), files=["docs/helplines.md", "docs_cy/offline.md"]),
    Batch("XR032", (HL,), sub(r"^  - id: samaritans\n((?:    .*\n)+)", r"  - id: samaritans-too\n\1\n\g<0>")),
    pages("FN010", sub(MARK, r"[^\1-x]"), also="FN011 FN014 FN015"),
    pages("FN011", sub(r"\Z", "\n[^nobody]: Canllaw.\n", line=1), also="CY TX"),
    pages("FN012", sub(r"\Z", "\n[^twice]: Canllaw.\n\n[^twice]: Canllaw.\n", line=1), also="FN011"),
    pages("FN015", mark_taken_out, files=[*CY, "docs_cy/evidence.md"], also="FN014"),
    pages("FN019", sub(MARK, r"[\1]", which=-1), also="FN011 FN014 FN015 CY TX"),
    pages("FN016", sub(H2, r"\1[^wsp-p6-online] {#\2}"), also="FN015"),
    Batch("FN001", (FN,), sub(r'^    year: "', '    yaer: "', line=-3)),
    Batch("FN013", (FN,), sub(r"^    publisher: \{.*\n", "", line=-6)),
    pages("LW002", after_lead("Section 47 applies.", "Mae adran 47 yn gymwys.")),
    pages("LW004", after_lead('Read {{ law("soa-2003", "46A") }}.', 'Darllenwch {{ law("soa-2003", "46A") }}.')),
    pages("LW005", after_lead("Read the Children Act 1990.", "Darllenwch Ddeddf Plant 1990.")),
    pages("LW006", after_lead("", "Darllenwch y Children Act 1989."), files=CY, also="LW005 CY"),
    pages("LW010", after_lead('Read {{ law("ca-1898") }}.', 'Darllenwch {{ law("ca-1898") }}.')),
    pages("LW011", after_lead('Read {{ law("ca-1989", "74") }}.', 'Darllenwch {{ law("ca-1989", "74") }}.')),
    pages("HL002", after_lead("Ring 0808 800 5000.", "Ffoniwch 0808 800 5000.")),
    pages("HL002", after_lead("Write to help@example.org.", "Ysgrifennwch at help@example.org.")),
    pages("HL009", after_lead("Ring 0808 800 5002.", "Ffoniwch 0808 800 5002."), also="HL002"),
    pages("HL010", sub(r"\{\{ (phone|name)\(\"([a-z]+)", r'{{ \1("\2x')),
    pages("HL011", after_lead('Text {{ text("childline") }}.', 'Tecstiwch {{ text("childline") }}.')),
    pages("HL012", sub(r"\Z", '\n{{ helplines(audience="teachers") }}\n', line=1)),
    Batch("HL005", (HL,), sub(r'^    checked: "2026-11-23"', '    checked: "2026-07-01"', which=2, count=5)),
    Batch("HL006", (HL,), sub(r'^    checked: "2026-11-23"', '    checked: "2025-07-01"', which=2, count=5)),
    Batch("LW008", (LW,), sub(r'^( +checked): "2026-11-2\d"', r'\1: "2039-07-01"', which=3, count=5)),
    Batch("FN018", (FN,), sub(r'^    checked: "2026-11-2\d"', '    checked: "2039-07-01"', which=2, count=5)),
    Batch("HL007", (HL,), sub(r'^    checked: "2026-11-23"', '    checked: "2039-07-01"', which=2, count=5)),
    pages("CF010", sub(r"^# ", "# \0")),
    pages("CF011", sub(r"^title: ", "title: [", line=1)),
    pages("CF011", sub(r"^title: .*$", "title: Canllaw: canllaw")),
    pages("CF012", sub(r"^reviewed: .*$", "reviewed: yesterday")),
    pages("CF012", sub(r"^description: ", "titles: canllaw\ndescription: ")),
    pages("CF012", sub(r"\A---\n((?:.*\n)*?)slug: .*\n", r"---\n\1"), files=CY),
    pages("CF012", sub(r"^reviewed: .*$", "reviewed: 2062-11-23")),
    Batch("CF020", (MK,), sub("fallback_to_default: false", "fallback_to_default: true")),
    Batch("CF022", (MK,), sub(r"^hooks:\n", "hooks: [hooks/checks.py]\nonce:\n")),
    pages("CY010", sub(r"\{\{ term\(\"([a-z-]+)\"", r'{{ term("\1x"'), also="CY006"),
    pages("TX004", after_lead("This is is the guide.", "Dyma'r canllaw canllaw."), also="CY"),
    pages("PA002", sub(H2, r"### \1", which=-2), files=CY, also=LOST + " XR004"),
    pages("PA003", sub(LINK, r"[\1](about.md#limits) [\1](\2.md"), files=CY, also="TX CY"),
    pages("PA004", sub(r"\{\{ phone\(\"police-999\"\) \}\}", '{{ phone("police-101") }}'), files=["docs_cy/grooming.md", *CY[1:]]),
    pages("PA005", after_lead("", "![Rhestr](rhestr.svg)"), files=CY, also="XR009"),
    Batch("PA006", ("docs_cy/harmful-sexual-behaviour.md", "docs_cy/children-in-care.md"), sub(r"^\| .*\|\n(?=\Z|\n)", "")),
    pages("PA007", sub(r"^- .*\n(?=- )", ""), files=CY, also="FN CY XR"),
    pages("PA009", after_lead("", "\nMae'r canllaw hwn i bawb.", line=2), files=CY),
    pages("PA010", sub(r"\b18 oed", "17 oed"), files=["docs_cy/law.md", "docs_cy/forms-of-abuse.md", "docs_cy/grooming.md", "docs_cy/parents.md"]),
    Batch("PA011", tuple(EN), after_lead("This guide is for everyone.", ""), told_in_twin=True),
    Batch("HL003", (HL,), sub(r'number: "(0808 800 500)0"', r'number: "\1"')),
    Batch("HL003", (HL,), sub('number: "0808 800 5000"', 'number: "01632 960 001"')),
    Batch("HL021", (GD,), sub("^emergency: police-999", "emergency: childline"), also="HL XR ED"),
    Batch("LW009", (LW,), sub('cy: "Deddf Plant 1989"', 'cy: "Deddf Plant 1998"'), also="LW"),
    Batch("LW009", (LW,), sub("uk/ukpga/1989/41", "uk/ukpga/1998/41")),
    Batch("HL004", (HL,), sub(r'^( +)(number: "0808 801 1000")', r"\1\2\n\1hours: {always: true, confirmed: true}", line=1)),
    Batch("HL008", (HL,), sub(r"^      note:\n +en: \"Ask to speak Welsh.*\n +cy: .*\n", "")),
    Batch("HL020", (GD,), sub(r"^poster: \[childline", "poster: [commissioner")),
    Batch("HL013", (HL,), sub(r"^    silent:\n +en: .*\n +cy: .*\n", "", which=1)),
    Batch("FN014", (FN,), sub(r"^  - id: hackett-2016", "  - id: hackett-2061"), also="FN010 CY011"),
    Batch("LW001", (LW,), sub(r'^( +)- section: "47"', r"\1- section: 47")),
    Batch("CF001", (GD,), sub("code: cy", "code: cym")),
    Batch("CF001", (GD,), sub(r"locale: (\w+)_GB", r"locale: \1_ZZ", count=2)),
    Batch("CF001", (GD,), sub("  - id: abuse", "  - id: help"), also="XR005"),
    Batch("CF001", (GD,), sub("helpline_check_warn_days: 90", "helpline_check_warn_days: 900")),
    Batch("CF001", (GD,), sub(r'^( *)reviewed: ".*"', r'\1reviewed: "2062-11-23"', count=2)),
    Batch("CF002", ("data/strings.yml",), sub(r"^(menu: \{en: Menu), cy: \w+\}", r"\1}")),
    Batch("CF002", ("data/strings.yml",), sub(r"^menu:", "menus:", line=-3)),
    Batch("CF002", ("data/strings.yml",), sub(r"O ddydd \{\} i ddydd \{\}", "O ddydd {} tan ddydd")),
    Batch("FN017", (GD,), sub(r"^(  reference: wsp-p6)-online", r"\1-offline"), also="FN014"),
    Batch("FN017", (GD,), sub(r"^(      reference: wsp-p9)-missing", r"\1-mising"), also="FN014"),
    Batch("CF003", (MK,), sub(r"^plugins:", "plugins: []\nonce:", line=-15)),
    pages("CF013", sub(r"^slug: .*$", "slug: yr-un-lle"), files=CY),
    Batch("CF021", (MK,), sub(r"^(    )languages:", r"\1languages: []\n\1once:")),
    Batch("CF024", (MK,), sub(r"^  i18n:", "  search: {}\n  i18n:")),
    Batch("CF026", (MK,), sub("anchors: warn", "anchors: info")),
    Batch("CF027", (MK,), sub("^strict: true", "strict: false")),
    pages("CF028", sub(r"^!!! danger", "!!! dangr"), files=CY),
    pages("CF028", sub(r'^(!!! danger ".*"\n+)    (?=\S)', r"\1"), also="XR TX CY FN HL LW", files=CY),
    pages("PA008", sub(r"^!!! danger", "!!! note"), files=CY),
    pages("PA012", sub(r"^  helplines: \".*\"\n", "", far=r"\{#helplines\}"), files=CY),
    pages("PA013", sub(r"^  helplines: ", '  dim-yma: "0123456789ab"\n  helplines: '), files=CY),
    pages("PA014", english_paragraph, files=CY, also="CY TX"),
    Batch("CF004", (SE,), sub(r"^( +- hate my) life", r"\1  life")),
    Batch("CF005", (SE,), sub(r"^words_only: \[", "words_only: [abuot.md, ")),
    Batch("CF006", (SE,), sub(r"^  cy:$", "  cym:")),
    Batch("HL014", (SE,), sub(r"^(    helplines: \[)(police|nspcc|iwf)", r"\1\2x", count=4)),
    Batch("HL015", (SE,), sub(r'^      cy: ".*"\n', "", line=-2)),
    Batch("HL016", (SE,), sub(r"^( +- )hate my life$", r"\1panic attack/attacks", far="panic attack")),
    Batch("HL017", (SE,), sub(r"^( +- )helpme$", r"\1he*")),
    Batch("HL018", (SE,), sub(r"\[nspcc, act-early", "[act-early, nspcc")),
    Batch("HL019", (SE,), sub(r"ring the emergency number", "ring 999")),
    Batch("CY012", (SE,), sub(r"^    llun: \[lluniau", "    llun: [noethluniau", far="noethluniau")),
    Batch("CY013", (SE,), sub(r"^    llun: \[lluniau", "    llun: [lluniau, luniau")),
]  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the guide; every batch leaves it as it found it, and at the end it has no Problem again."""
    place = real_guide(tmp_path_factory.mktemp("generated"))
    yield place
    assert problems(place) == [], "repaired, and yet a Problem"


def break_and_check(batch: Batch, root: Path) -> tuple[set[tuple[str, int]], list[Problem]]:
    """Break the files, collect what is found, put them back: the places expected, and every Problem."""
    originals = {file: (root / file).read_text(encoding="utf-8") for file in batch.files}
    edits = {file: batch.how(file, text) for file, text in originals.items()}
    expected = set()
    try:
        for file, text in originals.items():
            shift, broken, at = 0, "", 0
            for edit in edits[file]:
                expected.add((file, text[: edit.start].count("\n") + 1 + shift + edit.line))
                if batch.told_in_twin:
                    expected = {place for place in expected if place[0] != file} | {first_heading(file)}
                broken += text[at : edit.start] + edit.text
                at = edit.end
                shift += edit.text.count("\n") - text[edit.start : edit.end].count("\n")
            (root / file).write_text(broken + text[at:], encoding="utf-8")
        return expected, problems(root)
    finally:
        for file, text in originals.items():
            (root / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("batch", BATCHES, ids=str)
def test_a_batch_of_defects(batch: Batch, root: Path, record_property: Callable[[str, object], None]) -> None:
    expected, found = break_and_check(batch, root)
    record_property("defects", len(expected))
    places = {(one.file, one.line) for one in found if one.rule == batch.rule}
    if batch.rule in ("PA006", "PA007", "HL008", "HL013"):  # told at the table, list or record that is left
        assert {file for file, _ in places} == {file for file, _ in expected}
    else:
        assert places == expected
    names = {file.split("/", 1)[-1] for file in batch.files}
    for one in found:
        assert one.rule.startswith((batch.rule, "PA", *batch.also.split())), f"unrelated to {batch.rule}: {one}"
        if one.rule.startswith("PA"):
            assert one.file.split("/", 1)[-1] in names, f"unrelated to {batch.rule}: {one}"


def test_a_repealed_section_is_found_wherever_it_is_cited(
    root: Path, record_property: Callable[[str, object], None]
) -> None:
    batch = Batch(
        "LW003", (LW,), sub(r'(- section: "47"(?:\n(?! +- section).*)*?\n +status: )in-force$', r"\1repealed")
    )
    _, found = break_and_check(batch, root)
    cited = {
        (page.file, call.line)
        for pages in load(ROOT).pages.values()
        for page in pages.values()
        for call in page.macros
        if call.args[:2] == ("ca-1989", "47")
    }
    assert {(one.file, one.line) for one in found if one.rule == "LW003"} == cited and len(cited) >= 8
    record_property("defects", 1)


def test_there_are_at_least_two_hundred() -> None:
    places = [(batch.rule, file) for batch in BATCHES for file in batch.files]
    print(f"{len(places)} files broken in {len(BATCHES)} ways, {len({file for _, file in places})} files in all")
    assert len(places) >= 200
    assert {batch.rule[:2] for batch in BATCHES} >= {"XR", "FN", "LW", "HL", "PA", "CF"}
