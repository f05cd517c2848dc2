"""The built site: each way of breaking its HTML is found by its own rule, at its line, and nothing else is."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from canllaw.load import load
from canllaw.model import Guide, Problem
from canllaw.rules import RULES
from canllaw.site import check_site, site_url
from support import assets

HOME, SWARMS, WELSH = "en/index.html", "en/hives/swarms/index.html", "cy/cychod/heidiau/index.html"
WORDS, FRONT, UNKNOWN = "en/words/index.html", "index.html", "cy/404.html"
NOISE, END = "<li>Noise</li>", "</head>"
TABLE = "<table><tbody><tr><td>Age</td><td>Line</td></tr></tbody></table>"
HEADED = "<table><thead><tr><th></th><th>Age</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
TIDY = 'href="https://canllaw.example/cy/cychod/heidiau/"'


@dataclass(frozen=True)
class Fault:
    """One edit of a built file: the rule it breaks at the line of the edit (or `line` below), and an edit that breaks none."""

    rule: str
    file: str
    old: str
    bad: str
    good: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.rule}-{self.bad[:50]!r}"


FAULTS = [
    Fault("ST002", SWARMS, '<html lang="en">', '<html lang="cy">'),
    Fault("ST002", SWARMS, '<html lang="en">', "<html>"),
    Fault("ST002", FRONT, '<html lang="cy">', '<html lang="fr">', '<html lang="en">'),
    Fault("ST002", WORDS, '<span lang="cy">', '<span lang="">', '<span lang="fr">'),
    Fault("ST002", WORDS, '<span lang="cy">', '<span lang="Welsh!">', '<span lang="cy-GB">'),
    Fault("ST003", SWARMS, TIDY, 'href="../../../cy/cychod/heidiau/"'),
    Fault("ST003", SWARMS, TIDY, 'href="https://canllaw.example/cy/cychod/"'),
    Fault("ST003", SWARMS, TIDY, 'href="https://elsewhere.example/cy/cychod/heidiau/"'),
    Fault("ST003", SWARMS, 'hreflang="x-default" href="https://canllaw.example/en/hives/swarms/"', 'hreflang="ga" href="/"', line=-16),
    Fault("ST003", SWARMS, END, f'<link rel="alternate" hreflang="cy" {TIDY}></head>', '<link rel="alternate" type="application/rss+xml" href="/en/"></head>'),
    Fault("ST003", FRONT, 'hreflang="en" href="https://canllaw.example/en/"', 'hreflang="en" href="https://canllaw.example/cy/"'),
    Fault("ST004", SWARMS, 'href="https://canllaw.example/en/hives/swarms/"', 'href="/en/hives/swarms/"'),
    Fault("ST004", SWARMS, 'href="https://canllaw.example/en/hives/swarms/"', 'href="https://canllaw.example/en/hives/"'),
    Fault("ST004", SWARMS, '<link rel="canonical" href="https://canllaw.example/en/hives/swarms/">', "", line=-13),
    Fault("ST004", SWARMS, END, '<link rel="canonical" href="https://canllaw.example/en/hives/swarms/"></head>'),
    Fault("ST005", SWARMS, "<title>Swarms – Canllaw</title>", "<title> </title>", "<title>Swarms</title>"),
    Fault("ST005", SWARMS, "<title>Swarms – Canllaw</title>", "<title>Hives – Canllaw</title>", "<title>Heidiau – Canllaw</title>"),
    Fault("ST006", SWARMS, 'content="Swarms, in a few words."', 'content=""', 'content="Bees"'),
    Fault("ST006", SWARMS, 'content="Swarms, in a few words."', 'content="Hives, in a few words."', 'content="Heidiau, in a few words."'),
    Fault("ST007", SWARMS, NOISE, f"{NOISE}<li><h1>Again</h1></li>", f"{NOISE}<li>h1</li>"),
    Fault("ST007", SWARMS, '<h1 id="swarms">Swarms</h1>', '<p id="swarms">Swarms</p>', line=-999),
    Fault("ST008", SWARMS, NOISE, f"{NOISE}<li><h4>Low</h4></li>", f"{NOISE}<li><h3>Right</h3></li>"),
    Fault("ST009", SWARMS, 'href="../" rel="prev"', 'href="../../hive/" rel="prev"', 'href="../../hives/" rel="prev"'),
    Fault("ST009", SWARMS, 'href="../" rel="prev"', 'href="../../hives" rel="prev"', 'href="/en/hives/?from=here" rel="prev"'),
    Fault("ST009", SWARMS, 'href="../" rel="prev"', 'href="" rel="prev"', 'href="https://bees.example/" rel="prev"'),
    Fault("ST009", SWARMS, 'href="../" rel="prev"', 'href="../../../../out/" rel="prev"', 'href="https://canllaw.example/en/" rel="prev"'),
    Fault("ST009", SWARMS, 'href="../" rel="prev"', 'href="https://canllaw.example/en/hive/" rel="prev"', 'href="mailto:a@bees.example" rel="prev"'),
    Fault("ST009", SWARMS, 'href="../" rel="prev"', 'href="https://[bees/" rel="prev"', 'href="./#sources" rel="prev"'),
    Fault("ST009", SWARMS, "../../../assets/canllaw.css", "../../assets/canllaw.css", "/assets/canllaw.css"),
    Fault("ST009", SWARMS, NOISE, '<li><img alt="" src="no.png"></li>', '<li><img alt="" src="../../../assets/favicon.svg"></li>'),
    Fault("ST009", SWARMS, NOISE, '<li><img alt="" srcset="no.png 2x"></li>', '<li><img alt="" srcset="/assets/favicon.svg 2x"></li>'),
    Fault("ST009", UNKNOWN, 'href="/cy/llinellau-cymorth/"', 'href="llinellau-cymorth/"', 'href="https://canllaw.example/cy/llinellau-cymorth/"'),
    Fault("ST010", SWARMS, 'href="../../#next"', 'href="../../#nxet"', 'href="../../#top"'),
    Fault("ST010", SWARMS, 'href="#signs"', 'href="#sings"', 'href="#"'),
    Fault("ST011", SWARMS, END, '<script src="https://cdn.example/x.js"></script></head>', '<script src="https://canllaw.example/assets/canllaw.js"></script></head>'),
    Fault("ST011", SWARMS, END, '<link rel="preconnect" href="https://fonts.example/"></head>', '<link rel="license" href="https://law.example/"></head>'),
    Fault("ST011", SWARMS, END, '<meta http-equiv="refresh" content="0; url=//weather.example/"></head>', '<meta http-equiv="refresh" content="600"></head>'),
    Fault("ST011", SWARMS, NOISE, '<li><img alt="" src="//cdn.example/bee.png"></li>', '<li><a href="//bees.example/">Bees</a></li>'),
    Fault("ST011", SWARMS, NOISE, '<li><img alt="" srcset="/assets/favicon.svg, https://cdn.example/b.png 2x"></li>', NOISE),
    Fault("ST011", SWARMS, NOISE, '<li><iframe src="https://tube.example/v"></iframe></li>', "<li>iframe</li>"),
    Fault("ST011", SWARMS, NOISE, '<li><form action="https://ask.example/"></form></li>', '<li><form action="/en/"></form></li>'),
    Fault("ST011", SWARMS, NOISE, '<li><a href="/en/" ping="https://count.example/">Bees</a></li>', '<li><a href="/en/">Bees</a></li>'),
    Fault("ST011", "assets/canllaw.css", "{", "{ background: url('https://cdn.example/b.png');", "{ background: url(favicon.svg);"),
    Fault("ST012", SWARMS, NOISE, '<li id="signs">Noise</li>', '<li id="noise">Noise</li>'),
    Fault("ST013", SWARMS, 'aria-labelledby="contents-title"', 'aria-labelledby="contents-titel"', 'aria-labelledby="contents-title signs"'),
    Fault("ST014", SWARMS, NOISE, f"<li>{TABLE}</li>", f"<li>{HEADED}</li>"),
    Fault("ST014", SWARMS, NOISE, f"<li>{TABLE.replace('td>', 'th>').replace('Age', '').replace('Line', ' ')}</li>", f"<li>{TABLE.replace('<table', '<table role=presentation')}</li>"),
    Fault("ST015", SWARMS, NOISE, '<li>Ring {{ phone("fire") }}</li>', '<li><code>{{ phone("fire") }}</code></li>'),
    Fault("ST015", SWARMS, NOISE, "<li>\n\nNoise[^local]</li>", "<li>Noise [1] ^</li>", line=2),
    Fault("ST015", SWARMS, NOISE, "<li>!!! danger</li>", "<li>Danger!!! Now</li>"),
    Fault("ST015", SWARMS, 'title="Back to note 1 in the text"', 'title="Back to {{ note }}"', 'title="Back { to } note"'),
    Fault("ST016", SWARMS, NOISE, '<li style="color: red">Noise</li>', '<li class="style">Noise</li>'),
    Fault("ST016", SWARMS, NOISE, '<li onclick="go()">Noise</li>', '<li data-onclick="go()">Noise</li>'),
    Fault("ST016", SWARMS, NOISE, "<li><script>go()</script></li>", '<li><script src="/assets/canllaw.js"></script></li>'),
    Fault("ST016", SWARMS, END, "<style>p { color: red }</style></head>"),
    Fault("ST016", SWARMS, 'href="../" rel="prev"', 'href="JavaScript:go()" rel="prev"'),
    Fault("ST017", SWARMS, NOISE, "<li>0800 789 321</li>", "<li>0800 789 3210</li>"),
    Fault("ST017", SWARMS, NOISE, "<li>+44 (0)800-789321</li>", "<li>10800 789 321</li>"),
    Fault("ST017", SWARMS, NOISE, "<li>Ring 0800\n<b>789</b>&nbsp;321</li>", "<li>0800 789</li>\n<li>321</li>"),
    Fault("ST017", SWARMS, NOISE, "<li>Text 88858<sup>1</sup></li>", "<li>Text 8885<sup>8</sup></li>"),
    Fault("ST017", SWARMS, NOISE, '<li><a href="sms:88858">Text</a></li>', '<li><a href="/en/?88858">Text</a></li>'),
    Fault("ST018", SWARMS, NOISE, '<li><img src="/assets/favicon.svg"></li>', '<li><img alt src="/assets/favicon.svg"></li>'),
    Fault("ST019", "sitemap.xml", "<loc>https://canllaw.example/en/words/</loc>", "", line=-10_000),
    Fault("ST019", "sitemap.xml", "</urlset>", "<url><loc>https://canllaw.example/en/wrods/</loc></url></urlset>"),
    Fault("ST020", WELSH, 'href="../../#next"', 'href="../../../en/#next"', 'href="../../../en/#next" hreflang="en"'),
]  # fmt: skip
# A missing file is no edit of one.
BY_HAND = {fault.rule for fault in FAULTS} | {"ST001"}


@pytest.fixture(scope="module")
def guide(tiny_site: Path) -> Guide:
    """The guide the site was built from, with numbers that must not be printed."""
    why = {"en": "nobody answers", "cy": "nid oes neb yn ateb"}
    numbers = ({"number": "0800 789 321", "why": why}, {"number": "88858", "why": why})
    return replace(load(tiny_site.parent), do_not_print=numbers)


@pytest.fixture
def site(tiny_site: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to break."""
    return Path(shutil.copytree(tiny_site, tmp_path / "site"))


