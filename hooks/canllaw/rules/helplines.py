"""Helplines: every number is valid, checked of late, and its card says what it offers."""

from collections.abc import Iterator
from datetime import date

from .. import clock, numbers
from ..model import Guide, Problem, Record
from ..records import line_of
from .registry import rule


@rule("HL003", scope="guide")
def number_not_valid(guide: Guide) -> Iterator[Problem]:
    """A number in data/helplines.yml cannot be rung or texted in the UK.

    Nor can those that Ofcom keeps for drama, which only a guide to try things out may show: `drama_numbers: true` in
    data/guide.yml says that it is one.

    Bad:  number: "0808 800 500"      (a digit is missing)
    Good: number: "0808 800 5000"
    """
    hint = "compare it, digit by digit, with what the service prints"
    for record in guide.helplines.values():
        listed = [phone["number"] for phone in record.data.get("phones", ())]
        listed += [record.data["text"]["number"]] if "text" in record.data else []
        for number in listed:
            if numbers.for_drama(number):
                message = f"'{record.id}': nobody answers {number}, which Ofcom keeps for drama"
                wrong = not guide.settings.get("drama_numbers", False)
            else:
                count = len(numbers.digits(number))
                message = f"'{record.id}': {number} is not a number that exists in the UK ({count} digits)"
                wrong = not numbers.valid(number)
            if wrong:
                yield Problem(record.file, line_of(guide, record, f'"{number}"'), "HL003", message, hint)


@rule("HL004", scope="guide")
def hours_of_an_unconfirmed_helpline(guide: Guide) -> Iterator[Problem]:
    """A helpline that is not confirmed yet is shown with opening hours.

    Bad:  confirmed: false       with    hours: {always: true, confirmed: true}
    Good: confirmed: false       and no hours
    """
    for record in guide.helplines.values():
        if record.data["confirmed"] is False and any("hours" in phone for phone in record.data.get("phones", ())):
            message = f"'{record.id}' is not confirmed, yet its opening hours would be printed"
            hint = "take 'hours' out, or confirm number and hours with the service and set 'confirmed: true'"
            yield Problem(record.file, line_of(guide, record, "hours:"), "HL004", message, hint)


def _age(record: Record) -> int:
    """How many days ago a record was checked; negative when that day is to come."""
    return (clock.today() - date.fromisoformat(record.data["checked"])).days


def _old(guide: Guide, code: str, limit: str, severity: str) -> Iterator[Problem]:
    days = guide.settings["limits"][limit]
    for record in guide.helplines.values():
        age = _age(record)
        if age <= days or (severity == "warning" and age > guide.settings["limits"]["helpline_check_error_days"]):
            continue
        message = f"'{record.id}' was checked {age} days ago, on {record.data['checked']}; the limit is {days} days"
        hint = "ask the service or read its own page, correct the record, then set 'checked' to that day"
        yield Problem(record.file, line_of(guide, record, "checked:"), code, message, hint, severity)


@rule("HL005", scope="guide")
def helpline_due_for_a_check(guide: Guide) -> Iterator[Problem]:
    """A helpline's details were checked longer ago than `helpline_check_warn_days` in data/guide.yml allows.

    A warning: the guide can still be published. HL006 is the later limit, and an error.

    Bad:  checked: "2026-01-02"      read in November 2026
    Good: checked: "2026-11-02"
    """
    yield from _old(guide, "HL005", "helpline_check_warn_days", "warning")


@rule("HL006", scope="guide")
def helpline_check_overdue(guide: Guide) -> Iterator[Problem]:
    """A helpline's details were checked longer ago than `helpline_check_error_days` in data/guide.yml allows.

    Bad:  checked: "2025-01-02"      read in November 2026
    Good: checked: "2026-11-02"
    """
    yield from _old(guide, "HL006", "helpline_check_error_days", "error")


@rule("HL008", scope="guide")
def welsh_service_not_explained(guide: Guide) -> Iterator[Problem]:
    """A helpline offers Welsh on request, but its card does not say in Welsh what to expect.

    Bad:  welsh: {level: on-request}
    Good: welsh: {level: on-request, note: {en: Ask to speak Welsh., cy: Gofynnwch am gael siarad Cymraeg.}}
    """
    for record in guide.helplines.values():
        welsh = record.data["welsh"]
        for language in guide.languages[1:]:
            if welsh["level"] == "on-request" and not welsh.get("note", {}).get(language.code):
                message = f"'{record.id}' speaks Welsh on request, and no note in {language.name} says how to ask"
                hint = f"add 'note' beside 'level: on-request', with words in {language.name}"
                yield Problem(record.file, line_of(guide, record, "welsh:"), "HL008", message, hint)


@rule("HL013", scope="guide")
def no_way_without_speaking(guide: Guide) -> Iterator[Problem]:
    """A helpline can only be spoken to, and does not say what to do for somebody who cannot speak.

    Bad:  phones: […]      without text, online, email or silent
    Good: silent: {en: Someone you trust can ring for you., cy: Gall rhywun arall ffonio ar eich rhan.}
    """
    for record in guide.helplines.values():
        if "phones" in record.data and not {"text", "online", "email", "silent"} & record.data.keys():
            message = (
                f"'{record.id}' has a telephone number, no way to make contact without speaking, and does not say so"
            )
            hint = "record 'text', 'online' or 'email'; where there is none, add 'silent' and say what to use instead"
            yield Problem(record.file, record.line, "HL013", message, hint)


@rule("HL020", scope="guide")
def poster_helpline_not_fit(guide: Guide) -> Iterator[Problem]:
    """The poster names a service that is unknown, not confirmed, or cannot be rung or texted: paper stays for long.

    A page with {{ poster() }} needs such a list.

    Bad:  poster: [commissioner]      with    confirmed: false
    Good: poster: [childline, meic]
    """
    for number, key in enumerate(guide.settings.get("poster", ())):
        record = guide.helplines.get(key)
        if record is None:
            message = f"the poster names '{key}', which is not in data/helplines.yml"
        elif not record.data["confirmed"]:
            message = f"the poster names '{key}', whose number is not confirmed"
        elif "phones" not in record.data and "text" not in record.data:
            message = f"the poster names '{key}', which has no number"
        else:
            continue
        hint = "name only services whose numbers are confirmed"
        yield Problem("data/guide.yml", guide.settings_lines[("poster", number)], "HL020", message, hint)
    for page in (page for pages in guide.pages.values() for page in pages.values()):
        call = page.calls("poster")
        if call and not guide.settings.get("poster"):
            message = "the page has a poster, and data/guide.yml names no services for it"
            yield Problem(page.file, call.line, "HL020", message, "name them there: poster: [childline, meic]")


@rule("HL021", scope="guide")
def emergency_is_none(guide: Guide) -> Iterator[Problem]:
    """The service that every page names for an emergency is unknown, or is not of the kind `emergency`.

    The front door says in its words that this is who to call in danger.

    Bad:  emergency: childline
    Good: emergency: police-999
    """
    key = str(guide.settings["emergency"])
    record = guide.helplines.get(key)
    if record is None or record.data["kind"] != "emergency":
        fault = "is not in data/helplines.yml" if record is None else f"is of the kind '{record.data['kind']}'"
        known = [one.id for one in guide.helplines.values() if one.data["kind"] == "emergency"]
        hint = f"name a service of the kind 'emergency': {', '.join(known) or 'none is recorded'}"
        message = f"the service for an emergency, '{key}', {fault}"
        yield Problem("data/guide.yml", guide.settings_lines[("emergency",)], "HL021", message, hint)
