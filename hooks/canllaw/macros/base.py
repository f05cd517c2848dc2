"""What every macro stands on: its context, the two registries, and the templates of overrides/macros/.

A macro is a function registered by its own name; its parameters are the arguments a writer may give. It returns
inline Markdown, or for block macros an HTML block rendered by a template.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

import jinja2

from .. import text
from ..addresses import address, relative
from ..model import Guide, Language, MacroCall, Page

TEMPLATES = Path("overrides/macros")
_relpath = cache(relpath)  # it makes both absolute first


@dataclass(frozen=True)
class Context:
    """What a macro may look at: the guide, the page it stands on and the call itself."""

    guide: Guide
    page: Page
    call: MacroCall

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.page.language

    def say(self, key: str) -> str:
        """An interface wording in the page's language."""
        return self.guide.say(key, self.language.code)

    def place(self, key: str) -> str:
        """The page that data/guide.yml names for a purpose: helplines, glossary."""
        return str(self.guide.settings["places"][key])

    def link(self, target: str) -> str:
        """The path of another page (`law.md#images`) as seen from this page."""
        return _relpath(target, dirname(self.page.name) or ".")

    def page_of(self, target: str) -> Page | None:
        """The page of this language that `law.md#images` names, None when there is none such."""
        return self.guide.site.pages[self.language.code].get(target.partition("#")[0])

    def url(self, target: str) -> str:
        """The address of a page (`law.md#images`), relative to where this page is published; `#` for one there is not.

        Within this page it is the anchor alone, so that following it leaves no second trace in the browser's history.
        """
        anchor, page = target.partition("#")[2], self.page_of(target)
        if page is None:  # the checks tell of it, and nothing is published
            return "#"
        if page is self.page:
            return f"#{anchor or 'top'}"
        here, there = address(self.guide, self.page), address(self.guide, page)
        return relative(there, here) + (f"#{anchor}" if anchor else "")

    @property
    def level(self) -> int:
        """The level of a heading that stands below the one the call stands under."""
        heading = self.page.section_at(self.call.line)
        return min((heading.level if heading else 1) + 1, 6)

    def render(self, template: str, **values: Any) -> str:
        """An HTML block from overrides/macros/, under the heading the call stands below.

        A macro looks up all that may be missing first. What takes long to work out it gives as a function.
        """
        environment = _environment(self.guide.root)
        html = environment.get_template(template).render(
            say=self.say, language=self.language, guide=self.guide, text=text, context=self,
            level=self.level, **values,
        )  # fmt: skip
        # No template puts an attribute in single quotes, so an apostrophe may be the letter that it is.
        return "\n".join(line.strip() for line in html.splitlines() if line.strip()).replace("&#39;", "'")


class Sound(Exception):
    """A call that is tried has come as far as its template: all that it names was found."""


class Trial(Context):
    """The context of a call that is tried: whether it can be expanded is asked, and not what it would say."""

    def render(self, template: str, **values: Any) -> str:
        """Nothing: raises Sound."""
        raise Sound


Macro = Callable[..., str]
INLINE: dict[str, Macro] = {}
BLOCK: dict[str, Macro] = {}


def inline(function: Macro) -> Macro:
    """Register a macro whose output stands inside a sentence."""
    INLINE[function.__name__] = function
    return function


def block(function: Macro) -> Macro:
    """Register a macro whose output stands alone between paragraphs."""
    BLOCK[function.__name__] = function
    return function


def suggest(wanted: str, known: Mapping[str, Any], kind: str) -> str:
    """The hint for a name that does not exist: the nearest that does, else all of them."""
    near = get_close_matches(wanted, list(known), n=1)
    return f"did you mean '{near[0]}'?" if near else f"the {kind}s are: {', '.join(sorted(known))}"


_environments: dict[str, jinja2.Environment] = {}


def _environment(root: str) -> jinja2.Environment:
    if root not in _environments:
        _environments[root] = jinja2.Environment(
            loader=jinja2.FileSystemLoader(Path(root) / TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
    return _environments[root]
