"""The year of an Act is the same wherever its record gives it: in its name in every language, and in its address."""

import re
from collections.abc import Iterator

from ..model import Guide, Problem
from ..records import line_of
from .registry import rule

LAST = re.compile(r"\b((?:1[2-9]|20)\d\d)\s*$")
# How the official site numbers what is law: its kind, its year, its number.
ADDRESS = re.compile(r"https?://(?:www\.)?legislation\.gov\.uk/[a-z]+/(\d{4})/\d+")


@rule("LW009", scope="guide")
def act_of_two_years(guide: Guide) -> Iterator[Problem]:
    """The name of an Act in one language, or its address on legislation.gov.uk, gives another year than its first name.

    Readers would be led to another law.

    Bad:  title: {en: Children Act 1989, cy: Deddf Plant 1998}
    Good: title: {en: Children Act 1989, cy: Deddf Plant 1989}
    """
    for record in guide.acts.values():
        titles = [str(one) for one in record.data["title"].values()]
        given = [(found[1], title) for title in titles if (found := LAST.search(title))]
        addresses = [str(one) for one in record.data["url"].values()]
        stated = [*given, *((found[1], one) for one in addresses if (found := ADDRESS.match(one)))]
        for year, words in stated[1:] if given else ():
            if year != given[0][0]:
                message = f"'{record.id}': {words} gives the year {year}, and {given[0][1]} another"
                hint = "compare the two with the law itself on legislation.gov.uk, and correct the one that is wrong"
                yield Problem(record.file, line_of(guide, record, words), "LW009", message, hint)
