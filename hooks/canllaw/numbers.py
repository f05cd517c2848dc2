"""Telephone and text numbers, and e-mail addresses: found in running text, and judged valid in the UK or not."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import phonenumbers

from .chunks import Sieve
from .grammar import Grammar
from .model import Guide

# Digits that belong together: one blank, hyphen or stop between them, brackets around an area code.
RUN = re.compile(
    r"(?<![\w£€$/.,:#&@+-])(?:\+\s?|\()?\d(?:(?:[ \u00a0]{1,2}|[ \t]*\n[ \t]*|[-–.]|[ ]?[()][ ]?)?\d)*(?![\w%])"
)
NO_DIGITS = bytes(set(range(256)).difference(b"0123456789"))
DIGITS = re.compile(r"\d(?:(?:[ \u00a0]{1,2}|[ \t]*\n[ \t]*|[-–.]|[ ]?[()][ ]?)?\d)*")
LOOSE = re.compile(r"[\d+][\d\s\u00a0.()–-]{2,}\d")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
# A number of the UK as it is written out in full, and two that are shorter: Childline's, and NHS 24's old one.
FULL = re.compile(r"0[1-35789]\d{8,9}|08001111|0845464\d")
ABROAD = re.compile(r"(?:\+|00)\d{8,15}")
HARMONISED = re.compile(r"116[ \u00a0-]?\d{3}")
EMERGENCY = frozenset({"999", "112", "101", "111", "18000", "18001"})
FEWEST = 8
"""How many digits a number written out in full has, at least."""
SHORT = 3
"""Numbers of so few digits are ones to call only in a sentence about calling."""
WORD = re.compile(r"[\w'’-]+")
# How far back to look for the word before a number.
BEFORE = 30
COUNTED = re.compile(r"[ \u00a0]+([^\W\d_][\w'’-]*)")
# Kept by Ofcom for drama and never given to anybody, so good for examples and nowhere else:
# www.ofcom.org.uk, "Telephone numbers for use in TV and radio drama programmes".
DRAMA = re.compile(r"01632960\d{3}|07700900\d{3}|08081570\d{3}|0306999\d{4}")


def digits(number: str) -> str:
    """A number's digits as dialled inside the UK: `+44 (0)808 800 5000` as `08088005000`."""
    plain = re.sub(r"[^\d+]", "", number)
    home = re.sub(r"^(?:\+|00)44", "", plain)
    return plain if home == plain else "0" + home.removeprefix("0")


def recorded(guide: Guide) -> Mapping[str, str]:
    """Every number and e-mail address of data/helplines.yml, with the macro that prints it; worked out once."""
    if "numbers" not in guide.memo:
        guide.memo["numbers"] = dict(_recorded(guide))
    found: Mapping[str, str] = guide.memo["numbers"]
    return found


def _recorded(guide: Guide) -> Iterator[tuple[str, str]]:
    """The later of two entries for one number counts: a number that is both texted and rung is more often rung."""
    for record in guide.helplines.values():
        if "email" in record.data:
            yield record.data["email"].lower(), f'{{{{ email("{record.id}") }}}}'
        if "text" in record.data:
            yield digits(record.data["text"]["number"]), f'{{{{ text("{record.id}") }}}}'
    for record in guide.helplines.values():
        for place, phone in enumerate(record.data.get("phones", ())):
            which = f', "{phone["id"]}"' if place else ""
            yield digits(phone["number"]), f'{{{{ phone("{record.id}"{which}) }}}}'


def forbidden(guide: Guide) -> Mapping[str, Mapping[str, str]]:
    """The numbers that must not be printed, as dialled, each with the reason by language."""
    if "forbidden" not in guide.memo:
        guide.memo["forbidden"] = {digits(one["number"]): one["why"] for one in guide.do_not_print}
    found: Mapping[str, Mapping[str, str]] = guide.memo["forbidden"]
    return found


def ascii_digits(text: str) -> str:
    """The digits from 0 to 9 of a text, with nothing between them; quicker than any pattern."""
    return text.encode().translate(None, NO_DIGITS).decode()


