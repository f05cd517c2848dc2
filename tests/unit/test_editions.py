"""Links of an offline copy: every one ends in a file name, none leaves its place, none of a PDF leads nowhere."""

from datetime import date
from pathlib import Path

import pytest

from canllaw.editions import relocate
from canllaw.editions.notices import Copy
from canllaw.editions.pdf import NotSet, pdf
from canllaw.load import load
from canllaw.several import several
from support import tiny_guide


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("../law/#images", "../law/index.html#images"),
        ("../", "../../START.html"),
        ("../../assets/a.css", "../../assets/a.css"),
        ("#here", "#here"),
        ("https://x.example/", "https://x.example/"),
        ("tel:999", "tel:999"),
        ("../../cy/", "../../cy/index.html"),
        ("./#a", "index.html#a"),
        ("../../", "../../index.html"),
    ],
)
def test_links_of_a_page(url: str, expected: str) -> None:
    html = f'<a class="x" href="{url}">'
    moved = {"en/index.html": "START.html"}
    assert (
        relocate(html, "en/grooming/index.html", "en/grooming/index.html", moved) == f'<a class="x" href="{expected}">'
    )


def test_a_page_that_moves_takes_its_links_along() -> None:
    assert (
        relocate('<a href="law/#x"><script src="../a.js">', "en/index.html", "START.html")
        == '<a href="en/law/index.html#x"><script src="a.js">'
    )


def test_a_pdf_that_cannot_be_set_is_told_as_such_also_from_another_process(tmp_path: Path) -> None:
    guide = load(tiny_guide(tmp_path))
    html = '<h1 id="here">Gwenyn</h1><p><a href="#{}">dolen</a></p>'
    copy, welsh = Copy(guide, date(2026, 11, 26), ""), guide.languages[1]

    def made(target: str) -> list[bytes]:
        """Two, each in a process of its own: what sets them cannot be used both in a process and its fork."""
        return several(lambda _: pdf(copy, html.format(target), welsh, 0), 2, few=0)

    assert [one[:4] for one in made("here")] == [b"%PDF", b"%PDF"]
    with pytest.raises(NotSet, match=r"Cymraeg.*there"):
        made("there")
