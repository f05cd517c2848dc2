"""The macros a page may call, and the expansion of a page's calls into Markdown and HTML."""

import inspect
from collections.abc import Callable
from functools import cache

from ..model import Guide, MacroError, Page, Problem
from ..volumes import volume_of
from . import blocks, inlines
from .base import BLOCK, INLINE, Context, Macro, Sound, Trial, suggest

__all__ = ["BLOCK", "INLINE", "Context", "blocks", "expand", "faults", "inlines", "run"]


def expand(guide: Guide, page: Page, alone: Callable[[str], str] = "\n\n{}\n\n".format) -> tuple[str, list[Problem]]:
    """The page's body with every macro call replaced, and a Problem for each call that cannot be.

    `alone` puts the HTML of a block macro on lines of its own.
    """
    parts, problems, at, volume = [], [], 0, volume_of(guide, page)
    for call in page.macros:
        parts.append(page.body[at : call.start])
        at = call.end
        try:
            output = run(Context(volume, page, call))
            parts.append(alone(output) if call.name in BLOCK else output)
        except MacroError as error:
            problems.append(Problem(page.file, call.line, error.rule, error.message, error.hint))
    parts.append(page.body[at:])
    return "".join(parts), problems


def faults(guide: Guide, page: Page) -> list[Problem]:
    """The Problems of expand(), without what it makes: no template is rendered, and like calls are tried once."""
    if not page.macros:
        return []
    volume, found = volume_of(guide, page), []
    tried: dict[tuple[object, ...], MacroError | None] = guide.memo.setdefault("macros tried", {})
    for call in page.macros:
        # By what they look like: True and 1 are the same, and not the same argument.
        key = volume.id, page.language.code, call.name, repr((call.args, call.kwargs)), call.block
        if key not in tried:
            tried[key] = _fault(Trial(volume, page, call))
        if error := tried[key]:
            found.append(Problem(page.file, call.line, error.rule, error.message, error.hint))
    return found


def _fault(trial: Trial) -> MacroError | None:
    try:
        run(trial)
    except Sound:
        return None
    except MacroError as error:
        return error.with_traceback(None)
    return None


def run(context: Context) -> str:
    """The output of one call; MacroError when the macro, its arguments or what they name do not exist."""
    call, known = context.call, INLINE | BLOCK
    if call.name not in known:
        raise MacroError("XR021", f"there is no macro '{call.name}'", suggest(call.name, known, "macro"))
    function = known[call.name]
    usage = _usage(function)
    try:
        _can_take(function, len(call.args), tuple(call.kwargs))
    except TypeError as error:
        raise MacroError("XR022", f"{call.name}(): {error}", f"the form is {usage}") from error
    if not all(isinstance(value, str) for value in [*call.args, *call.kwargs.values()]):
        raise MacroError("XR022", f"{call.name}(): every argument is text in quotes", f"the form is {usage}")
    if call.name in BLOCK and not call.block:
        raise MacroError("XR023", f"{call.name}() stands inside a line", "put it on a line of its own")
    return function(context, *call.args, **call.kwargs)


@cache  # calls are many, and of few forms
def _can_take(function: Macro, count: int, names: tuple[str, ...]) -> None:
    """TypeError where a macro does not take so many arguments besides its context, and these by their names."""
    _signature(function).bind(*[None] * (count + 1), **dict.fromkeys(names))


@cache
def _signature(function: Macro) -> inspect.Signature:
    return inspect.signature(function)


@cache
def _usage(function: Macro) -> str:
    parameters = list(_signature(function).parameters.values())[1:]
    shown = ", ".join(str(one.replace(annotation=inspect.Parameter.empty)) for one in parameters)
    return f"{{{{ {function.__name__}({shown}) }}}}"
