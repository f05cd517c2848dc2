"""Where the guide stands, for those who publish it: pages, translations, helplines to check, facts to confirm."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from textwrap import fill

from .model import Guide, Page
from .prose import sentences
from .records import doubts
from .translated import stale, stamps

HEADER = ("page", "", "words", "reviewed", "translated", "translation reviewed by")
NUMBERS = (2,)
NONE = "-"
WIDTH = 100


def status(guide: Guide, today: date) -> str:
    """The whole report, as text: a table of pages, then what is waiting for somebody."""
    parts = [
        [f"{guide.settings['name']} on {today.isoformat()}"],
        list(_table([HEADER, *_pages(guide)])),
        ["Translations to look at", *(list(_translations(guide)) or ["  none"])],
        ["Helplines due for a check", *_helplines(guide, today)],
        ["Not confirmed", *(list(_unconfirmed(guide)) or ["  nothing: every record is confirmed"])],
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _pages(guide: Guide) -> Iterator[tuple[str, ...]]:
    """A row for each page in each language, in the order of the menu; the page's name once."""
    menu = [name for section in guide.sections for name in section["pages"]]
    names = {name for pages in guide.pages.values() for name in pages}
    for name in sorted(names, key=lambda one: (menu.index(one) + 1 if one in menu else 0, one)):
        for number, language in enumerate(guide.languages):
            page = guide.pages[language.code].get(name)
            shown = "" if number else name
            yield (shown, language.code, *_facts(guide, page)) if page else (shown, language.code, "missing")


def _facts(guide: Guide, page: Page) -> tuple[str, ...]:
    words = sum(sentence.words for sentence in sentences(guide, page))
    reviewed = str(page.meta.get("reviewed") or "never")
    if page.language == guide.languages[0]:
        return f"{words:,}", reviewed, NONE, NONE
    return f"{words:,}", reviewed, _sections(guide, page), str(page.meta.get("translation_reviewed_by") or "nobody yet")


def _sections(guide: Guide, page: Page) -> str:
    """How many sections are stamped and still current, of how many: `7 of 9, 1 changed`."""
    states = Counter(one.state for one in stale(guide, page))
    valid = len(stamps(page)) - states["gone"]
    shown = [f"{valid - states['changed']} of {valid + states['unstamped']}"]
    return ", ".join(
        shown + [f"{states[state]} {state}" for state in ("changed", "unstamped", "gone") if states[state]]
    )


def _translations(guide: Guide) -> Iterator[str]:
    for language in guide.languages[1:]:
        for page in guide.pages[language.code].values():
            found: dict[str, list[str]] = {}
            for one in stale(guide, page):
                found.setdefault(one.state, []).append(f"{one.id} (line {one.line})")
            for state, places in found.items():
                yield _wrapped(f"{page.file}: {state}: {', '.join(places)}")


def _helplines(guide: Guide, today: date) -> Iterator[str]:
    """Records by how long ago they were checked; where none is due, the next that will be."""
    limits = guide.settings["limits"]
    warn, error = limits["helpline_check_warn_days"], limits["helpline_check_error_days"]
    checked = sorted((date.fromisoformat(one.data["checked"]), one.line, one) for one in guide.helplines.values())
    due = [(day, record) for day, _, record in checked if (today - day).days > warn]
    for day, record in due:
        stops = " (stops the build)" if (today - day).days > error else ""
        yield f"  {record.file}:{record.line}: {record.id}, checked {day}, {(today - day).days} days ago{stops}"
    if not due and checked:
        first = checked[0][0] + timedelta(days=warn + 1)
        same = [record.id for day, _, record in checked if day == checked[0][0]]
        yield _wrapped(f"none; the next are due on {first}: {', '.join(same)}")
    elif not due:
        yield "  none"


def _unconfirmed(guide: Guide) -> Iterator[str]:
    for records in (guide.helplines, guide.acts, guide.references, guide.terms):
        found = [f"{words} (line {record.line})" for record in records.values() for words in doubts(record)]
        if found:
            file = next(iter(records.values())).file
            yield _wrapped(f"{file}: {len(found)}: {', '.join(found)}")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their columns lined up, numbers to the right."""
    wide = [max(len(row[column]) for row in rows if column < len(row)) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(wide[column]) if column in NUMBERS else cell.ljust(wide[column])
            for column, cell in enumerate(row)
        ]
        yield "  ".join(cells).rstrip()


def _wrapped(text: str) -> str:
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
