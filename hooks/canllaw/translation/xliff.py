"""Units as XLIFF 2.0: a file for each page, a unit for each section, its text in one segment with its blanks kept."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lxml import etree

from ..model import Guide, Language, Problem
from .notes import notes
from .units import CURRENT, Returned, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NO_CHARACTER = "\ufffd"
CODES = ("ph", "pc", "sc", "ec")
"""What stands for something else, such as the stars of bold text, which would be lost with it."""
DONE = ("translated", "reviewed", "final")
RULE = "import"
AS_PACKED = "start again from the file of make translation-pack, and fill in targets only"
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def written(guide: Guide, language: Language, units: Sequence[Unit]) -> bytes:
    """The units as a file for translators; the same units give the same bytes."""
    root = etree.Element(_tag("xliff"), nsmap={None: NAMESPACE})
    root.set("version", "2.0")
    root.set("srcLang", guide.languages[0].code)
    root.set("trgLang", language.code)
    files: dict[str, etree._Element] = {}
    texts: list[tuple[etree._Element, str]] = []
    for unit in units:
        if unit.page not in files:
            files[unit.page] = etree.SubElement(root, _tag("file"), id=f"f{len(files) + 1}", original=unit.file)
        one = etree.SubElement(files[unit.page], _tag("unit"), id=unit.part, name=unit.name)
        told = etree.SubElement(one, _tag("notes"))
        for category, text in notes(guide, language, unit):
            texts.append((etree.SubElement(told, _tag("note"), category=category), NOT_XML.sub("\ufffd", text)))
        done = unit.state == CURRENT and unit.target is not None
        segment = etree.SubElement(one, _tag("segment"), state="final" if done else "initial")
        texts.append((etree.SubElement(segment, _tag("source"), {SPACE: "preserve"}), unit.source))
        if unit.target is not None:
            texts.append((etree.SubElement(segment, _tag("target"), {SPACE: "preserve"}), unit.target))
    etree.indent(root)  # before the texts are in, whose blanks are theirs
    for element, text in texts:
        _fill(element, text)
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def read(raw: bytes, file: str, guide: Guide) -> tuple[str, list[Returned], list[Problem]]:
    """The language a translator's file is in, its units, and the Problems that keep it from being read."""
    try:
        root = etree.fromstring(raw, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        message = f"not well-formed XML: {error.msg}"
        return "", [], [Problem(file, error.lineno or 1, RULE, message, "save the file again as XLIFF")]
    if root.getroottree().docinfo.doctype:
        return "", [], [Problem(file, 1, RULE, "a document type, which XLIFF has not", "take <!DOCTYPE …> away")]
    schema = _schema()
    if not schema.validate(root):
        told = {(one.line, one.message.replace(f"{{{NAMESPACE}}}", "")) for one in schema.error_log}
        return "", [], [Problem(file, line, RULE, f"not XLIFF 2.0: {text}", AS_PACKED) for line, text in sorted(told)]
    folder = guide.languages[0].folder + "/"
    units, problems = [], []
    for one in root.iter(_tag("file")):
        original = one.get("original", "")
        if not original.startswith(folder):
            message = f'original="{original}" is not a page of {folder}'
            problems.append(Problem(file, one.sourceline or 1, RULE, message, AS_PACKED))
            continue
        for unit in one.iter(_tag("unit")):
            returned, faults = _unit(unit, original.removeprefix(folder), file)
            units.append(returned)
            problems += faults
    return root.get("trgLang", ""), units, problems


def _unit(unit: etree._Element, page: str, file: str) -> tuple[Returned, list[Problem]]:
    """A unit with its segments put together again, targets in the order they ask for."""
    parts = [one for one in unit if one.tag in (_tag("segment"), _tag("ignorable"))]
    sources = [one.find(_tag("source")) for one in parts]
    targets = [one.find(_tag("target")) for one in parts]
    segments = [place for place, one in enumerate(parts) if one.tag == _tag("segment")]
    given = [place for place in segments if targets[place] is not None]
    problems = []
    for target in (one for one in targets if one is not None):
        for code in target.iter(*map(_tag, CODES)):
            name = etree.QName(code).localname
            message = f"<{name}> in {page}#{unit.get('id')}: what it stands for would be lost"
            problems.append(
                Problem(file, code.sourceline or 1, RULE, message, "write it out as text, as the pack does")
            )
        for sign in target.iter(_tag("cp")):
            if _character(sign) == NO_CHARACTER:
                message = f'hex="{sign.get("hex")}" in {page}#{unit.get("id")} is no character of a text'
                problems.append(Problem(file, sign.sourceline or 1, RULE, message, "take this <cp/> away"))
    texts: list[tuple[int, str]] = []
    for place, (source, target) in enumerate(zip(sources, targets, strict=True)):
        shown = target if target is not None else source if place not in segments else None
        if shown is not None:
            texts.append((int(shown.get("order", place + 1)), _text(shown)))
    whole = len(given) == len(segments) and all(_text(targets[place]).strip() for place in given)
    states = {parts[place].get("state") for place in segments}
    finished = True if states <= set(DONE) else None
    joined: str | None = "".join(text for _, text in sorted(texts, key=lambda one: one[0]))
    if not whole:  # an empty target that is said to be finished is a fault; one that is not is still to do
        joined = "" if finished and given else None
    first = next((one for one in targets if one is not None), unit)
    source = "".join(_text(one) for one in sources)
    return Returned(page, unit.get("id", ""), source, joined, first.sourceline or 1, finished), problems


def _fill(element: etree._Element, text: str) -> None:
    """Put text into an element; a character XML cannot hold becomes <cp/>."""
    last = None
    for number, piece in enumerate(re.split(f"({NOT_XML.pattern})", text)):
        if number % 2:
            last = etree.SubElement(element, _tag("cp"), hex=f"{ord(piece):04X}")
        elif last is None:
            element.text = piece
        else:
            last.tail = piece


def _text(element: etree._Element | None) -> str:
    """The text of a source or target; annotations and the codes of a tool say nothing of their own."""
    if element is None:
        return ""
    found = element.text or ""
    for child in element:
        if child.tag == _tag("cp"):
            found += _character(child)
        elif isinstance(child.tag, str):
            found += _text(child)
        found += child.tail or ""
    return found


def _character(sign: etree._Element) -> str:
    """The character that <cp/> stands for."""
    code = int(sign.get("hex") or "0", 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else NO_CHARACTER


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("xliff.xsd"), etree.XMLParser(**_SAFE)))
