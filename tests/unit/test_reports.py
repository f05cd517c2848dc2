"""Each report says where, what and how to put it right, in the form its readers expect, and counts."""

import json
import re
from typing import Any
from urllib.parse import unquote

from canllaw.model import Problem
from canllaw.reports import as_github, as_json, as_sarif, as_text, summary, wants_colour
from canllaw.rules import RULES

PROBLEMS = [
    Problem("docs/a.md", 3, "XR021", "there is no macro 'x'", "did you mean 'y'?"),
    Problem("docs_cy/b.md", 1, "XR021", "there is no macro 'ŷ'", "write another", "warning"),
]
NASTY = Problem("docs/a,b: 50%.md", 7, "PA001", "two\nlines | <b>100%</b> `x` \x1b[31m", "do *this*\r\nthen that")


def test_text() -> None:
    assert as_text(PROBLEMS) == (
        "docs/a.md:3: XR021 there is no macro 'x'\n    fix: did you mean 'y'?\n"
        "docs_cy/b.md:1: XR021 (warning) there is no macro 'ŷ'\n    fix: write another\n"
        "2 problems in 2 files, 1 warning among them (2 XR021)"
    )
    assert as_text([]) == "no problems"
    assert as_text(PROBLEMS[:1]).endswith("\n1 problem in 1 file (1 XR021)")
    assert as_text(PROBLEMS[1:]).endswith("\n1 warning in 1 file (1 XR021)")


def test_text_keeps_each_problem_to_two_lines_and_steers_no_terminal() -> None:
    assert as_text([NASTY]).splitlines()[:2] == [
        "docs/a,b: 50%.md:7: PA001 two lines | <b>100%</b> `x` \\x1b[31m",
        "    fix: do *this* then that",
    ]


def test_colour_is_for_terminals_that_want_it() -> None:
    row = as_text(PROBLEMS, colour=True).splitlines()[0]
    assert row == "\033[1mdocs/a.md:3:\033[0m \033[31mXR021\033[0m there is no macro 'x'"
    assert "\033" not in as_text(PROBLEMS)
    assert wants_colour(True, {"TERM": "xterm"})
    assert not wants_colour(False, {"TERM": "xterm"})
    assert not wants_colour(True, {"NO_COLOR": "1"})
    assert not wants_colour(True, {"NO_COLOR": ""})
    assert not wants_colour(True, {"TERM": "dumb"})


def test_github_annotations() -> None:
    assert as_github(PROBLEMS) == (
        "::error file=docs/a.md,line=3,title=XR021::there is no macro 'x'%0Afix: did you mean 'y'?\n"
        "::warning file=docs_cy/b.md,line=1,title=XR021::there is no macro 'ŷ'%0Afix: write another\n"
        "2 problems in 2 files, 1 warning among them (2 XR021)"
    )
    assert as_github([]) == "no problems"


def test_github_annotations_are_escaped() -> None:
    assert as_github([NASTY]).splitlines()[0] == (
        "::error file=docs/a%2Cb%3A 50%25.md,line=7,title=PA001::"
        "two%0Alines | <b>100%25</b> `x` \x1b[31m%0Afix: do *this*%0D%0Athen that"
    )


def test_github_shows_ten_errors_first_and_loses_none() -> None:
    many = [
        Problem(f"docs/{n}.md", n, "XR021", f"fault {n}", "mend it", "warning" if n < 3 else "error")
        for n in range(1, 15)
    ]
    rows = as_github(many).splitlines()
    assert sum(row.startswith("::error") for row in rows[:10]) == 10
    assert not any(row.startswith("::") for row in rows[10:])
    assert rows[-1] == "14 problems in 14 files, 2 warnings among them (14 XR021)"
    assert sorted(int(number) for number in re.findall(r"fault (\d+)", "\n".join(rows))) == list(range(1, 15))


