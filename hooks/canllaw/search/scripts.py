"""Everything a guide is searched with, by the name of its file."""

from collections.abc import Mapping

from ..model import Guide
from .articles import Article, aligned
from .files import script_name
from .index import search_index
from .tables import search_tables

Articles = Mapping[str, Mapping[str, Article]]
"""The articles of pages that are found, by language code and page name."""


def scripts(volume: Guide, articles: Articles) -> dict[str, str]:
    """The index of each language, and the tables they share. `articles` may hold those of other guides too."""
    first = volume.languages[0].code
    names = sorted(set(volume.pages[first]) & set(articles[first]))
    model = [articles[first][name] for name in names]
    found = {script_name(volume, "tables"): search_tables(volume, model)}
    for language in volume.languages:
        every = aligned([articles[language.code][name] for name in names], model)
        found[script_name(volume, language.code)] = search_index(volume, language, every)
    return found
