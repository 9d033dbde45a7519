"""The end of a job's bytes: until nothing is under way, to a verdict, to a name, and to a closed file.

Loop side. The rule: a file is judged when nothing is being written, poured, hashed or given up any more, and named only
when nothing known speaks against it and all of it is durable.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from headwater.content.assurance import Assurance
from headwater.content.background import Background
from headwater.content.checkpoints import Checkpoints
from headwater.content.finishing import place
from headwater.content.holding import Holding
from headwater.content.intake import Intake
from headwater.content.output_stream import StreamHub
from headwater.content.relocation import relocate
from headwater.content.verdict import Finding, Verdict
from headwater.model.errors import HeadwaterError, IntegrityError
from headwater.model.wording import say


class Ending:
    """Brings one job's bytes to rest. See `IoDispatcher` for what its methods promise."""

    def __init__(
        self,
        holding: Holding,
        *,
        intake: Intake,
        assurance: Assurance,
        checkpoints: Checkpoints,
        hub: StreamHub,
        background: Background,
    ) -> None:
        #: What integrity said last.
        self.verdict: Verdict | None = None
        self._job_id = holding.job_id
        self._standing = holding.standing
        self._ledger = holding.ledger
        self._store = holding.store
        self._intake = intake
        self._assurance = assurance
        self._checkpoints = checkpoints
        self._hub = hub
        self._background = background
        self._journal = holding.journal
        self._disk = holding.disk
        self._closing: asyncio.Task[None] | None = None

    async def settle(self) -> None:
        """Return when all that was received is written and judged, and what was wrong given up. Raises `LocalError`."""
        await self.quiet()
        if self._standing.failure is not None:
            raise self._standing.failure

    async def quiet(self) -> None:
        """Return when nothing is being written, compared, judged or given up."""
        while True:
            await self._intake.pours_ended()
            await self._store.flush()
            await self._assurance.idle()
            await self._background.idle()
            is_quiet = self._store.is_idle and self._assurance.is_idle and self._background.is_idle
            if is_quiet and not self._intake.is_pouring:
                return

    async def checkpoint(self) -> None:
        """Make durable what is written, and keep the tree of it."""
        await self._checkpoints.run()
        await self._checkpoints.store_tree()

    async def verify(self) -> Verdict:
        await self.settle()
        wrong = await self._assurance.judge_again()
        await self.settle()
        self.verdict = await self._assurance.judge_whole(wrong)
        return self.verdict

    async def finish(
        self,
        target: Path,
        *,
        overwrite: bool,
        modified_at: float | None,
        approve: Callable[[Path], Awaitable[None]] | None,
    ) -> Path:
        standing, file = self._standing, self._store.file
        if standing.finished_path is not None:
            return standing.finished_path
        await self.settle()
        if standing.size_bytes is None:
            raise IntegrityError(say("bytes of {target} are still missing", target=target.name))
        if missing := standing.size_bytes - self._ledger.received.total_bytes:
            raise IntegrityError(say("{count} bytes of {target} are still missing", count=missing, target=target.name))
        if changed := await self._assurance.judge_inherited():
            await self.settle()
        self.verdict = await self._assurance.judge_whole(changed)
        if self.verdict.finding is Finding.DAMAGED:
            raise IntegrityError(self.verdict.sentence)
        await self._disk.submit_sync(file.seal, standing.size_bytes, modified_at)
        await self.checkpoint()
        if approve is not None:
            await approve(file.path)
        path = await place(self._job_id, file, target, overwrite=overwrite, journal=self._journal, disk=self._disk)
        standing.finished_path = path
        return path

    async def relocate(self, part_path: Path, told: Callable[[], Awaitable[None]]) -> None:
        await self.settle()

        async def tell() -> None:
            await told()
            await self._journal.relocate(self._job_id, part_path)

        await relocate(self._store.file, part_path, self._disk, tell)

    async def close(self) -> None:
        if self._closing is None:
            self._standing.is_closing = True
            self._closing = asyncio.get_running_loop().create_task(self._close())
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        self._hub.close(HeadwaterError("the download was closed"))
        await self.quiet()
        await self._checkpoints.close()
        if self._standing.finished_path is None:
            await self._background.guard(self.checkpoint())
            await self.quiet()
        await self._store.close()

    def __repr__(self) -> str:
        return f"<Ending of {self._job_id}, {self._standing.word}>"
