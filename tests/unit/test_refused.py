"""What the machine refused, told with the file, the folder, the room a build needs, and the fix."""

import errno
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from canllaw.refused import needed, told, undecoded


def refusal(number: int, file: Path | None = None) -> OSError:
    return OSError(number, os.strerror(number), *([str(file)] if file else []))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_names_the_folder_and_the_room(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=40_000))
    words = told(refusal(number, tmp_path / "overrides/copied.css"), tmp_path, tmp_path / "build/not-there-yet")
    assert words.startswith(f"build/not-there-yet/: {os.strerror(number).lower()}\n    fix: make room")
    assert "a build needs about 2.0 MB there, and 0.0 MB are free" in words
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=40_000_000))
    assert "a quota is used up" in told(refusal(number), tmp_path, tmp_path / "build")


@pytest.mark.parametrize(
    ("number", "fix"),
    [
        (errno.EROFS, "permissions"),
        (errno.EACCES, "permissions"),
        (errno.ENOENT, "leads nowhere"),
        (errno.EBUSY, "a mount of its own"),
        (errno.EXDEV, "plain folders on one disk"),
        (errno.EIO, "the disk is well"),
    ],
)
def test_every_refusal_names_its_file_and_a_fix(number: int, fix: str, tmp_path: Path) -> None:
    first, second = told(refusal(number, tmp_path / "site"), tmp_path, tmp_path / "build").split("\n")
    assert first == f"site: {os.strerror(number).lower()}" and second.startswith("    fix: ") and fix in second
    assert told(refusal(number, Path("/elsewhere/a")), tmp_path, tmp_path).startswith("/elsewhere/a: ")
    assert told(refusal(number, tmp_path), tmp_path, tmp_path).startswith(f"{tmp_path}: ")


def test_a_limit_on_files_names_the_folder(tmp_path: Path) -> None:
    words = told(refusal(errno.EFBIG, tmp_path / "docs/copied.png"), tmp_path, tmp_path / "build")
    assert words.startswith("build/: file too large\n    fix: raise the limit") and "ulimit -f" in words


def test_the_room_a_build_needs_is_what_the_last_one_took_or_a_guess(tmp_path: Path) -> None:
    (tmp_path / "docs_ga").mkdir()
    (tmp_path / "docs_ga/page.md").write_bytes(b"x" * 10_000)
    assert needed(tmp_path) == 2_700_000
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/a.zip").write_bytes(b"x" * 3_000_000)
    assert needed(tmp_path) == 3_000_000


def test_a_template_that_is_no_text_is_found(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/a.html").write_bytes(b"<p>\n")
    (tmp_path / "overrides/b.html").write_bytes(b"<p>\n<b>\xff</b>\n")
    with pytest.raises(UnicodeDecodeError) as raised:
        (tmp_path / "overrides/b.html").read_text(encoding="utf-8")
    words = undecoded(raised.value, tmp_path / "overrides")
    assert words == "overrides/b.html:2: not UTF-8 text\n    fix: save it again as UTF-8"
    (tmp_path / "overrides/b.html").unlink()
    assert undecoded(raised.value, tmp_path / "overrides") is None
