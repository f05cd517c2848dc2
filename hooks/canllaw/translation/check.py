"""Whether a translated text keeps what its source holds: macros, footnotes, links, ids, code, tables, markup."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from ..differences import Thing, unanswered
from ..model import Guide, Language, Page, Problem
from ..rules.counterparts import same_call, same_link
from ..rules.numbers import number_typed_into_a_page
from ..rules.pages import SLUG as ADDRESS
from ..rules.shape import same_table
from ..scanner import CODE_SPAN, COMMENT, FENCE, MACRO_OPEN, Lines, without_macros
from ..sections import FRONT
from ..source import parse_page
from .units import SLUG, Returned, tidy

HEAD = "---\ntitle: none\n---\n"
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
HEADING_ID = re.compile(r"^(#{1,6}[ \t][^\n]*?)\{:?\s*#[^{}\n]*\}[ \t]*$", re.M)
LANG = re.compile(r"\blang\s*=|^</span>$")
WORDS = re.compile(r"[^\W\d_]{2,}")
RULE = "import"


def faults(guide: Guide, language: Language, unit: Returned, source: str, file: str) -> list[Problem]:
    """What is wrong with a returned translation of `source`, each on its line of the translator's file."""
    target = tidy(unit.target or "")
    if "\0" in target:
        message = f"{unit.name}: a NUL character, which no text holds"
        return [Problem(file, unit.line_at(target[: target.index("\0")].count("\n")), RULE, message, "remove it")]
    if unit.part.startswith(FRONT):
        return [Problem(file, unit.line_at(unit.empty), *one) for one in _field(unit, target)]
    key = f"{file}#{unit.name}"
    ours, misread = parse_page(key, language, unit.page, HEAD + target)
    theirs, _ = parse_page(f"{key} source", guide.languages[0], unit.page, HEAD + source)
    if ours is None or theirs is None:  # never for text below a front matter of our own
        raise AssertionError(f"{unit.name} cannot be read")
    found = [(one.line, one.rule, f"{unit.name}: {one.message}", one.hint) for one in misread]
    for rule, find, in_order, hint in KEPT:
        for line, message in _compared(find(guide, ours), find(guide, theirs), in_order, ours.body_line):
            found.append((line, rule, f"{unit.name}: {message}", hint))
    typed = {(one.message) for one in number_typed_into_a_page(guide, theirs)}
    for one in number_typed_into_a_page(guide, ours):
        if one.message not in typed:
            found.append((one.line, one.rule, f"{unit.name}: {one.message}", one.hint))
    if target == tidy(source) and _has_words(ours):
        message = f"{unit.name}: the target is the source, untranslated"
        found.append((ours.body_line, RULE, message, "translate it, or leave the target out"))
    return [
        Problem(file, unit.line_at(unit.empty + line - ours.body_line), *rest) for line, *rest in sorted(set(found))
    ]


def _field(unit: Returned, target: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a field of the front matter: rule, message, fix."""
    if "\n" in target:
        yield "CF012", f"{unit.name}: more than one line, where a field has one", "write it on one line"
    elif unit.part == FRONT + SLUG and not ADDRESS.fullmatch(target):
        hint = "use lower-case letters a to z, digits and single hyphens"
        yield "CF012", f"{unit.name}: '{target}' cannot be an address", hint
    elif MACRO_OPEN.search(target):
        yield RULE, f"{unit.name}: a macro, which a field cannot hold", "write the words out"
    elif unit.part != FRONT + SLUG and target == tidy(unit.source) and " " in target:
        yield RULE, f"{unit.name}: the target is the source, untranslated", "translate it, or leave the target out"


def _compared(ours: Sequence[Thing], theirs: Sequence[Thing], in_order: bool, first: int) -> Iterator[tuple[int, str]]:
    """Where two lists of things differ: the line in the target, what is there and what was expected."""
    if in_order:
        for here, there in zip_longest(ours, theirs):
            if here is None or there is None or here[0] != there[0]:
                break
        else:
            return
        extra, missing = [here] if here else [], [there] if there else []
    else:
        extra, missing = unanswered(ours, theirs), unanswered(theirs, ours)
    for here, there in zip_longest(extra, missing):
        if here is None:
            yield first, f"expected {there[1]}, which is not here"
        else:
            yield here[2], f"{here[1]}, where " + (f"{there[1]} was expected" if there else "the source has none such")


def _headings(_: Guide, page: Page) -> list[Thing]:
    return [((one.level, one.id), f"'{'#' * one.level} … {{#{one.id}}}'", one.line) for one in page.headings]


def _tags(_: Guide, page: Page) -> list[Thing]:
    """HTML tags and attribute lists, but not those that say what language a run of text is in, nor ids of headings."""
    text = HEADING_ID.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), without_macros(page.masked))
    lines = Lines(text, page.body_line)
    found: list[Thing] = []
    for pattern in (TAG, ATTRIBUTES):
        for match in pattern.finditer(text):
            if not LANG.search(match[0]):
                found.append((" ".join(match[0].split()), f"'{match[0]}'", lines.at(match.start())))
    return found


def _code(guide: Guide, page: Page) -> list[Thing]:
    found = [(match.start(), match[0]) for match in FENCE.finditer(page.body)]
    rest = FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), page.body)
    rest = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), rest)
    found += [(match.start(), match[0]) for match in CODE_SPAN.finditer(rest)]
    lines = Lines(page.body, page.body_line)
    # Files of an edition have a name in each language; the same file is the same code.
    own = {name: what for one in guide.languages for name, what in ((one.start_file, "start"), (one.read_me, "read"))}
    return [
        (own.get(text.strip("`"), text), f"the code {' '.join(text.split())}", lines.at(at))
        for at, text in sorted(found)
    ]


def _boxes(_: Guide, page: Page) -> list[Thing]:
    kinds = [(" ".join(one.text.split()[:2]), one.line) for one in page.blocks if one.kind == "box"]
    return [(kind, f"a box '{kind}'", line) for kind, line in kinds]


def _has_words(page: Page) -> bool:
    """Whether there is anything to translate, apart from macros, code and links to other places."""
    text = TAG.sub(" ", ATTRIBUTES.sub(" ", without_macros(page.masked)))
    return WORDS.search(re.sub(r"\[\^[^\]]*\]|\]\([^)]*\)", " ", text)) is not None


_MARK_HINT = "keep the footnote marks of the source, each as often as there"
KEPT: tuple[tuple[str, Callable[[Guide, Page], Sequence[Thing]], bool, str], ...] = (
    ("PA002", _headings, True, "keep the headings, their levels and their ids, in their order"),
    ("PA004", lambda _, page: [same_call(one) for one in page.macros], False, "keep every macro as the source has it"),
    ("FN015", lambda _, page: [(m.label, f"[^{m.label}]", m.line) for m in page.marks], False, _MARK_HINT),
    (
        "FN011",
        lambda _, page: [(m.label, f"[^{m.label}]:", m.line) for m in page.definitions],
        False,
        "keep every note",
    ),
    ("PA003", lambda _, page: [same_link(x) for x in page.links if not x.image], False, "keep where every link leads"),
    (
        "PA005",
        lambda _, page: [("", f"the image {x.target}", x.line) for x in page.links if x.image],
        False,
        "keep images",
    ),
    ("PA006", lambda _, page: [same_table(b) for b in page.blocks if b.kind == "table"], True, "keep rows and columns"),
    ("PA008", _boxes, True, "keep the boxes and their kinds"),
    (RULE, _code, False, "keep code as it is"),
    (RULE, _tags, False, "keep HTML tags and {…} as they are"),
)
