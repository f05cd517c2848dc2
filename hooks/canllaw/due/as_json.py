"""What is due, for other programs."""

import json
from collections.abc import Sequence
from datetime import date

from .items import Due


def as_json(items: Sequence[Due], today: date, by: date) -> str:
    """`today`, `by` and `due`: what stands where, when it is due, and whether that day is past; dates in ISO form."""
    found = [
        {
            "kind": one.kind,
            "key": one.key,
            "names": dict(one.names),
            "file": one.file,
            "line": one.line,
            "due": one.day.isoformat() if one.day else None,
            "last": one.last.isoformat() if one.last else None,
            "overdue": one.day is not None and one.day < today,
            "more": one.more,
        }
        for one in items
    ]
    value = {"today": today.isoformat(), "by": by.isoformat(), "due": found}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
