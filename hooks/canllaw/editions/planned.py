"""Which editions a site has: of each guide the same ten, by their names."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..model import Language
from ..volumes import volumes
from .archive import archive
from .document import whole
from .edition import Edition
from .folder import PLAIN, Folder, contents
from .links import INDEX
from .notices import Copy
from .pdf import pdf
from .single import single


def slug(name: str) -> str:
    """A guide's name as a file name that every machine can keep: `Canllaw` gives `canllaw`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "guide"


def planned(copy: Copy, folder: Path, epoch: int) -> list[Edition]:
    """The editions of the site in `folder`, in the order they are offered in. `epoch`: seconds, dates every file."""
    site = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [one for volume in volumes(copy.guide) for one in _of_volume(replace(copy, guide=volume), site, epoch)]


def _of_volume(copy: Copy, site: dict[str, bytes], epoch: int) -> Iterator[Edition]:
    guide = copy.guide
    name = "-".join(filter(None, (slug(str(guide.settings["name"])), guide.id)))
    by_name = sorted(guide.languages, key=lambda one: one.name)
    both = f"{name}-{'-'.join(one.code for one in by_name)}"

    def zipped(top: str, kept: Folder) -> bytes:
        return archive(top, contents(copy, site, kept), epoch)

    def others(language: Language, ending: str) -> list[tuple[Language, str]]:
        return [(one, f"{name}-{one.code}{ending}") for one in by_name if one is not language]

    def printed(language: Language) -> bytes:
        return pdf(copy, whole(guide, lambda file: site[file].decode(), language, INDEX), language, epoch)

    def edition(file: str, kind: str, languages: Sequence[Language], make: Callable[[], bytes]) -> Edition:
        return Edition(file, kind, languages, guide, make)

    yield edition(f"{both}.zip", "zip", by_name, partial(zipped, both, Folder(by_name, scripts=True)))
    for one in by_name:
        top = f"{name}-{one.code}"
        kept = Folder([one], scripts=True, others=others(one, ".zip"))
        yield edition(f"{top}.zip", "zip", [one], partial(zipped, top, kept))
    for one in by_name:
        file = f"{name}-{one.code}.html"
        yield edition(file, "html", [one], partial(single, copy, site, one, others(one, ".html")))
    for one in by_name:
        yield edition(f"{name}-{one.code}.pdf", "pdf", [one], partial(printed, one))
    plain = f"{both}-{PLAIN}"
    yield edition(f"{plain}.zip", PLAIN, by_name, partial(zipped, plain, Folder(by_name, scripts=False)))
