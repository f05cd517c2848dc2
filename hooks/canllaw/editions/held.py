"""An edition read back from its file: what it holds, as the rules of editions look at it."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

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


def opened(guide: Guide, file: str, data: bytes) -> Held | None:
    """An edition of this name, from its bytes; None where it is no ZIP and no page."""
    if file.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Held(guide, file, len(data), {name: archive.read(name) for name in archive.namelist()})
    return Held(guide, file, len(data), {file: data}) if file.endswith(".html") else None
