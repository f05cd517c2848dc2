"""Large guides to measure with: bilingual, of any number of pages, free of Problems, made of the guide's own sections.

A corpus is the guide itself and as many further guides of 50 pages as it takes, in sections of ten. A page is made of
sections drawn from the guide's pages, the same ones in every language: real headings, lists, tables, boxes, links,
macros, notes; no two paragraphs are the same. The same number of pages gives the same corpus.
"""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from canllaw import rules
from canllaw.load import load
from canllaw.model import Guide
from canllaw.sections import sections
from canllaw.translated import stamp
from support import real_guide

PER_GUIDE, PER_SECTION = 50, 10
PARTS = (3, 6)
"""How many sections a page has, at least and at most: about as many words as the guide's own pages."""
LINK = re.compile(r"\]\(([\w-]+\.md)?(#[\w-]+)?\)")
HEADING = re.compile(r"\{#([\w-]+)\}")
LISTS = ("site_index", "whole_guide", "poster", "glossary", "references", "helpline_filter", "editions", "contact")
WORDS = {
    "en": ("Page {n} of guide {g}", "Page {n} of guide {g}: sections drawn from the guide, to see how long many pages take."),
    "cy": ("Tudalen {n} o ganllaw {g}", "Tudalen {n} o ganllaw {g}: adrannau o'r canllaw, i weld faint o amser y mae llawer o dudalennau yn ei gymryd."),
}  # fmt: skip
PARAGRAPH = re.compile(r"(?<=\n\n)[A-Z][^\n|{}]*(?:\n[^\n|{}:-][^\n|{}]*)*\.(?=\n\n|\Z)")
SAID = {"en": "Paragraph {2} of page {1} in guide {0}.", "cy": "Paragraff {2} ar dudalen {1} yng nghanllaw {0}."}
"""Added to every paragraph, so that none is the same as another."""
INDEX = {"en": ("Search guide {g}", "The index."), "cy": ("Chwilio canllaw {g}", "Y mynegai.")}
Source = tuple[str, str]
"""A section to draw: its page and its id."""


def corpus(place: Path, pages: int) -> Path:
    """Write a guide of `pages` pages in each language to `place`; returns its folder."""
    root = real_guide(place)
    guide = load(root)
    drawn = _drawable(place.with_name(place.name + "-trial"), guide)
    left = pages - len(guide.pages[guide.languages[0].code])
    chance = random.Random(pages)  # noqa: S311
    guides: dict[str, dict[str, list[Source]]] = {}
    while left > 0:
        folder = f"g{len(guides) + 1:02}"
        count = max(3, min(PER_GUIDE, left))
        names = ["index.md", "search.md", *(f"page-{n:02}.md" for n in range(2, count))]
        guides[folder] = {name: _sample(guide, drawn, chance) for name in names}
        left -= count
    return _written(root, guide, guides)


def _sample(guide: Guide, drawn: Sequence[Source], chance: random.Random) -> list[Source]:
    """Some sections, with helplines' cards in one of them at most: a card stands once on a page."""
    found: list[Source] = []
    for name, id in chance.sample(drawn, chance.randint(*PARTS)):
        cards = [_shows_cards(guide, *one) for one in [*found, (name, id)]]
        if sum(cards) <= 1:
            found.append((name, id))
    return found


def _shows_cards(guide: Guide, name: str, id: str) -> bool:
    text = _whole(guide, guide.languages[0].code, name, id)
    return "{{ helpline" in text


def _drawable(place: Path, guide: Guide) -> list[Source]:
    """The sections that can stand on any page: those that bring no Problem with them."""
    first, found = guide.languages[0], []
    for name, page in guide.pages[first.code].items():
        levels = {heading.id: heading.level for heading in page.headings}
        for id, section in sections(guide, page).items():
            whole = levels.get(id) == 2 and not page.definitions and "/" not in name
            if whole and not any(call.name in LISTS for call in section.macros):
                found.append((name, id))
    root = real_guide(place)
    trial = {f"page-{n:03}.md": [one] for n, one in enumerate(found)}
    _written(root, guide, {"g00": {"index.md": found[:1], "search.md": found[:1], **trial}})
    bad = {Path(one.file).name for one in rules.check(load(root))}
    return [one for name, [one] in trial.items() if name not in bad]


