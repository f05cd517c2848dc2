"""The whole guide of a language as a PDF for people and for screen readers: tagged, with bookmarks, as PDF/UA-1 asks.

Set with Typst, from its own fonts alone, so that the same guide gives the same bytes on every machine.
"""

from ..model import Language
from ..volumes import tagline
from .markup import text
from .markup import typst as code
from .notices import Copy

LAYOUT = """\
#set document(title: {title}, author: {name})
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.6cm), numbering: "1", footer: context {{
  set text(size: 8pt)
  grid(columns: (1fr, auto), column-gutter: 1em, {age}, counter(page).display())
}})
#set text(font: "Libertinus Serif", size: 10.5pt, lang: {code}, hyphenate: false)
#set par(spacing: 0.9em)
#show heading.where(level: 1): set heading(numbering: "1.")
#set table(stroke: 0.5pt + luma(120), inset: 5pt, align: left)
#set table.cell(breakable: false)
#set list(indent: 0.5em)
#set enum(indent: 0.5em)
#show heading.where(level: 1): it => {{ pagebreak(weak: true); text(size: 1.3em, it) }}
#show heading: set block(sticky: true, above: 1.4em, below: 0.8em)
#show link: underline
#let boxed(it) = block(width: 100%, inset: (left: 0.8em, y: 0.2em), stroke: (left: 2pt + luma(120)), it)
#let printed(it) = std.text(size: 0.85em, " (" + it + ")")
#align(center)[#v(4cm) #std.title() #std.text(size: 1.2em, {tagline}) #v(1cm)]
#par({age})
#outline(depth: 2, indent: auto)
#{body}
"""


class NotSet(Exception):
    """A document cannot be set as PDF/UA-1, such as for a link to a place it lacks; the message says which and why."""


def pdf(copy: Copy, html: str, language: Language, epoch: int) -> bytes:
    """The PDF. `html`: what canllaw.editions.document makes; `epoch`: the seconds it is dated by.

    Raises NotSet.
    """
    import typst  # seven megabytes, which a build of the site alone does without

    guide = copy.guide
    source = LAYOUT.format(
        title=text(str(guide.settings["name"])), name=text(str(guide.settings["name"])), age=text(copy.age(language)),
        code=text(language.code), tagline=text(tagline(guide, language.code)), body=code(html),
    )  # fmt: skip
    compiler = typst.Compiler(source.encode(), ignore_system_fonts=True)
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=epoch)
    except typst.TypstError as error:
        name = f"{tagline(guide, language.code)}, {language.name}"
        raise NotSet(f"the PDF cannot be set ({name}): {'; '.join([error.message, *error.hints])}") from error
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made
