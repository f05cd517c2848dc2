"""What came of the visits, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from .gathering import Places
from .visiting import STATES, Visit


def as_text(places: Places, visits: Sequence[Visit]) -> str:
    """What needs somebody, state by state, each address with its places; then a count of every state."""
    rows: list[str] = []
    for state in STATES:
        if state != "fine":
            for one in visits:
                if one.state == state:
                    rows += _rows(places, one)
    rows += [f"{one.address}\n    for now leads to {one.to[-1]}" for one in visits if one.state == "fine" and one.to]
    count = Counter(one.state for one in visits)
    told = ", ".join(f"{count[state]} {state}" for state in STATES)
    return "\n".join([*rows, f"{len(visits)} addresses: {told}"]) + "\n"


def _rows(places: Places, one: Visit) -> Iterator[str]:
    why = ", ".join(filter(None, (str(one.status or ""), one.reason)))
    yield f"{one.state}: {one.address}" + (f" ({why})" if why and one.state != "moved" else "")
    if one.to:
        yield f"    leads to {' and then '.join(one.to)}"
    yield from (f"    {file}:{line}" for file, line in places[one.address])


def as_json(places: Places, visits: Sequence[Visit], today: date) -> str:
    """`visited`, the day; `count` of each state; `links`, each with its places."""
    count = Counter(one.state for one in visits)
    links = [
        {
            "address": one.address,
            "state": one.state,
            "status": one.status,
            "to": list(one.to),
            "reason": one.reason,
            "places": [{"file": file, "line": line} for file, line in places[one.address]],
        }
        for one in visits
    ]
    value = {"visited": today.isoformat(), "count": {state: count[state] for state in STATES}, "links": links}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
