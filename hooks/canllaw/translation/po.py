"""Units as gettext PO: a message for each, its context the unit's id."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from ..clock import epoch
from ..model import Guide, Language, Problem
from .notes import notes
from .units import CURRENT, Returned, Unit
from .xliff import AS_PACKED, RULE

LINE_END = re.compile(r"(?<!\\)(?:\\\\)*\\n")


def written(guide: Guide, language: Language, units: Sequence[Unit]) -> bytes:
    """The units as a file for translators; the same units give the same bytes."""
    made = datetime.fromtimestamp(epoch(guide), UTC)
    catalog = Catalog(
        language.code, project=guide.settings["name"], version="1", charset="utf-8", fuzzy=False,
        header_comment=f"# {guide.settings['name']}: {language.name}", creation_date=made, revision_date=made,
    )  # fmt: skip
    for unit in units:
        told = [line for _, text in notes(guide, language, unit) for line in text.split("\n") if line.strip()]
        waits = unit.target is not None and unit.state != CURRENT
        message = catalog.add(
            unit.source, unit.target or "", [(unit.file, unit.line)], ["fuzzy"] if waits else [], told,
            context=unit.name,
        )  # fmt: skip
        # Braces and percent signs are nobody's format here; a tool would refuse translations over them.
        message.flags &= {"fuzzy"}
    made_of = io.BytesIO()
    write_po(made_of, catalog, width=0)
    return made_of.getvalue()


def read(raw: bytes, file: str) -> tuple[str, list[Returned], list[Problem]]:
    """The language a translator's file is in, its units, and the Problems that keep it from being read."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [], [Problem(file, line, RULE, "the file is not UTF-8 text", "save it again as UTF-8")]
    try:
        catalog = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        message = f"not a PO file: {error}"
        return "", [], [Problem(file, max(error.lineno, 0) + 1, RULE, message, "save the file again as PO")]
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:  # a header no tool would write
        return "", [], [Problem(file, 1, RULE, f"not a PO file: {error}", AS_PACKED)]
    rows = text.split("\n")
    units, problems = [], list(_repeated(rows, file))
    for one in catalog:
        if not one.id:
            continue
        page, _, part = (one.context or "").rpartition("#")
        if not isinstance(one.id, str) or not isinstance(one.string, str) or not page:
            problems.append(Problem(file, one.lineno or 1, RULE, "a message without a unit of ours", AS_PACKED))
            continue
        lines = tuple(_target_lines(rows, one.lineno or 1))
        units.append(Returned(page, part, one.id, one.string or None, lines[0], not one.fuzzy, lines))
    code = str(catalog.locale_identifier or "")
    return code, units, problems


def _target_lines(rows: Sequence[str], first: int) -> Iterator[int]:
    """The line of the file on which each line of a translation begins: tools break long ones where they like."""
    number = next((number for number in range(first, len(rows) + 1) if rows[number - 1].startswith("msgstr")), first)
    yield number + 1 if rows[number - 1].strip() == 'msgstr ""' else number
    while number <= len(rows) and rows[number - 1].startswith(("msgstr", '"')):
        yield from [number + 1] * len(LINE_END.findall(rows[number - 1]))
        number += 1


def _repeated(rows: Sequence[str], file: str) -> list[Problem]:
    """Contexts that come twice, of which a reader of PO keeps one."""
    seen: dict[str, int] = {}
    problems = []
    for number, row in enumerate(rows, 1):
        if row.startswith("msgctxt") and seen.setdefault(row, number) != number:
            message = f"{row.removeprefix('msgctxt ')} is already on line {seen[row]}"
            problems.append(Problem(file, number, RULE, message, "keep one of the two"))
    return problems
