"""A page of a translation put together again: what came back in place of what was there, and every other byte kept."""

from collections.abc import Mapping

import yaml

from ..model import Guide, Page
from ..sections import FRONT
from ..source import FENCE
from ..translated import FIELD, stampable, stamps, with_stamps
from .units import FIELDS, SLUG, pieces, tidy

REVIEWER = "translation_reviewed_by"


def changed(raw: bytes, guide: Guide, page: Page, source: Page, texts: Mapping[str, str], looked_at: set[str]) -> bytes:
    """The bytes of a page with the texts given by part, and a stamp for each section that was looked at."""
    before = raw.decode("utf-8")
    windows = "\r\n" in before
    rows = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = rows[: page.body_line - 1]
    for field in reversed(FIELDS):
        if FRONT + field in texts:
            head = _with_field(head, page, field, texts[FRONT + field])
    body = _body(page, source, texts)
    text = "\n".join([*head, body])
    digests = _digests(guide, page, source, looked_at)
    if digests != stamps(page):
        text = with_stamps(text, digests)
    if text == "\n".join(rows):
        return raw
    return (text.replace("\n", "\r\n") if windows else text).encode("utf-8")


def created(guide: Guide, source: Page, texts: Mapping[str, str]) -> bytes:
    """A page that had no translation: front matter like its source's, every text given, every section stamped."""
    meta = {key: value for key, value in source.meta.items() if key not in (SLUG, FIELD, REVIEWER)}
    rows = [FENCE]
    for key, value in meta.items():
        rows.append(_line(key, texts.get(FRONT + key, value)))
        if key == "description" and FRONT + SLUG in texts:
            rows.append(_line(SLUG, texts[FRONT + SLUG]))
    rows += [_line(REVIEWER, None), FENCE]
    body = "\n".join(_framed(piece, texts.get(part, "")) for part, piece in pieces(source).items())
    digests = {name: one.digest for name, one in stampable(guide, source).items() if name in texts}
    return with_stamps("\n".join([*rows, body]), digests).encode("utf-8")


def _body(page: Page, source: Page, texts: Mapping[str, str]) -> str:
    """The body with the pieces that came back; a section that is new stands after the one it follows in the source."""
    ours, theirs = dict(pieces(page)), pieces(source)
    order = list(ours)
    for part, text in texts.items():
        if part in ours:
            ours[part] = _framed(ours[part], text)
    earlier: list[str] = []
    for part in theirs:
        if part in texts and part not in ours:
            after = next((one for one in reversed(earlier) if one in order), None)
            order.insert(order.index(after) + 1 if after else 0, part)
            ours[part] = _framed(theirs[part], texts[part])
            at = order.index(part)
            if at and not ours[order[at - 1]].endswith("\n"):  # what was the page's end has no empty line after it
                ours[order[at - 1]] += "\n"
        earlier.append(part)
    body = "\n".join(ours[part] for part in order)
    if order != list(pieces(page)):
        return body.rstrip("\n") + "\n"
    return body


def _framed(old: str, text: str) -> str:
    """A text between the empty lines that stand around the old one; the old one itself where they say the same."""
    inner = old.strip("\n")
    if tidy(inner) == tidy(text):
        return old
    start = len(old) - len(old.lstrip("\n"))
    end = len(old.rstrip("\n"))
    return old[:start] + tidy(text) + (old[end:] if inner else "\n")


def _digests(guide: Guide, page: Page, source: Page, looked_at: set[str]) -> dict[str, str]:
    """The page's stamps with new ones for the sections looked at, in the order of the source."""
    had, theirs = stamps(page), stampable(guide, source)
    found = {}
    for name in [*theirs, *(one for one in had if one not in theirs)]:
        if name in looked_at:
            found[name] = theirs[name].digest
        elif name in had:
            found[name] = had[name]
    return found


def _with_field(head: list[str], page: Page, field: str, text: str) -> list[str]:
    """The rows of a front matter with a field's value, in its place or before the closing fence."""
    if field not in page.meta_lines:
        return [*head[:-1], _line(field, text), head[-1]]
    if page.meta.get(field) == text:
        return head
    start = page.meta_lines[field] - 1
    end = start + 1
    while end < len(head) - 1 and (not head[end].strip() or head[end].startswith((" ", "\t"))):
        end += 1
    return [*head[:start], _line(field, text), *head[end:]]


def _line(field: str, value: object) -> str:
    dumped: str = yaml.safe_dump({field: value}, allow_unicode=True, width=10**6, sort_keys=False)
    return dumped.rstrip("\n")
