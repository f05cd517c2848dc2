"""Everything guides are searched with, by the name of its file."""

from collections.abc import Callable, Sequence

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
    indexes = several(lambda at: _index(*wanted[at], articles), len(wanted), MANY, alike=True)
    found = {
        script_name(volume, language.code): index for (volume, language), index in zip(wanted, indexes, strict=True)
    }
    for volume in volumes:
        found[script_name(volume, "tables")] = search_tables(volume, _of(volume, volume.languages[0], articles))
    return found


def _index(volume: Guide, language: Language, articles: Articles) -> str:
    first = _of(volume, volume.languages[0], articles)
    return search_index(volume, language, aligned(_of(volume, language, articles), first))


def _of(volume: Guide, language: Language, articles: Articles) -> list[Article]:
    """The articles of a volume in a language that search finds."""
    return [articles(page) for _, page in sorted(volume.pages[language.code].items()) if is_found(volume, page)]
