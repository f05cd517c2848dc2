"""The rules, in families, one module each. A new rule is a function in one of them; nothing else needs to know.

XR cross-references, FN footnotes, LW law, HL helplines, PA parity of the languages, CY Welsh proofing, TX plain text,
CF configuration, SU suppressions. (ST, rules of the built site, are in canllaw.site; ED, of offline
editions, in canllaw.editions.)
"""

from importlib import import_module
from pkgutil import iter_modules

from .registry import RULES, Rule
from .registry import run as check

__all__ = ["RULES", "Rule", "check"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
