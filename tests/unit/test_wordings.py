"""Every wording of the interface is asked for by the schema, so that none can be forgotten in data/strings.yml."""

import json
import re

from canllaw.load import load
from support import ROOT

SCHEMA = json.loads((ROOT / "data/schema/strings.schema.json").read_text(encoding="utf-8"))


def test_the_schema_asks_for_every_wording_and_no_other() -> None:
    assert SCHEMA["required"] == list(load(ROOT).strings), "say each wording in both files, in the same order"


def test_every_wording_that_something_is_put_into_says_so_in_the_schema() -> None:
    open_ones = {key for key, text in load(ROOT).strings.items() if any("{" in words for words in text.values())}
    assert open_ones == SCHEMA["properties"].keys()


def test_templates_and_hooks_ask_for_no_wording_that_is_not_there() -> None:
    wordings = load(ROOT).strings.keys()
    for folder, suffix in (("overrides", "*.html"), ("hooks", "*.html"), ("hooks", "*.py"), ("overrides", "*.js")):
        for path in (ROOT / folder).rglob(suffix):
            text = path.read_text(encoding="utf-8")
            asked = set(re.findall(r"""\bsay\((?:guide, )?["']([a-z_0-9]+)["'](?! ~)""", text))
            assert asked <= wordings, f"{path}: {asked - wordings}"
