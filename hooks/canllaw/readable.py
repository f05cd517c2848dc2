"""What a reader reads of a masked text: everything that is only markup blanked, offsets and lines kept."""

import re

from .scanner import blank

# The kind of a box and the numbers of a list. They are blanked first: of the other marks
# only attributes go over a line end, and those are blanked whether or not a line in them opens something.
# Each starts with the end of the line before, for which a text is looked through in a moment.
_OPENER = re.compile(r"(\n[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+\w+|\d+[.)](?:[^\S\n]|(?=\n))))")
# Marks of notes, targets of links, attributes, tags, web addresses.
# Each stops at what would open the next, so that a page of openings alone takes no longer than any other.
_MARKUP = re.compile(r"(\[\^[^\[\]\s]+\]:?|\((?<=\]\()[^()\s]*\)|\{:?[ \t]*[#.][^{}]*\}|<[^<>\n]*>|https?://\S+)")
_OPEN = re.compile(r"\{[^{}\s]*\s")
_MARKED_RUN = re.compile(r"<span\s[^<>]{0,200}\blang=[^<>]{0,200}>(?:[^<]|<(?!/?span\b))*</span>")


def blanked(match: re.Match[str]) -> str:
    """As many spaces as the match is long, line ends kept."""
    return blank(match.group())


def without(pattern: re.Pattern[str], text: str) -> str:
    """A text with blanks for what a pattern finds, which is its one group: no call for each match, as in `sub`."""
    parts = pattern.split(text)
    parts[1::2] = map(blank, parts[1::2])
    return "".join(parts)


def readable_chunk(chunk: str) -> str:
    """A chunk of a text in which no markup goes over blanks, without its markup; no row of it opens a box."""
    return without(_MARKUP, chunk)


def goes_over_blanks(text: str) -> bool:
    """Whether a text may have markup that goes over blanks."""
    return "<" in text or ("{" in text and _OPEN.search(text) is not None)


def unopened(text: str) -> str:
    """A text without what makes its rows the first of a box or of a numbered item."""
    return without(_OPENER, f"\n{text}")[1:]


def readable(text: str) -> str:
    """The text without its markup: the words of links stay, where they lead goes."""
    text = unopened(text)
    # Without one of these signs there is none of that markup.
    if "[^" in text or "](" in text or "<" in text or "://" in text or "{" in text:
        text = without(_MARKUP, text)
    return text


def in_own_language(text: str) -> str:
    """The readable text without the runs marked as being in another language."""
    return readable(_MARKED_RUN.sub(blanked, text) if "<span" in text else text)
