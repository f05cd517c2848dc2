"""Putting a build in place: both folders or neither, whenever it is killed, and nothing that is not ours removed."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw import exchange as exchanging
from canllaw import publish as publishing
from canllaw.publish import PLACES, Incomplete, NotOurs, finish, look, pending, publish
from canllaw.staging import LOCK, OWNER, staging

ONE_STROKE, STEPS = "one stroke", "step by step"


class Killed(BaseException):
    """Stands for kill -9: nothing catches it, nothing is tidied up."""


@pytest.fixture(params=[ONE_STROKE, STEPS])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which folders change places."""
    if request.param == STEPS:
        monkeypatch.setattr(exchanging, "exchange", lambda one, other: False)
    return str(request.param)


def built(place: Path, text: str) -> Path:
    """A site and its editions that all say `text`."""
    for name, mark in PLACES.items():
        (place / name / "inner").mkdir(parents=True)
        (place / name / mark).write_text(text)
        (place / name / "inner/page").write_text(text)
    return place


def said(root: Path, name: str) -> str | None:
    """What every file of a folder says; None where it is missing. The folder must be whole."""
    files = [path.read_text() for path in sorted((root / name).rglob("*")) if path.is_file()]
    assert len(files) in (0, 2) and len(set(files)) <= 1, f"{name}/ is a mixture: {files}"
    return files[0] if files else None


def both(root: Path) -> list[str | None]:
    return [said(root, name) for name in PLACES]


def test_first_and_second_build(tmp_path: Path, way: str) -> None:
    publish(built(tmp_path / "one", "one"), tmp_path)
    assert both(tmp_path) == ["one", "one"]
    (tmp_path / "site/old.html").write_text("x")
    publish(built(tmp_path / "two", "two"), tmp_path)
    assert both(tmp_path) == ["two", "two"]
    assert (tmp_path / "two/site/old.html").is_file(), "the last site is in the staging folder, to go with it"
    assert sorted(path.name for path in (tmp_path / "two").iterdir()) == sorted(PLACES)


@pytest.mark.parametrize("first", [True, False], ids=["first build", "later build"])
def test_a_kill_at_any_step_is_mended_by_the_next_build(
    first: bool, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every call that changes a name is a step; a build is killed before each of them, and after it."""
    step, moments = 0, 0
    while True:
        root = tmp_path / str(step)
        root.mkdir()
        if not first:
            built(root, "old")
        finished, journal = killed_at(step, root, monkeypatch)
        for name in PLACES:
            if way == ONE_STROKE and not first:
                assert said(root, name) in ("old", "new")
            assert said(root, name) in ("old", "new", None)
        with staging(root):
            pass
        mended = both(root)
        assert mended in ([["new", "new"]] if journal else [["new", "new"], ["old", "old"], [None, None]])
        assert [path.name for path in (root / "build").iterdir()] == [LOCK]
        moments += 1
        if finished:
            break
        step += 1
    assert moments > 4


def killed_at(step: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, bool]:
    """Build and be killed before the `step`th change of a name: whether it ended before that, whether a journal stood."""
    left = step

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def counting(*arguments: object, **named: object) -> object:
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            return call(*arguments, **named)

        return counting

    stage = root / "build/staging-abcdefgh"
    stage.mkdir(parents=True)
    (stage / OWNER).touch()
    built(stage, "new")
    with monkeypatch.context() as patched:
        for name in ("rename", "replace", "unlink"):
            patched.setattr(Path, name, counted(getattr(Path, name)))
        patched.setattr(exchanging, "exchange", counted(exchanging.exchange))
        try:
            publish(stage, root)
        except Killed:
            return False, pending(stage)
    return True, True


def test_a_folder_that_cannot_be_replaced_leaves_the_other_as_it_was(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path, "old")

    def put(new: Path, place: Path) -> None:
        if place.name == "site" and new.parent.name == "stage":
            raise OSError(errno.EBUSY, "busy", str(place))
        exchanging.put(new, place)

    monkeypatch.setattr(publishing, "put", put)
    with pytest.raises(OSError, match="busy"):
        publish(built(tmp_path / "stage", "new"), tmp_path)
    assert both(tmp_path) == ["old", "old"] and not pending(tmp_path / "stage")


def test_a_journal_the_disk_lost_is_no_trouble(tmp_path: Path) -> None:
    built(tmp_path, "old")
    stage = built(tmp_path / "stage", "new")
    (stage / "journal").write_text("")
    finish(stage, tmp_path)
    assert both(tmp_path) == ["old", "old"] and not pending(stage)


@pytest.mark.parametrize("name", PLACES)
def test_half_a_build_is_refused_and_the_last_one_stays(name: str, tmp_path: Path) -> None:
    built(tmp_path, "good")
    stage = built(tmp_path / "stage", "bad")
    (stage / name / PLACES[name]).unlink()
    with pytest.raises(Incomplete, match=f"{name}/ is not whole"):
        publish(stage, tmp_path)
    assert both(tmp_path) == ["good", "good"]


@pytest.mark.parametrize("name", PLACES)
def test_what_is_not_ours_is_never_moved(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOurs, match="something other than a build"):
        look(tmp_path)
    (tmp_path / name).rename(tmp_path / "kept")
    (tmp_path / name).symlink_to("kept")
    with pytest.raises(NotOurs, match="a link to kept"):
        look(tmp_path)
    (tmp_path / name).unlink()
    (tmp_path / name).write_text("notes")
    with pytest.raises(NotOurs, match="not a folder"):
        publish(built(tmp_path / "stage", "new"), tmp_path)
    assert (tmp_path / name).read_text() == "notes" and (tmp_path / "kept/thesis.txt").is_file()


def test_only_staging_folders_are_removed(tmp_path: Path) -> None:
    """What is only named like one is not one; a link in one is not followed; an empty one was killed at birth."""
    build = tmp_path / "build"
    for name in ("staging-thesis", "staging-abcdefgh", "staging-empty", "site"):
        (build / name).mkdir(parents=True)
    (build / "staging-thesis/thesis.txt").write_text("years of work")
    (build / "staging-link").symlink_to("staging-thesis")
    (build / "staging-abcdefgh" / OWNER).touch()
    (build / "staging-abcdefgh/site").symlink_to(build / "staging-thesis")
    (build / "site/index.html").write_text("somebody's")
    with staging(tmp_path) as stage:
        assert stage.folder.parent == build
    left = sorted(path.relative_to(build).as_posix() for path in build.rglob("*"))
    assert left == [LOCK, "site", "site/index.html", "staging-link", "staging-thesis", "staging-thesis/thesis.txt"]
