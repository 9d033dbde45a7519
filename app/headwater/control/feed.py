"""The event feed: what changed, in batches, at most 20 a second.

The engine reports often and briefly (`engine.observer`); the feed merges reports of one job, takes one snapshot of it
when a batch goes out, and hands all listeners the same tuple. The rule: a listener that raises is logged and stays
subscribed, and never keeps the others from hearing.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from headwater.model.arrangement import EndAction
from headwater.model.job import JobId
from headwater.model.snapshots import (
    EndActionOver,
    EndActionPlanned,
    FeedEvent,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobSampled,
    JobSnapshot,
    QueueReordered,
    SchedulerActed,
)

#: Shortest time between two batches.
INTERVAL_S: Final = 0.05

Listener: TypeAlias = Callable[[tuple[FeedEvent, ...]], None]

_log = logging.getLogger(__name__)


class Feed:
    """Implements `engine.observer.Observer`; `attach` gives it the engine's snapshots before the first batch."""

    def __init__(self) -> None:
        self._listeners: dict[int, tuple[Listener, bool]] = {}
        self._next_number = 0
        self._snapshot_of: Callable[[JobId], JobSnapshot | None] = lambda _job_id: None
        self._order: Callable[[], tuple[JobId, ...]] = tuple
        self._timer: asyncio.TimerHandle | None = None
        self._last_batch_s = 0.0
        self._added: dict[JobId, None] = {}
        self._removed: dict[JobId, None] = {}
        self._changed: dict[JobId, None] = {}
        self._reordered = False
        self._samples: dict[JobId, JobSampled] = {}
        self._acts: list[SchedulerActed] = []
        self._ends: list[EndActionPlanned | EndActionOver] = []

    def attach(
        self, snapshot_of: Callable[[JobId], JobSnapshot | None], order: Callable[[], tuple[JobId, ...]]
    ) -> None:
        self._snapshot_of, self._order = snapshot_of, order

    def subscribe(self, listener: Listener, *, samples: bool = True) -> Callable[[], None]:
        """Call `listener` with each batch, on the loop's thread; returns what ends it.

        `samples` False spares this listener (and, when nobody else wants them, the engine) all `JobSampled`.
        """
        number = self._next_number
        self._next_number += 1
        self._listeners[number] = (listener, samples)

        def unsubscribe() -> None:
            self._listeners.pop(number, None)

        return unsubscribe

    def close(self) -> None:
        """Send what is pending and fall silent."""
        if self._timer is not None:
            self._timer.cancel()
        self._flush()
        self._listeners.clear()

    # ---- engine.observer.Observer ------------------------------------------------------------------------

    @property
    def wants_samples(self) -> bool:
        return any(samples for _, samples in self._listeners.values())

    def job_added(self, job_id: JobId) -> None:
        self._added[job_id] = None
        self._arm()

    def job_touched(self, job_id: JobId) -> None:
        self._changed[job_id] = None
        self._arm()

    def job_removed(self, job_id: JobId) -> None:
        self._changed.pop(job_id, None)
        self._samples.pop(job_id, None)
        self._acts = [act for act in self._acts if act.job_id != job_id]
        if job_id in self._added:
            del self._added[job_id]
        else:
            self._removed[job_id] = None
        self._arm()

    def queue_reordered(self) -> None:
        self._reordered = True
        self._arm()

    def job_sampled(self, sample: JobSampled) -> None:
        self._samples[sample.job_id] = sample
        self._arm()

    def scheduler_acted(self, act: SchedulerActed) -> None:
        self._acts.append(act)
        self._arm()

    def end_planned(self, action: EndAction, delay_s: float) -> None:
        self._ends.append(EndActionPlanned(action, delay_s))
        self._arm()

    def end_over(self, action: EndAction, words: str, *, carried_out: bool) -> None:
        self._ends.append(EndActionOver(action, carried_out, words))
        self._arm()

    # ---- batches -----------------------------------------------------------------------------------------

    def _clear(self) -> None:
        for pending in (self._added, self._removed, self._changed, self._samples, self._acts, self._ends):
            pending.clear()
        self._reordered = False

    def _arm(self) -> None:
        if not self._listeners:
            self._clear()
            return
        if self._timer is None:
            loop = asyncio.get_running_loop()
            wait_s = max(0.0, self._last_batch_s + INTERVAL_S - loop.time())
            self._timer = loop.call_later(wait_s, self._flush)

    def _flush(self) -> None:
        self._timer = None
        events = self._events()
        self._clear()
        if not events:
            return
        self._last_batch_s = asyncio.get_running_loop().time()
        without_samples = tuple(event for event in events if not isinstance(event, JobSampled))
        for listener, samples in tuple(self._listeners.values()):
            batch = events if samples else without_samples
            if batch:
                _call(listener, batch)

    def _events(self) -> tuple[FeedEvent, ...]:
        events: list[FeedEvent] = [JobAdded(job) for job in self._snapshots(self._added)]
        events.extend(JobRemoved(job_id) for job_id in self._removed)
        if self._reordered:
            events.append(QueueReordered(self._order()))
        events.extend(JobChanged(job) for job in self._snapshots(self._changed) if job.job_id not in self._added)
        events.extend(self._samples.values())
        events.extend(self._acts)
        events.extend(self._ends)
        return tuple(events)

    def _snapshots(self, job_ids: Iterable[JobId]) -> list[JobSnapshot]:
        found = map(self._snapshot_of, job_ids)
        return [snapshot for snapshot in found if snapshot is not None]

    def __repr__(self) -> str:
        return f"<Feed with {len(self._listeners)} listeners>"


def _call(listener: Listener, batch: tuple[FeedEvent, ...]) -> None:
    try:
        listener(batch)
    except Exception:  # noqa: BLE001  # a listener's fault must not keep the others from hearing; it is logged in full
        _log.exception("A listener of the event feed failed")
