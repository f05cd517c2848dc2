"""Builds that are killed, starved, raced or refused: the last site and its editions stay whole, nothing needs cleaning.

Kills fall at random moments; the seed is printed, and CANLLAW_SEED repeats it. CANLLAW_KILLS asks for more of them.
"""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from starved import change, says

from canllaw.exchange import exchange
from canllaw.staging import LOCK, staging
from canllaw.store import PLACE
from support import ROOT, build, canllaw, digest, digests, tiny_guide

HERE = Path(__file__).parent
KILLS = int(os.environ.get("CANLLAW_KILLS", "18"))
SEED = int(os.environ.get("CANLLAW_SEED", str(random.SystemRandom().randrange(10**6))))
COMMAND = [sys.executable, "-m", "canllaw", "build"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT / 'tests'}", "NO_MKDOCS_2_WARNING": "1"}
KEPT = {"notes.txt": "mine", "staging-thesis/thesis.txt": "years of work", "site/index.html": "an older tool's"}

pytestmark = pytest.mark.xdist_group("faults")
Recorded = Callable[[str, object], None]


@dataclass
class Checkout:
    """A guide that was built in two wordings: what each gave, and how long a build takes."""

    root: Path
    first: dict[str, str]
    second: dict[str, str]
    builds: dict[str, Path]
    seconds: float
    strokes: bool

    def whole(self, strokes: bool = True) -> bool:
        """Whether each published folder is wholly that of one of the two wordings.

        Where folders cannot change places at one stroke, the next build has to begin before both are sure to be there.
        """
        if not (strokes and self.strokes):
            with staging(self.root):
                pass
        now = digests(self.root)
        return now.keys() == self.first.keys() and all(
            now[name] in (self.first[name], self.second[name]) for name in now
        )

    def left(self) -> list[str]:
        """What stands in build/ beside what people keep there, and what builds keep for the next one."""
        kept = {PLACE.name, *(name.split("/")[0] for name in KEPT)}
        return sorted({path.name for path in (self.root / "build").iterdir()} - kept)

    def says(self) -> str:
        """Which of the two wordings the guide has now."""
        return says(self.root)

    def wording(self) -> dict[str, str]:
        """What a build of the guide as it stands must give."""
        return self.first if self.says() == "first" else self.second


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The guide in two wordings, each built once; the first stands in site/ and dist/."""
    top = tmp_path_factory.mktemp("faults")
    root = tiny_guide(top / "guide")
    (top / "beside").mkdir()
    (top / "beside/canary.txt").write_text("sings", encoding="utf-8")
    for name, text in KEPT.items():
        (root / "build" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "build" / name).write_text(text, encoding="utf-8")
    found, builds, seconds = {}, {}, []
    for wording in ("second", "first"):
        change(root)
        begun = time.monotonic()
        result = canllaw("build", root=root)
        seconds.append(time.monotonic() - begun)
        assert result.returncode == 0, result.stdout + result.stderr
        found[wording], builds[wording] = digests(root), top / wording
        for name in found[wording]:
            shutil.copytree(root / name, top / wording / name)
    assert found["first"].keys() == {"site", "dist"} and not set(found["first"].values()) & set(
        found["second"].values()
    )
    for name in ("one", "other"):
        (top / name).mkdir()
    strokes = exchange(top / "one", top / "other")
    return Checkout(root, found["first"], found["second"], builds, min(seconds), strokes)


@pytest.fixture(autouse=True)
def canary(checkout: Checkout) -> Iterator[None]:
    """Whatever happens to a build: what is not its own stays, and so does what people keep in build/.

    Each test begins with what the guide says published, so that a build of other words would be seen.
    """
    if digests(checkout.root) != checkout.wording():
        subprocess.run(last_act(checkout, checkout.says()), env=ENVIRONMENT, check=True, capture_output=True)
    yield
    assert digest(checkout.root.parent / "beside").keys() == {"canary.txt"}
    assert {name: (checkout.root / "build" / name).read_text(encoding="utf-8") for name in KEPT} == KEPT


@contextmanager
def started(command: list[str], root: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that leads a group of its own; the whole group is gone at the end."""
    with subprocess.Popen(
        command, cwd=root, env=ENVIRONMENT, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            kill(process)


def kill(process: subprocess.Popen[str]) -> None:
    """Kill -9, the engine it started too. One that has ended is left alone."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def killed(process: subprocess.Popen[str], moment: float) -> float | None:
    """Kill a build after `moment` seconds. Where it has ended well before, the seconds it took instead."""
    begun = time.monotonic()
    try:
        assert process.wait(moment) == 0
    except subprocess.TimeoutExpired:
        kill(process)
        return None
    return time.monotonic() - begun


def last_act(checkout: Checkout, built: str, *options: str) -> list[str]:
    return [sys.executable, str(HERE / "last_act.py"), str(checkout.root), str(checkout.builds[built]), *options]


def test_a_build_killed_at_any_moment_leaves_whole_folders(checkout: Checkout, record_property: Recorded) -> None:
    print(f"CANLLAW_SEED={SEED}, moments within {checkout.seconds:.1f} s")
    moments, whole, kills, seconds = random.Random(SEED), 0, 0, checkout.seconds
    while kills < KILLS:
        change(checkout.root)
        with started(COMMAND, checkout.root) as process:
            if lasted := killed(process, moments.uniform(0, seconds)):
                seconds = lasted  # the machine has less to do than when the build was timed
                continue
        kills += 1
        whole += checkout.whole()
        assert len([name for name in checkout.left() if name.startswith("staging-")]) <= 1, "the last one's is removed"
    record_property("broken", KILLS)
    record_property("whole", whole)
    assert whole == KILLS
    result = canllaw("build", root=checkout.root)
    assert result.returncode == 0, result.stderr
    assert digests(checkout.root) == checkout.wording() and checkout.left() == [LOCK]


@pytest.mark.parametrize("way", ["", "steps"], ids=["one stroke", "step by step"])
def test_a_build_killed_in_its_last_act_is_finished_or_forgotten(
    way: str, checkout: Checkout, record_property: Recorded
) -> None:
    """Where folders change places at one stroke, both are there at every moment; else the next build brings them back."""
    print(f"CANLLAW_SEED={SEED}")
    moments, whole, done, kills, options = random.Random(SEED), 0, 0, 2 * KILLS, [way] if way else []
    seconds = 10.0  # and from then on what the first took, which is not killed
    while done < kills:
        with started(last_act(checkout, ("second", "first")[done % 2], *options), checkout.root) as process:
            assert process.stdout and process.stdout.readline() == "now\n"
            if lasted := killed(process, moments.uniform(0, seconds)):
                seconds = lasted
                continue
        done += 1
        whole += checkout.whole(strokes=not way)
    record_property("broken", kills)
    record_property("whole", whole)
    assert whole == kills
    with staging(checkout.root):
        assert digests(checkout.root) in (checkout.first, checkout.second), "the next build finishes both or neither"
    assert checkout.left() == [LOCK]


def test_an_engine_that_outlives_its_build_harms_nobody(checkout: Checkout) -> None:
    """Only the command is killed, not the engine it has started: its folder is left to it until it ends."""
    with started(COMMAND, checkout.root) as process:
        while not any(path.is_dir() for path in (checkout.root / "build").glob("staging-*/site")):
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with staging(checkout.root):
            orphans = [name for name in checkout.left() if name != LOCK]
            assert len(orphans) == 2, "one for the engine that lives on, one for this"
        assert process.stdout
        process.stdout.read()  # until the engine has ended
    with staging(checkout.root):
        assert len([name for name in checkout.left() if name != LOCK]) == 1
    assert checkout.whole() and checkout.left() == [LOCK]


def test_two_builds_at_once_both_end_well(checkout: Checkout, record_property: Recorded) -> None:
    """The second waits, then builds; whoever looks meanwhile finds both folders at every moment."""
    races = 0
    for command in (COMMAND, *[last_act(checkout, wording) for wording in ("first", "second") * 4]):
        other = command if command is COMMAND else last_act(checkout, ("first", "second")[races % 2])
        change(checkout.root)
        with started(command, checkout.root) as one, started(other, checkout.root) as two:
            while one.poll() is None or two.poll() is None:
                assert (checkout.root / "site/index.html").is_file() and (
                    checkout.root / "dist/editions.json"
                ).is_file()
                time.sleep(0.001)
            assert (one.wait(), two.wait()) == (0, 0)
        assert digests(checkout.root) in (checkout.first, checkout.second) and checkout.left() == [LOCK]
        assert command is not COMMAND or digests(checkout.root) == checkout.wording()
        races += 2
    record_property("broken", races)
    record_property("whole", races)


def mounting() -> list[str] | None:
    """What gives a process mounts of its own: as root, in a user namespace, or (None) not at all on this machine."""
    for way in (["unshare", "-m"], ["unshare", "-rm"]):
        try:
            tried = subprocess.run([*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False)
        except FileNotFoundError:
            return None
        if tried.returncode == 0:
            return way
    return None


def test_a_full_disk_a_read_only_one_and_a_mount(checkout: Checkout, record_property: Recorded) -> None:
    way = mounting()
    if way is None:
        # Files of a limited size are refused in the same places as files on a full disk.
        record_property("starved on", "files of limited size (this machine lets nobody mount)")
        starve(checkout, [random.Random(SEED).randrange(60_000) for _ in range(4)], record_property)
        return
    record_property("starved on", "a small tmpfs")
    before, left = digests(checkout.root), sorted(path.name for path in (checkout.root / "build").iterdir())
    moments = random.Random(SEED)
    rooms = [0, *(moments.randrange(1_000_000) for _ in range(2))]
    other = checkout.builds[{"first": "second", "second": "first"}[checkout.says()]]
    command = [*way, sys.executable, str(HERE / "starved.py"), str(checkout.root), str(other), *map(str, rooms)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [*starved, unwritable, mounted, last] = json.loads(done.stdout)
    broken = [*starved, unwritable, mounted]
    record_property("broken", len(broken))
    record_property("whole", sum(one["whole"] == before for one in broken))
    assert mounted["code"] == 1 and "Device or resource busy" in mounted["said"] and mounted["whole"] == before
    assert last["code"] == 0 and last["whole"] != before and last["left"] == left
    for one in [*starved, unwritable]:
        assert one["code"] == 1 and one["whole"] == before, one
        assert "Traceback" not in one["said"] and one["said"].count("fix:") == 1, one["said"]
        assert "nothing was published: site/ and dist/ are as they were" in one["said"]
    for one in starved:
        assert "no space left on device" in one["said"] and "build" in one["said"].split(": no space")[0]
        assert "a build needs about" in one["said"] and one["left"] == left
    assert "build/.lock: read-only file system" in unwritable["said"]


def starve(checkout: Checkout, limits: list[int], record_property: Recorded) -> None:
    """Builds that may write no file larger than each of `limits` bytes."""
    before, whole = digests(checkout.root), 0
    change(checkout.root)
    for limit in limits:
        done = subprocess.run(
            COMMAND, cwd=checkout.root, env=ENVIRONMENT, capture_output=True, text=True, check=False,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)),
        )  # fmt: skip
        assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
        assert "file too large\n    fix: raise the limit for the size of a file (ulimit -f)" in done.stderr
        whole += digests(checkout.root) == before
    record_property("broken", len(limits))
    record_property("whole", whole)
    assert whole == len(limits) and checkout.left() == [LOCK]
    change(checkout.root)


def test_a_limit_on_the_size_of_files(checkout: Checkout, record_property: Recorded) -> None:
    starve(checkout, [20_000], record_property)


@pytest.fixture
def guide(checkout: Checkout, tmp_path: Path) -> Path:
    """A copy of the checkout with what it published, to spoil."""
    root = tmp_path / "guide"
    shutil.copytree(checkout.root, root, symlinks=True)
    return root


def test_sources_that_cannot_be_read_are_named_all_at_once(guide: Path) -> None:
    before = digests(guide)
    (guide / "docs/words.md").unlink()
    (guide / "docs/words.md").symlink_to("nowhere.md")
    (guide / "docs_cy/helplines.md").unlink()
    (guide / "docs_cy/helplines.md").mkdir()
    (guide / "docs_cy/search.md").write_bytes(b"---\ntitle: \xff\n---\n")
    result = canllaw("build", root=guide)
    assert result.returncode == 1 and "Traceback" not in result.stderr
    for told in (
        "docs/words.md:1: CF010 the file cannot be read: no such file or directory",
        "docs_cy/helplines.md:1: CF010 the file cannot be read: is a directory",
        "docs_cy/search.md:2: CF010 the file is not UTF-8 text",
        "nothing was published: site/ and dist/ are as they were",
    ):
        assert told in result.stderr
    assert digests(guide) == before


def test_an_engine_that_would_check_nothing_is_not_asked(guide: Path) -> None:
    before = digests(guide)
    engine = guide / "mkdocs.yml"
    engine.write_text(engine.read_text(encoding="utf-8").replace("  - hooks/checks.py\n", ""), encoding="utf-8")
    (guide / "docs/words.md").unlink()
    result = canllaw("build", root=guide)
    assert result.returncode == 1 and digests(guide) == before
    assert "CF022 the hook hooks/checks.py is not listed" in result.stdout and "docs/words.md:1: PA001" in result.stdout


@pytest.mark.parametrize("address", ["", "ftp://bees.example/"])
def test_a_site_without_an_address_is_told_once(address: str, guide: Path) -> None:
    before = digests(guide)
    result = canllaw("build", root=guide, CANLLAW_SITE_URL=address)
    assert result.returncode == 1 and digests(guide) == before
    assert "set CANLLAW_SITE_URL to where you publish" in result.stdout and "ED001" not in result.stdout


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CANLLAW_TODAY", "nonsense"),
        ("CANLLAW_TODAY", "2026-02-30"),
        ("SOURCE_DATE_EPOCH", "abc"),
        ("SOURCE_DATE_EPOCH", "-5"),
        ("SOURCE_DATE_EPOCH", "0"),
        ("SOURCE_DATE_EPOCH", "99999999999"),
    ],
)
def test_a_date_that_is_none_is_named(variable: str, value: str, guide: Path) -> None:
    before = digests(guide)
    told = f"{variable} is '{value}': expected "
    for result in (
        canllaw("build", root=guide, **{variable: value}),
        build(guide, "--site-dir", str(guide.parent / "site"), **{variable: value}),
    ):
        assert result.returncode == 1 and "Traceback" not in result.stderr
        assert told in result.stderr
    assert digests(guide) == before


@pytest.mark.parametrize("spoil", ["data", "settings", "picture", "template"])
def test_a_file_that_cannot_be_read_is_named(spoil: str, guide: Path) -> None:
    before = digests(guide)
    if spoil == "data":
        (guide / "data/terms.yml").unlink()
        (guide / "data/terms.yml").mkdir()
        said = "data/terms.yml:1: CY001 the file cannot be read: is a directory"
    elif spoil == "settings":
        (guide / "mkdocs.yml").unlink()
        (guide / "mkdocs.yml").mkdir()
        said = "mkdocs.yml:1: CF003 the file cannot be read: is a directory"
    elif spoil == "picture":
        (guide / "docs/bee.png").symlink_to("nowhere.png")
        said = "docs/bee.png:1: CF015 this is a link that leads nowhere"
    else:
        (guide / "overrides").unlink()
        shutil.copytree(ROOT / "overrides", guide / "overrides")
        (guide / "overrides/front.html").write_bytes(b"<p>\n\xff</p>\n")
        said = "overrides/front.html:2: not UTF-8 text"
    result = canllaw("build", root=guide)
    assert result.returncode == 1 and "Traceback" not in result.stderr, result.stderr
    assert said in result.stderr + result.stdout and "nothing was published" in result.stderr
    assert digests(guide) == before


@pytest.mark.parametrize(
    ("locked", "mode", "said"),
    [
        (".", 0o555, "guide: permission denied"),
        ("site", 0o555, "site: permission denied"),
        ("dist", 0o555, "dist: permission denied"),
        ("build", 0o555, "build/staging-"),
        ("docs/words.md", 0o000, "docs/words.md:1: CF010 the file cannot be read: permission denied"),
    ],
)
def test_what_permissions_forbid_is_said(locked: str, mode: int, said: str, guide: Path) -> None:
    before, was = digests(guide), (guide / locked).stat().st_mode
    # Permissions bind even root, without these two of its capabilities.
    command = [*(["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []), *COMMAND]
    (guide / locked).chmod(mode)
    try:
        done = subprocess.run(command, cwd=guide, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    finally:
        (guide / locked).chmod(was)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert said in done.stderr and "nothing was published" in done.stderr and "fix:" in done.stderr
    assert digests(guide) == before


def test_a_link_in_place_of_the_site_is_not_followed(guide: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "www"
    (guide / "site").rename(elsewhere)
    (guide / "site").symlink_to(elsewhere)
    before = digest(elsewhere)
    result = canllaw("build", root=guide)
    assert result.returncode == 1 and f"site is a link to {elsewhere}" in result.stderr
    assert digest(elsewhere) == before and (guide / "site").is_symlink()


SHUFFLED = """
import os
_scandir, _listdir = os.scandir, os.listdir
class _Reversed:
    def __init__(self, *place):
        with _scandir(*place) as found:
            self._found = iter(sorted(found, key=lambda entry: os.fsencode(entry.name), reverse=True))
    def __iter__(self): return self._found
    def __next__(self): return next(self._found)
    def __enter__(self): return self
    def __exit__(self, *raised): pass
    def close(self): pass
os.scandir = lambda *place: _Reversed(*place)
os.listdir = lambda *place: sorted(_listdir(*place), reverse=True)
"""


def test_another_folder_day_place_and_file_system_give_the_same_bytes(checkout: Checkout, tmp_path: Path) -> None:
    root = tmp_path / "Tŷ'r gwenyn, â bylchau"
    shutil.copytree(checkout.root, root, symlinks=True)
    for name in checkout.first:
        shutil.rmtree(root / name)
    (tmp_path / "shim").mkdir()
    (tmp_path / "shim/sitecustomize.py").write_text(SHUFFLED, encoding="utf-8")
    environment = {
        "PYTHONPATH": f"{tmp_path / 'shim'}{os.pathsep}{ROOT / 'hooks'}", "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0",
        "CANLLAW_TODAY": "2026-12-23", "HOME": str(tmp_path), "COLUMNS": "40",
    }  # fmt: skip
    result = canllaw("build", root=root, **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    assert digests(root) == checkout.wording()
