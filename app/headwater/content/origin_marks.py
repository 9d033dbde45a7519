"""Marks on a finished file: that it came from the internet (Windows, macOS), and, if one likes, from where.

What is written is made by pure functions, proven on every system; putting it there is each system's own. The rule: a
mark that cannot be set is no reason to fail, and no mark ever holds a password, or a link's query, where tokens stand.
"""

import ctypes
import ctypes.util
import errno
import logging
import os
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

_INTERNET_ZONE: Final = 3
#: Of a download by a program that people chose themselves, not yet looked at (LSQuarantine's flags).
_QUARANTINE_FLAGS: Final = 0x0081
_ORIGIN: Final = "user.xdg.origin.url"

_log = logging.getLogger(__name__)


def plain_origin(url: str) -> str:
    """A link as it may be told to whoever gets the file: without names, passwords, query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def zone_identifier(origin: str | None) -> bytes:
    """What Windows looks for in the stream `Zone.Identifier` of a file. `about:internet` is what stands for no link."""
    lines = ("[ZoneTransfer]", f"ZoneId={_INTERNET_ZONE}", f"HostUrl={origin or 'about:internet'}")
    return "".join(f"{line}\r\n" for line in lines).encode()


def quarantine_value(at_unix_s: float) -> bytes:
    """What macOS looks for in the attribute `com.apple.quarantine`: flags, time and program, in hexadecimal."""
    return f"{_QUARANTINE_FLAGS:04x};{int(at_unix_s):08x};Headwater;".encode()


def mark_file(path: Path, url: str | None, at_unix_s: float, *, is_foreign: bool, keeps_origin: bool) -> None:
    """Set the marks that this system knows. Blocks on the disk; what it refuses is noted in the log.

    `is_foreign` asks for the warning before a program runs for the first time, `keeps_origin` for the link.
    """
    origin = plain_origin(url) if url is not None and keeps_origin else None
    try:
        if sys.platform == "win32":
            if is_foreign:
                _write_stream(path, zone_identifier(origin))
        elif sys.platform == "darwin":
            if is_foreign:
                _set_mac_attribute(path, b"com.apple.quarantine", quarantine_value(at_unix_s))
        elif origin is not None and sys.platform == "linux":
            os.setxattr(path, _ORIGIN, origin.encode())
    except OSError as error:
        # A file system without attributes, or a disk from elsewhere: the file is as good without.
        level = logging.DEBUG if error.errno == errno.ENOTSUP else logging.INFO
        _log.log(level, "%s could not be marked: %s", path.name, error.strerror or error)


def _write_stream(path: Path, data: bytes) -> None:
    """Into an alternate stream of NTFS; the file's own times stay."""
    before = path.stat()
    # `Path` takes the colon for a drive's.
    with open(f"{path}:Zone.Identifier", "wb") as stream:  # noqa: PTH123  # see above
        stream.write(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _set_mac_attribute(path: Path, name: bytes, value: bytes) -> None:
    """`os.setxattr` is Linux' alone."""
    libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    if libc.setxattr(os.fsencode(path), name, value, len(value), 0, 0) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
