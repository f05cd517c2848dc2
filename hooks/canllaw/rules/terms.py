"""Terms: what data/terms.yml says of other files must be so."""

from collections.abc import Iterator

from ..model import Guide, Problem
from .registry import rule


@rule("CY011", scope="guide")
def term_leads_nowhere(guide: Guide) -> Iterator[Problem]:
    """A term names a page, a section, another term or a source that does not exist.

    Bad:  page: grooming.md#whatitis
    Good: page: grooming.md#what-it-is
    """
    ids: dict[str, set[str | None]] = {}
    for pages in guide.pages.values():
        for name, page in pages.items():
            ids.setdefault(name, set()).update(heading.id for heading in page.headings)
    for record in guide.terms.values():
        name, _, anchor = str(record.data.get("page", "")).partition("#")
        wrong = []
        if name and name not in ids:
            wrong.append(f"the page {name}")
        elif anchor and anchor not in ids[name]:
            wrong.append(f"the section {name}#{anchor}")
        wrong += [f"the term '{key}'" for key in record.data.get("see", ()) if key not in guide.terms]
        wrong += [f"the source '{key}'" for key in record.data.get("references", ()) if key not in guide.references]
        for what in wrong:
            message = f"the term '{record.id}' names {what}, which does not exist"
            yield Problem(record.file, record.line, "CY011", message, "name one that exists, or take it out")
