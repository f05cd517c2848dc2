"""Search: one index for each language, read by the browser from a server or a disk alike.

`articles` cuts a page into the sections a result can lead to, `analysis` says when two words are one, `lemmas` asks the
dictionaries at build time, `packing` makes it small, `index` and `tables` write the scripts that hand it over.
"""

from .articles import Article, Section, aligned, cut
from .files import script_name
from .index import article, is_found, search_index
from .lemmas import dictionary
from .moved import moved
from .scripts import scripts
from .tables import search_tables

__all__ = [
    "Article",
    "Section",
    "aligned",
    "article",
    "cut",
    "dictionary",
    "is_found",
    "moved",
    "script_name",
    "scripts",
    "search_index",
    "search_tables",
]
