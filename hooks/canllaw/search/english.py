"""English for search: plurals, the endings of verbs, and the words that keep to no rule.

The lists were written for this project from general knowledge of English grammar.
"""

from collections.abc import Mapping

AFTER = ("'s", "'re", "'ve", "'ll", "'d", "'m")
BEFORE: tuple[str, ...] = ()
VOWELS = "aeiouy"
MUTATIONS: tuple[Mapping[str, str], ...] = ()
INITIALS: tuple[str, ...] = ()
BREATH = ""
NOUNS = (
    ("ies", "y", False), ("ves", "f", False), ("ves", "fe", False), ("men", "man", False),
    ("es", "", False), ("s", "", False),
)  # fmt: skip
NOUN_VOWELS: tuple[tuple[str, str], ...] = ()
STRONG = (("ed", "", False), ("ing", "", False))
WEAK = (("er", "", False), ("ers", "", False))
VERB_VOWELS: tuple[tuple[str, str], ...] = ()
BASE = (("e", ""), ("", ""))
STEMS: Mapping[str, str] = {}
TRIM = (
    ("bb", "b"), ("dd", "d"), ("gg", "g"), ("ll", "l"), ("mm", "m"), ("nn", "n"), ("pp", "p"), ("rr", "r"), ("tt", "t"),
    ("i", ""), ("y", ""), ("e", ""),
)  # fmt: skip
_ROWS = """
child children ; person people ; woman women ; man men ; tell told ; say said ; speak spoke spoken ; send sent ;
meet met ; take took taken ; give gave given ; keep kept ; see saw seen ; do did done does ; go went gone goes ;
get got gotten ; make made ; write wrote written ; ring rang rung ; hurt ; feel felt ; find found ; know knew
known ; think thought ; teach taught ; buy bought ; leave left ; lose lost
"""
IRREGULAR = tuple(" ".join(row.split()) for row in _ROWS.split(";"))
SHORT = {"s": "section", "ss": "section", "sec": "section", "sect": "section", "sch": "schedule"}
