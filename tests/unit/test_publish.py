"""Putting a site in place: whole or not at all, and nothing that is not ours removed."""

from pathlib import Path

import pytest

from canllaw.publish import publish


def site(place: Path, text: str) -> Path:
    place.mkdir(parents=True)
    (place / "index.html").write_text(text)
    return place


def test_first_and_second_site(tmp_path: Path) -> None:
    place = tmp_path / "site"
    publish(site(tmp_path / "build/site", "one"), place)
    assert (place / "index.html").read_text() == "one"
    (place / "old.html").write_text("x")
    publish(site(tmp_path / "build/site", "two"), place)
    assert (place / "index.html").read_text() == "two" and not (place / "old.html").exists()
    assert not (tmp_path / "build/site.last").exists()


def test_half_a_site_is_refused_and_the_last_one_stays(tmp_path: Path) -> None:
    place = site(tmp_path / "site", "good")
    (tmp_path / "build/site").mkdir(parents=True)
    with pytest.raises(FileNotFoundError):
        publish(tmp_path / "build/site", place)
    assert (place / "index.html").read_text() == "good"


def test_a_folder_that_is_no_site_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_text("years of work")
    with pytest.raises(FileExistsError, match="other than a site"):
        publish(site(tmp_path / "build/site", "new"), tmp_path / "site")
    assert (tmp_path / "site/thesis.txt").exists()
