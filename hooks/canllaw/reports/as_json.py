"""For programs: one JSON object."""

import json
from collections.abc import Sequence

from ..model import Problem


def as_json(problems: Sequence[Problem]) -> str:
    """`{"problems": [{"file", "line", "rule", "severity", "message", "hint"}]}`; files are relative to the guide."""
    fields = ("file", "line", "rule", "severity", "message", "hint")
    found = [{name: getattr(problem, name) for name in fields} for problem in problems]
    return json.dumps({"problems": found}, indent=2)
