"""Sites built once for every test that looks at them."""

import os
from pathlib import Path

import pytest

from support import ROOT, build, canllaw, tiny_guide

# Helplines are due for a check some days after the last. The tests run on the day these were checked, so that they do
# not begin to fail by growing old.
os.environ["CANLLAW_TODAY"] = "2026-11-23"
os.environ["SOURCE_DATE_EPOCH"] = "1795392000"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide's own site, built from the project as it stands."""
    site = tmp_path_factory.mktemp("real") / "site"
    result = build(ROOT, "--site-dir", str(site), SOURCE_DATE_EPOCH="1795392000")
    assert result.returncode == 0, result.stdout + result.stderr
    made = canllaw("editions", str(site), str(site.with_name("dist")), SOURCE_DATE_EPOCH="1795392000")
    assert made.returncode == 0, made.stdout + made.stderr
    return site


@pytest.fixture(scope="session")
def real_dist(real_site: Path) -> Path:
    """The offline editions of the guide's own site."""
    return real_site.with_name("dist")


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tiny guide."""
    root = tiny_guide(tmp_path_factory.mktemp("tiny"))
    result = build(root)
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "site"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many defects were put into the real guide and found, and how many builds broke and left a whole site."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    properties = [(report.passed, dict(report.user_properties)) for report in reports]
    if injected := sum(int(told.get("defects", 0)) for _, told in properties):
        found = sum(int(told.get("defects", 0)) for passed, told in properties if passed)
        terminalreporter.write_line(f"defects put into the real guide: {injected}, found: {found}")
    if broken := sum(int(told.get("broken", 0)) for _, told in properties):
        whole = sum(int(told.get("whole", 0)) for _, told in properties)
        disk = ", ".join(str(told["starved on"]) for _, told in properties if "starved on" in told)
        terminalreporter.write_line(f"builds killed, starved or raced: {broken}, sites whole after: {whole}")
        if disk:
            terminalreporter.write_line(f"builds starved on {disk}")
