"""Pages, scripts and styles made small for editions, by the library minify-html; the site keeps them readable."""

import re

# The library takes comments for licences, and keeps them.
COMMENT = re.compile(r"^\s*//.*\n", re.M)


def page(html: str) -> str:
    """A page that says the same in fewer bytes."""
    return _minified(html)


def whole(html: str) -> str:
    """A page that says the same in fewer bytes, the styles and scripts in it too."""
    return _minified(html, inside=True)


def script(code: str) -> str:
    """A script without its comments and space."""
    return _within("script", COMMENT.sub("", code))


def style(code: str) -> str:
    """A style without its comments and space."""
    return _within("style", code)


def _within(tag: str, code: str) -> str:
    return _minified(f"<{tag}>{code}</{tag}>", inside=True).removeprefix(f"<{tag}>").removesuffix(f"</{tag}>")


def _minified(html: str, inside: bool = False) -> str:
    import minify_html  # ten megabytes, which a build of the site alone does without

    return minify_html.minify(html, minify_css=inside, minify_js=inside)
