"""A guide's addresses are for good: others cite them, and they stand on paper. Recorded before a second guide came."""

from pathlib import Path

from bs4 import BeautifulSoup

Pages = dict[str, BeautifulSoup]
RECORDED = Path(__file__).with_name("addresses.txt")
"""A line for each page of the first guide as it was when it stood alone: its address, then every id on it."""


def test_the_first_guide_is_where_it_was_when_it_stood_alone(pages: Pages) -> None:
    lost = []
    for row in RECORDED.read_text(encoding="utf-8").splitlines():
        address, *ids = row.split()
        page = pages.get(f"{address}index.html")
        there = {str(element["id"]) for element in page.find_all(id=True)} if page else set()
        lost += [f"{address}#{one}" for one in ids if one not in there] if page else [address]
    assert lost == []
