"""Snapshots for people, built from a job and its scheduler: values out, nothing is kept here.

What is shown is what decisions are made from; figures are put together here and never measured a second time.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import inf

from headwater.engine.job import Job
from headwater.engine.profile_maker import ProfileMaker
from headwater.model.job import JobState
from headwater.model.snapshots import ChannelSnapshot, JobSnapshot, ProgressMap, SourceSnapshot
from headwater.model.source import SourceId, SourceSpec, SourceState, Support
from headwater.model.spans import SpanSet
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler


def job_snapshot(
    job: Job, position: int, in_use: tuple[int, int] = (0, 0), *, queue: str = "", is_queue_open: bool = True
) -> JobSnapshot:
    """A job as a list shows it; `in_use` counts its sources and channels at work, `queue` is the one it is in."""
    record = job.record
    is_done = job.state is JobState.DONE
    size = record.size_bytes
    rate = job.rate_bytes_per_s
    left = None if size is None else size - record.received_bytes
    return JobSnapshot(
        job_id=job.job_id,
        name=job.display_name,
        state=job.state,
        position=position,
        folder=record.spec.folder,
        path=record.path if record.path is not None else record.part_path,
        urls=tuple(source.url for source in record.spec.sources),
        size_bytes=size,
        received_bytes=record.received_bytes,
        durable_bytes=record.received_bytes if is_done else job.durable_bytes,
        in_order_bytes=record.received_bytes if is_done else job.in_order_bytes,
        rate_bytes_per_s=rate,
        eta_s=left / rate if left is not None and rate > 1.0 and job.state is JobState.RUNNING else None,
        sources_active=in_use[0],
        channels_active=in_use[1],
        added_at=record.added_at,
        elapsed_s=record.elapsed_s,
        error=record.error,
        verdict=record.verdict,
        wants_fresh_url=job.state is JobState.FAILED and job.wants_fresh_url,
        priority=record.spec.options.priority,
        queue=queue,
        category=record.spec.options.category,
        is_queue_open=is_queue_open,
        aftermath=record.aftermath,
        cause=record.cause if record.error is not None else None,
        verified_bytes=None if job.hashed is None else job.hashed.hashed_bytes,
        trust=job.trust,
    )


def source_snapshots(
    job: Job,
    scheduler: PrioritizationScheduler,
    now: float,
    profiles: ProfileMaker,
) -> tuple[SourceSnapshot, ...]:
    """All sources of a running job, best rank first."""
    sources = job.sources
    made = []
    for standing in scheduler.sources(now):
        source = sources.get(standing.source_id)
        if source is None:
            continue
        profile = profiles.profile(standing.source_id, source)
        made.append(
            SourceSnapshot(
                source_id=standing.source_id,
                url=source.url,
                host=source.host,
                rank=standing.rank,
                score=standing.score,
                terms=standing.terms,
                state=standing.state,
                reason=standing.reason,
                share=standing.share,
                received_bytes=standing.received_bytes,
                wasted_bytes=standing.wasted_bytes,
                rate_bytes_per_s=standing.rate_bytes_per_s,
                latency_s=standing.latency_s,
                hops=profile.hops,
                country=profiles.country(source),
                cost_per_gb=profile.price_per_gb,
                channels=standing.channels,
                requests=standing.requests,
                errors=standing.errors,
                ranges=standing.ranges,
                multi_range=standing.multi_range,
                holds=standing.holds,
                external_rank=profile.external_rank,
                pinned=source.pinned,
                place=source.place,
                rate_limit_bytes_per_s=source.rate_limit_bytes_per_s,
                is_unverified=standing.source_id in job.unverified,
                rate_sigma=standing.rate_sigma,
                latency_jitter_s=standing.latency_jitter_s,
                lanes=standing.lanes,
            )
        )
    return tuple(sorted(made, key=lambda snapshot: (snapshot.rank, snapshot.source_id)))


def at_rest(source: SourceSnapshot) -> SourceSnapshot:
    """A source as it stands once its job has stopped: connections were cut with it, and what it had given is known."""
    state = SourceState.STANDBY if source.state is SourceState.ACTIVE else source.state
    return replace(source, state=state, channels=0)


def resting_sources(job: Job, profiles: ProfileMaker) -> tuple[SourceSnapshot, ...]:
    """The sources of a job that does not run: as the last run left them, or as they were given."""
    last = {snapshot.source_id: snapshot for snapshot in job.last_sources}
    rows = [
        _wished(last[source_id], source) if source_id in last else _recalled(job, source_id, rank, profiles)
        for rank, (source_id, source) in enumerate(job.sources.items(), start=1)
    ]
    rows.sort(key=lambda row: (not row.pinned, inf if row.place is None else row.place, row.rank))
    return tuple(replace(row, rank=rank) for rank, row in enumerate(rows, start=1))


def _wished(last: SourceSnapshot, source: SourceSpec) -> SourceSnapshot:
    """A source as the last run left it, with what a person wishes of it now."""
    at_rest = SourceState.STANDBY if last.state is SourceState.DISABLED else last.state
    return replace(
        last,
        state=at_rest if source.enabled else SourceState.DISABLED,
        pinned=source.pinned,
        place=source.place,
        rate_limit_bytes_per_s=source.rate_limit_bytes_per_s,
    )


def _recalled(job: Job, source_id: SourceId, rank: int, profiles: ProfileMaker) -> SourceSnapshot:
    """A source that was not asked since the program began: with what is kept of earlier runs."""
    source = job.sources[source_id]
    profile = profiles.profile(source_id, source)
    result = next((result for result in job.record.results if result.source_id == source_id), None)
    if source_id in job.suppliers:
        received_bytes = job.suppliers[source_id].total_bytes
    else:
        received_bytes = result.received_bytes if result is not None and job.state is JobState.DONE else 0
    presumed = SourceState.STANDBY if received_bytes else SourceState.UNTRIED
    state = presumed if result is None else result.state
    return SourceSnapshot(
        source_id=source_id,
        url=source.url,
        host=source.host,
        rank=rank,
        score=0.0,
        terms=(),
        state=state if profile.enabled else SourceState.DISABLED,
        reason=None if result is None else result.reason,
        share=0.0,
        received_bytes=received_bytes,
        wasted_bytes=0,
        rate_bytes_per_s=0.0,
        latency_s=None,
        hops=profile.hops,
        country=profiles.country(source),
        cost_per_gb=profile.price_per_gb,
        channels=0,
        requests=0,
        errors=0,
        ranges=Support.UNKNOWN,
        multi_range=Support.UNKNOWN,
        holds=source.holds,
        external_rank=profile.external_rank,
        pinned=source.pinned,
        place=source.place,
        rate_limit_bytes_per_s=source.rate_limit_bytes_per_s,
    )


def channel_snapshots(scheduler: PrioritizationScheduler, now: float) -> tuple[ChannelSnapshot, ...]:
    """All open channels."""
    return tuple(
        ChannelSnapshot(
            channel_id=standing.channel_id,
            source_id=standing.source_id,
            state=standing.state,
            rate_bytes_per_s=standing.rate_bytes_per_s,
            latency_s=standing.latency_s,
            received_bytes=standing.received_bytes,
            remaining=standing.remaining,
        )
        for standing in scheduler.channels(now)
    )


def progress_map(suppliers: Mapping[SourceId, SpanSet], size_bytes: int | None, cells: int) -> ProgressMap:
    """The file cut into `cells`; all empty while the size is unknown."""
    if size_bytes is None or cells <= 0:
        return ProgressMap(bytes(max(0, cells)), bytes(max(0, cells)))
    if size_bytes == 0:
        return ProgressMap(bytes(cells), b"\xff" * cells)
    filled = [0] * cells
    best = [0] * cells
    winner = bytearray(cells)
    for source_id, spans in suppliers.items():
        brought = _bytes_per_cell(spans, size_bytes, cells)
        for cell, count in brought.items():
            filled[cell] += count
            if count > best[cell]:
                best[cell] = count
                winner[cell] = min(255, source_id + 1)
    edges = [size_bytes * cell // cells for cell in range(cells + 1)]
    fill = bytearray(cells)
    for cell in range(cells):
        room = max(1, edges[cell + 1] - edges[cell])
        # 255 only where nothing is missing, at least 1 where anything has come.
        fill[cell] = 255 if filled[cell] >= room else 0 if not filled[cell] else max(1, filled[cell] * 254 // room)
    return ProgressMap(bytes(winner), bytes(fill))


def _bytes_per_cell(spans: SpanSet, size_bytes: int, cells: int) -> dict[int, int]:
    counts: dict[int, int] = {}
    for span in spans:
        cell = span.start * cells // size_bytes
        at = span.start
        while at < span.end and cell < cells:
            edge = min(span.end, size_bytes * (cell + 1) // cells)
            if edge > at:
                counts[cell] = counts.get(cell, 0) + edge - at
                at = edge
            cell += 1
    return counts
