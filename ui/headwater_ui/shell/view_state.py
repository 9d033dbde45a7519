"""What the window remembers between two starts: size, docks, columns, choices. Plain JSON in the profile.

Nothing of the engine's is kept here. Written as a whole and renamed into place, shortly after a change, so that a
killed window loses nothing; a file that cannot be understood is ignored.
"""

import json
import logging
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QObject, QTimer

_DELAY_MS: Final = 800
_VERSION: Final = 1

_log = logging.getLogger(__name__)


class ViewState(QObject):
    """A small dictionary with a file. `path` None keeps nothing."""

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._values: dict[str, Any] = _read(path) if path is not None else {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.write)

    def get(self, key: str, default: Any = None) -> Any:
        return self._values.get(key, default)

    def get_bytes(self, key: str) -> QByteArray | None:
        """A value that `put_bytes` kept."""
        value = self._values.get(key)
        return QByteArray.fromBase64(value.encode()) if isinstance(value, str) else None

    def put(self, key: str, value: Any) -> None:
        """Remember a JSON value; it is on the disk a moment later."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._timer.start()

    def put_bytes(self, key: str, value: QByteArray) -> None:
        self.put(key, bytes(value.toBase64().data()).decode())

    def write(self) -> None:
        """Write now. A disk that does not let us is told to the log: the window works on."""
        self._timer.stop()
        if self._path is None:
            return
        draft = self._path.with_name(self._path.name + ".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_text(json.dumps({"version": _VERSION, **self._values}, indent=1), encoding="utf-8")
            draft.replace(self._path)
        except OSError:
            _log.warning("The state of the window could not be kept in %s", self._path, exc_info=True)

    def __repr__(self) -> str:
        return f"<ViewState {self._path} {sorted(self._values)}>"


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        _log.warning("The state of the window in %s cannot be read; it is ignored", path, exc_info=True)
        return {}
    return values if isinstance(values, dict) and values.get("version") == _VERSION else {}
