"""The diagnostic report: what one who helps wants to know, without a link, a host, a name or a secret.

Settings appear as facts about them (a number, "set", how many), never with the words that a person wrote.
"""

import platform
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QGuiApplication

from headwater import __version__
from headwater.model.snapshots import JobSnapshot
from headwater_ui.shell.redaction import redact

_PACKAGES: Final = ("PySide6-Essentials", "qasync", "aiohttp", "asyncssh", "aioftp", "keyring", "wakepy")
_LOG_LINES: Final = 60
_LOG_BYTES: Final = 32 * 1024


def diagnostic_report(settings: Any, choices: Any, jobs: Sequence[JobSnapshot], log: Path | None) -> str:
    """The report as text. `settings` and `choices` are dataclasses; `log` is the window's log."""
    screen = QGuiApplication.primaryScreen()
    lines = [
        f"Headwater {__version__}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, {platform.platform()}",
        f"Window system {QGuiApplication.platformName()}, scale {screen.devicePixelRatio():g}",
        f"Language {QLocale().name()}, {len(QGuiApplication.screens())} screens",
        "Packages " + ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
        "Downloads " + (", ".join(f"{count} {state}" for state, count in _states(jobs)) or "none"),
        "",
        "Settings",
        *(f"  {line}" for line in _facts(settings)),
        "",
        "Window",
        *(f"  {line}" for line in _facts(choices)),
    ]
    tail = _log_tail(log)
    if tail:
        names = [job.name for job in jobs]
        lines += ["", "End of the log", *(f"  {line}" for line in redact(tail, names=names).splitlines())]
    return "\n".join(lines) + "\n"


def _states(jobs: Sequence[JobSnapshot]) -> list[tuple[str, int]]:
    return sorted(Counter(job.state.value for job in jobs).items())


def _facts(values: Any) -> list[str]:
    """One line a field: plain numbers and ticks as they are, of everything else only that it is there."""
    return [f"{field.name}: {_fact(getattr(values, field.name))}" for field in fields(values)]


def _fact(value: Any) -> str:
    if value is None or isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | frozenset | list):
        return f"{len(value)} entries"
    if hasattr(value, "__dataclass_fields__"):
        return ", ".join(f"{field.name}={_fact(getattr(value, field.name))}" for field in fields(value))
    return "set" if str(value) else "empty"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _log_tail(log: Path | None) -> str:
    """The last lines of the log; nothing where there is none."""
    if log is None or not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - _LOG_BYTES))
        text = file.read().decode("utf-8", errors="replace")
    return "\n".join(text.splitlines()[-_LOG_LINES:])
