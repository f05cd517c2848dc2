"""Pages, scripts and styles made small for editions, by the library minify-html; the site keeps them readable."""

import re

import minify_html

# The library takes comments for licences, and keeps them.
COMMENT = re.compile(r"^\s*//.*\n", re.M)


def page(html: str) -> str:
    """A page that says the same in fewer bytes."""
    return minify_html.minify(html)


def script(code: str) -> str:
    """A script without its comments and space."""
    return _within("script", COMMENT.sub("", code))


def style(code: str) -> str:
    """A style without its comments and space."""
    return _within("style", code)


def _within(tag: str, code: str) -> str:
    made = minify_html.minify(f"<{tag}>{code}</{tag}>", minify_css=True, minify_js=True)
    return made.removeprefix(f"<{tag}>").removesuffix(f"</{tag}>")
