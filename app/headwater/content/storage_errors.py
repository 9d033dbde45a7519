"""Maps what the operating system says about files to one sentence a person can act upon.

The only place where `OSError` becomes `LocalError`; callers raise the result `from` the original.
"""

import errno
from pathlib import Path
from typing import Final

from headwater.model.errors import Cause, LocalError
from headwater.model.wording import marked, say

_SENTENCES: Final[dict[int, str]] = {
    errno.ENOSPC: marked("The disk of {path} is full"),
    errno.EDQUOT: marked("Your disk quota for {path} is used up"),
    errno.EROFS: marked("{path} lies on a read-only file system"),
    errno.EACCES: marked("There is no permission to write {path}"),
    errno.EPERM: marked("The system does not permit writing {path}"),
    errno.EIO: marked("The disk of {path} reports a fault (input/output error)"),
    errno.EFBIG: marked("The file system or a limit of this account does not allow {path} to grow that large"),
    errno.ENOENT: marked("The folder of {path} is gone"),
    errno.EEXIST: marked("A file stands where the folder {path} should be"),
    errno.ENOTDIR: marked("A part of {path} is a file, not a folder"),
    errno.EISDIR: marked("{path} is a folder"),
    errno.ENAMETOOLONG: marked("The name of {path} is too long for this file system"),
    errno.EMFILE: marked("This program has too many files open to open {path}"),
    errno.ENFILE: marked("This computer has too many files open to open {path}"),
    errno.ESTALE: marked("The network share of {path} went away"),
    errno.ENODEV: marked("The disk of {path} was removed"),
    errno.ENXIO: marked("The disk of {path} was removed"),
}
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class PartFileGoneError(LocalError):
    """The part file has no name any more, or another file has it: what was written will be lost when it is closed."""

    def __init__(self, path: Path) -> None:
        words = say(
            "{name} is not in {folder} any more: it or the folder was moved or removed; put it back, "
            "or resuming begins anew",
            name=path.name,
            folder=path.parent,
        )
        super().__init__(words, cause=Cause.DISK)


def local_error(error: OSError, path: Path) -> LocalError:
    """The `LocalError` for an `OSError` met on `path`; what was stored stays as it is."""
    template = _SENTENCES.get(error.errno or 0)
    trouble = say("{path} cannot be used: {reason}", path=path, reason=error.strerror or error)
    if template is not None:
        trouble = say(template, path=path)
    cause = Cause.DISK_FULL if error.errno in _FULL else Cause.DISK
    return LocalError(say("{trouble}; what was downloaded is kept", trouble=trouble), cause=cause)
