"""What a reader reads of a masked text: everything that is only markup blanked, offsets and lines kept."""

import re

# Marks of notes, targets of links, attributes, tags, web addresses, the kind of a box, the numbers of a list.
# Each stops at what would open the next, so that a page of openings alone takes no longer than any other.
_MARKUP = re.compile(
    r"\[\^[^\[\]\s]+\]:?|(?<=\])\([^()\s]*\)|\{:?[ \t]*[#.][^{}]*\}|<[^<>\n]*>|https?://\S+"
    r"|^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+\w+|^[ \t]*\d+[.)]\s",
    re.M,
)
_MARKED_RUN = re.compile(r"<span\s[^<>]{0,200}\blang=[^<>]{0,200}>(?:[^<]|<(?!/?span\b))*</span>")
_INK = re.compile(r"[^\n]")


def blank(match: re.Match[str]) -> str:
    """As many spaces as the match is long, line ends kept."""
    return _INK.sub(" ", match.group())


def readable(text: str) -> str:
    """The text without its markup: the words of links stay, where they lead goes."""
    return _MARKUP.sub(blank, text)


def in_own_language(text: str) -> str:
    """The readable text without the runs marked as being in another language."""
    return readable(_MARKED_RUN.sub(blank, text))
