"""Links of an offline copy: every one ends in a file name, none leaves its place."""

import pytest

from canllaw.editions import relocate


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
