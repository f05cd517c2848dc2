"""The end of a build and nothing else: what is built already is staged and published. Run with `hooks` on the path.

`last_act.py ROOT BUILT [steps]`: `steps` takes away the one stroke with which folders change places. It says "now" when
it begins. A whole build ends the same way, some seconds later.
"""

import shutil
import sys
from pathlib import Path

from canllaw import exchange
from canllaw.publish import PLACES, publish
from canllaw.staging import staging


def main(root: Path, built: Path, steps: bool) -> None:
    if steps:
        exchange.exchange = lambda one, other: False
    print("now", flush=True)
    with staging(root) as stage:
        for name in PLACES:
            shutil.copytree(built / name, stage.folder / name)
        publish(stage.folder, root)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), "steps" in sys.argv[3:])
