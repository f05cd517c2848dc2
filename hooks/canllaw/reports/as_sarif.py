"""For code scanning: SARIF 2.1.0, with what each rule means."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ..model import Problem
from ..rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The guide's folder; whoever reads the report knows where that is, and no machine's path is in it.
BASE = "%SRCROOT%"


def as_sarif(problems: Sequence[Problem], rules: Mapping[str, Rule]) -> str:
    """One run with every rule of `rules` and a result for each problem."""
    codes = sorted(rules)
    driver = {"name": "Canllaw", "rules": [_rule(rules[code]) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The guide's folder"}}},
        "results": [_result(problem, codes) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.fault},
        "fullDescription": {"text": rule.fault},
        "help": {"text": rule.documentation, "markdown": f"```text\n{rule.documentation}\n```"},
        "defaultConfiguration": {"level": "error"},
    }


def _result(problem: Problem, codes: Sequence[str]) -> dict[str, Any]:
    place = {"uri": quote(problem.file, errors="surrogateescape"), "uriBaseId": BASE}
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "level": "error" if problem.severity == "error" else "warning",
        "message": {"text": f"{problem.message}\nfix: {problem.hint}"},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": {"startLine": problem.line}}}],
    }
    if problem.rule in codes:
        result["ruleIndex"] = codes.index(problem.rule)
    return result
