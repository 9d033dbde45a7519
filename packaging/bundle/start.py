"""Where the bundled programs begin: `headwater` (the window) and `headwater-cli` (the terminal) are one executable.

Which of the two is meant is told by the name it was started under. A frozen program has no Python beside it, so it
also stands in for one where Headwater starts a child of its own: `PROGRAM -m headwater.lab.NAME ARGUMENTS`.
Nothing else is decided here.
"""

import runpy
import sys
from pathlib import PurePath

#: The only modules that may be run by name: those which the program starts as children.
CHILDREN = "headwater.lab."


def start() -> int:
    """Run what was asked for; returns the exit status."""
    if sys.argv[1:2] == ["-m"] and len(sys.argv) > 2 and sys.argv[2].startswith(CHILDREN):
        module = sys.argv[2]
        sys.argv[:3] = [module]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    if PurePath(sys.argv[0]).stem == "headwater-cli":
        from headwater.control.cli import enter as terminal

        return terminal()
    from headwater_ui.main import main as window

    return window()


if __name__ == "__main__":
    sys.exit(start())
