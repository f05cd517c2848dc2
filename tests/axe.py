"""axe-core in Chromium: WCAG 2.2 A and AA, and its best practices."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from browsers import Chromium, shown

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Most of axe's time goes on reading the same few colours again and again: for each text, those of all that lies behind
# it. A colour written the same way is the same colour, so each is read once; what axe finds stays the same to the byte.
EACH_COLOUR_ONCE = """() => {
  const reader = axe.commons.color.Color.prototype, read = reader.parseString, known = new Map();
  reader.parseString = function (text) {
    if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text);
    else { read.call(this, text); known.set(text, [this.r, this.g, this.b, this.alpha]); }
    return this;
  };
}"""


def put_in(browser: Chromium) -> None:
    """Make axe ready on the page that is open."""
    browser.page.evaluate(AXE_SCRIPT)
    browser.page.evaluate(EACH_COLOUR_ONCE)


def violations(browser: Chromium, colours_alone: bool = False) -> list[tuple[str, list[str]]]:
    """Each rule the page breaks as it stands now, with the start of the first elements that break it.

    `colours_alone`: of the rules about colours; for a page that differs in nothing else from one that is looked at whole.
    """
    of_colour = f"axe.getRules(['cat.color']).filter(one => one.tags.some(tag => {shown(TAGS)}.includes(tag)))"
    chosen = f"{{type: 'rule', values: {of_colour}.map(one => one.ruleId)}}" if colours_alone else shown(TAGS)
    answer: Any = browser.page.evaluate(f"() => axe.run({{runOnly: {chosen}, resultTypes: ['violations']}})")
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in answer["violations"]]