def any_of(dialled: Iterable[str], text: str) -> Iterator[re.Match[str]]:
    """Every place in a text where one of these numbers stands, however its digits are grouped."""
    # All but the first digit of a number, however it is grouped, stands in the text's digits.
    run = ascii_digits(text)
    dialled = tuple(number for number in dialled if number[1:] in run)
    if not dialled:
        return
    pattern, shortest = _grouped(dialled), min(map(len, dialled), default=0)
    for match in LOOSE.finditer(text):
        if match.end() - match.start() < shortest:
            continue
        yield from pattern.finditer(text, *match.span())


@cache
def _grouped(dialled: tuple[str, ...]) -> re.Pattern[str]:
    gap = r"[\s\u00a0.()–-]{0,2}"
    forms = [re.sub(r"^0", r"(?:0|(?:\\+|00)44)", number[:1]) + gap + gap.join(number[1:]) for number in dialled]
    return re.compile(rf"(?<![\w+])(?:{'|'.join(forms)})(?!\w)" if forms else r"(?!)")


class Hints:
    """What a text has where a number is typed into it: so much is seen without reading its sentences."""

    def __init__(self, known: Iterable[str]) -> None:
        self._short = EMERGENCY.union(known)
        self._sieve = Sieve(self._may_be)

    def are_in(self, text: str) -> bool:
        """Whether typed() may find anything in a part of the text. Quick; a no is final."""
        return "@" in text or self._sieve.keeps_any(DIGITS.findall(text))

    def _may_be(self, run: str) -> bool:
        parts = re.findall(r"\d+", run)
        together = "".join(parts)
        return len(together) >= FEWEST or "116" in together or not self._short.isdisjoint(parts)


def typed(text: str, known: Mapping[str, str], grammars: tuple[Grammar, ...]) -> Iterator[tuple[int, str]]:
    """Each number of `text` that is one to ring or text, and each e-mail address: its offset and how it is written."""
    for match in EMAIL.finditer(text) if "@" in text else ():
        yield match.start(), match.group()
    calling = _calling(grammars)
    about_calling: bool | None = None
    for match in RUN.finditer(text):
        written, dialled = match.group(), digits(match.group())
        if FULL.fullmatch(dialled) or ABROAD.fullmatch(dialled) or HARMONISED.fullmatch(written):
            yield match.start(), written
        elif written == dialled and (dialled in known or dialled in EMERGENCY):
            if about_calling is None:
                about_calling = not calling.isdisjoint(WORD.findall(text.lower()))
            if _is_called(text, match, calling, about_calling, grammars):
                yield match.start(), written


@cache
def _calling(grammars: tuple[Grammar, ...]) -> frozenset[str]:
    return frozenset().union(*(one.CALL_WORDS for one in grammars))


def _is_called(
    text: str, number: re.Match[str], calling: frozenset[str], about_calling: bool, grammars: tuple[Grammar, ...]
) -> bool:
    """Whether a short number is one to call and not a count: by the words around it."""
    before = text[max(0, number.start() - BEFORE) : number.start()].lower().split()
    last = before[-1].lstrip("(\"'") if before else ""
    if any(last in (*one.SECTION_WORDS, *one.NUMBERED) for one in grammars):
        return False
    if last in calling:
        return True
    counted = COUNTED.match(text, number.end())
    if counted and not any(counted[1].lower() in one.AFTER_NUMBER for one in grammars):
        return False
    return about_calling or len(number.group()) > SHORT


@cache
def valid(number: str) -> bool:
    """Whether a number, as dialled inside the UK, can be rung or texted there."""
    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return False
    return not for_drama(number) and (
        (phonenumbers.is_valid_number(parsed) and parsed.country_code == 44)
        or phonenumbers.is_valid_short_number_for_region(parsed, "GB")
    )


def for_drama(number: str) -> bool:
    """Whether a number is one of those that nobody will ever answer."""
    return DRAMA.fullmatch(digits(number)) is not None
