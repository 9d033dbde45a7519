"""A real FTP server (pyftpdlib) that knows `AUTH TLS`, on a thread of its own."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from OpenSSL import SSL

with warnings.catch_warnings():
    # It stands on asyncore, which Python 3.11 announces the end of; for later ones it brings its own.
    warnings.simplefilter("ignore", DeprecationWarning)
    from pyftpdlib.authorizers import DummyAuthorizer  # type: ignore[import-untyped]  # it has no stubs
    from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler  # type: ignore[import-untyped]  # it has no stubs
    from pyftpdlib.ioloop import IOLoop  # type: ignore[import-untyped]  # it has no stubs
    from pyftpdlib.servers import FTPServer  # type: ignore[import-untyped]  # it has no stubs


@dataclass
class FtpServer:
    """Where it listens, and the commands that came: those in clear and those encrypted."""

    port: int = 0
    in_clear: list[str] = field(default_factory=list)
    encrypted: list[str] = field(default_factory=list)


@contextmanager
def ftp_server(
    folder: Path,
    chain_file: Path | None,
    *,
    user: tuple[str, str] | None = None,
    insists: bool = False,
    no_restarts: str | None = None,
) -> Iterator[FtpServer]:
    """Serve `folder`, to strangers or to `user` alone; with a `chain_file` connections can be encrypted, and have to be
    where it `insists`. `no_restarts` is the command (`REST` or `RETR`) that refuses to begin in the middle."""
    told = FtpServer()
    base: Any = FTPHandler if chain_file is None else TLS_FTPHandler

    class Handler(base):  # type: ignore[misc]  # the base has no stubs
        authorizer = DummyAuthorizer()
        use_sendfile = False
        _restart_position: int

        def pre_process_command(self, line: str, cmd: str, arg: str) -> None:
            is_encrypted = isinstance(self.socket, SSL.Connection)
            (told.encrypted if is_encrypted else told.in_clear).append(cmd)
            super().pre_process_command(line, cmd, arg)

        def ftp_REST(self, line: str) -> None:  # noqa: N802  # pyftpdlib's
            if no_restarts == "REST":
                self.respond("502 Not implemented.")
            else:
                super().ftp_REST(line)

        def ftp_RETR(self, file: str) -> None:  # noqa: N802  # pyftpdlib's
            if no_restarts == "RETR" and self._restart_position:
                self._restart_position = 0
                self.respond("451 Restart not permitted.")
            else:
                super().ftp_RETR(file)

    if user is None:
        Handler.authorizer.add_anonymous(str(folder))
    else:
        Handler.authorizer.add_user(*user, str(folder))
    if chain_file is not None:
        Handler.certfile = str(chain_file)
        Handler.tls_control_required = Handler.tls_data_required = insists
    loop = IOLoop()
    server = FTPServer(("127.0.0.1", 0), Handler, ioloop=loop)
    told.port = server.address[1]
    stopped = threading.Event()

    def serve() -> None:
        while not stopped.is_set():
            loop.loop(timeout=0.05, blocking=False)
        server.close_all()

    thread = threading.Thread(target=serve, name="ftp server")
    thread.start()
    try:
        yield told
    finally:
        stopped.set()
        thread.join()
