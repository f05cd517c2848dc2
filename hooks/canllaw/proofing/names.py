"""Names that are the same in every language: taken out of a text, they are neither misspelt nor left untranslated."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property

from ..chunks import Sieve, Worked
from ..model import Guide, Language

GAP = " — "
"""What stands where something was taken out, so that the words around it do not seem to meet."""
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\w{2,}(?:[.-]\w{2,})*\.[a-z]{2,}\b(?:/\S*)?")
QUOTED = 3
"""How many words in a row a text shares with its twin where they are a title, a name or an address."""
_RUN = re.compile(r"\w+")
_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = re.compile(r", [A-Z]\.")
_SURNAME = re.compile(r"(?:\w[\w'-]* )?[A-Z][\w'-]+(?=, [A-Z]\.)")
_PERSON = re.compile(r"(?:\b\w[\w'-]* )?\b[A-Z][\w'-]+, (?:[A-Z]\.[ -]?)+")


@dataclass(frozen=True)
class Names:
    """Names that data records and that do not belong to a language: services, Acts, works, publishers, people."""

    names: tuple[str, ...]

    def of_interest(self, chunks: Iterable[str]) -> Set[str]:
        """The chunks of a text that may be of names or addresses."""
        return self._sieve.keeps(chunks)

    def out_of(self, text: str, chunks: frozenset[str], kept: Set[str]) -> str:
        """The text with a gap for each name; its line ends stay.

        `chunks`: what it has between blanks, or more, and `kept` those of interest.
        """
        held = {number for chunk in kept for number in self._having[chunk]}
        for number in sorted(held.union(self._wordless)):
            parts = self._cut[number]
            if chunks.issuperset(parts[1:-1]) and parts[0] in text and parts[-1] in text:
                pattern = _pattern(self.names[number])
                text = pattern.sub(lambda match: GAP + "\n" * match[0].count("\n"), text)
        return _PERSON.sub(GAP, text) if any(map(_INITIAL.match, kept)) and _INITIALS.search(text) else text

    @cached_property
    def addressed(self) -> Worked[bool]:
        """Of each chunk of interest, whether it has an address."""
        return Worked(lambda chunk: ADDRESS.search(chunk) is not None)

    @cached_property
    def _cut(self) -> list[list[str]]:
        """Each name cut at blanks: where it stands, all but the ends are chunks of the text."""
        cut = [name.split(" ") for name in self.names]
        # One with other blanks than single spaces stands nowhere.
        return [
            parts if " ".join(name.split()) == name else ["\0"] for name, parts in zip(self.names, cut, strict=True)
        ]

    @cached_property
    def _numbers(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the names by their longest word, which stands alone wherever the name stands."""
        found: dict[str, tuple[int, ...]] = {}
        for number, name in enumerate(self.names):
            longest = max(_RUN.findall(name), key=len, default="")
            found[longest] = (*found.get(longest, ()), number)
        return found

    @cached_property
    def _wordless(self) -> tuple[int, ...]:
        return self._numbers.get("", ())

    @cached_property
    def _having(self) -> Worked[tuple[int, ...]]:
        """The numbers of the names that may stand over a chunk."""
        return Worked(lambda chunk: tuple(n for run in _RUN.findall(chunk) for n in self._numbers.get(run, ())))

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(lambda chunk: self._having[chunk] or _INITIAL.match(chunk) or self.addressed[chunk])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    # What stands before the first word is looked at after it: so `re` tries the pattern only where that word is.
    first, *others = map(re.escape, name.split() or [""])
    return re.compile(rf"{first}(?<!\w{first})" + "".join(rf"\s+{word}" for word in others) + r"(?!\w)")


def foreign_to(guide: Guide, language: Language) -> Names:
    """The names in data that a text of this language may hold as they are."""
    key = ("names", language.code)
    if key not in guide.memo:
        found: set[str] = set()
        for record in (*guide.helplines.values(), *guide.acts.values(), *guide.references.values()):
            for field in ("name", "title", "in", "publisher", "authors"):
                found |= _elsewhere(record.data.get(field) or {}, language)
            for text in (record.data.get("authors") or {}).values():
                found.update(_SURNAME.findall(text))
        guide.memo[key] = Names(tuple(sorted(found, key=lambda name: (-len(name), name))))
    names: Names = guide.memo[key]
    return names


def _elsewhere(text: Mapping[str, str], language: Language) -> set[str]:
    """The wordings of other languages, whether or not they are this one's too."""
    return {words for code, words in text.items() if code != language.code}


def unquoted(text: str, twins: Iterable[str]) -> str:
    """A text without what it shares word by word with a twin: all of it, or a run of several words."""
    twins = [f" {' '.join(twin.split())} " for twin in twins]
    words = text.split()
    if any(f" {' '.join(words)} " == twin for twin in twins):
        return GAP
    kept, at = [], 0
    while at < len(words):
        end = at
        while end < len(words) and any(f" {' '.join(words[at : end + 1])} " in twin for twin in twins):
            end += 1
        quoted = end - at >= QUOTED
        kept.append(GAP.strip() if quoted else words[at])
        at = end if quoted else at + 1
    return " ".join(kept)
