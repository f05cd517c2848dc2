"""Law: sections named with their Act, Acts by their right name, and nothing cited as law that is not."""

from collections.abc import Iterator, Mapping
from typing import Any

from .. import acts
from ..at_hand import at_hand
from ..model import Guide, MacroCall, Page, Problem
from ..prose import prose
from ..records import line_of, texts
from .registry import rule

NOT_LAW = ("repealed", "not-in-force")


def _line(page: Page, offset: int) -> int:
    return page.body_line + page.body.count("\n", 0, offset)


@rule("LW002", scope="page")
def section_without_its_act(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section of an Act is typed into a page, or named in short where the Act itself was not named before.

    The same number is another law in another Act. law() names both, in the page's language, and leads to the text.

    Bad:  under section 47
    Good: under {{ law("ca-1989", "47") }}
    """
    names = tuple(language.grammar for language in guide.languages)
    read = prose(guide, page)
    for match in acts.sections(read.text, names) if acts.section_words(names).keeps_any(read.distinct) else ():
        shown = " ".join(match.group().split())
        fitting = [act.id for act in guide.acts.values() if _provision(guide, act.id, match[1])]
        example = fitting[0] if len(fitting) == 1 else "…"
        hint = f'write {{{{ law("{example}", "{match[1]}") }}}}, which names the Act too'
        yield Problem(page.file, _line(page, match.start()), "LW002", f"'{shown}' is typed without law()", hint)
    named: set[tuple[int, str]] = set()
    for call in page.macros:
        cited = acts.cited(call)
        if cited is None or cited[0] not in guide.acts:
            continue
        heading = page.section_at(call.line)
        place = (heading.line if heading else 0, cited[0])
        if call.kwargs.get("form") != "short" and "short" not in call.args[2:3]:
            named.add(place)
        elif cited[1] and place not in named:
            message = (
                f"section {cited[1]} of '{cited[0]}' is named in short, and this part of the page has not named the Act"
            )
            yield Problem(page.file, call.line, "LW002", message, 'leave out form="short" at the first mention')


def _provision(guide: Guide, act: str, section: str) -> Mapping[str, Any] | None:
    """The provision an Act's record has for a section; None when the Act or section is not recorded."""
    listed = guide.acts[act].data["provisions"] if act in guide.acts else ()
    return next((one for one in listed if one["section"] == section), None)


def _citations(guide: Guide, page: Page) -> Iterator[tuple[MacroCall, str, Mapping[str, Any]]]:
    """Each call that cites a recorded section, with the Act's id and the provision."""
    for call in page.macros:
        if cited := acts.cited(call):
            found = _provision(guide, *cited)
            if found is not None:
                yield call, cited[0], found


@rule("LW003", scope="page")
def cited_though_not_law(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section that is repealed or not in force is cited as law.

    Bad:  {{ law("bees-act", "9") }}      where data/legislation.yml says status: repealed
    Good: {{ law("bees-act", "1") }}      where it says status: in-force
    """
    for call, act, found in _citations(guide, page):
        if found["status"] in NOT_LAW:
            where = f"{guide.acts[act].file}:{line_of(guide, guide.acts[act], _entry(found))}"
            message = f"section {found['section']} of '{act}' is {found['status'].replace('-', ' ')} ({where})"
            yield Problem(page.file, call.line, "LW003", message, "cite the law that applies now, or take the call out")


@rule("LW004", scope="page")
def cited_though_not_confirmed(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section that nobody has confirmed is in force is cited with law().

    provision() may show it: its box says that it is not confirmed.

    Bad:  {{ law("soa-2003", "46A") }}
    Good: {{ provision("soa-2003", "46A") }}
    """
    for call, act, found in _citations(guide, page):
        if call.name == "law" and found["status"] == "not-confirmed":
            where = f"{guide.acts[act].file}:{line_of(guide, guide.acts[act], _entry(found))}"
            message = f"section {found['section']} of '{act}' is not confirmed to be in force ({where})"
            hint = "show it with provision(), which says so, or confirm its status first"
            yield Problem(page.file, call.line, "LW004", message, hint)


def _entry(provision: Mapping[str, Any]) -> str:
    return f'section: "{provision["section"]}"'


Named = tuple[str, int, str, acts.Mention, bool]
"""A typed name of an Act: file, line, language, the name, and whether a macro could stand there."""


def _named(guide: Guide, page: Page | None) -> list[Named]:
    """Every typed name of an Act in a page, or in the data."""
    known = at_hand(guide, page) if page else guide.memo
    if "act names" not in known:
        known["act names"] = list(_names(guide, page) if page else _names_in_data(guide))
    found: list[Named] = known["act names"]
    return found


def _names(guide: Guide, page: Page) -> Iterator[Named]:
    code = page.language.code
    read = prose(guide, page)
    for one in acts.mentions(guide, read.text, read.distinct):
        line = _line(page, one.at)
        yield page.file, line, code, one, all(line != heading.line for heading in page.headings)
    for field in ("title", "description"):
        text = str(page.meta.get(field, ""))
        for one in acts.mentions(guide, text, text.split()):
            yield page.file, page.meta_lines[field], code, one, False


def _names_in_data(guide: Guide) -> Iterator[Named]:
    codes = frozenset(language.code for language in guide.languages)
    for records in (guide.helplines, guide.acts, guide.terms):
        for record in records.values():
            for _, text in texts({name: value for name, value in record.data.items() if name != "title"}, codes):
                for code, words in text.items():
                    for one in acts.mentions(guide, words, words.split()):
                        yield record.file, line_of(guide, record, one.name), code, one, False


@rule("LW005", scope="page", data=True)
def act_named_by_hand(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """An Act is named as none is recorded, or its name is typed where law() would print it.

    Bad:  the Childrens Act 1989
    Good: the {{ law("ca-1989") }}
    """
    known = acts.titles(guide)
    for file, line, code, one, free in _named(guide, page):
        title = known.get(one.name)
        if title is None:
            near = acts.nearest(guide, one.name)
            hint = f"did you mean '{near}'?" if near else "record the Act in data/legislation.yml, or mend its name"
            if near and free:
                hint += f' Write {{{{ law("{known[near].act}") }}}}'
            yield Problem(file, line, "LW005", f"no Act is recorded as '{one.name}'", hint)
        elif free and not _foreign(guide, title, code):
            hint = f'write {{{{ law("{title.act}") }}}}'
            yield Problem(file, line, "LW005", f"the name '{one.name}' is typed into the page", hint)


def _foreign(guide: Guide, title: acts.Title, code: str) -> bool:
    """Whether a title is of another language although the Act has a name in this one."""
    return code not in title.languages and code in guide.acts[title.act].data["title"]


@rule("LW006", scope="page", data=True)
def act_named_in_another_language(guide: Guide, page: Page | None) -> Iterator[Problem]:
    """An Act is named in another language although it has a name in the language of the page.

    Bad:  Children Act 1989      in a Welsh page
    Good: {{ law("ca-1989") }}, which prints Deddf Plant 1989 there
    """
    known = acts.titles(guide)
    for file, line, code, one, free in _named(guide, page):
        title = known.get(one.name)
        if title and _foreign(guide, title, code):
            own = guide.acts[title.act].data["title"][code]
            hint = f'write {{{{ law("{title.act}") }}}}' if free else f"write {own}"
            message = f"'{one.name}' is called '{own}' in {guide.language(code).name}"
            yield Problem(file, line, "LW006", message, hint)


@rule("LW007", scope="guide")
def act_never_cited(guide: Guide) -> Iterator[Problem]:
    """An Act is recorded that no page cites: somebody keeps it up to date for nobody.

    Bad:  an Act in data/legislation.yml and no law() or provision() with its id
    Good: no record, or a page that cites it
    """
    calls = (call for pages in guide.pages.values() for page in pages.values() for call in page.macros)
    cited = {found[0] for found in map(acts.cited, calls) if found}
    for record in guide.acts.values():
        if record.id not in cited:
            message = f"no page cites '{record.id}' with law() or provision()"
            hint = "cite it where it matters, or take the record out"
            yield Problem(record.file, record.line, "LW007", message, hint, "warning")
