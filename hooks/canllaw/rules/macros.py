"""Macro calls: what a page asks for must exist. The macros say what is wrong; these rules name the faults."""

from collections.abc import Iterator

from .. import macros
from ..model import Guide, Page, Problem
from .registry import rule


def _failing(guide: Guide, page: Page, code: str) -> Iterator[Problem]:
    key = ("macros", page.file)
    if key not in guide.memo:
        guide.memo[key] = macros.faults(guide, page)
    for problem in guide.memo[key]:
        if problem.rule == code:
            yield problem


@rule("XR020", scope="load")
def macro_not_understood(guide: Guide) -> Iterator[Problem]:
    """What stands between `{{` and `}}` is not one macro call, or a `{%` starts a template statement.

    A macro is a name and arguments in quotes, closed on the line it is opened on.

    Bad:  {{ law(ca-1989) }}
    Good: {{ law("ca-1989") }}
    """
    yield from ()


@rule("XR021", scope="page")
def unknown_macro(guide: Guide, page: Page) -> Iterator[Problem]:
    """There is no macro of that name.

    Bad:  {{ helplin("childline") }}
    Good: {{ helpline("childline") }}
    """
    yield from _failing(guide, page, "XR021")


@rule("XR022", scope="page")
def wrong_arguments(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro is given too few arguments, too many, or one it does not know.

    Bad:  {{ law("ca-1989", 47) }}
    Good: {{ law("ca-1989", "47") }}
    """
    yield from _failing(guide, page, "XR022")


@rule("XR023", scope="page")
def block_macro_inside_a_line(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro that makes cards or lists stands inside a line of text.

    Bad:  Ring {{ helpline("childline") }} now.
    Good: {{ helpline("childline") }}      (alone on its line; inside a sentence use phone() or name())
    """
    yield from _failing(guide, page, "XR023")


@rule("HL010", scope="page")
def unknown_helpline(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro names a helpline that data/helplines.yml does not have.

    Bad:  {{ phone("chidline") }}
    Good: {{ phone("childline") }}
    """
    yield from _failing(guide, page, "HL010")


@rule("HL011", scope="page")
def helpline_lacks_the_way(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro asks for a number, text number or e-mail address that the helpline does not have.

    Bad:  {{ text("childline") }}
    Good: {{ phone("childline") }}
    """
    yield from _failing(guide, page, "HL011")


@rule("HL012", scope="page")
def no_helpline_fits(guide: Guide, page: Page) -> Iterator[Problem]:
    """helplines() is given an audience and topic that no helpline has, or nothing at all.

    Bad:  {{ helplines(audience="teachers") }}
    Good: {{ helplines(audience="practitioners") }}
    """
    yield from _failing(guide, page, "HL012")


@rule("LW010", scope="page")
def unknown_act(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro names an Act that data/legislation.yml does not have.

    Bad:  {{ law("children-act-1989", "47") }}
    Good: {{ law("ca-1989", "47") }}
    """
    yield from _failing(guide, page, "LW010")


@rule("LW011", scope="page")
def unknown_section_of_an_act(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro names a section that data/legislation.yml does not record for that Act.

    Bad:  {{ law("ca-1989", "470") }}
    Good: {{ law("ca-1989", "47") }}
    """
    yield from _failing(guide, page, "LW011")


@rule("CY010", scope="page")
def unknown_term(guide: Guide, page: Page) -> Iterator[Problem]:
    """A macro names a term that data/terms.yml does not have.

    Bad:  {{ term("groming") }}
    Good: {{ term("grooming") }}
    """
    yield from _failing(guide, page, "CY010")
