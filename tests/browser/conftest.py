"""The built site on a real web server of our own, and both browsers."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsers import Browser, chromium, firefox
from serving import Strict, serving


@pytest.fixture(scope="session")
def strict(real_site: Path) -> Iterator[str]:
    """The address of the site where the policy is enforced."""
    with serving(real_site, Strict) as address:
        yield address


@pytest.fixture(scope="session")
def served(real_site: Path) -> Iterator[str]:
    """The address of the site, ending in `/`."""
    with serving(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def extracted(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy, extracted into a folder with spaces and Welsh letters in its path."""
    folder = tmp_path_factory.mktemp("copi ŵ ŷ o'r wefan")
    with zipfile.ZipFile(real_site / "download/canllaw.zip") as archive:
        archive.extractall(folder)
    return folder / "canllaw"


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Each browser in turn, with scripts."""
    with chromium() if request.param == "chromium" else firefox() as one:
        yield one


@pytest.fixture(params=["chromium", "firefox"])
def plain(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Each browser in turn, with scripts switched off."""
    with chromium(scripts=False) if request.param == "chromium" else firefox(scripts=False) as one:
        yield one
