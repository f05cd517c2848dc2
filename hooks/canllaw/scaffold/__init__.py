"""New pages, begun in every language at once: what the rules ask for is there, and what is missing is marked."""

from .page import NotBegun, begin

__all__ = ["NotBegun", "begin"]
