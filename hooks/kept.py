"""Pages that are whole before the engine comes to them: kept by an earlier build, or made by whichever process is free.

The engine is left what it alone can do. A page that was kept and cannot be read again is made again.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import write_file

from canllaw.assets import led
from canllaw.model import Guide
from canllaw.model import Page as Source
from canllaw.search import Article
from canllaw.several import several, streamed
from canllaw.store import Store, packed
from canllaw.surroundings import key
from making import Made, Maker


class Kept:
    """The whole pages of a guide in every language; one for each build."""

    def __init__(self, guide: Guide, config: MkDocsConfig) -> None:
        # The preview stands at another address: neither is to throw away what the other keeps.
        name = "preview" if (config.site_url or "").startswith(f"http://{config.dev_addr}") else "site"
        self._store = Store(Path(guide.root), name)
        if os.environ.get("CANLLAW_CLEAN"):
            self._store.clear()
        self._guide, self._url = guide, config.site_url or "/"
        self._names: dict[str, str] = {}
        self._makers: dict[str, Maker] = {}
        self._amended: dict[str, Made] = {}

    def make(self, maker: Maker, sources: Sequence[Source]) -> set[str]:
        """Make those of a language's pages that are not kept; the files of all that are whole then."""
        self._names |= {source.file: key(self._guide, source, self._url) for source in sources}
        self._makers |= dict.fromkeys((source.file for source in sources), maker)
        known = self._store.held()
        missing = [source for source in sources if self._names[source.file] not in known]

        def make(number: int) -> bytes | None:
            made = maker.make(self._guide, missing[number])
            return made and packed(made)

        coming = zip(missing, streamed(make, len(missing)), strict=True)
        known |= self._store.put((self._names[source.file], made) for source, made in coming if made is not None)
        for source in missing:
            if self._names[source.file] not in known:
                del self._names[source.file]
        return {source.file for source in sources} & self._names.keys()

    def amend(self, guide: Guide, sources: Sequence[Source]) -> dict[str, str] | None:
        """Make some pages again, of the guide as it now is: each one's HTML by its place; None where one cannot be."""
        made = {}
        for source in sources:
            try:
                one = self._makers[source.file].make(guide, source)
            except PluginError:
                one = None
            if one is None:
                return None
            made[source.file] = one
        self._guide = guide
        self._amended |= made
        return {self._makers[file].place(file): one.html for file, one in made.items()}

    def article(self, source: Source) -> Article:
        """What search reads of a whole page that it finds."""
        article = self._made(source.file).article
        assert article is not None
        return article

    def place(self, site: Path, assets: str) -> None:
        """Write every whole page where it belongs in the site, drawn with the `assets` of that name."""
        files = sorted(self._names)

        def place(number: int) -> None:
            html = led(self._made(files[number]).html, assets)
            write_file(html.encode(), str(site / self._makers[files[number]].place(files[number])))

        several(place, len(files))

    def clear(self) -> None:
        """Keep only what this build used."""
        self._store.keep(set(self._names.values()))

    def _made(self, file: str) -> Made:
        name = self._names.get(file)  # none where the page could not be kept
        made = self._amended.get(file) or (self._store.get(name) if name else None)
        if made is None:
            [source] = (one for pages in self._guide.pages.values() for one in pages.values() if one.file == file)
            made = self._makers[file].make(self._guide, source)
            self._store.put([(name, packed(made))] if name else [])
        assert isinstance(made, Made)
        return made


def kept(guide: Guide, config: MkDocsConfig) -> Kept:
    """The whole pages of the guide that is being built."""
    if "kept" not in guide.memo:
        guide.memo["kept"] = Kept(guide, config)
    found: Kept = guide.memo["kept"]
    return found
