"""Icons, the sample of the demo and other files that are shipped with the program."""

from importlib.resources import files
from pathlib import Path


def read_resource(*path: str) -> bytes:
    """A shipped file, named by its path inside this package; raises `FileNotFoundError` when there is none."""
    return files(__name__).joinpath(*path).read_bytes()


def icon_path(name: str) -> Path:
    """Where an icon's file lies, for style rules, which read it themselves."""
    return Path(str(files(__name__))) / "icons" / f"{name}.svg"


def icon_svg(name: str) -> str:
    """The drawing of an icon. Line icons are drawn in `currentColor`, for the window to fill in."""
    return read_resource("icons", f"{name}.svg").decode()
