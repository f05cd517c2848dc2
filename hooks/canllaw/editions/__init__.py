"""Offline editions, made from the built site in one pass: folders that open from a disk, one file, and paper."""

from .document import write_whole
from .links import relocate
from .made import write_editions

__all__ = ["relocate", "write_editions", "write_whole"]