def test_github_summary_is_a_table() -> None:
    assert summary(PROBLEMS) == (
        "## Canllaw\n\n2 problems in 2 files, 1 warning among them (2 XR021)\n\n"
        "| Place | Rule | Problem | Fix |\n|---|---|---|---|\n"
        "| docs/a.md:3 | XR021 | there is no macro 'x' | did you mean 'y'? |\n"
        "| docs\\_cy/b.md:1 | XR021 (warning) | there is no macro 'ŷ' | write another |\n"
    )
    assert summary([]) == "## Canllaw\n\nno problems\n"
    row = summary([NASTY]).splitlines()[-1]
    assert row == (
        "| docs/a,b: 50%.md:7 | PA001 | two lines \\| &lt;b>100%&lt;/b> \\`x\\` \\\\x1b\\[31m | do \\*this\\* then that |"
    )
    assert "200 more are in the log." in summary([*PROBLEMS] * 600)


def test_json() -> None:
    assert json.loads(as_json(PROBLEMS)) == {
        "problems": [
            {"file": "docs/a.md", "line": 3, "rule": "XR021", "severity": "error", "message": "there is no macro 'x'", "hint": "did you mean 'y'?"},
            {"file": "docs_cy/b.md", "line": 1, "rule": "XR021", "severity": "warning", "message": "there is no macro 'ŷ'", "hint": "write another"},
        ]
    }  # fmt: skip
    assert json.loads(as_json([])) == {"problems": []}
    assert json.loads(as_json([NASTY]))["problems"][0]["message"] == NASTY.message


def only(value: Any, *required: str, also: str = "") -> dict[str, Any]:
    """An object with these properties and none that the schema does not know (it allows no others)."""
    assert isinstance(value, dict) and set(required) <= set(value) <= {*required, *also.split()}, value
    return value


def test_sarif_is_as_the_schema_asks() -> None:
    """Property by property, the required and the permitted ones of SARIF 2.1.0's published schema, for what we write."""
    log = only(json.loads(as_sarif([*PROBLEMS, NASTY], RULES)), "version", "runs", also="$schema")
    assert log["version"] == "2.1.0" and log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    only(run, "tool", "results", also="columnKind originalUriBaseIds")
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    for base in run["originalUriBaseIds"].values():
        only(only(base, also="description")["description"], "text")
    driver = only(only(run["tool"], "driver")["driver"], "name", "rules")
    assert driver["name"] == "Canllaw"
    assert [rule["id"] for rule in driver["rules"]] == sorted(RULES)
    for rule in driver["rules"]:
        only(rule, "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration")
        assert rule["name"] != rule["id"]  # the specification leaves the name out where it is the id
        only(rule["shortDescription"], "text")
        only(rule["fullDescription"], "text")
        assert all(isinstance(text, str) and text for text in only(rule["help"], "text", "markdown").values())
        assert only(rule["defaultConfiguration"], "level")["level"] in ("none", "note", "warning", "error")
        assert len(rule["shortDescription"]["text"]) <= 1024  # GitHub cuts it there
    for result, problem in zip(run["results"], [*PROBLEMS, NASTY], strict=True):
        only(result, "ruleId", "ruleIndex", "level", "message", "locations")
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == problem.rule
        assert result["level"] == problem.severity
        assert only(result["message"], "text")["text"] == f"{problem.message}\nfix: {problem.hint}"
        (location,) = result["locations"]
        place = only(only(location, "physicalLocation")["physicalLocation"], "artifactLocation", "region")
        artifact = only(place["artifactLocation"], "uri", "uriBaseId")
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        assert unquote(artifact["uri"]) == problem.file and not set(artifact["uri"]) & set(' "<>\\^`{|}')
        assert ":" not in artifact["uri"].split("/")[0]
        assert only(place["region"], "startLine")["startLine"] == problem.line >= 1


def test_sarif_of_a_clean_guide_and_of_a_code_without_a_rule() -> None:
    assert json.loads(as_sarif([], RULES))["runs"][0]["results"] == []
    (result,) = json.loads(as_sarif([Problem("a", 1, "ZZ999", "m", "h")], RULES))["runs"][0]["results"]
    assert result["ruleId"] == "ZZ999" and "ruleIndex" not in result


def test_a_file_name_that_is_no_unicode_is_reported_in_every_form() -> None:
    odd = Problem("docs/\udcff.md", 1, "CF010", "m", "h")
    assert json.loads(as_json([odd]))["problems"][0]["file"] == odd.file
    assert "docs/%FF.md" in as_sarif([odd], RULES)
    for text in (as_text([odd]), as_github([odd]), summary([odd])):
        assert text.encode("utf-8", "backslashreplace")
