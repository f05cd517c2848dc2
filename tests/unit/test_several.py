"""Much done by several processes: in order, each fault told, nobody waiting for one that has died."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from canllaw.load import Unreadable
from canllaw.model import Problem
from canllaw.problem import MacroError
from canllaw.several import Ended, several, streamed
from support import ROOT

KILLED = r"""
import os, sys, time
os.cpu_count = lambda: 2
from canllaw.several import several
def wait(number):
    os.write(1, b"%d\n" % os.getpid())  # in one piece, where print may say the end of a line apart
    time.sleep(60)
several(wait, 4, few=1)
"""


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 8, 9, 100])
def test_many_are_made_in_order(count: int, large: bool) -> None:
    assert list(streamed(lambda number: number * number, count, 1, large=large)) == [one * one for one in range(count)]


def test_a_fault_is_told_and_nobody_waits_for_the_others() -> None:
    def fail(number: int) -> int:
        if number == 1:
            raise MacroError("MA001", "no such macro", "correct it")
        time.sleep(60 if number else 0)
        return number

    start = time.monotonic()
    with pytest.raises(MacroError) as raised:
        several(fail, 3, few=1)
    assert str(raised.value) == "no such macro" and raised.value.hint == "correct it"
    assert "in fail" in raised.value.__notes__[0], "where it was raised"
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("large", [False, True])
def test_a_process_that_is_killed_is_not_waited_for(large: bool) -> None:
    def die(number: int) -> int:
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(Ended, match="enough memory"):
        list(streamed(die, 30, few=1, large=large))


def test_a_process_that_is_killed_as_it_answers_is_not_waited_for() -> None:
    def soon() -> None:
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)

    def answer(number: int) -> bytes:
        if number == 2:
            Thread(target=soon, daemon=True).start()
        return bytes(30_000_000)

    answers = streamed(answer, 8, few=1, large=True)
    next(answers)
    time.sleep(1)  # meanwhile nobody reads what it says
    with pytest.raises(Ended):
        list(answers)


def test_who_wants_no_more_waits_for_nobody() -> None:
    def wait(number: int) -> None:
        time.sleep(60 if number > 1 else 0)

    answers = streamed(wait, 8, few=1, large=True)
    start = time.monotonic()
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 30


def test_processes_end_with_the_one_they_work_for(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, env=environment, text=True) as parent:
        assert parent.stdout
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
    for _ in range(100):
        left = [one for one in workers if Path(f"/proc/{one}").exists() and _runs(one)]
        if not left:
            return
        time.sleep(0.1)
    pytest.fail(f"still there: {left}")


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_what_is_raised_for_people_can_be_handed_from_process_to_process() -> None:
    problem = Problem("docs/a.md", 1, "CF010", "the file cannot be read", "put a text file in its place")
    for error in (Unreadable([problem]), MacroError("MA001", "no such macro", "correct it")):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        assert str(again) == str(error) and vars(again) == vars(error)
