"""Every rule is documented and has samples, whichever module it stands in."""

from importlib import import_module
from pathlib import Path

import pytest

from canllaw.rules import RULES


def sampled() -> set[str]:
    modules = [import_module(path.stem) for path in Path(__file__).parent.glob("test_*.py") if path.stem != "test_all"]
    samples = {sample.rule for module in modules for sample in getattr(module, "SAMPLES", [])}
    # A module names in BY_HAND the rules whose fault is no single edit, and tests each in a test of its own.
    return samples.union(*(getattr(module, "BY_HAND", set()) for module in modules))


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_says_what_is_wrong_with_a_bad_and_a_good_example(code: str) -> None:
    rule = RULES[code]
    assert rule.fault.endswith("."), rule.fault
    assert "Bad:" in rule.documentation and "Good:" in rule.documentation


def test_every_rule_has_a_sample_and_every_sample_a_rule() -> None:
    assert sampled() == set(RULES)