def _written(root: Path, guide: Guide, guides: Mapping[str, Mapping[str, Sequence[Source]]]) -> Path:
    settings: dict[str, Any] = yaml.safe_load((root / "data/guide.yml").read_text(encoding="utf-8"))
    for number, (folder, pages) in enumerate(guides.items()):
        settings["guides"].append(_entry(folder, list(pages)))
        for language in guide.languages:
            (root / language.folder / folder).mkdir()
            for count, (name, parts) in enumerate(pages.items()):
                text = _page(guide, language.code, number, count, name, parts)
                (root / language.folder / folder / name).write_text(text, encoding="utf-8")
    del settings["limits"]["edition_kilobytes"]  # those of a guide of the usual size
    (root / "data/guide.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    stamp(root, load(root), [f"{folder}/{name}" for folder, pages in guides.items() for name in pages])
    return root


def _entry(folder: str, names: list[str]) -> dict[str, Any]:
    plain = [f"{folder}/{name}" for name in names[2:]]
    parts = [plain[at : at + PER_SECTION] for at in range(0, len(plain), PER_SECTION)]
    groups: list[dict[str, Any]] = [
        {"id": f"part-{n}", "title": {"en": f"Part {n}", "cy": f"Rhan {n}"}, "pages": part}
        for n, part in enumerate(parts, 1)
    ]
    search = f"{folder}/search.md"
    groups.append(
        {"id": "help", "title": {"en": "Get help", "cy": "Cael help"}, "pages": ["helplines.md", "offline.md", search]}
    )
    return {
        "id": folder, "reviewed": "2026-11-23", "sections": groups, "places": {"search": search},
        "basis": {"reference": "wsp-p6-online", "words": {"en": "Based on:", "cy": "Yn seiliedig ar:"}},
        "footer": [search, "accessibility.md", "stay-safe.md"],
    }  # fmt: skip


def _page(guide: Guide, code: str, number: int, count: int, name: str, parts: Sequence[Source]) -> str:
    index = name == "search.md"
    title, about = (words.format(g=number, n=count) for words in (INDEX if index else WORDS)[code])
    slug = (
        ""
        if guide.language(code) == guide.languages[0]
        else f"slug: {'canllaw' if name == 'index.md' else 'tudalen'}-{number}-{count}\n"
    )
    front = f'---\ntitle: "{title}"\ndescription: "{title}. {about}"\nreviewed: 2026-11-23\n{slug}---\n\n'
    body = f"# {title} {{#top-of-{count}}}\n\n"
    said = iter(range(1, 1000))
    if index:
        return front + body + "{{ site_index() }}\n"
    for at, (source, id) in enumerate(parts):
        section = _whole(guide, code, source, id)
        section = HEADING.sub(lambda match, at=at: f"{{#s{at}-{match[1]}}}", section)  # type: ignore[misc]
        section = PARAGRAPH.sub(lambda match: f"{match[0]} {SAID[code].format(number, count, next(said))}", section)
        body += LINK.sub(lambda match, source=source: f"](../{match[1] or source}{match[2] or ''})", section) + "\n\n"  # type: ignore[misc]
    return front + body


def _whole(guide: Guide, code: str, name: str, id: str) -> str:
    """A section with those below it, up to the next of its level."""
    page = guide.pages[code][name]
    levels = {heading.id: heading.level for heading in page.headings}
    found = list(sections(guide, page).items())
    start = next(at for at, (key, _) in enumerate(found) if key == id)
    end = next((at for at in range(start + 1, len(found)) if levels[found[at][0]] <= levels[id]), len(found))
    return "\n\n".join(section.source.strip("\n") for _, section in found[start:end])
