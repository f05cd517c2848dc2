"""Words of Welsh that the rules on law, telephone numbers and plain text know."""

import re

SECTION_WORDS = ("adran", "adrannau", "hadran", "hadrannau", "adr.")
# "Deddf" or "Mesur", mutated or not, then capitals and the small words between them, up to the year.
_NAME = r"[^\W\d_a-z][\w'’-]*|\([^()\n]*\)"
_SMALL = "a|ac|ag|â|ar|am|at|y|yr|i|o|mewn|yn|rhag|gan|heb|er|dros|drwy"
# Blanks, and one line end at most: a name does not go on in the next paragraph.
_GAP = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
ACT_PATTERN = re.compile(
    rf"(?<![\w'’-])(?:Deddf|Ddeddf|Neddf|Mesur|Fesur)(?:{_GAP}(?:{_SMALL})){{0,3}}{_GAP}(?:{_NAME})"
    rf"(?:,?{_GAP}(?:{_NAME}|{_SMALL})){{0,16}}?{_GAP}\d{{4}}(?!\w)"
)
ACT_WORDS = ("Deddf", "Ddeddf", "Neddf", "Mesur", "Fesur")
ACT_LEAD = re.compile(r"(?!)")
CALL_WORDS = frozenset({
    "ffoniwch", "ffonio", "ffoniodd", "ffôn", "galw", "galwch", "alw", "galwad", "galwadau", "deialu",
    "ddeialu", "deialwch", "tecstio", "decstio", "tecstiwch", "heddlu", "argyfwng", "ambiwlans", "brys",
})  # fmt: skip
AFTER_NUMBER = frozenset({
    "a", "ac", "am", "ar", "at", "eto", "fel", "gan", "heb", "heddiw", "heno", "hefyd", "i", "lle", "mae", "na",
    "nac", "nawr", "neu", "ond", "os", "oherwydd", "pan", "pryd", "rhag", "sy", "sydd", "unrhyw",
    "unwaith", "wedyn", "wrth", "y", "yn", "yna", "yw",
})  # fmt: skip
NUMBERED = ("tudalen", "tudalennau", "paragraff", "erthygl", "rhan", "pennod", "atodlen", "rheoliad", "rhif")
REPEATED_WORDS: frozenset[str] = frozenset()
