"""Everything guides are searched with, by the name of its file."""

from collections.abc import Callable, Iterator, Sequence

from ..model import Guide, Language, Page
from ..several import several
from .articles import Article, aligned
from .files import script_name
from .index import is_found, search_index
from .tables import search_tables

Articles = Callable[[Page], Article]
"""Gives the article of a page that search finds."""
MANY = 12
"""So many indexes one process makes sooner than several, which all need the dictionaries, could be started."""


def scripts(volumes: Sequence[Guide], articles: Articles) -> dict[str, str]:
    """The index of each guide in each language, and the tables a guide's languages share."""
    # One language after the other: a process that makes a run of indexes needs the dictionary of one language.
    wanted = [(volume, language) for language in volumes[0].languages for volume in volumes]
    made = several(lambda at: dict(_made(*wanted[at], articles)), len(wanted), MANY, alike=True)
    return {name: text for texts in made for name, text in texts.items()}


def _made(volume: Guide, language: Language, articles: Articles) -> Iterator[tuple[str, str]]:
    first = _of(volume, volume.languages[0], articles)
    if language == volume.languages[0]:
        yield script_name(volume, "tables"), search_tables(volume, first)
    ours = aligned(_of(volume, language, articles), first)
    yield script_name(volume, language.code), search_index(volume, language, ours)


def _of(volume: Guide, language: Language, articles: Articles) -> list[Article]:
    """The articles of a volume in a language that search finds."""
    return [articles(page) for _, page in sorted(volume.pages[language.code].items()) if is_found(volume, page)]
