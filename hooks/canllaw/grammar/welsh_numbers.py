"""Welsh number words: counting by tens and by twenties, both genders, with the mutations they meet in a sentence."""

from collections.abc import Mapping

# Each number from 2 to 9 in its forms: masculine and feminine, before a noun and alone, soft and aspirate.
_UNITS = {
    1: "un",
    2: "dau ddau dwy ddwy",
    3: "tri dri thri tair dair thair",
    4: "pedwar bedwar phedwar pedair bedair phedair",
    5: "pump bump phump pum bum phum",
    6: "chwech chwe",
    7: "saith",
    8: "wyth",
    9: "naw",
}
_TEN = "deg ddeg"
_BY_TWENTIES = {
    12: "deuddeg ddeuddeg deuddeng ddeuddeng",
    15: "pymtheg bymtheg phymtheg pymtheng bymtheng",
    18: "deunaw ddeunaw",
    20: "ugain hugain",
    40: "deugain ddeugain",
    60: "trigain drigain thrigain",
}
_ORDINALS = {
    3: "trydydd drydydd thrydydd trydedd drydedd thrydedd traean draean",
    4: "pedwerydd bedwerydd phedwerydd pedwaredd bedwaredd phedwaredd",
    5: "pumed bumed phumed",
    6: "chweched",
    7: "seithfed",
    8: "wythfed",
    9: "nawfed",
    10: "degfed ddegfed",
}
_ONCE_AND_AGAIN = {2: "dwywaith ddwywaith", 3: "teirgwaith deirgwaith", 4: "pedairgwaith bedairgwaith"}
# "Un" is "one", "any" and "same" unless one of these follows.
_PERIODS = ("flwyddyn", "mis", "wythnos", "awr", "munud")


def _each(table: Mapping[int, str]) -> dict[str, str]:
    return {word: str(number) for number, words in table.items() for word in words.split()}


def _composed() -> dict[str, str]:
    """`un ar ddeg`, `pump ar hugain` and `dau ddeg pump`, in every form of their parts."""
    found: dict[str, str] = {}
    units = [(number, word) for number, words in _UNITS.items() for word in words.split()]
    for number, word in units:
        for base, words in ((10, "ddeg"), (15, "bymtheg"), (20, "hugain")):
            found |= {f"{word} ar {one}": str(base + number) for one in words.split() if number < 5 or base == 20}
        for ten in _TEN.split():
            found[f"{word} {ten}"] = str(number * 10)
            found |= {f"{word} {ten} {unit}": str(number * 10 + more) for more, unit in units}
    return found


NUMBER_WORDS: Mapping[str, str] = {
    **{word: number for word, number in _each(_UNITS).items() if number != "1"},
    **dict.fromkeys((*_TEN.split(), "deng", "ddeng"), "10"),
    **_each(_BY_TWENTIES),
    **_each(_ORDINALS),
    **_each(_ONCE_AND_AGAIN),
    **_composed(),
    **{f"un {period}": "1" for period in _PERIODS},
    "dwsin": "12",
    "ddwsin": "12",
    "hanner": "1/2",
    "chwarter": "1/4",
    "hanner nos": "00:00",
    "hanner dydd": "12:00",
    # Half-nude, fairly: no numbers.
    "hanner noeth": "",
    "yn deg": "",
}
LOOSE_NUMBER_WORDS: Mapping[str, str] = {
    # With the article, two are "both" or "each" as often as a count.
    **{f"{article} {two}": "2" for article in ("y", "r", "ill") for two in ("dau", "ddau", "dwy", "ddwy")},
    "sero": "0",
    "dim": "0",
    "un": "1",
    "unwaith": "1",
    "cyntaf": "1",
    "gyntaf": "1",
    "ail": "2",
    "pâr": "2",
    "bâr": "2",
}
SCALES: Mapping[str, str] = {
    "cant": "100", "gant": "100", "chant": "100", "mil": "1000", "fil": "1000",
    "miliwn": "1000000", "filiwn": "1000000",
}  # fmt: skip
# "am" with a space before it is the preposition.
HALF_DAYS: Mapping[str, int] = {
    "am": 0, "pm": 12, "yb": 0, " yb": 0, "yh": 12, " yh": 12, " y bore": 0, " y prynhawn": 12, " yr hwyr": 12,
    " hanner dydd": 12, " hanner nos": 0,
}  # fmt: skip
PER_CENT = ("%", "y cant")
