"""The guide's folder to a Guide: data files validated, pages scanned, every fault a Problem."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from .model import Guide, Language, Page, Problem, Record
from .schema import validate
from .settings import disagreements
from .several import several
from .source import read_page, read_text
from .yamlfile import YamlFault, parse

MANY = 400
"""So many pages one process reads sooner than several could be started."""
SCHEMAS = Path("data/schema")
ENGINE = "mkdocs.yml"
YAML_HINT = "correct the YAML; an editor shows where"
# Each data file, the list in it that holds its records, and the rule a malformed record breaks.
DATA = (
    ("helplines", "HL001"),
    ("legislation", "LW001"),
    ("references", "FN001"),
    ("terms", "CY001"),
    ("strings", "CF002"),
    ("search", "CF004"),
)
LISTS = {
    "helplines": "helplines",
    "legislation": "acts",
    "references": "references",
    "terms": "terms",
    "search": "trouble",
}


class Unreadable(Exception):
    """The guide cannot be read far enough to say more: `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)  # as they are, so that another process can hand it over
        self.problems = problems

    def __str__(self) -> str:
        """What is wrong."""
        return "; ".join(problem.message for problem in self.problems)


def load(root: Path) -> Guide:
    """Read the guide at `root`. Faults that leave a usable guide are in its `problems`; others raise Unreadable."""
    settings, lines, problems = _data(root, "guide", "CF001", ())
    if problems:
        raise Unreadable(problems)
    names = {field.name for field in fields(Language)}
    languages = tuple(Language(**{k: v for k, v in one.items() if k in names}) for one in settings["languages"])
    codes = [language.code for language in languages]
    data: dict[str, Any] = {}
    data_lines: dict[str, Mapping[tuple[str | int, ...], int]] = {}
    records: dict[str, dict[str, Record]] = {}
    found = list(disagreements(settings, lines))
    for name, rule in DATA:
        value, data_lines[name], faults = _data(root, name, rule, codes)
        found += faults
        data[name] = None if faults else value
        if name in LISTS and not faults:
            records[name], repeated = _records(value[LISTS[name]], data_lines[name], name, rule)
            found += repeated
    if any(value is None for value in data.values()) or set(records) != set(LISTS):
        raise Unreadable(found)
    engine, engine_lines, faults = _engine(root)
    found += faults
    if engine is None:
        raise Unreadable(found)
    guide = Guide(
        str(root), settings, lines, engine, engine_lines, languages, data["strings"], records["helplines"],
        tuple(data["helplines"]["do_not_print"]), records["legislation"], records["references"], records["terms"],
        data["search"], data_lines["search"], {}, found,
    )  # fmt: skip
    guide.pages = _pages(root, languages, guide.problems)
    return guide


def _data(
    root: Path, name: str, rule: str, codes: list[str] | tuple[str, ...]
) -> tuple[Any, Mapping[tuple[str | int, ...], int], list[Problem]]:
    file = f"data/{name}.yml"
    text, problems = read_text(root / file, file, rule)
    if text is None:
        return None, {}, problems
    try:
        value, lines = parse(text)
    except YamlFault as fault:
        return None, {}, [Problem(file, fault.line, rule, fault.message, fault.hint or YAML_HINT)]
    return value, lines, list(validate(value, lines, root / SCHEMAS / f"{name}.schema.json", codes, file, rule))


def _engine(root: Path) -> tuple[Any, Mapping[tuple[str | int, ...], int], list[Problem]]:
    """mkdocs.yml as a value, so far as the rules look at it; None with a Problem when there is nothing to look at."""
    text, problems = read_text(root / ENGINE, ENGINE, "CF003")
    if text is None:
        return None, {}, problems
    try:
        value, lines = parse(text)
    except YamlFault as fault:
        return None, {}, [Problem(ENGINE, fault.line, "CF003", fault.message, fault.hint or YAML_HINT)]
    if not isinstance(value, dict) or not isinstance(value.get("plugins"), dict) or "i18n" not in value["plugins"]:
        hint = "list 'i18n:' with its settings below 'plugins:', as a mapping"
        return None, {}, [Problem(ENGINE, 1, "CF003", "the plugin i18n is not set up", hint)]
    return value, lines, []


def _records(
    entries: list[dict[str, Any]], lines: Mapping[tuple[str | int, ...], int], name: str, rule: str
) -> tuple[dict[str, Record], list[Problem]]:
    file = f"data/{name}.yml"
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        line = lines[(LISTS[name], index)]
        if entry["id"] in records:
            first = records[entry["id"]].line
            message = f"the id '{entry['id']}' is already used on line {first}"
            problems.append(Problem(file, line, rule, message, "give one of the two another id"))
            continue
        records[entry["id"]] = Record(entry["id"], file, line, entry)
    return records, problems


def _pages(root: Path, languages: Sequence[Language], problems: list[Problem]) -> dict[str, dict[str, Page]]:
    wanted = [
        (language, path.relative_to(root / language.folder).as_posix())
        for language in languages
        for path in sorted((root / language.folder).rglob("*.md"))
    ]
    pages: dict[str, dict[str, Page]] = {language.code: {} for language in languages}
    read = several(lambda at: read_page(root, *wanted[at]), len(wanted), MANY)
    for (language, name), (page, faults) in zip(wanted, read, strict=True):
        problems += faults
        if page is not None:
            # One that another process read has a copy of the language.
            pages[language.code][name] = page if page.language is language else replace(page, language=language)
    return pages
