"""`headwater-cli` as a person runs it: a process of its own in a folder, what it printed, and its exit status."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fakes.waiting import PATIENCE_S


@dataclass(frozen=True)
class Ended:
    status: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def told(self) -> Any:
        return json.loads(self.out)


async def cli(folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> Ended:
    """Run it in `folder`, with a profile of its own there; `environment` is added to this program's."""
    async with started(folder, *words, environment=environment) as process:
        out, err = await process.communicate()
    return Ended(process.returncode or 0, out, err.decode())


@asynccontextmanager
async def started(
    folder: Path, *words: str, environment: Mapping[str, str] | None = None
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The same, while it runs; it is ended with the block, whose time is bounded."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "headwater.control.cli",
        *words,
        cwd=folder,
        env={**os.environ, "HEADWATER_HOME": str(folder / "home"), **(environment or {})},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE_S):
            yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
