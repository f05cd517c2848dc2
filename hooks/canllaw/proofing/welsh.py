"""Welsh proofing: the cy_GB dictionary read by Hunspell, and the mutation rules of cymraeg-mcp.

The dictionary and the mutation rules are installed as a package (cymraeg_mcp); only its rule engine is used, never its
server.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import compress, count

from cymraeg_mcp.mutations import MutationEngine, MutationFinding
from cymraeg_mcp.paths import dictionary_base, mutation_rules_path
from cymraeg_mcp.tokenizer import tokenize
from hunspell import Hunspell

from ..chunks import Worked
from ..grammar import welsh
from . import Mutation

DICTIONARY = "cy_GB"
AND_NEXT = 2
VOWELS = "aeiouwyâêîôûŵŷïö"
# A word and what has grown onto it: sy'n, i'r, a'u; d'enw, f'enw. After a consonant the clitic is a fault.
_CLITIC = re.compile(rf"(?P<word>.*[{VOWELS}])'(?:r|n|i|u|m|th|ch)", re.I)
_BEFORE = re.compile(rf"[df]'(?P<word>h?[{VOWELS}].*)", re.I)
_LETTERS = "abcdefghijlmnoprstuwyâêîôûŵŷ"
# Words that do not mutate after anything that softens in front of them, besides those the rules know.
_STEADY = frozenset(
    [
        "beth", "ble", "cyn", "dyma", "dyna", "gan", "gyda", "lle", "mai", "megis", "pam", "pryd", "pwy", "rhag",
        "rhwng", "taw", "tua", "tuag",
    ]
)  # fmt: skip
# After neu a noun softens and a verb with an ending of its own does not: neu gysylltiad, neu cysylltwch.
_FINITE = re.compile(r".+(?:wch|ai|odd|wyd|ir|ech|em|ent|ant|af)", re.I)
# Triggers of two meanings: i and o are pronouns too, but hardly in formal writing; a and ei change a word either way.
_LIKELY = frozenset(["i", "o", "a", "ei"])
_ARTICLES = frozenset(["y", "yr", "'r"])
_ACCENTS = {"a": "â", "e": "ê", "i": "îï", "o": "ô", "u": "û", "w": "ŵ", "y": "ŷ"}


@cache
def _dictionary() -> Hunspell:
    base = dictionary_base()
    return Hunspell(base.name, hunspell_data_dir=str(base.parent), system_encoding="UTF-8")


@cache
def known(word: str) -> bool:
    """Whether the dictionary has the word; a capital at its start, or capitals throughout, are allowed."""
    return bool(_dictionary().spell(word))


def parts(word: str) -> tuple[str, ...]:
    """The word without its clitic, cut at its hyphens: `ar-lein` `ar`, `lein`; `plant` `plant`."""
    for pattern in (_CLITIC, _BEFORE):
        if match := pattern.fullmatch(word):
            return (match["word"],)
    return tuple(word.split("-"))


def forms(word: str) -> tuple[str, ...]:
    """The word, its mutated forms, and where it starts with a vowel the form with h: `ysgol`, `hysgol`."""
    found = welsh.forms(word)
    if word[:1].lower() in VOWELS:
        found += (("H" + word[:1].lower() if word[:1].isupper() else "h" + word[:1]) + word[1:],)
    return found


def near(word: str) -> Iterator[str]:
    """Accents put on or taken off, then two letters swapped, one put in, left out, or another in its place."""
    cut = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for start, rest in cut[:-1]:
        yield from (start + letter + rest[1:] for letter in _ACCENTS.get(rest[0], ""))
        yield from (start + plain + rest[1:] for plain, accented in _ACCENTS.items() if rest[0] in accented)
    yield from (start + rest[1] + rest[0] + rest[2:] for start, rest in cut if len(rest) > 1)
    yield from (start + letter + rest for start, rest in cut for letter in _LETTERS)
    yield from (start + rest[1:] for start, rest in cut if rest)
    yield from (start + letter + rest[1:] for start, rest in cut if rest for letter in _LETTERS)


@cache
def _engine(nouns: tuple[str, ...], unchanging: tuple[str, ...]) -> MutationEngine:
    engine = MutationEngine(mutation_rules_path(), known)
    engine.feminine_nouns |= set(nouns)
    engine.never_mutate |= set(unchanging)
    return engine


def mutated(chunks: Sequence[str], nouns: Collection[str], unchanging: Collection[str]) -> bool:
    """Whether the mutation rules plainly have nothing to say of a text of these chunks."""
    return _pairs(tuple(nouns), tuple(unchanging)).are_right(chunks)


def mutations(text: str, nouns: Collection[str], unchanging: Collection[str]) -> Iterator[Mutation]:
    """What the mutation rules are sure of; `text` is one paragraph, its lines may be broken anywhere."""
    yield from _mutations(text, _engine(tuple(nouns), tuple(unchanging)))


def _mutations(text: str, engine: MutationEngine) -> Iterator[Mutation]:
    for one in engine.check_text(text.replace("\n", " ")):
        if _certain(one):
            yield Mutation(one.start, one.word, " / ".join(one.suggestions), f"after '{one.trigger}'")


@cache
def _pairs(nouns: tuple[str, ...], unchanging: tuple[str, ...]) -> "_Pairs":
    return _Pairs(_engine(nouns, unchanging))


class _Pairs:
    """Chunks that follow one another, looked at once: a text of right pairs is right.

    A rule looks at a word, at the one before it, and after `ei` at the one after it. No sign and no digit may be
    between them, so they are in one chunk, or in chunks that follow one another.
    """

    def __init__(self, engine: MutationEngine) -> None:
        self._engine = engine
        self._changes = Worked(self._looked_at)
        self._right: set[tuple[str, str, str]] = set()

    def are_right(self, chunks: Sequence[str]) -> bool:
        """Whether the rules have nothing to say of a text of these chunks; False where that is not plain."""
        changes, padded = self._changes, [*chunks, "", ""]
        runs = [
            (chunks[at], padded[at + 1], padded[at + 2] if changes[chunks[at]] == AND_NEXT else "")
            for at in compress(count(), map(changes.__getitem__, chunks))
        ]
        return self._right.issuperset(runs) or all(self._is_right(run) for run in runs)

    def _is_right(self, run: tuple[str, str, str]) -> bool:
        if run not in self._right:
            # Where a chunk has no word, the word that follows is in a later one, unless a sign keeps it apart.
            if any(one and not tokenize(one) and not tokenize(f"a {one} a")[1].follows_boundary for one in run[1:]):
                return False
            if any(True for _ in _mutations(" ".join(run), self._engine)):
                return False
            self._right.add(run)
        return True

    def _looked_at(self, chunk: str) -> int:
        """How many chunks after this one matter."""
        found = [self._engine._trigger_for(token.text) for token in tokenize(chunk)]
        kinds = {trigger.kind for trigger in found if trigger}
        return AND_NEXT if "ei_ambig" in kinds else len(kinds) and 1


def _certain(finding: MutationFinding) -> bool:
    word = parts(finding.word)[0].lower()
    if word in _STEADY or (finding.trigger == "neu" and _FINITE.fullmatch(word)):
        return False
    if finding.confidence == "high":
        return True
    # With a capital it may be a name, which need not mutate; but a title after the article does: y Ddeddf.
    capital = finding.word[:1].isupper()
    return finding.trigger in (_ARTICLES if capital else _LIKELY)
