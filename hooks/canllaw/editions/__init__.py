"""Offline copies, made from the built site in one pass: the same pages, with links that open from a disk."""

from .document import write_whole
from .links import relocate
from .whole import write_edition

__all__ = ["relocate", "write_edition", "write_whole"]