def stamped(fault: Fault, name: str) -> Fault:
    """The fault with `assets/` as the build names that folder."""
    places = {key: getattr(fault, key).replace("assets/", f"assets/{name}/") for key in ("file", "old", "bad", "good")}
    return replace(fault, **places)


def found(guide: Guide, site: Path) -> list[Problem]:
    return check_site(guide, site, "https://canllaw.example/")


def test_the_site_as_built_has_no_problem(guide: Guide, site: Path) -> None:
    assert found(guide, site) == []


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_bad_is_found_at_its_line_by_its_rule_alone_and_good_is_not(fault: Fault, guide: Guide, site: Path) -> None:
    fault = stamped(fault, assets(site).name)
    path = site / fault.file
    before = path.read_text(encoding="utf-8")
    assert fault.old in before
    line = before[: before.index(fault.old)].count("\n") + 1
    path.write_text(before.replace(fault.old, fault.bad, 1), encoding="utf-8")
    problems = found(guide, site)
    assert {one.rule for one in problems} == {fault.rule}, problems
    assert {one.file for one in problems} == {f"site/{fault.file}"}
    assert max(1, line + fault.line) in {one.line for one in problems}, (line, problems)
    assert all(one.message and one.hint for one in problems)
    path.write_text(before.replace(fault.old, fault.good or fault.old, 1), encoding="utf-8")
    assert found(guide, site) == []


