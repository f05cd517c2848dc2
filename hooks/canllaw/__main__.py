"""The command line: `python -m canllaw COMMAND`. Exit 0 clean, 1 problems, 2 misuse."""

import os
import sys

from .commands import main

__all__ = ["main"]


def _cannot_be_told() -> bool:
    """Whether it is the output that takes no more words, on a full disk for example: not even an empty line."""
    try:
        print(flush=True)
    except OSError:
        return True
    return False


if __name__ == "__main__":
    # File names may be any bytes, and a terminal may know no Welsh letters: neither may end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main()
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # whoever reads, such as head, has then seen enough
            if not _cannot_be_told():
                raise
            print(f"what there was to say could not be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python would still flush at its end
        code = 1
    sys.exit(code)
