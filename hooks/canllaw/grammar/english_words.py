"""Words of English that the rules on law, telephone numbers and plain text know."""

import re

SECTION_WORDS = ("section", "sections", "sec.", "s.", "ss.", "s", "ss")
# Runs of capitals, and the small words that stand between them, up to "Act 1989" or "Measure 2011".
_NAME = r"[^\W\d_a-z][\w'’&-]*|\([^()\n]*\)"
# Blanks, and one line end at most: a name does not go on in the next paragraph.
_GAP = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
ACT_PATTERN = re.compile(
    rf"(?<![\w'’-])(?:{_NAME})(?:,?{_GAP}(?:{_NAME}|and|of|the|for|in|on|to)){{0,16}}?{_GAP}(?:[Aa]ct|[Mm]easure){_GAP}\d{{4}}(?!\w)"
)
ACT_WORDS = ("Act", "act", "Measure", "measure")
ACT_LEAD = re.compile(r"(?s:.*)(?<!\w)[Tt]he\s+")
CALL_WORDS = frozenset({
    "ring", "rings", "ringing", "rang", "call", "calls", "calling", "called", "dial", "dials", "dialling",
    "phone", "phones", "phoning", "telephone", "text", "texts", "texting", "police", "ambulance", "emergency",
})  # fmt: skip
AFTER_NUMBER = frozenset({
    "a", "again", "also", "always", "and", "any", "anyone", "anytime", "as", "at", "because", "before", "but",
    "by", "day", "first", "for", "free", "from", "if", "immediately", "in", "instead", "is", "it", "now", "on",
    "or", "right", "so", "straight", "then", "to", "today", "tonight", "when", "where", "while", "with",
    "without", "works",
})  # fmt: skip
NUMBERED = ("page", "pages", "paragraph", "paragraphs", "article", "part", "chapter", "schedule", "regulation", "no.")
REPEATED_WORDS = frozenset({"that", "had"})
