"""How links are written: one form, with words that say where each one leads."""

import re
from collections.abc import Iterator

from ..model import Guide, Page, Problem
from ..readable import blanked
from ..scanner import LINK, Lines
from .registry import rule

IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^)]*\)")
TAG = re.compile(r"<[^<>]*>")
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?", re.I)
MARKS = str.maketrans("", "", "*`~")
PUNCTUATION = " .,;:!?…()'\"“”‘’«»‹›<>→-–—"
FORM = "write [words that say where it leads](target)"
# Every other way to a link: signs of which a text in small letters has one, the pattern, what to call it, what to do.
# A match is blanked before the next pattern looks.
OTHER_FORMS = (
    (("<",), re.compile(r"<(?:a|area|img)\b[^<>]*>?", re.I), "a link or image is written as HTML", FORM),
    (
        ("<",),
        re.compile(r"<(?:[a-z][a-z0-9+.-]+:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>", re.I),
        "an address in <> makes a link without words",
        FORM,
    ),
    (
        ("][", "] ["),
        re.compile(r"(?:!\[(?<!\\!\[)|\[(?<!\\\[))(?!\^)[^\[\]]+\][ ]?\[(?!\^)[^\[\]]*\]"),
        "a link names its target elsewhere, by a label",
        FORM,
    ),
    (
        ("]:",),
        re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*\S.*", re.M),
        "a link's target stands apart from it",
        FORM,
    ),
    (
        ("](",),
        re.compile(r"\[(?<!\\\[)(?!\^)(?:[^\[\]]|\[[^\[\]]*\])*\]\([^\s()\[\]]*"),
        "what starts like a link is none",
        "no space or bracket in the target (write ( as %28), a title in double quotes, and a closing bracket",
    ),
    (
        ("]",),
        re.compile(r"\[(?<!\\\[)(?!\^)[^\[\]]+\]\s+\((?:[^()\s]*\.md(?:#[^()\s]*)?|#[\w-]+|https?://[^()\s]*)\)"),
        "a space keeps this from being a link",
        "take away the space between ] and (",
    ),
    (
        ("://", "www."),
        re.compile(r"(?<![\w/@.])(?:https?://|www\.)[^\s<>)\]]+", re.I),
        "an address is typed into the text",
        FORM,
    ),
)
SIGNS = ("<", "][", "]![", "] [", "]:", "://", "www.")
# What has a blank between its brackets, or would have one if a link between them were gone.
APART = re.compile(r"\]\s+!?[(\[]")


@rule("XR007", scope="page")
def link_says_nothing(guide: Guide, page: Page) -> Iterator[Problem]:
    """The words of a link do not say where it leads.

    They may be read alone, in a list of links. The words that say nothing are in data/guide.yml, `vague_link_texts`.

    Bad:  To report an image, click [here](reporting.md).    [https://www.iwf.org.uk](https://www.iwf.org.uk)
    Good: Read [how to report an image](reporting.md).
    """
    vague = _vague(guide, page.language.code) if page.links else frozenset()
    for link, written in zip(page.links, _written(page), strict=True):
        if link.image:
            continue
        if not link.text.strip() and (not written.strip() or "{{" in written):
            message = f"the link to {link.target or 'nowhere'} has no words of its own"
            hint = "write what the reader finds there; a macro is a link already and cannot stand inside another"
            yield Problem(page.file, link.line, "XR007", message, hint)
            continue
        text = _plain(written)
        if text in vague:
            message = f"the words '{written.strip()}' do not say where the link leads"
            yield Problem(page.file, link.line, "XR007", message, "name what the reader finds there")
        elif ("." in text or "://" in text) and ADDRESS.fullmatch(text):
            message = f"the link shows a bare address: '{written.strip()}'"
            yield Problem(page.file, link.line, "XR007", message, "name what the reader finds there")


def _written(page: Page) -> list[str]:
    """The words of each link as they stand in the page, with the code and macros in them."""
    # What is blanked is longer than one sign, so it leaves two blanks side by side.
    if any("  " in link.text or "\n" in link.text for link in page.links):
        return [page.body[match.start(2) : match.end(2)] for match in LINK.finditer(page.masked)]
    return [link.text for link in page.links]


def _vague(guide: Guide, code: str) -> frozenset[str]:
    key = ("vague", code)
    if key not in guide.memo:
        words = guide.settings.get("vague_link_texts", {}).get(code, ())
        guide.memo[key] = frozenset(map(_plain, words))
    found: frozenset[str] = guide.memo[key]
    return found


def _plain(text: str) -> str:
    """The words of a link as read aloud: no markup, no punctuation at the ends, small letters."""
    words = IMAGE.sub(r"\1", text) if "![" in text else text
    words = (TAG.sub("", words) if "<" in words else words).translate(MARKS)
    return " ".join(words.split()).strip(PUNCTUATION).casefold()


@rule("XR011", scope="page")
def link_in_another_form(guide: Guide, page: Page) -> Iterator[Problem]:
    """A link is not written as `[words](target)`.

    HTML, `<address>`, `[words][label]` and bare addresses escape the checks, or show words that say nothing.

    Bad:  <https://www.iwf.org.uk>    [the law][law]    <a href="law.md">the law</a>
    Good: [the law](law.md)
    """
    if page.masked.count("](") == len(page.links) and not APART.search(page.masked):
        signs = page.masked.lower().replace("][^", "^")  # marks of notes that stand side by side
        if not any(sign in signs for sign in SIGNS):
            return
    rest = LINK.sub(blanked, page.masked)
    signs = rest.lower()
    for needed, pattern, message, hint in OTHER_FORMS:
        found = list(pattern.finditer(rest)) if any(sign in signs for sign in needed) else []
        if not found:
            continue
        lines = Lines(rest, page.body_line)
        for match in found:
            shown = " ".join(match.group().split())
            line = lines.at(match.start() + len(match.group()) - len(match.group().lstrip()))
            yield Problem(page.file, line, "XR011", f"{message}: {shown[:60]}", hint)
        rest = pattern.sub(blanked, rest)
