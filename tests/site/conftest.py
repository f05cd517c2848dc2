"""Every built page, parsed once."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

Pages = dict[str, BeautifulSoup]


@pytest.fixture(scope="session")
def pages(real_site: Path) -> Pages:
    """Every HTML file of the site by its path (`cy/rhieni-a-gofalwyr/index.html`)."""
    return {
        path.relative_to(real_site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")
        for path in sorted(real_site.rglob("*.html"))
        if path.parent.name != "download"
    }


@pytest.fixture(scope="session")
def guide_pages(pages: Pages) -> Pages:
    """The pages of the guide itself: neither front door nor 404."""
    return {name: page for name, page in pages.items() if name.count("/") >= 1 and not name.endswith("404.html")}
