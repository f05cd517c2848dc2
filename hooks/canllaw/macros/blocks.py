"""Macros that stand between paragraphs: cards, law boxes and the generated lists."""

from functools import partial

from markupsafe import Markup

from .. import footnotes
from ..entries import entries, page_sections, page_title
from ..grammar import grammar
from ..model import MacroError, Record
from ..opening import bank_holidays, has_periods, opening
from ..vcards import is_contact
from ..volumes import home
from .base import Context, block, suggest
from .inlines import law
from .records import act_record, helpline_record, provision_of

ANY_TOPIC = "anything"
"""The topic of a service that helps whatever is wrong."""


@block
def helpline(context: Context, helpline: str) -> str:
    """One helpline's card."""
    return _cards(context, [helpline_record(context.guide, helpline)])


@block
def helplines(context: Context, *ids: str, audience: str = "", topic: str = "") -> str:
    """Cards of several helplines: by id, or all for an audience or topic."""
    if ids:
        records = [helpline_record(context.guide, key) for key in ids]
    else:
        records = [
            record
            for record in context.guide.helplines.values()
            if (not audience or audience in record.data["audiences"]) and (not topic or topic in record.data["topics"])
        ]
    if not records or not (ids or audience or topic):
        known = {value: value for record in context.guide.helplines.values() for value in record.data["audiences"]}
        raise MacroError("HL012", "helplines() finds no helpline", suggest(audience, known, "audience"))
    return _cards(context, records)


def _cards(context: Context, records: list[Record]) -> str:
    """Cards; a contact to save stands only on the helplines' own page, where each service is once."""
    holidays = bank_holidays(context.guide) if any(map(has_periods, records)) else ""
    cards = [_card(context, record) for record in records]
    return context.render("helplines.html", cards=cards, holidays=holidays)


def _card(context: Context, record: Record) -> Markup:
    """One card; made once for every page that has it under a heading of the same level."""
    contacts = context.page.name == context.place("helplines")
    known, key = context.guide.site.memo, ("card", record.id, context.language.code, context.level, contacts)
    if key not in known:
        html = context.render(
            "helpline.html", record=record, it=record.data, contacts=contacts and is_contact(record), opening=opening
        )
        known[key] = Markup(html)  # noqa: S704 - the template has escaped what is in it
    found: Markup = known[key]
    return found


@block
def helpline_filter(context: Context) -> str:
    """A form that shows only the cards for one kind of person or trouble; there only where a script can act."""
    records = context.guide.helplines.values()
    audiences = dict.fromkeys(value for record in records for value in record.data["audiences"])
    topics = dict.fromkeys(value for record in records for value in record.data["topics"] if value != ANY_TOPIC)
    return context.render("helpline_filter.html", audiences=audiences, topics=topics)


@block
def poster(context: Context) -> str:
    """A sheet for a wall with the helplines that data/guide.yml chooses, in every language at once."""
    chosen = [helpline_record(context.guide, key) for key in context.guide.settings.get("poster", ())]
    languages = sorted(context.guide.languages, key=lambda one: one.name)
    emergency = helpline_record(context.guide, context.guide.settings["emergency"])
    return context.render("poster.html", records=chosen, languages=languages, emergency=emergency)


@block
def whole_guide(context: Context) -> str:
    """The place of the whole guide as one document: the build puts it there (canllaw.editions)."""
    return context.render("whole_guide.html")


@block
def provision(context: Context, act: str, section: str) -> str:
    """A box about one provision: what it does, where it applies, since when."""
    record = act_record(context.guide, act)
    found = provision_of(record, section)
    link = law(context, act, section)
    return context.render("provision.html", act=record, provision=found, link=link)


@block
def glossary(context: Context) -> str:
    """Every term with its definition, in the order of the page's alphabet."""
    key = grammar(context.language.grammar).sort_key
    code = context.language.code

    def terms() -> list[Record]:
        return sorted(context.guide.terms.values(), key=lambda record: key(record.data["term"][code]))

    return context.render("glossary.html", terms=terms)


@block
def references(context: Context) -> str:
    """Every source that the page's guide cites, by author."""
    key = grammar(context.language.grammar).sort_key
    code = context.language.code

    def records() -> list[Record]:
        cited = footnotes.cited(context.guide)
        return sorted(
            (one for one in context.guide.references.values() if one.id in cited),
            key=lambda one: key(f"{one.data['authors'][code]} {one.data['year']}"),
        )

    return context.render(
        "references.html", records=records, note=lambda record: footnotes.note(context.guide, record, context.language)
    )


@block
def site_index(context: Context) -> str:
    """The whole guide: every page with its sections, in the order of the menu, and every name from A to Z."""
    code, pages = context.language.code, context.guide.pages[context.language.code]
    groups = [
        (one["id"], one["title"][code], [pages[name] for name in one["pages"] if name in pages])
        for one in context.guide.sections
    ]
    return context.render(
        "site_index.html", home=pages.get(home(context.guide)), groups=groups,
        letters=partial(entries, context.guide, context.language), page_title=page_title, page_sections=page_sections,
    )  # fmt: skip


@block
def contact(context: Context) -> str:
    """How to reach the publisher, or that none has said so yet."""
    return context.render("contact.html", publisher=context.guide.settings.get("publisher", {}))


@block
def editions(context: Context) -> str:
    """The offline copy: the build fills in size, date and checksum (canllaw.editions)."""
    return context.render("editions.html")
