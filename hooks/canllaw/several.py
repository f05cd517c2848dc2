"""The same done to many things, in as many processes as the machine has cores.

The processes are forks: they see what this one sees, without any of it being sent to them. Only results come back.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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
    others = {one.pid for one in multiprocessing.active_children()}
    executor = ProcessPoolExecutor(cores, multiprocessing.get_context("fork"), _begin)
    try:
        yield from executor.map(_do, numbers, chunksize=at_once)
    except BrokenProcessPool as broken:
        raise Ended from broken
    except BaseException:  # nobody waits for what the others still do
        for one in multiprocessing.active_children():
            if one.pid not in others:
                one.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """What a new process does first."""
    # They live for seconds, and a search for garbage in what they share with their parent would copy it.
    gc.disable()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _do(number: int) -> Any:
    return _task[-1](number)
