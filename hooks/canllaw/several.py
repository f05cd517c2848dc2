"""The same done to many things, in as many processes as the machine has cores.

The processes are forks: they see what this one sees, without any of it being sent to them. Only results come back.
"""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Made = TypeVar("Made")
FEW = 24
"""Things that one process does sooner than several could be started."""
AT_ONCE = 8
"""Things that a process takes at a time."""
LASTING = 4
"""Large things after which a process ends, and all that they have left behind with it."""
_task: list[Callable[[int], Any]] = []


def several(make: Callable[[int], Made], count: int, few: int = FEW, alike: bool = False) -> list[Made]:
    """`make` of every number below `count`, in order; `few` are done here. What `make` raises is raised here.

    `alike`: neighbours need the same things, so each process does one run of them.
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
    _task.append(make)
    try:
        # They live for seconds, and a search for garbage in what they share with this one would copy it.
        lasting = LASTING if large else None
        with multiprocessing.get_context("fork").Pool(cores, gc.disable, maxtasksperchild=lasting) as pool:
            share = -(-count // cores)
            yield from pool.imap(_do, range(count), share if alike else 1 if large else min(share, AT_ONCE))
    finally:
        _task.pop()


def _do(number: int) -> Any:
    return _task[-1](number)
