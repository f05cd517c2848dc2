"""What the scripts of search are called: one index for each language of each guide, one table for each guide."""

from ..model import Guide


def key(guide: Guide, part: str) -> str:
    """What a volume's index in a language (`part`: its code) is known by: `cy`, or `cy-missing`."""
    return f"{part}-{guide.id}" if guide.id else part


def script_name(guide: Guide, part: str) -> str:
    """The file of a volume's index in a language (`part`: its code), or of its `tables`: `search-cy-missing.js`."""
    return f"search-{key(guide, part)}.js"
