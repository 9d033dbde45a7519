"""nginx mirrors, real ones: one child process each, on loopback, ended by its own number.

The listening sockets are made here and handed over, because nginx has no directive for the congestion control that
they ask for, and BBR would cap one loopback connection near 1 GB/s.
"""

import os
import shutil
import signal
import socket
import ssl
import subprocess
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from tests.net.channels.certificates import Authority

#: Linux', which Python has no name for.
_SO_MAX_PACING_RATE = 47

_CONFIGURATION = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}{ssl}; root {root}; {extra} }}
}}
"""


def find_nginx() -> str | None:
    """Path of nginx, which Debian installs outside an ordinary user's PATH; None when it is missing."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


class NginxMirrors:
    """`count` servers of the files in `root`, running while the context is entered. Scratch files go to `folder`;
    `extra` are directives for every server (`limit_rate 30m;`). With an `authority` they speak HTTPS.

    With `paced_bytes_per_s` Linux sends no faster over any of their connections, and evenly: nginx' own `limit_rate`
    lets what a second may bring pass at once, for each request anew.
    """

    def __init__(
        self,
        root: Path,
        count: int,
        folder: Path,
        extra: str = "",
        authority: Authority | None = None,
        *,
        paced_bytes_per_s: int | None = None,
    ) -> None:
        self.root, self.count, self.folder, self.extra, self.authority = root, count, folder, extra, authority
        self.paced_bytes_per_s = paced_bytes_per_s
        self.ports: list[int] = []
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "NginxMirrors":
        with ExitStack() as undo:
            undo.push(self)
            for number in range(self.count):
                self._start(number)
            undo.pop_all()
        return self

    def _start(self, number: int) -> None:
        nginx = find_nginx()
        assert nginx is not None, "the caller asks find_nginx first"
        folder = self.folder / f"nginx-{number}"
        folder.mkdir(parents=True)
        with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:
            if hasattr(socket, "TCP_CONGESTION"):
                listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, b"cubic")
            if self.paced_bytes_per_s is not None:  # connections inherit it
                listening.setsockopt(socket.SOL_SOCKET, _SO_MAX_PACING_RATE, self.paced_bytes_per_s)
            port = listening.getsockname()[1]
            path = folder / "nginx.conf"
            # As root nginx would give up its rights, and with them the sight of a private folder.
            user = "user root;" if os.geteuid() == 0 else ""
            extra, chain = self.extra, None if self.authority is None else self.authority.chain_file
            if chain is not None:
                extra += f" ssl_certificate {chain}; ssl_certificate_key {chain};"
            listen = "" if chain is None else " ssl"
            path.write_text(
                _CONFIGURATION.format(folder=folder, root=self.root, port=port, user=user, ssl=listen, extra=extra)
            )
            # NGINX lists sockets that are handed over, as nginx itself does when it replaces its binary.
            environment = {**os.environ, "NGINX": f"{listening.fileno()};"}
            command = [nginx, "-p", str(folder), "-c", str(path), "-e", str(folder / "error.log")]
            self._processes.append(subprocess.Popen(command, env=environment, pass_fds=[listening.fileno()]))
        self.ports.append(port)
        # The socket listened before nginx ran: this waits for nginx to answer, whatever it answers.
        trust = None if self.authority is None else ssl.create_default_context(cafile=str(self.authority.ca_file))
        url = f"{self._scheme}://127.0.0.1:{port}/{quote(next(self.root.iterdir()).name)}"
        with urllib.request.urlopen(url, context=trust) as answer:
            answer.read(1)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self._processes:
            process.send_signal(signal.SIGTERM)
        for process in self._processes:
            process.wait()

    def urls(self, name: str) -> tuple[str, ...]:
        return tuple(f"{self._scheme}://127.0.0.1:{port}/{name}" for port in self.ports)

    @property
    def _scheme(self) -> str:
        return "http" if self.authority is None else "https"
