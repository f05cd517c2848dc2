"""ED: each way of breaking an edition is found by its own rule, and the edition as it is made breaks none."""

from collections.abc import Mapping

import pytest

from canllaw.editions.held import Held
from canllaw.load import load
from canllaw.rules import RULES
from support import ROOT

BY_HAND = {"ED001", "ED002", "ED003", "ED004"}
GUIDE = load(ROOT)
GOOD = {
    "canllaw-cy/cy/a/index.html": b'<html><body id="top"><a href="../b/index.html#x">b</a><a href="#top">a</a>'
    b'<a href="https://x.example/">x</a><img src="../../assets/c.png"><form action="../b/index.html"></form></body></html>',
    "canllaw-cy/cy/b/index.html": b'<html><body><p id="x">x</p></body></html>',
    "canllaw-cy/assets/c.png": b"",
    "canllaw-cy/assets/a.css": b"p { background: url(data:image/png;base64,AA) }",
}


def found(files: Mapping[str, bytes], size: int = 1000, file: str = "canllaw-cy.zip") -> list[str]:
    held = Held(GUIDE, file, size, files)
    return [problem.rule for code in sorted(BY_HAND) for problem in RULES[code].find(held)]


def test_a_good_edition_breaks_no_rule() -> None:
    assert found(GOOD) == []
    assert found({"canllaw-cy.html": b"<p id=p1><a href='#p1'>1</a></p>"}, 400_000, "canllaw-cy.html") == []


@pytest.mark.parametrize(
    ("rule", "name", "data"),
    [
        ("ED001", "canllaw-cy/cy/c/index.html", b'<a href="../d/index.html">d</a>'),
        ("ED001", "canllaw-cy/cy/c/index.html", b'<a href="../b/">b</a>'),
        ("ED001", "canllaw-cy/cy/c/index.html", b'<a href="../b/index.html#y">b</a>'),
        ("ED001", "canllaw-cy/cy/c/index.html", b'<a href="">b</a>'),
        ("ED001", "canllaw-cy/cy/c/index.html", b'<form action="../d/"></form>'),
        ("ED001", "canllaw-cy/cy/c/index.html", b'<link rel="stylesheet" href="../../assets/b.css">'),
        ("ED002", "canllaw-cy/" + "a" * 70 + ".html", b""),
        ("ED002", "canllaw-cy/t\u0177.html", b""),
        ("ED002", "canllaw-cy/cy/AUX.html", b""),
        ("ED002", "canllaw-cy/cy/a:b.html", b""),
        ("ED002", "canllaw-cy/../b.txt", b""),
        ("ED002", "canllaw-cy/cy/A/INDEX.html", b""),
        ("ED004", "canllaw-cy/cy/c/index.html", b'<script src="https://cdn.example/a.js"></script>'),
        ("ED004", "canllaw-cy/cy/c/index.html", b'<img src="//cdn.example/a.png">'),
        ("ED004", "canllaw-cy/assets/b.css", b"@import 'https://cdn.example/a.css';"),
        ("ED004", "canllaw-cy/assets/b.css", b"p { background: url(a.png) }"),
    ],
)
def test_bad_is_found_by_its_rule_alone(rule: str, name: str, data: bytes) -> None:
    assert found({**GOOD, name: data}) == [rule]


@pytest.mark.parametrize(("file", "size"), [("canllaw-cy.zip", 250_001), ("canllaw-cy.html", 400_001)])
def test_too_large(file: str, size: int) -> None:
    files = GOOD if file.endswith("zip") else {file: b""}
    assert found(files, size, file) == ["ED003"] and found(files, size - 1, file) == []


def test_both_languages_may_be_larger() -> None:
    both = {**GOOD, "canllaw-cy/en/a/index.html": b""}
    assert found(both, 450_000) == [] and found(both, 450_001) == ["ED003"]
