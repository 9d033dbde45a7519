"""A plain download in the terminal starts with what it needs and nothing else: imports are most of what it costs."""

import asyncio
import os
import sys
from pathlib import Path

from tests.conftest import LabMaker

from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour

_PROGRAM = """
import sys
from headwater.control.cli import main
status = main(sys.argv[1:])
print(*sorted(sys.modules))
sys.exit(status)
"""
#: What belongs to other schemes, other commands, the window, and to what few answers and files bring. Without what
#: surveys hosts: that begins after a second, in which a slow computer is not done.
_NOT_NEEDED = (
    "PySide6",
    "aioftp",
    "aiohttp.web",
    "aiohttp_socks",
    "asyncssh",
    "charset_normalizer",
    "cryptography",
    "defusedxml",
    "headwater.channels.ftp_connector",
    "headwater.channels.sftp_connector",
    "headwater.channels.tunnels",
    "headwater.control.rpc",
    "headwater.control.stream_server",
    "headwater.discovery.checksums",
    "headwater.discovery.link_header",
    "headwater.discovery.metalink",
    "headwater.discovery.signatures",
    "headwater.discovery.torrent",
    "headwater.engine.adoption",
    "headwater.engine.prober",
    "headwater.engine.sequels",
    "headwater.engine.system_actions",
    "headwater.formats",
    "headwater.lab",
    "headwater.simulation",
    "http.cookiejar",
    "humanize",
    "keyring",
    "PIL",
    "puremagic",
    "python_socks",
    "qasync",
    "rich",
    "tomllib",
    "xml",
)


async def test_a_plain_download_imports_only_what_it_needs(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(300_000, seed=4))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _PROGRAM, "get", "--quiet", *lab.urls),
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "HEADWATER_HOME": str(tmp_path / "profile")},
    )
    told, _ = await process.communicate()
    assert process.returncode == 0
    imported = told.decode().split()
    assert "headwater.engine.engine" in imported
    extra = [name for name in imported for heavy in _NOT_NEEDED if name == heavy or name.startswith(f"{heavy}.")]
    assert extra == []
