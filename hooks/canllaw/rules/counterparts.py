"""The languages hold the same things, section by section: links, macros and images."""

import re
from collections.abc import Iterator

from ..differences import Thing, differing
from ..macros.base import BLOCK, INLINE
from ..model import Guide, Link, MacroCall, Page, Problem
from ..sections import Section, twins
from .registry import rule

EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


@rule("PA003", scope="page")
def links_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section does not lead to the same places as its twin.

    Links to pages of the guide must be the same; links to other sites may lead to other addresses in each language, but
    there must be as many.

    Bad:  [yr arwyddion](grooming.md#the-law)    where the English has [the signs](grooming.md#signs)
    Good: [yr arwyddion](grooming.md#signs)
    """
    hint = "make the links of both sections lead to the same places"
    yield from differing(guide, page, "PA003", lambda section: [same_link(link) for link in section.links], hint)


def same_link(link: Link) -> Thing:
    """A link as its twin must have it: another site may have an address for each language."""
    if EXTERNAL.match(link.target):
        return "external", f"the link to {link.target}", link.line
    return link.target, f"the link to {link.target}", link.line


@rule("PA004", scope="page")
def macros_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section does not call the same macros with the same arguments as its twin.

    What one language alone needs may differ: the words of term() and mutation=.

    Bad:  {{ law("soa-2003", "15") }}     where the English has {{ law("soa-2003", "15A") }}
    Good: {{ law("soa-2003", "15A") }}
    """
    known = {*INLINE, *BLOCK}
    sources = {source.file: source for _, _, source in twins(guide, page)}.values()
    # A misspelt name is a fault of its own: until it is mended nobody knows what to compare.
    if all(call.name in known for one in (page, *sources) for call in one.macros):
        hint = "call the same macros with the same arguments in both sections"
        yield from differing(guide, page, "PA004", lambda section: [same_call(call) for call in section.macros], hint)


def same_call(call: MacroCall) -> Thing:
    """A macro call as its twin must have it, without what one language alone needs."""
    args = call.args[:1] if call.name == "term" else call.args
    kwargs = {key: value for key, value in call.kwargs.items() if key not in ("mutation", "shown")}
    words = [*(f'"{value}"' for value in args), *(f'{key}="{value}"' for key, value in sorted(kwargs.items()))]
    shown = f"{call.name}({', '.join(words)})"
    return shown, shown, call.line


@rule("PA005", scope="page")
def images_differ(guide: Guide, page: Page) -> Iterator[Problem]:
    """A section does not show the same images as its twin.

    An image with words in it may have a file for each language: hive.en.png and hive.cy.png are the same image.

    Bad:  ![Llun o gwch gwenyn](hive.png)     where the English shows queen.png
    Good: ![Llun o frenhines](queen.png)
    """
    codes = "|".join(re.escape(language.code) for language in guide.languages)
    own = re.compile(rf"[.-](?:{codes})(?=\.\w+$)")

    def images(section: Section) -> list[Thing]:
        return [(own.sub("", image.target), f"the image {image.target}", image.line) for image in section.images]

    yield from differing(guide, page, "PA005", images, "show the same images in both sections")
