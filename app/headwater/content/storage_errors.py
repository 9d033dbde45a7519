"""Maps what the operating system says about files to one sentence a person can act upon.

The only place where `OSError` becomes `LocalError`; callers raise the result `from` the original.
"""

import errno
from pathlib import Path
from typing import Final

from headwater.model.errors import Cause, LocalError

_SENTENCES: Final[dict[int, str]] = {
    errno.ENOSPC: "the disk of {path} is full",
    errno.EDQUOT: "your disk quota for {path} is used up",
    errno.EROFS: "{path} lies on a read-only file system",
    errno.EACCES: "there is no permission to write {path}",
    errno.EPERM: "the system does not permit writing {path}",
    errno.EIO: "the disk of {path} reports a fault (input/output error)",
    errno.EFBIG: "the file system or a limit of this account does not allow {path} to grow that large",
    errno.ENOENT: "the folder of {path} is gone",
    errno.EEXIST: "a file stands where the folder {path} should be",
    errno.ENOTDIR: "a part of {path} is a file, not a folder",
    errno.EISDIR: "{path} is a folder",
    errno.ENAMETOOLONG: "the name of {path} is too long for this file system",
    errno.EMFILE: "this program has too many files open to open {path}",
    errno.ENFILE: "this computer has too many files open to open {path}",
    errno.ESTALE: "the network share of {path} went away",
    errno.ENODEV: "the disk of {path} was removed",
    errno.ENXIO: "the disk of {path} was removed",
}
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def local_error(error: OSError, path: Path) -> LocalError:
    """The `LocalError` for an `OSError` met on `path`; what was stored stays as it is."""
    sentence = _SENTENCES.get(error.errno or 0, "{path} cannot be used: " + (error.strerror or str(error)))
    text = sentence.format(path=path)
    cause = Cause.DISK_FULL if error.errno in _FULL else Cause.DISK
    return LocalError(text[0].upper() + text[1:] + "; what was downloaded is kept", cause=cause)
