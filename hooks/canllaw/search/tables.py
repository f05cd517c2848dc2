"""What every search needs besides an index: the tables of the languages, wordings, and help for somebody in trouble.

One script for all languages: a cry for help is understood whatever language the page is in, and the rules of each
language stand once, in Python, and nowhere else.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from .. import text
from ..addresses import address
from ..model import Guide, Language, Record
from ..volumes import others, title
from .analysis import analysis
from .articles import Article
from .lemmas import rows
from .names import about, names
from .packing import DIGITS, SMALL, STEPS

CALL = "canllawTables"
WORDINGS = ("count", "none", "try", "meant", "trouble", "here", "scope", "this_guide", "all_guides", "label_all")
OFFERED = ("helplines", "glossary", "search")
"""The places offered where nothing is found."""


def search_tables(guide: Guide, articles: Sequence[Article]) -> str:
    """The script. `articles`: the pages of the first language, whose sections are the same places in every other.

    `guide`: the volume's id; `guides`: the site's others, each by its id and its titles. `packing`: the signs an index
    is written with. `tables`, `say`, `pages`, `offers`: by language, its rules, wordings, index page, and pages to
    offer. `anchors`: of all sections, the top of a page empty. `shows`: by number, sections that repeat helplines'
    cards, and these cards' own places. `names`: for one thing, in groups; `about`: for each group the sections about
    it. `trouble`: what people type, what to say, and whose cards to show of `helplines`.
    """
    shown = list(dict.fromkeys(one for entry in guide.search["trouble"] for one in entry["helplines"]))
    payload = {
        "guide": guide.id,
        "guides": [(one.id, {code: title(one, code) for code in one.pages}) for one in others(guide)],
        "packing": {"digits": DIGITS, "steps": STEPS, "small": SMALL},
        "tables": {one.code: _table(guide, one) for one in guide.languages},
        "say": {one.code: _say(guide, one) for one in guide.languages},
        "pages": {one.code: _place(guide, one, "search")[1] for one in guide.languages},
        "offers": {one.code: [_place(guide, one, key) for key in OFFERED] for one in guide.languages},
        "anchors": " ".join(section.anchor for one in articles for section in one.sections),
        "shows": _shows(articles),
        "names": names(guide),
        "about": about(guide, articles),
        "trouble": [
            {
                "words": entry["words"],
                "say": entry["say"],
                "helplines": [shown.index(one) for one in entry["helplines"]],
            }
            for entry in guide.search["trouble"]
        ],
        "helplines": {one.code: [_card(guide, one, guide.helplines[key]) for key in shown] for one in guide.languages},
    }
    data = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{CALL}({data});\n"


def _shows(articles: Sequence[Article]) -> list[tuple[int, list[int]]]:
    sections = [section for one in articles for section in one.sections]
    place = {section.anchor: number for number, section in enumerate(sections) if section.card}
    return [
        (number, [place[card] for card in section.shows if card in place])
        for number, section in enumerate(sections)
        if section.shows
    ]


def _table(guide: Guide, language: Language) -> dict[str, Any]:
    engine = analysis(language.grammar)
    irregular = rows(engine, guide.search["lemmas"].get(language.code, {}))
    return {**engine.table(), "irregular": [" ".join(row) for row in irregular]}


def _say(guide: Guide, language: Language) -> dict[str, str]:
    keys = ("card_text_say", *(f"search_{name}" for name in WORDINGS))
    return {key: guide.say(key, language.code) for key in keys}


def _place(guide: Guide, language: Language, key: str) -> tuple[str, str]:
    """The title and the address of a page that data/guide.yml names for a purpose."""
    page = guide.site.pages[language.code][guide.settings["places"][key]]
    return str(page.meta["title"]), address(guide, page)


def _card(guide: Guide, language: Language, record: Record) -> dict[str, Any]:
    """A helpline in short: name, whom it is for, every number to ring or text, a way online, and where its card is."""
    it = record.data
    ways = [
        _way(phone.get("label", {}).get(language.code) or guide.say("card_call", language.code), "tel", phone["number"])
        for phone in it.get("phones", ())
    ]
    if "text" in it:
        label = guide.say("card_text", language.code)
        ways.append(_way(label, "sms", it["text"]["number"], it["text"].get("say")))
    ways += [_online(guide, language, way) for way in it.get("online", ()) if way.get("url")]
    if "web" in it:
        ways.append(_website(guide, language, it["web"]))
    code = language.code if language.code in it["name"] else next(iter(it["name"]))
    card: dict[str, Any] = {
        "name": it["name"][code], "who": it["who"][language.code], "ways": ways,
        "page": _place(guide, language, "helplines")[1], "anchor": f"helpline-{record.id}",
    }  # fmt: skip
    if code != language.code:
        card["lang"] = code
    if it.get("phones") and not it["confirmed"]:
        card["caution"] = guide.say("card_unconfirmed", language.code)
    return card


def _way(label: str, scheme: str, number: str, say: str | None = None) -> dict[str, str]:
    way = {"label": label, "href": f"{scheme}:{number.replace(' ', '')}", "shown": text.no_break(number)}
    return {**way, "say": say} if say else way


def _online(guide: Guide, language: Language, way: Mapping[str, Any]) -> dict[str, str]:
    url, _ = text.address(way["url"], language)
    return {"label": guide.say("card_online", language.code), "href": url, "shown": way["label"][language.code]}


def _website(guide: Guide, language: Language, web: Mapping[str, str]) -> dict[str, str]:
    url, _ = text.address(web, language)
    shown = url.removeprefix("https://").removeprefix("www.").rstrip("/")
    return {"label": guide.say("card_web", language.code), "href": url, "shown": shown}
