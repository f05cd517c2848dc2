"""ST: what a reader reads: no markup that was never turned into anything, no number that must not be shown."""

import re
from collections.abc import Iterator

from ..model import Problem
from ..numbers import ascii_digits
from ..rules.registry import rule
from .built import Built
from .document import BREAK

CODE = frozenset(("code", "pre", "kbd", "samp"))
SIGNS = ("{{", "}}", "{%", "{#", "{:", "[^", "](", "**", "<!--")
OPENERS = ("!!!", "???")
"""Signs of a box, which begin a line."""
LEFT_OVER = re.compile(
    rf"{'|'.join(map(re.escape, SIGNS))}|(?:^|(?<=\0))[ \t]*(?:{'|'.join(map(re.escape, OPENERS))})", re.M
)
ATTRIBUTES = ("alt", "aria-label", "content", "placeholder", "title")
AROUND = 20


@rule("ST015", scope="documents")
def markup_left_over(built: Built) -> Iterator[Problem]:
    """Readers see markup: a macro, a footnote mark or Markdown that was never turned into what it stands for.

    Bad:  Ring {{ phone("childline") }}   as the page shows it
    Good: Ring 0800 1111
    """
    for document in built.documents.values():
        text = document.text(CODE)
        for match in LEFT_OVER.finditer(text.whole) if _may_show(text.whole) else ():
            around = text.whole[match.start() : match.end() + AROUND].partition(BREAK)[0]
            message = f"the text shows markup: {' '.join(around.split())!r}"
            yield built.problem(document, text.line(match.start()), "ST015", message, "correct it, or mark it as code")
        for name in ATTRIBUTES:
            for element in document.having(name):
                if _may_show(element.get(name)) and LEFT_OVER.search(element.get(name)):
                    message = f"{name} of <{element.tag}> shows markup: {element.get(name)[:60]!r}"
                    yield built.problem(document, element.line, "ST015", message, "write it as plain text")


def _may_show(text: str) -> bool:
    """Whether there may be markup in a text. Quick; a no is final."""
    return any(sign in text for sign in SIGNS + OPENERS)


@rule("ST017", scope="documents")
def number_not_to_be_printed(built: Built) -> Iterator[Problem]:
    """A page shows, or dials, a number that data/helplines.yml says must not be printed.

    Somebody in need would ring a line that does not answer.

    Bad:  a number listed in do_not_print
    Good: {{ phone("childline") }}
    """
    code = built.guide.languages[0].code
    numbers = [(str(one["number"]), str(one["why"].get(code, ""))) for one in built.guide.do_not_print]
    patterns = [(re.compile(_however_written(number)), number, why) for number, why in numbers]
    ends = [re.sub(r"\D", "", number)[1:] for number, _ in numbers]  # the same from wherever it is rung
    for document in built.documents.values():
        text = document.text()
        dialled = [one for one in document.all("a") if one.get("href").startswith(("tel:", "sms:"))]
        digits = ascii_digits("".join([text.whole, *(one.get("href") for one in dialled)]))
        for (pattern, number, why), end in zip(patterns, ends, strict=True):
            if end not in digits:
                continue
            lines = {text.line(match.start()) for match in pattern.finditer(text.whole)}
            lines |= {one.line for one in dialled if pattern.search(one.get("href"))}
            for line in lines:
                message = f"the number {number} must not be printed: {why}"
                yield built.problem(document, line, "ST017", message, "use the service's record: {{ phone(…) }}")


def _however_written(number: str) -> str:
    """A pattern of the number with any spacing, and from abroad, but not as a part of a longer one."""
    digits = re.sub(r"\D", "", number)
    gap = r"[\s().\u2010-\u2013-]{0,2}"
    # What stands before a plain first digit is looked at after it: so `re` tries only where that digit is.
    first = rf"(?<!\d)(?:0|\+44{gap}(?:0{gap})?)" if digits.startswith("0") else rf"{digits[0]}(?<!\d{digits[0]})"
    return gap.join([first, *digits[1:]]) + r"(?!\d)"
