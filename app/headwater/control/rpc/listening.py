"""The address that `serve` listens on, taken before anything else is done.

Programs that start a server knock until it answers, and few of them are patient. A socket that listens early lets the
first of them wait in the system's queue while the engine opens; and a port that is taken is told before the profile
is touched. Nothing but sockets is imported here.
"""

import socket
from typing import Final

from headwater.model.errors import LocalError

LOOPBACK: Final = "127.0.0.1"
EVERYWHERE: Final = "0.0.0.0"
DEFAULT_PORT: Final = 6800
#: Connections that may wait while the engine opens.
_BACKLOG: Final = 128


def listen(host: str, port: int) -> socket.socket:
    """A listening TCP socket; `port` 0 takes a free one. Raises `LocalError` when the address is not to be had."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else "there is no such port"
        raise LocalError(f"The control interface cannot listen on port {port}: {reason}.") from error
    listener.setblocking(False)
    return listener
