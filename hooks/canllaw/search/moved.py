"""The search of an edition: its scripts with the addresses its pages have there, and no language it does not hold."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

PAYLOAD = re.compile(r"(canllawTables|canllawIndex)\((?:(\"[\w-]+\"),)?(.*)\);\n", re.S)


def moved(script: str, places: Mapping[str, str], languages: Collection[str]) -> str:
    """An index or the tables for an edition; any other script as it is.

    `places`: the edition's address of each page by its address on the site. Wordings, offers and cards are kept for
    `languages` (codes) alone; names and rules of the others stay, so that their words are still understood.
    """
    match = PAYLOAD.fullmatch(script)
    if match is None:
        return script
    call, code, data = match[1], match[2], json.loads(match[3])
    data = _index(data, places) if code else _tables(data, places, languages)
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{call}({code},{written});\n" if code else f"{call}({written});\n"


def _index(data: dict[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    return {**data, "pages": [places.get(one, one) for one in data["pages"]]}


def _tables(data: dict[str, Any], places: Mapping[str, str], languages: Collection[str]) -> dict[str, Any]:
    def held(by_language: Mapping[str, Any]) -> dict[str, Any]:
        return {code: value for code, value in by_language.items() if code in languages}

    return {
        **data,
        "guides": [],
        "say": held(data["say"]),
        "pages": {code: places.get(one, one) for code, one in held(data["pages"]).items()},
        "offers": {
            code: [(title, places[one]) for title, one in offers if one in places]
            for code, offers in held(data["offers"]).items()
        },
        "trouble": [{**one, "say": held(one["say"])} for one in data["trouble"]],
        "helplines": {
            code: [{**card, "page": places.get(card["page"], card["page"])} for card in cards]
            for code, cards in held(data["helplines"]).items()
        },
    }
