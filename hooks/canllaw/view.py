"""What the templates are given for a page: menu, neighbours, the other languages, dates — all as finished addresses."""

from dataclasses import dataclass
from functools import cached_property

from . import text
from .addresses import address, relative
from .footnotes import note, titled
from .headers import policy
from .menu import Group, Item, groups, neighbours
from .model import Guide, Language, Page
from .sitemap import default_place, listed
from .volumes import home, others, tagline, title, volume_of


@dataclass(frozen=True)
class Other:
    """The same page in another language: its relative and its absolute address."""

    language: Language
    href: str
    url: str


class View:
    """One page, or a page outside the guide such as the 404, as the templates see it.

    `guide` is the volume the page is in. `base` is the path from the page to the top of the site, ending in `/`
    (`../../`, or the site's own path).
    """

    def __init__(self, guide: Guide, language: Language, site_url: str, base: str, page: Page | None = None) -> None:
        self.guide, self.language, self.page = guide, language, page
        self._site_url, self._base = site_url.rstrip("/") + "/", base

    def say(self, key: str) -> str:
        """An interface wording in the page's language."""
        return self.guide.say(key, self.language.code)

    @property
    def policy(self) -> str:
        """The Content Security Policy as far as a page can give it itself."""
        return policy(in_page=True)

    @property
    def listed(self) -> bool:
        """Whether search engines are to list the page."""
        return self.page is None or listed(self.page)

    @property
    def place(self) -> str:
        """The title of the part of the menu the page is in, empty where it is in none."""
        return next((group.title for group in self.menu if group.current), "")

    @property
    def guide_reviewed(self) -> str:
        """When the whole guide was last reviewed, in words."""
        return text.long_date(self.guide.settings["reviewed"], self.language)

    def asset(self, name: str) -> str:
        """The address of a file of overrides/assets/."""
        return f"{self._base}assets/{name}"

    def to(self, name: str, language: Language | None = None) -> str:
        """The address of a page of the guide, seen from here; in this language unless told otherwise."""
        target = address(self.guide, self.guide.site.pages[(language or self.language).code][name])
        if self.page is None:
            return self._base + target
        return relative(target, address(self.guide, self.page))

    @property
    def home(self) -> str:
        """The address of the guide's first page in this language."""
        return self.to(home(self.guide))

    @property
    def at_home(self) -> bool:
        """Whether this is the guide's first page."""
        return self.page is not None and self.page.name == home(self.guide)

    @property
    def tagline(self) -> str:
        """What stands beside the site's name."""
        return tagline(self.guide, self.language.code)

    @property
    def alone(self) -> bool:
        """Whether the site has one guide."""
        return not others(self.guide)

    @property
    def shelf(self) -> tuple[Item, ...]:
        """Every guide of the site by its title; empty where there is one alone."""
        every = sorted((self.guide, *others(self.guide)), key=lambda one: one.id)
        return tuple(Item(title(one, self.language.code), self.to(home(one))) for one in every) if every[1:] else ()

    @property
    def door(self) -> str:
        """The address of this language's part of the front door, where every guide of the site stands."""
        here = address(self.guide, self.page) if self.page else ""
        return ("../" * here.count("/") if self.page else self._base) + f"#door-{self.language.code}"

    @property
    def canonical(self) -> str:
        """The page's absolute address."""
        return self._site_url + (address(self.guide, self.page) if self.page else "")

    @property
    def front(self) -> str:
        """The absolute address of the bilingual front door."""
        return self._site_url

    @cached_property
    def others(self) -> tuple[Other, ...]:
        """The same page in every other language, or its home page when this is no page of the guide."""
        name = self.page.name if self.page else home(self.guide)
        return tuple(
            Other(one, self.to(name, one), self._site_url + address(self.guide, self.guide.site.pages[one.code][name]))
            for one in self.guide.languages
            if one != self.language
        )

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Code and absolute address of the page in every language, this one included."""
        here = (self.language.code, self.canonical)
        return tuple(sorted([here, *((other.language.code, other.url) for other in self.others)]))

    @property
    def default_place(self) -> str:
        """The absolute address for a reader of none of the languages (hreflang x-default)."""
        return default_place(self.guide, self.page.name if self.page else home(self.guide), self._site_url)

    @cached_property
    def menu(self) -> tuple[Group, ...]:
        """The menu's groups, in order."""
        return groups(self.guide, self.language, self.page, self.to)

    @property
    def neighbours(self) -> tuple[Item | None, Item | None]:
        """The previous and the next page in the order of the menu."""
        return neighbours(self.menu) if self.page else (None, None)

    @property
    def reviewed(self) -> str:
        """When the page was last reviewed, in words."""
        iso = str(self.page.meta["reviewed"]) if self.page else self.guide.settings["reviewed"]
        return text.long_date(iso, self.language)

    @property
    def translated(self) -> bool:
        """Whether the page is in a language a translator is to review."""
        return self.language != self.guide.languages[0]

    @property
    def basis(self) -> str:
        """The source the guide is based on, as a note."""
        return note(self.guide, self.guide.references[self.guide.settings["basis"]["reference"]], self.language)

    @property
    def basis_link(self) -> str:
        """The source the guide is based on, by its title alone."""
        return titled(self.guide.references[self.guide.settings["basis"]["reference"]].data, self.language)

    @property
    def emergency_call(self) -> str:
        """The emergency number as a link."""
        record = self.guide.helplines[self.guide.settings["emergency"]]
        return str(text.phone_link(record.data["phones"][0]["number"]))


def view_of(guide: Guide, page: Page, site_url: str) -> View:
    """The View of a page of the guide."""
    base = "../" * address(guide, page).count("/")
    return View(volume_of(guide, page), page.language, site_url, base, page)
