"""An edition read back from its file: what it holds, as the rules of editions look at it."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..model import Guide, Problem
from ..site.document import Document
from ..site.parsing import parse


@dataclass(frozen=True)
class Held:
    """A ZIP or a single HTML file: its files by their path. `file` is the edition's own name, `size` its bytes."""

    guide: Guide
    file: str
    size: int
    files: Mapping[str, bytes]

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Its HTML files, parsed."""
        return {name: parse(name, data.decode()) for name, data in self.files.items() if name.endswith(".html")}

    def problem(self, name: str, line: int, rule: str, message: str, hint: str) -> Problem:
        """A Problem of a file in the edition, named `canllaw-cy.zip/canllaw-cy/cy/poster/index.html`."""
        return Problem(f"dist/{self.file}" + (f"/{name}" if name != self.file else ""), line, rule, message, hint)


def editions(guide: Guide, dist: Path) -> Iterator[Held]:
    """The editions of the folder `dist` that hold pages, by name: one at a time, for they are many."""
    for path in sorted(dist.iterdir()):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
        elif path.suffix == ".html":
            files = {path.name: path.read_bytes()}
        else:
            continue
        yield Held(guide, path.name, path.stat().st_size, files)
