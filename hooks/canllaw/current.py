"""The guide being built: loaded once per build, shared by every hook."""

from pathlib import Path

from .load import load
from .model import Guide

_guides: dict[Path, Guide] = {}


def fresh(root: Path) -> Guide:
    """Read the guide again, at the start of a build."""
    _guides[root] = load(root)
    return _guides[root]


def guide(root: Path) -> Guide:
    """The guide as this build first read it."""
    return _guides[root] if root in _guides else fresh(root)
