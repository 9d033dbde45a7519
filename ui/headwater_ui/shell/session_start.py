"""Starting with the session, each system's own way: a launcher in `autostart`, a key of the registry, an agent.

What is written is text (`desktop_entry`, `agent_plist`), so that each form is proven on every system; only the putting
into place is a system's own. The rule: what was written by us is removed again, and nothing else is touched.
"""

import shlex
import shutil
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from headwater.model.errors import LocalError
from headwater_ui.language import translate

#: How a start with the session differs from another: no window where the person wants none.
WITH_SESSION: Final = "--with-session"
_NAME: Final = "org.headwater.Headwater"
_RUN_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"


def command() -> tuple[str, ...]:
    """How this very Headwater is started."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WITH_SESSION)
    beside = shutil.which("headwater", path=str(Path(sys.executable).parent))
    return (beside, WITH_SESSION) if beside else (sys.executable, "-m", "headwater_ui.main", WITH_SESSION)


def is_on() -> bool:
    """Whether the system starts Headwater with the session. Raises `LocalError`."""
    if sys.platform == "win32":
        return _registry_value() is not None
    return _file().exists()


def turn(on: bool) -> None:
    """Have it so from now on. Raises `LocalError`. Blocks on the disk for a moment."""
    if sys.platform == "win32":
        _write_registry(" ".join(f'"{part}"' for part in command()) if on else None)
        return
    path = _file()
    try:
        if on:
            path.parent.mkdir(parents=True, exist_ok=True)
            data = agent_plist(command()) if sys.platform == "darwin" else desktop_entry(command()).encode()
            path.write_bytes(data)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise LocalError(
            translate("SessionStart", "{path} cannot be changed: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def desktop_entry(arguments: tuple[str, ...]) -> str:
    """A launcher of the Desktop Entry Specification, for the `autostart` folder."""
    return (
        "[Desktop Entry]\nType=Application\nName=Headwater\n"
        f"Exec={' '.join(_quoted(part) for part in arguments)}\n"
        f"Icon={_NAME}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def agent_plist(arguments: tuple[str, ...]) -> bytes:
    """A launch agent of macOS."""
    import plistlib

    return plistlib.dumps({"Label": _NAME, "ProgramArguments": list(arguments), "RunAtLoad": True})


def _quoted(part: str) -> str:
    """One argument of `Exec`: quoted where it needs to be, and `%` is doubled (Desktop Entry Specification, 7)."""
    if part == shlex.quote(part):
        return part.replace("%", "%%")
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, "\\" + sign)
    # The value is a string, in which each backslash is written as two.
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def _file() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{_NAME}.plist"
    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(config) / "autostart" / f"{_NAME}.desktop"


def _registry_value() -> str | None:
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined,unused-ignore]  # Windows only
            return str(winreg.QueryValueEx(key, "Headwater")[0])  # type: ignore[attr-defined,unused-ignore]  # Windows only
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LocalError(
            translate("SessionStart", "The registry cannot be read: {reason}.").format(reason=error.strerror or error)
        ) from error


def _write_registry(value: str | None) -> None:
    import winreg

    try:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined,unused-ignore]  # Windows only
            if value is not None:
                winreg.SetValueEx(key, "Headwater", 0, winreg.REG_SZ, value)  # type: ignore[attr-defined,unused-ignore]  # Windows only
            elif _registry_value() is not None:
                winreg.DeleteValue(key, "Headwater")  # type: ignore[attr-defined,unused-ignore]  # Windows only
    except OSError as error:
        raise LocalError(
            translate("SessionStart", "The registry cannot be changed: {reason}.").format(
                reason=error.strerror or error
            )
        ) from error
