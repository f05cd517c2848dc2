"""Where an address leads is the same however it is come to: a browser's rules are the measure."""

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canllaw.site.built import Built
from canllaw.site.places import Target, place

SITE = "https://bees.example/guide/"
PARTS = ["..", ".", "en", "law", "a%20b", "x.css", ""]


class At(Built):
    """A site that is nowhere."""

    def __init__(self, url: str) -> None:
        object.__setattr__(self, "url", url)


def browser(name: str, url: str) -> Target:
    """What a browser would ask for, as a file of the site; it takes what climbs above its host for the top."""
    parts = urlsplit(urljoin(f"https://bees.example/a/b/c/d/e/{name}", url))
    path = unquote(parts.path)
    if not path.startswith("/a/b/c/d/e/"):
        return ("", unquote(parts.fragment))
    file = path.removeprefix("/a/b/c/d/e/")
    return (file + "index.html" if file.endswith("/") or not file else file, unquote(parts.fragment))


@given(
    st.sampled_from(["index.html", "en/index.html", "en/law/index.html", "cy/a/b/x.html"]),
    st.lists(st.sampled_from(PARTS[:-1]), min_size=1, max_size=5),
    st.sampled_from(["", "/", "#x", "/#x%20y", "?q"]),
)
def test_a_relative_address_leads_where_a_browser_would_go(name: str, parts: list[str], end: str) -> None:
    url = "/".join(parts) + end
    assert place(At(SITE), name, url) == browser(name, url)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("", ("en/law/index.html", "")),
        ("#a", ("en/law/index.html", "a")),
        ("?a#b", ("en/law/index.html", "b")),
        ("../../", ("index.html", "")),
        ("../..//x", ("x", "")),
        ("../../../", ("", "")),
        ("../../../guide/", ("", "")),
        ("/guide/en/", ("en/index.html", "")),
        ("/en/", ("", "")),
        (f"{SITE}en/law/#c", ("en/law/index.html", "c")),
        ("https://other.example/", None),
        ("tel:999", None),
        ("//[", ("", "")),
    ],
)
def test_addresses_of_every_kind(url: str, target: Target) -> None:
    assert place(At(SITE), "en/law/index.html", url) == target


def test_a_page_of_the_top_has_nothing_above_it() -> None:
    assert place(At(""), "404.html", "../x/") == ("", "")
    assert place(At(""), "404.html", "/x/") == ("x/index.html", "")
