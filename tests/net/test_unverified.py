"""Servers that nobody checked, because a person wished so: people are told wherever they look."""

import asyncio
import json
import os
import sys
from pathlib import Path

from tests.fakes.downloads import add, open_api, settled
from tests.net.channels.certificates import Authority
from tests.net.hostile.cases import part
from tests.net.hostile.harness import SIZE
from tests.net.hostile.server import Answer, Asked, HostileServer

from headwater.model.access import Access
from headwater.model.job import JobOptions, JobState
from headwater.model.spans import Span


def honest(asked: Asked, _: int) -> Answer:
    first, last = asked.fields["range"].removeprefix("bytes=").split("-")
    return part(Span(int(first), min(SIZE, int(last) + 1) if last else SIZE))


async def test_the_list_of_sources_says_so(authority: Authority, tmp_path: Path) -> None:
    async with HostileServer(honest, tls=authority.server_context()) as server, open_api(tmp_path) as api:
        refused = await settled(api, await add(api, [server.url], tmp_path))
        assert refused.state is JobState.FAILED
        assert "certificate of 127.0.0.1 is not valid" in (refused.error or "")
        options = JobOptions(access=Access(unverified_hosts=("127.0.0.1",)))
        job_id = await add(api, [server.url], tmp_path, options=options)
        assert (await settled(api, job_id)).state is JobState.DONE
        assert [source.is_unverified for source in api.sources(job_id)] == [True]
        trusted = await add(api, [server.url], tmp_path, options=JobOptions(access=Access(ca_file=authority.ca_file)))
        assert (await settled(api, trusted)).state is JobState.DONE
        assert [source.is_unverified for source in api.sources(trusted)] == [False]


async def test_the_terminal_says_so(authority: Authority, tmp_path: Path) -> None:
    async with HostileServer(honest, tls=authority.server_context()) as server:
        host = server.url.split("/")[2]
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "headwater.control.cli", "get", "--json", "-d", str(tmp_path), "--no-verify",
            "127.0.0.1", server.url,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "HEADWATER_HOME": str(tmp_path / "profile")},
        )  # fmt: skip
        stdout, stderr = await process.communicate()
    assert process.returncode == 0, stderr
    assert f"nobody checked that {host} is who it says" in stderr.decode()
    assert json.loads(stdout)["sources"][0]["verified"] is False
