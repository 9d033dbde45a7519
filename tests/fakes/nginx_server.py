"""A real nginx for tests: one child process, a configuration of its own, several ports that serve one folder."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

_CONFIGURATION = """
daemon off;
master_process off;
error_log stderr error;
pid {folder}/nginx.pid;
events {{ worker_connections 512; }}
http {{
    access_log off;
    types {{ }}
    default_type application/octet-stream;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{servers}
}}
"""
_SERVER = "    server {{ listen 127.0.0.1:{port} reuseport; root {root}; {extra} }}"
_PATIENCE_S = 10.0


def find_nginx() -> str | None:
    """Where nginx is, also outside an ordinary user's PATH; None where it is not installed."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _write_configuration(root: Path, folder: Path, ports: list[int], extra: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    blocks = "\n".join(_SERVER.format(port=port, root=root, extra=extra) for port in ports)
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder, servers=blocks))
    return configuration


@asynccontextmanager
async def nginx_serving(root: Path, folder: Path, *, servers: int = 1, extra: str = "") -> AsyncIterator[list[str]]:
    """Serve `root` on `servers` ports; yields their base URLs. `extra` goes into every server block."""
    program = find_nginx()
    if program is None:
        raise FileNotFoundError("nginx is not installed")
    ports = _free_ports(servers)
    configuration = _write_configuration(root, folder, ports, extra)
    process = await asyncio.create_subprocess_exec(
        program, "-c", str(configuration), "-p", str(folder), stderr=asyncio.subprocess.PIPE
    )
    try:
        await asyncio.gather(*(_until_open(port, process) for port in ports))
        yield [f"http://127.0.0.1:{port}" for port in ports]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def _until_open(port: int, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                if process.returncode is not None:
                    raise RuntimeError(f"nginx ended with {process.returncode}") from None
                await asyncio.sleep(0.02)
                continue
            writer.close()
            await writer.wait_closed()
            return
