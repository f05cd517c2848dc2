"""The scripts that search.js fetches on first use: in a copy they are one, which is smaller than all of them apart."""

import re
from collections.abc import Mapping
from posixpath import dirname

SEARCH = "search.js"
LISTED = re.compile(r"const ENGINE = \[([^\]]*)\];")
JOINED = "search-engine.js"


def names(search: str) -> list[str]:
    """The scripts that search.js, whose text is `search`, lists, in the order they run in."""
    listed = LISTED.search(search)
    if listed is None:
        raise ValueError(f"{SEARCH} lists no scripts")
    return re.findall(r'"([^"]+)"', listed[1])


def joined(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts of a folder, by their path, with those that search.js lists as one; as they are where it is not."""
    search = next((path for path in scripts if path.endswith(f"/{SEARCH}")), "")
    if not search:
        return dict(scripts)
    parts = [f"{dirname(search)}/{name}" for name in names(scripts[search])]
    return {
        **{path: text for path, text in scripts.items() if path not in parts},
        search: LISTED.sub(f'const ENGINE = ["{JOINED}"];', scripts[search]),
        f"{dirname(search)}/{JOINED}": "\n".join(scripts[path] for path in parts),
    }
