"""What an edition says of itself: how old it is, what to do with it first, and where the other language is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape

from .. import text
from ..model import Guide, Language
from ..volumes import tagline


@dataclass(frozen=True)
class Copy:
    """What every edition of one build shares: the guide, the day it is made, and where the guide is published."""

    guide: Guide
    made: date
    url: str
    """The address of the site, ending in `/`; empty where none is known."""

    @property
    def doubtful(self) -> date:
        """The day from which helpline details should be checked again: `edition_age_days` of data/guide.yml."""
        return self.made + timedelta(days=self.guide.settings["limits"]["edition_age_days"])

    def day(self, language: Language, day: date | None = None) -> str:
        """The day of the copy, or another, in words."""
        return text.long_date((day or self.made).isoformat(), language)

    def say(self, key: str, language: Language, **values: str) -> str:
        """A wording of data/strings.yml with what it leaves open filled in."""
        return self.guide.say(key, language.code).format(**values)

    def age(self, language: Language) -> str:
        """How old the copy is and when its details should be checked, in one or two sentences."""
        return self.say("edition_age", language, date=self.day(language), limit=self.day(language, self.doubtful))


def dated(epoch: int) -> date:
    """The day a build is dated by. `epoch`: seconds."""
    return datetime.fromtimestamp(epoch, UTC).date()


def banner(copy: Copy, language: Language) -> str:
    """The line on every page of an edition. A script says it louder once the day has come (canllaw.js)."""
    old = copy.say("edition_old", language, date=copy.day(language))
    return (
        f'<p class="copy" data-copy="{copy.doubtful.isoformat()}" data-old="{escape(old)}">'
        f"{escape(copy.age(language), quote=False)}</p>"
    )


def unstyled(copy: Copy, language: Language) -> str:
    """Shown only where the page has lost its style sheet: it was opened inside the ZIP, where nothing else works."""
    words = escape(copy.say("edition_extract", language), quote=False)
    return f'<p class="unstyled"><strong>{words}</strong></p>'


def notice(copy: Copy, language: Language) -> str:
    """What stands in an edition where the site offers the editions: this is one, and the newest are online."""
    rows = [copy.say("edition_this_copy", language), copy.age(language)]
    words = "".join(f"<p>{escape(row, quote=False)}</p>" for row in rows)
    if copy.url:
        newest = escape(copy.say("edition_newest", language))
        words += f'<p>{newest} <a href="{copy.url}" rel="noreferrer">{copy.url}</a></p>'
    return f'<div class="editions">{words}</div>'


def elsewhere(copy: Copy, language: Language, file: str) -> str:
    """Instead of a link to a language the edition does not hold: its name, and the file that holds it."""
    words = escape(f"{language.name}: {file}", quote=False)
    return f'<li><span lang="{language.code}">{words}</span></li>'


def read_me(copy: Copy, language: Language, held: Sequence[Language]) -> str:
    """The read-me: plain text with Windows line ends. `held`: the languages of the edition."""
    guide, pages = copy.guide, copy.guide.pages[language.code].values()
    by_title = sorted((str(page.meta["title"]), str(page.meta["reviewed"])) for page in pages)
    rows = [
        str(guide.settings["name"]),
        tagline(guide, language.code),
        "",
        copy.say("edition_extract", language),
        f"{copy.say('edition_open', language)} {language.start_file}",
        "",
        copy.say("edition_this_copy", language),
        copy.age(language),
        *([f"{copy.say('edition_newest', language)} {copy.url}"] if copy.url else []),
        "",
        copy.say("edition_reviews", language),
        *(f"- {title}: {text.long_date(reviewed, language)}" for title, reviewed in by_title),
        "",
    ]
    return "\r\n".join(rows)
