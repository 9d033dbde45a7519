"""A real Apache on loopback, as a child process, ended by its own number."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MODULES = Path("/usr/lib/apache2/modules")
_CONFIGURATION = """
ServerRoot {folder}
ServerName 127.0.0.1
PidFile {folder}/pid
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule deflate_module {modules}/mod_deflate.so
LoadModule filter_module {modules}/mod_filter.so
ErrorLog /dev/stderr
LogLevel notice
Mutex posixsem
DefaultRuntimeDir {folder}
{user}
StartServers 1
DocumentRoot {root}
<Directory {root}>
    Require all granted
</Directory>
"""


def find_apache() -> str | None:
    """Path of Apache as Debian installs it; None when it, or one of its modules, is missing."""
    found = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return found if (_MODULES / "mod_mpm_event.so").exists() else None


@contextmanager
def apache(root: Path, folder: Path) -> Iterator[int]:
    """A server of the files in `root`; gives its port. Scratch files go to `folder`."""
    program = find_apache()
    assert program is not None, "the caller asks find_apache first"
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    # As root Apache must give up its rights, and loses with them the sight of a private folder.
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    path = folder / "apache.conf"
    path.write_text(_CONFIGURATION.format(folder=folder, port=port, modules=_MODULES, user=user, root=root))
    process = subprocess.Popen(
        [program, "-f", str(path), "-DFOREGROUND"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stderr is not None
        said: list[str] = []
        for line in process.stderr:
            said.append(line)
            if "resuming normal operations" in line:
                break
        assert process.poll() is None, "".join(said)
        yield port
    finally:
        process.terminate()
        process.communicate()
