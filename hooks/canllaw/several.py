"""The same done to many things, in as many processes as the machine has cores.

The processes are forks: they see what this one sees, without any of it being sent to them. Only results come back.
"""

import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, TypeVar

Made = TypeVar("Made")
FEW = 24
"""Things that one process does sooner than several could be started."""
AT_ONCE = 8
"""Things that a process takes at a time."""
LASTING = 4
"""Large things for each process, after which all of them end, and all that they have left behind with them."""
_task: list[Callable[[int], Any]] = []


class Ended(Exception):
    """A process ended before its work was done."""

    def __init__(self) -> None:
        super().__init__("a process of the build was ended from outside: is there enough memory?")


def several(make: Callable[[int], Made], count: int, few: int = FEW, alike: bool = False) -> list[Made]:
    """`make` of every number below `count`, in order; `few` are done here. What `make` raises is raised here.

    `alike`: neighbours need the same things, so each process does one run of them. Raises Ended.
    """
    return list(streamed(make, count, few, alike))


def streamed(
    make: Callable[[int], Made], count: int, few: int = FEW, alike: bool = False, large: bool = False
) -> Iterator[Made]:
    """What `several` gives, each as it comes.

    `large`: each takes long and leaves much behind, so a process takes one at a time, and ends after some.
    """
    cores = os.cpu_count() or 1
    if count <= few or cores == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(make, range(count))
        return
    share = -(-count // cores)
    run = LASTING * cores if large else count
    _task.append(make)
    try:
        for first in range(0, count, run):
            numbers = range(first, min(first + run, count))
            yield from _side_by_side(numbers, cores, share if alike else 1 if large else min(share, AT_ONCE))
    finally:
        _task.pop()


def _side_by_side(numbers: Sequence[int], cores: int, at_once: int) -> Iterator[Any]:
    """The work itself. Each process has a line of its own, which ends when either side does.

    The pools of the standard library share one: with Pool nobody hears that a process was killed, and
    ProcessPoolExecutor waits for ever for the end of what one was saying when it was.
    """
    runs = [numbers[first : first + at_once] for first in range(0, len(numbers), at_once)]
    left, done = iter(enumerate(runs)), dict[int, list[Any]]()
    workers: dict[Connection, Any] = {}
    try:
        for _ in range(min(cores, len(runs))):
            line, worker = _begun()
            workers[line] = worker
        for line in (*workers, *workers):  # one to do, and one to go on with while this process is busy
            _give(line, left)
        for number, _ in enumerate(runs):
            while number not in done:
                for line in wait(list(workers)):
                    made_of, made = _answer(line)
                    _give(line, left)
                    if isinstance(made, Exception):
                        raise made
                    done[made_of] = made
            yield from done.pop(number)
    finally:
        for line, worker in workers.items():
            line.close()
            worker.terminate()
            worker.join()


def _begun() -> tuple[Any, Any]:
    """A new process, and this end of its line."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_work, args=(theirs,), daemon=True)
    worker.start()
    theirs.close()
    return ours, worker


def _give(line: Any, left: Iterator[tuple[int, Sequence[int]]]) -> None:
    for run in left:
        try:
            line.send(run)
        except OSError as error:
            raise Ended from error
        return


def _answer(line: Any) -> tuple[int, Any]:
    try:
        answer: tuple[int, Any] = line.recv()
    except (EOFError, OSError) as error:
        raise Ended from error
    return answer


def _work(line: Connection) -> None:
    """All that a new process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses Ctrl-C ends its parent, which ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # They live for seconds, and a search for garbage in what they share with their parent would copy it.
    gc.disable()
    Thread(target=_end_with_parent, daemon=True).start()
    while True:
        number, run = line.recv()
        try:
            made: Any = [_task[-1](one) for one in run]
        except Exception as error:
            error.add_note(traceback.format_exc())  # where it was raised, which no other process can tell
            made = error
        line.send((number, made))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
