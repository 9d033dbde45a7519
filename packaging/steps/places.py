"""Where things lie: the folders that every step of packaging reads from and writes to, and the version it is for."""

import platform
from pathlib import Path
from typing import Final

from headwater import __version__

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGING: Final = ROOT / "packaging"
#: What is made on the way, and what is handed out.
BUILD: Final = ROOT / "build"
DIST: Final = ROOT / "dist"

BUNDLE: Final = BUILD / "bundle" / "headwater"
#: One line a library that the bundle took from the system it was made on.
HOST_LIBRARIES: Final = BUILD / "pyinstaller" / "headwater" / "host_libraries.txt"

APP_ID: Final = "org.headwater.Headwater"
VERSION: Final = __version__
MACHINE: Final = platform.machine()
