"""data/words.yml: what people have decided about words, by language. A guide without the file has decided nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..load import SCHEMAS, YAML_HINT
from ..model import Guide, Language, Problem
from ..schema import validate
from ..source import read_text
from ..yamlfile import YamlFault, parse

FILE = "data/words.yml"
RULE = "CY003"


@dataclass(frozen=True)
class Forbidden:
    """A form that must not be used, why, what to use instead, and where it is recorded."""

    form: str
    why: str
    use: str
    file: str
    line: int


@dataclass(frozen=True)
class Reviewed:
    """What is decided for one language."""

    words: Mapping[str, int] = field(default_factory=dict)
    """Right words the dictionary lacks, and the line of each."""
    accents: Mapping[str, str] = field(default_factory=dict)
    """Words that lack an accent, and how they are written."""
    nouns: tuple[str, ...] = ()
    unchanging: tuple[str, ...] = ()
    unmutated: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    terms: tuple[str, ...] = ()
    """Terms of one word that must be rendered like those of several."""


def reviewed(guide: Guide, language: Language) -> Reviewed:
    """What is decided for a language; nothing when the file is missing or malformed."""
    found: Reviewed = _read(guide)[0].get(language.code, Reviewed())
    return found


def faults(guide: Guide) -> Sequence[Problem]:
    """What is wrong with the file."""
    return _read(guide)[1]


def _read(guide: Guide) -> tuple[dict[str, Reviewed], list[Problem]]:
    key = ("reviewed words",)
    if key not in guide.memo:
        guide.memo[key] = _load(guide) if (Path(guide.root) / FILE).exists() else ({}, [])
    found: tuple[dict[str, Reviewed], list[Problem]] = guide.memo[key]
    return found


def _load(guide: Guide) -> tuple[dict[str, Reviewed], list[Problem]]:
    root = Path(guide.root)
    text, problems = read_text(root / FILE, FILE, RULE)
    if text is None:
        return {}, problems
    try:
        value, lines = parse(text)
    except YamlFault as fault:
        return {}, [Problem(FILE, fault.line, RULE, fault.message, fault.hint or YAML_HINT)]
    codes = [language.code for language in guide.languages]
    problems = list(validate(value, lines, root / SCHEMAS / "words.schema.json", (), FILE, RULE))
    if problems:
        return {}, problems
    for code in value:
        if code not in codes:
            hint = f"the languages are {', '.join(codes)}"
            problems.append(Problem(FILE, lines[(code,)], RULE, f"the guide has no language '{code}'", hint))
    return {code: _one(code, value[code], lines, problems) for code in codes if code in value}, problems


def _one(code: str, value: Mapping[str, Any], lines: Mapping[Any, int], problems: list[Problem]) -> Reviewed:
    words: dict[str, int] = {}
    for number, group in enumerate(value.get("words", ())):
        for index, word in enumerate(group["words"]):
            line = lines[(code, "words", number, "words", index)]
            if word in words:
                message = f"the word '{word}' is already listed on line {words[word]}"
                problems.append(Problem(FILE, line, RULE, message, "take one of the two out"))
            words.setdefault(word, line)
    forbidden = tuple(
        Forbidden(one["form"], one["why"], one.get("use", ""), FILE, lines[(code, "forbidden", index)])
        for index, one in enumerate(value.get("forbidden", ()))
    )
    lists = {name: tuple(value.get(name, ())) for name in ("nouns", "unchanging", "unmutated", "terms")}
    return Reviewed(words, dict(value.get("accents", {})), forbidden=forbidden, **lists)
