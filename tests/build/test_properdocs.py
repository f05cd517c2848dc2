"""ProperDocs, which continues MkDocs 1.x, builds the same site, byte for byte."""

import os
import subprocess
from pathlib import Path

from support import ROOT, build

PROGRAM = ROOT / "build/properdocs/bin/properdocs"
EPOCH = "1795392000"


def tree(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    assert PROGRAM.is_file(), "run .ci/properdocs, which installs it"
    ours, theirs = tmp_path / "mkdocs", tmp_path / "properdocs"
    command = [str(PROGRAM), "build", "-f", "mkdocs.yml", "--site-dir", str(theirs)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks", "SOURCE_DATE_EPOCH": EPOCH}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as other:
        result = build(ROOT, "--site-dir", str(ours), SOURCE_DATE_EPOCH=EPOCH)
        said, _ = other.communicate(timeout=300)
    assert result.returncode == 0, result.stderr
    assert other.returncode == 0, said
    first, second = tree(ours), tree(theirs)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) > 40
