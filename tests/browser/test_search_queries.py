"""What readers type finds the page that answers it: the committed queries, typed into the built site's own box."""

from pathlib import Path

import pytest

from bench.search import ours, query_set, scores
from canllaw.addresses import address
from canllaw.load import load
from support import ROOT

FEWEST = {"cy": 80, "en": 60}
FIRST, TOP_THREE = 0.85, 0.97


@pytest.mark.parametrize("code", ["cy", "en"])
def test_readers_find_the_page_that_answers_them(code: str, real_site: Path) -> None:
    guide, queries = load(ROOT), query_set(code)
    assert len({one.type for one in queries}) == len(queries) >= FEWEST[code]
    assert {name for one in queries for name in one.page} <= set(guide.pages[code])
    names = {address(guide, page): page.name for page in guide.pages[code].values()}
    found = {
        query: [names[place] for place in places]
        for query, places in ours(real_site, code, [one.type for one in queries]).items()
    }
    figures = scores(queries, found)
    missed = [
        (one.type, one.page, found[one.type][:3]) for one in queries if not set(one.page) & set(found[one.type][:3])
    ]
    assert figures["first"] >= FIRST and figures["top3"] >= TOP_THREE, (figures, missed)
