"""The rules, in families: cross-references (XR), footnotes (FN), parity (PA), configuration (CF) and more."""

from . import configuration, footnotes, macros, pages, parity, terms
from .registry import RULES, Rule
from .registry import run as check

__all__ = ["RULES", "Rule", "check", "configuration", "footnotes", "macros", "pages", "parity", "terms"]
