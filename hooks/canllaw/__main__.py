"""The command line: `python -m canllaw COMMAND`. Exit 0 clean, 1 problems, 2 misuse."""

import os
import sys

from .commands import main

__all__ = ["main"]

if __name__ == "__main__":
    # File names may be any bytes, and a terminal may know no Welsh letters: neither may end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, such as head, has seen enough; Python would still flush at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