@pytest.mark.parametrize("name", [FRONT, "404.html", UNKNOWN, "sitemap.xml"])
def test_a_missing_file_is_found(name: str, guide: Guide, site: Path) -> None:
    (site / name).unlink()
    assert ("ST001", f"site/{name}") in {(one.rule, one.file) for one in found(guide, site)}


def test_a_missing_page_is_found_where_people_wrote_it_and_so_is_each_link_to_it(guide: Guide, site: Path) -> None:
    (site / WELSH).unlink()
    problems = found(guide, site)
    assert ("ST001", "docs_cy/hives/swarms.md", 1) in {(one.rule, one.file, one.line) for one in problems}
    assert {one.rule for one in problems} == {"ST001", "ST009"}
    assert all("docs" in one.hint or one.rule == "ST001" or "404" in one.file for one in problems)


def test_a_page_that_is_no_text_is_found(guide: Guide, site: Path) -> None:
    (site / SWARMS).write_bytes(b"<html lang=\xff>")
    assert ("ST001", f"site/{SWARMS}") in {(one.rule, one.file) for one in found(guide, site)}


def test_a_site_that_does_not_say_where_it_is_published(guide: Guide, site: Path) -> None:
    assert [one.rule for one in check_site(guide, site, "/")] == ["ST004"]


