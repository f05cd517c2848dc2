"""The built site on a real web server of our own, and both browsers."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from browsers import Browser, Firefox, chromium, firefox
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
def extracted(real_dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline edition of both languages, extracted into a folder with spaces and Welsh letters in its path."""
    folder = tmp_path_factory.mktemp("copi ŵ ŷ o'r wefan")
    with zipfile.ZipFile(real_dist / "canllaw-cy-en.zip") as archive:
        archive.extractall(folder)
    return folder / "canllaw-cy-en"


@pytest.fixture(scope="session")
def firefoxes() -> Iterator[Callable[[bool], Firefox]]:
    """Firefox with or without scripts: it takes long to start, so each is started once and gives every test a new tab."""
    with ExitStack() as stack:
        started: dict[bool, Firefox] = {}

        def one(scripts: bool) -> Firefox:
            if scripts not in started:
                started[scripts] = stack.enter_context(firefox(scripts=scripts))
            started[scripts].fresh()
            return started[scripts]

        yield one


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, firefoxes: Callable[[bool], Firefox]) -> Iterator[Browser]:
    """Each browser in turn, with scripts."""
    if request.param == "firefox":
        yield firefoxes(True)
    else:
        with chromium() as one:
            yield one


@pytest.fixture(params=["chromium", "firefox"])
def plain(request: pytest.FixtureRequest, firefoxes: Callable[[bool], Firefox]) -> Iterator[Browser]:
    """Each browser in turn, with scripts switched off."""
    if request.param == "firefox":
        yield firefoxes(False)
    else:
        with chromium(scripts=False) as one:
            yield one
