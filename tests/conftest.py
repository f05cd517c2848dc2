"""Sites built once for every test that looks at them."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support import ROOT, build, canllaw, tiny_guide

# Helplines are due for a check some days after the last, and no page is reviewed on a day to come. The tests run on the
# day of the guide's last review, so that they do not begin to fail by growing old.
os.environ["CANLLAW_TODAY"] = "2026-11-26"
os.environ["SOURCE_DATE_EPOCH"] = "1795392000"


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first process of the tests to ask makes, and that the others wait for and share."""
    base = factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        whole = place / "whole"
        if not whole.exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            make(place)
            whole.touch()
    return place


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide's own site, built from the project as it stands; nobody may change it."""

    def make(place: Path) -> None:
        site = place / "site"
        result = build(ROOT, "--site-dir", str(site), SOURCE_DATE_EPOCH="1795392000")
        assert result.returncode == 0, result.stdout + result.stderr
        made = canllaw("editions", str(site), str(place / "dist"), "--clean", SOURCE_DATE_EPOCH="1795392000")
        assert made.returncode == 0, made.stdout + made.stderr

    return built_once(tmp_path_factory, "real", make) / "site"


@pytest.fixture(scope="session")
def real_dist(real_site: Path) -> Path:
    """The offline editions of the guide's own site."""
    return real_site.with_name("dist")


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tiny guide, beside its sources; nobody may change it."""

    def make(place: Path) -> None:
        result = build(tiny_guide(place / "guide"))
        assert result.returncode == 0, result.stdout + result.stderr

    return built_once(tmp_path_factory, "tiny", make) / "guide/site"


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