def test_the_address_is_read_from_the_sitemap_else_from_the_front_page(site: Path) -> None:
    assert site_url(site) == "https://canllaw.example/"
    (site / "sitemap.xml").unlink()
    assert site_url(site) == "https://canllaw.example/"
    (site / FRONT).unlink()
    assert site_url(site) == ""


def test_a_site_below_a_path_of_its_host(guide: Guide, site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in (".html", ".xml", ".txt"):
            text = path.read_text(encoding="utf-8").replace(
                "https://canllaw.example/", "https://council.example/guide/"
            )
            text = text.replace('="/', '="/guide/') if path.name == "404.html" else text
            path.write_text(text, encoding="utf-8")
    assert check_site(guide, site, site_url(site)) == []
    unknown = site / UNKNOWN
    unknown.write_text(unknown.read_text(encoding="utf-8").replace('"/guide/cy/"', '"/cy/"', 1), encoding="utf-8")
    assert {one.rule for one in check_site(guide, site, site_url(site))} == {"ST009"}


def test_whatever_stands_in_a_file_there_is_a_report_and_no_traceback(guide: Guide, site: Path) -> None:
    for text in (
        "",
        "<",
        "<p" * 5000,
        "<div>" * 5000,
        "</p></p>",
        "<!--",
        "<script>",
        "&#xFFFFFFFF;",
        "<a href=http://[>",
        "<p lang>",
    ):
        (site / SWARMS).write_text(text, encoding="utf-8")
        assert found(guide, site), text


def test_a_site_outside_the_guide_is_named_without_its_path(guide: Guide, site: Path, tiny_site: Path) -> None:
    (site / "404.html").unlink()
    assert found(guide, site)[0].file == "site/404.html"
    shutil.copytree(site, tiny_site.parent / "build/site")
    assert found(guide, tiny_site.parent / "build/site")[0].file == "build/site/404.html"
    shutil.rmtree(tiny_site.parent / "build")


def test_every_rule_of_the_site_is_broken_here() -> None:
    assert {code for code, rule in RULES.items() if rule.scope in ("site", "documents")} == BY_HAND
