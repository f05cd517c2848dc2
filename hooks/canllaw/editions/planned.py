"""Which editions a site has: of each guide the same ten, by their names."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..model import Language
from ..volumes import volumes
from .archive import archive
from .built import Site
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


def planned(copy: Copy, epoch: int) -> list[Edition]:
    """The editions of a site, in the order they are offered in. `epoch`: seconds, dates every file."""
    return [one for volume in volumes(copy.guide) for one in _of_volume(replace(copy, guide=volume), epoch)]


def _of_volume(copy: Copy, epoch: int) -> Iterator[Edition]:
    guide = copy.guide
    name = "-".join(filter(None, (slug(str(guide.settings["name"])), guide.id)))
    by_name = sorted(guide.languages, key=lambda one: one.name)
    both = f"{name}-{'-'.join(one.code for one in by_name)}"

    def zipped(top: str, kept: Folder, site: Site) -> bytes:
        return archive(top, contents(copy, site, kept), epoch)

    def others(language: Language, ending: str) -> list[tuple[Language, str]]:
        return [(one, f"{name}-{one.code}{ending}") for one in by_name if one is not language]

    def in_one(language: Language, site: Site) -> bytes:
        return single(copy, site, language, others(language, ".html"))

    def printed(language: Language, site: Site) -> bytes:
        return pdf(copy, whole(guide, lambda file: site[file].decode(), language, INDEX), language, epoch)

    def edition(file: str, kind: str, languages: Sequence[Language], make: Callable[[Site], bytes]) -> Edition:
        return Edition(file, kind, languages, guide, make)

    yield edition(f"{both}.zip", "zip", by_name, partial(zipped, both, Folder(by_name, scripts=True)))
    for one in by_name:
        top = f"{name}-{one.code}"
        kept = Folder([one], scripts=True, others=others(one, ".zip"))
        yield edition(f"{top}.zip", "zip", [one], partial(zipped, top, kept))
    for one in by_name:
        yield edition(f"{name}-{one.code}.html", "html", [one], partial(in_one, one))
    for one in by_name:
        yield edition(f"{name}-{one.code}.pdf", "pdf", [one], partial(printed, one))
    plain = f"{both}-{PLAIN}"
    yield edition(f"{plain}.zip", PLAIN, by_name, partial(zipped, plain, Folder(by_name, scripts=False)))
