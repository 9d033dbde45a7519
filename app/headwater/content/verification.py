"""The lane on which a job's integrity engine is called: one call at a time, on the worker pool, in the order of writes.

Loop side. Runs keep their place in the pool's budget until they are hashed, so that hashing may lag the network
by the bounded queue and no more; a digest of the whole file, which has to wait for bytes that come late, may be
`MOST_BEHIND_BYTES` behind what it could take.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from headwater.content.byte_ledger import ByteLedger
from headwater.content.disk_pool import DiskPool
from headwater.content.integrity import Findings, IntegrityEngine
from headwater.content.pour_hashing import PouredHashes, PourHashing, PourOrder
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import LocalError
from headwater.model.job import Checksum, PieceHashes
from headwater.model.spans import Span

#: Runs are hashed in calls of about so much: few enough hops, and what was hashed makes room soon.
_CALL_BYTES: Final = 8 * 1024**2
#: Bytes that could be digested and were not yet, from which on the lane holds back the network.
MOST_BEHIND_BYTES: Final = 64 * 1024**2
#: So much may come at once before a tree with a bounded rate does without.
TREE_BURST_BYTES: Final = 16 * 1024**2


class Verification:
    """Feeds one `IntegrityEngine`. `found` is told of findings, `release` of runs that are done with."""

    def __init__(
        self,
        engine: IntegrityEngine,
        disk: DiskPool,
        *,
        found: Callable[[Findings], None],
        release: Callable[[WriteRun], None],
        failed: Callable[[LocalError | EOFError], None],
        tree_rate_bytes_per_s: float | None = None,
    ) -> None:
        """`tree_rate_bytes_per_s`: while runs come faster, the own tree does without them."""
        self.engine = engine
        self._tree_rate_bytes_per_s = tree_rate_bytes_per_s
        # A bucket that empties at that rate: what does not fit into it came too fast.
        self._bucket_bytes, self._poured_in_s = 0.0, 0.0
        self._pours = PourHashing(engine)
        #: What was given up while the engine was at work.
        self._given_up: list[Span] = []
        self._disk = disk
        self._tell_found = found
        self._release = release
        self._tell_failed = failed
        self._runs: deque[WriteRun] = deque()
        self._steps: deque[tuple[Callable[[], Findings], asyncio.Future[Findings]]] = deque()
        self._has_more = False
        self._has_work = engine.has_work
        self._lane: asyncio.Task[None] | None = None

    def take(self, run: WriteRun) -> None:
        """Hash a run that was written."""
        run.for_tree = self._is_for_tree(run.size)
        if not self._has_work or (self.engine.only_keeps_tree and not run.for_tree):
            self._release(run)
            return
        self._runs.append(run)
        self._go_on()

    def order(self, start: int, size_bytes: int) -> PourOrder | None:
        """What whoever pours bytes from `start` on should hash of them; None for nothing."""
        return self._pours.order(start, size_bytes, for_tree=self._is_for_tree(0))

    def take_poured(self, run: WriteRun, order: PourOrder, found: PouredHashes) -> None:
        """Let a run that is about to be taken have what was hashed while it was poured."""
        self._pours.poured(order, run, found)

    async def call(self, step: Callable[[], Findings]) -> Findings:
        """Run another of the engine's calls on the lane, before runs that wait; `found` is told first."""
        return await self._enqueue(step)

    def learn_size(self, size_bytes: int) -> None:
        self._enqueue(partial(self.engine.learn_size, size_bytes))

    def trust(self, checksums: Sequence[Checksum], pieces: PieceHashes | None, ledger: ByteLedger) -> None:
        """More hashes are known: judge what is there by them."""
        self._has_work = True  # runs that are written from now on must not pass the engine by
        self._enqueue(partial(self.engine.trust, checksums, pieces, ledger.written.copy()))

    def restore(self, ledger: ByteLedger, tree: bytes | None) -> None:
        """Tell the engine of what an earlier run left."""
        if ledger.written:
            self._enqueue(partial(self.engine.restore, ledger.written.copy(), ledger.proven.copy(), tree))

    def lose(self, spans: Sequence[Span]) -> None:
        """Those bytes were given up and will come again: what waits to be hashed of them says nothing any more."""
        for run in self._runs:
            run.given_up += [span for span in spans if span.overlaps(run.span)]
        self._given_up += spans
        self._pours.lose()
        self._enqueue(partial(self.engine.lose, spans))

    async def idle(self) -> None:
        """Return when everything handed over was hashed."""
        while self._lane is not None:
            await asyncio.wait((self._lane,))

    def _is_for_tree(self, size: int) -> bool:
        """Whether the own tree takes `size` bytes more: with gaps it is not worth what it costs a fast download."""
        rate = self._tree_rate_bytes_per_s
        if rate is None:
            return True
        now_s = asyncio.get_running_loop().time()
        left = max(0.0, self._bucket_bytes - (now_s - self._poured_in_s) * rate)
        self._bucket_bytes, self._poured_in_s = min(left + size, 2.0 * TREE_BURST_BYTES), now_s
        return self._bucket_bytes <= TREE_BURST_BYTES

    def _enqueue(self, step: Callable[[], Findings]) -> "asyncio.Future[Findings]":
        future: asyncio.Future[Findings] = asyncio.get_running_loop().create_future()
        self._steps.append((step, future))
        self._go_on()
        return future

    def _go_on(self) -> None:
        if self._lane is None:
            self._lane = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        try:
            while self._steps or self._runs or self._has_more:
                if self._steps:
                    step, future = self._steps.popleft()
                    findings = await self._hash(step)
                    if not future.done():
                        future.set_result(findings)
                elif self._runs:
                    await self._hash_runs()
                else:
                    await self._hash(self.engine.catch_up)
        finally:
            self._lane = None

    async def _hash_runs(self) -> None:
        """Hash runs that wait. While the digest is too far behind they keep their place in the budget."""
        runs, size = [], 0
        while self._runs and size < _CALL_BYTES:
            runs.append(self._runs.popleft())
            size += runs[-1].size
        try:
            await self._hash(partial(self.engine.take, runs))
            while self._has_more and self.engine.behind_bytes > MOST_BEHIND_BYTES:
                await self._hash(self.engine.catch_up)
        finally:
            for run in runs:
                self._release(run)

    async def _hash(self, step: Callable[[], Findings]) -> Findings:
        self._given_up.clear()
        try:
            findings = await self._disk.submit(step)
            findings.forget(self._given_up)
            self._has_more = self.engine.has_more
        except (LocalError, EOFError) as error:
            self._tell_failed(error)
            self._has_more = False  # it would fail again at once; the next run tries again
            findings = Findings()
        self._tell_found(findings)
        return findings

    def __repr__(self) -> str:
        return f"<Verification {len(self._runs)} runs, {len(self._steps)} steps wait, {self.engine!r}>"
