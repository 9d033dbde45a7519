"""What went wrong unexpectedly, in files that a person can read before anybody else does. Nothing is ever sent.

Whatever is logged as an error with its traceback becomes a report: exceptions nobody caught, on the loop, in a slot of
Qt or on a thread. Faults of the interpreter itself (a segmentation fault) leave their traces in a file that is open
from the start, and are found at the next one. The rule: a report holds no link, host or secret (`redaction`), and
writing one never makes matters worse.
"""

import faulthandler
import logging
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from headwater import __version__
from headwater_ui.shell.redaction import redact

#: A fault that comes back with every paint must not fill the disk.
_MOST_A_RUN: Final = 5
_MOST_KEPT: Final = 20
_PREFIX: Final = "report-"

_log = logging.getLogger(__name__)


class CrashNotes(logging.Handler):
    """Reports in `folder`. `begin` as early as can be, `close_notes` at an end as it should be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.ERROR)
        self._folder = folder
        self._fault_path = folder / "fault.txt"
        self._fault: IO[str] | None = None
        self._told: set[str] = set()

    def begin(self) -> None:
        """Listen to everything from now on; keep what the last run left."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._take_up_fault()
            self._fault = self._fault_path.open("w", encoding="utf-8")
        except OSError:
            _log.warning("Crash reports cannot be kept in %s", self._folder, exc_info=True)
            return
        faulthandler.enable(self._fault)
        logging.getLogger().addHandler(self)
        sys.excepthook = _note_uncaught
        threading.excepthook = _note_thread
        sys.unraisablehook = _note_unraisable

    def close_notes(self) -> None:
        """Back to Python's own ways."""
        logging.getLogger().removeHandler(self)
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        if self._fault is not None:
            faulthandler.disable()
            self._fault.close()
            self._fault_path.unlink(missing_ok=True)
            self._fault = None

    def emit(self, record: logging.LogRecord) -> None:
        if not record.exc_info or record.exc_info[1] is None or len(self._told) >= _MOST_A_RUN:
            return
        trace = "".join(traceback.format_exception(*record.exc_info))
        place = "\n".join(line for line in trace.splitlines() if line.startswith("  File "))
        if place in self._told:
            return
        self._told.add(place)
        self._write(f"{record.getMessage()}\n\n{trace}", time.time())

    def unseen(self) -> Sequence[Path]:
        """Reports that nobody has looked at, oldest first."""
        return sorted(self._folder.glob(f"{_PREFIX}*.new.txt"))

    def mark_seen(self, report: Path) -> Path:
        """Do not show this one again; where it is from now on."""
        seen = report.with_name(report.name.replace(".new.txt", ".txt"))
        try:
            report.replace(seen)
        except OSError:
            _log.warning("A crash report could not be renamed", exc_info=True)
            return report
        return seen

    def _take_up_fault(self) -> None:
        """What a run that the system ended has left."""
        try:
            trace = self._fault_path.read_text(encoding="utf-8", errors="replace")
            at = self._fault_path.stat().st_mtime
        except FileNotFoundError:
            return
        if trace.strip():
            self._write(f"The program ended in the middle of its work.\n\n{trace}", at)

    def _write(self, words: str, at_unix_s: float) -> None:
        stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(at_unix_s))
        path = self._folder / f"{_PREFIX}{stamp}-{len(self._told)}.new.txt"
        try:
            path.write_text(report_text(words, at_unix_s), encoding="utf-8")
            for old in sorted(self._folder.glob(f"{_PREFIX}*.txt"))[:-_MOST_KEPT]:
                old.unlink(missing_ok=True)
        except OSError as error:
            # Logging it with its traceback would come back here.
            _log.warning("A crash report could not be written: %s", error)


def report_text(words: str, at_unix_s: float) -> str:
    """The report of something unexpected, fit to be shown to others."""
    moment = time.strftime("%Y-%m-%d %H:%M", time.localtime(at_unix_s))
    head = f"Headwater {__version__}, Python {sys.version.split()[0]}, {sys.platform}, {moment}"
    return f"{head}\n\n{redact(words)}"


def _note_uncaught(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, at)
        return
    _log.critical("Unexpected error", exc_info=(kind, error, at))
    sys.__excepthook__(kind, error, at)


def _note_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        name = args.thread.name if args.thread is not None else "unknown"
        _log.critical("Unexpected error on thread %s", name, exc_info=args.exc_value)


def _note_unraisable(args: "sys.UnraisableHookArgs") -> None:
    if args.exc_value is not None:
        _log.error("Error that could not be raised: %s", args.err_msg or "in a finaliser", exc_info=args.exc_value)
