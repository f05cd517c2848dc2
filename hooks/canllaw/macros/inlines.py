"""Macros that stand inside a sentence: law, telephone numbers, names of services, terms."""

from html import escape

from .. import text
from ..grammar import grammar
from ..model import Language, MacroError
from .base import INLINE, Context, inline, suggest
from .records import act_record, helpline_record, section_url


@inline
def law(context: Context, act: str, section: str = "", form: str = "full", mutation: str = "") -> str:
    """A linked Act, or section of an Act, named correctly in the page's language."""
    record, language = act_record(context.guide, act), context.language
    title, foreign = record.data["title"], text.foreign(record.data["title"], language)
    name = title.get(language.code) or next(iter(title.values()))
    words = grammar(language.grammar)
    if mutation and not foreign:
        try:
            name = words.mutate(name, mutation)
        except ValueError as error:
            raise MacroError("XR022", f"law(): {error}", "leave out mutation= on this page") from error
    if not section:
        url, leads_to = text.address(record.data["url"], language)
        return _law_link(escape(name, quote=False), url, leads_to, language, foreign)
    if form not in ("full", "short"):
        raise MacroError("XR022", f"law(): form '{form}' is unknown", 'the forms are form="full" and form="short"')
    url, leads_to = section_url(record, section, language)
    many = "s" if "-" in section else ""
    number = section.replace("-", "–")
    if form == "short":
        label = context.say(f"law_section{many}").format(section=number)
        return _law_link(label, url, leads_to, language, None)
    after = name if foreign else words.act_after_of(name)
    act_html = f'<span lang="{foreign}">{escape(after, quote=False)}</span>' if foreign else escape(after, quote=False)
    return _law_link(
        context.say(f"law_section{many}_of").format(section=number, act=act_html), url, leads_to, language, None
    )


def _law_link(label: str, url: str, leads_to: str, language: Language, foreign: str | None) -> str:
    lang = f' lang="{foreign}"' if foreign else ""
    away = f' hreflang="{leads_to}"' if leads_to != language.code else ""
    return f'<a class="law" href="{escape(url)}"{lang}{away} rel="noreferrer">{label}</a>'


@inline
def phone(context: Context, helpline: str, number: str = "") -> str:
    """A helpline's telephone number as a link; `number` picks one of several by its id."""
    record = helpline_record(context.guide, helpline)
    numbers = {one["id"]: one for one in record.data.get("phones", ())}
    if not numbers:
        raise MacroError("HL011", f"'{helpline}' has no telephone number", f'use {{{{ name("{helpline}") }}}}')
    key = number or next(iter(numbers))
    if key not in numbers:
        raise MacroError("HL011", f"'{helpline}' has no number '{key}'", suggest(key, numbers, "number"))
    return str(text.phone_link(numbers[key]["number"]))


@inline
def email(context: Context, helpline: str) -> str:
    """A helpline's e-mail address as a link."""
    record = helpline_record(context.guide, helpline)
    if "email" not in record.data:
        raise MacroError("HL011", f"'{helpline}' has no e-mail address", f'use {{{{ name("{helpline}") }}}}')
    return '<a href="mailto:{0}">{0}</a>'.format(escape(record.data["email"]))


@inline
def name(context: Context, helpline: str) -> str:
    """A service's name in the page's language, linked to its card."""
    record = helpline_record(context.guide, helpline)
    label = text.in_language(record.data["name"], context.language)
    target = context.link(f"{context.place('helplines')}#helpline-{record.id}")
    return f"[{label}]({target})"


@inline
def term(context: Context, term: str, shown: str = "") -> str:
    """A term linked to its glossary entry; `shown` is the form this sentence needs."""
    terms = context.guide.terms
    if term not in terms:
        raise MacroError("CY010", f"there is no term '{term}'", suggest(term, terms, "term"))
    label = shown or terms[term].data["term"][context.language.code]
    target = context.link(f"{context.place('glossary')}#term-{term}")
    return f"[{label}]({target})"


def text_number(context: Context, helpline: str) -> str:
    """The number a helpline takes text messages on, as a link. Called `text` in a page."""
    record = helpline_record(context.guide, helpline)
    if "text" not in record.data:
        raise MacroError("HL011", f"'{helpline}' has no text number", f'use {{{{ name("{helpline}") }}}}')
    return str(text.sms_link(record.data["text"]["number"]))


INLINE["text"] = text_number
