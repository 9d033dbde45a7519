"""One download in the terminal: opens an engine, adds or takes up the job, waits, reports.

The command line is `get_command`'s, what is shown meanwhile is `get_display`'s. The rule: status 0 only for a complete
file that matches every checksum known; whatever way it ends, what came is kept and the engine is closed.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from typing import Any, Final

from headwater.control.api import Api, Owner
from headwater.control.get_display import Display, make_display
from headwater.control.get_request import GetRequest
from headwater.engine.settings import Settings
from headwater.model.access import without_user
from headwater.model.commands import AddJob, RemoveJobs
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.ports import OutputStream
from headwater.model.snapshots import JobSnapshot, SourceSnapshot

EXIT_OK: Final = 0
EXIT_FAILED: Final = 1
EXIT_INTERRUPTED: Final = 130
#: How much is handed to standard output at once.
STEP_BYTES: Final = 1024**2


class PipeClosedError(HeadwaterError):
    """Whoever read standard output went away."""


class WrongBytesWrittenError(HeadwaterError):
    """Bytes that standard output had already been given proved wrong."""


async def fetch(request: GetRequest) -> int:
    """Carry out a `get`; returns the exit status."""
    async with AsyncExitStack() as stack:
        interrupted = asyncio.Event()
        stack.callback(_on_signals(interrupted.set))
        try:
            api = await Api.open(request.profile, owner=Owner.TERMINAL)
            stack.push_async_callback(api.close)
            for words in api.complaints:
                _complain(words)
            if request.documents:
                request = replace(request, spec=await join_documents(request, api.settings))
            if request.find_checksum:
                request = replace(request, spec=await _join_found(request.spec, api.settings))
            return await _fetch(api, request, interrupted)
        except HeadwaterError as error:
            _complain(str(error))
            return EXIT_FAILED


async def join_documents(request: GetRequest, settings: Settings) -> JobSpec:
    """The job that the request's documents describe, with what the command line says before what they say.

    Raises `UserError`, `IntegrityError`, and what loading a document does.
    """
    # Imported here, like what else few downloads need: starting stays quick.
    from headwater.control.document_fetch import Asker, choose_file, load_signed

    spec = request.spec
    asker = Asker(settings, spec.options)
    for place in request.documents:
        document = await load_signed(place, asker)
        if document.signature is not None:
            _complain(f"{place}: {document.signature.sentence}")
        described = choose_file(document.files, request.selected or spec.name, place)
        joined = replace(described, sources=(*spec.sources, *described.sources))
        spec = joined.to_job(spec.folder, spec.options, name=spec.name)
    return spec


async def _join_found(spec: JobSpec, settings: Settings) -> JobSpec:
    """The job with the first checksum that lies beside any of its sources; said on standard error."""
    from headwater.control.checksum_search import find_first_checksum
    from headwater.control.document_fetch import Asker

    found = await find_first_checksum((source.url for source in spec.sources), Asker(settings, spec.options))
    if found is None:
        _complain("no checksum file was found")
        return spec
    signed = "" if found.signature is None else f" {found.signature.sentence}"
    _complain(f"{found.checksum.algorithm.upper()} from {found.url}.{signed}")
    return replace(spec, options=replace(spec.options, checksums=(*spec.options.checksums, found.checksum)))


async def _fetch(api: Api, request: GetRequest, interrupted: asyncio.Event) -> int:
    spec = request.tuned(api.settings.tuning)
    if request.to_stdout:
        spec = replace(spec, folder=api.profile.spool_folder)
    job_id = await api.adopt(spec) or await api.execute(AddJob(spec))
    if job_id is None:
        raise RuntimeError("a job was added and has no number")
    display = make_display(api.job(job_id), is_quiet=request.is_quiet)
    unsubscribe = api.feed.subscribe(display.take, samples=False)
    try:
        is_over = await _wait(api, job_id, interrupted, request)
    except PipeClosedError:
        await api.execute(RemoveJobs((job_id,), delete_data=True))
        return EXIT_FAILED
    except WrongBytesWrittenError:
        await api.execute(RemoveJobs((job_id,), delete_data=True))
        raise
    finally:
        unsubscribe()
        display.close()
    return await _report(api, job_id, request, display, is_over=is_over)


async def _wait(api: Api, job_id: JobId, interrupted: asyncio.Event, request: GetRequest) -> bool:
    """Wait for the job's end (and for all of it to be passed on); false when interrupted before."""
    steps: set[asyncio.Task[Any]] = {asyncio.create_task(api.settled(job_id))}
    stream = api.open_stream(job_id, strict=request.proven_only) if request.to_stdout else None
    if stream is not None:
        steps.add(asyncio.create_task(_pass_on(stream)))
    interruption = asyncio.create_task(interrupted.wait())
    try:
        while steps and not interruption.done():
            done, _ = await asyncio.wait({*steps, interruption}, return_when=asyncio.FIRST_COMPLETED)
            for step in done & steps:
                steps.discard(step)
                result = step.result()
                if isinstance(result, JobSnapshot) and result.state is not JobState.DONE:
                    return True
        if stream is not None:
            _require_right(stream)  # the job is settled: every byte that was written has its verdict
        return not interruption.done()
    finally:
        for step in (*steps, interruption):
            step.cancel()
        await asyncio.gather(*steps, interruption, return_exceptions=True)
        if stream is not None:
            stream.abort()


async def _pass_on(stream: OutputStream) -> None:
    """Write the file to standard output, in order, as it comes. Raises `PipeClosedError`, `WrongBytesWrittenError`."""
    descriptor = sys.stdout.fileno()
    offset = 0
    while data := await stream.read_at(offset, STEP_BYTES):
        _require_right(stream)
        await asyncio.to_thread(_write_all, descriptor, data)
        offset += len(data)


def _require_right(stream: OutputStream) -> None:
    """What is written cannot be taken back: whoever reads it must not take it for the file."""
    revoked = stream.take_revoked()
    if revoked:
        spans = ", ".join(str(span) for span in revoked[:8]) + (", …" if len(revoked) > 8 else "")
        raise WrongBytesWrittenError(
            f"Wrong bytes went to standard output before their hash was known: {spans}. With --proven-only it waits."
        )


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    try:
        while left:
            left = left[os.write(descriptor, left) :]
    except BrokenPipeError as error:
        raise PipeClosedError("Whoever read standard output went away") from error


async def _report(api: Api, job_id: JobId, request: GetRequest, display: Display, *, is_over: bool) -> int:
    job, sources = api.job(job_id), api.sources(job_id)
    if job.state is JobState.DONE:
        status = EXIT_OK
        await api.execute(RemoveJobs((job_id,), delete_data=request.to_stdout))
        display.done(job)
    elif is_over:
        status = EXIT_FAILED
        _complain(job.error or "The download was stopped")
        if job.wants_fresh_url and not request.is_quiet:
            _complain("name the fresh link beside the old one in the same command")
    else:
        status = EXIT_INTERRUPTED
        if not request.is_quiet:
            _complain("interrupted; the same command goes on from here")
    if not request.is_quiet:
        for host in sorted({source.host for source in sources if source.is_unverified}):
            _complain(f"nobody checked that {host} is who it says")
    if request.as_json:
        sys.stdout.write(json.dumps(_as_json(job, sources), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return status


def _as_json(job: JobSnapshot, sources: tuple[SourceSnapshot, ...]) -> dict[str, Any]:
    """What `--json` prints; sizes in bytes, times in seconds."""
    size = job.size_bytes if job.size_bytes is not None else job.received_bytes
    by_number = sorted(sources, key=lambda source: source.source_id)
    return {
        "path": None if job.path is None else str(job.path),
        "size_bytes": size,
        "elapsed_s": round(job.elapsed_s, 3),
        "mean_bytes_per_s": round(job.received_bytes / job.elapsed_s) if job.elapsed_s > 0 else 0,
        "sources": [
            {
                "url": without_user(source.url),
                "bytes": source.received_bytes,
                "score": round(source.score, 3),
                "terms": {term.criterion: {"raw": term.raw, "part": round(term.part, 3)} for term in source.terms},
                "hops": source.hops,
                "country": source.country,
                "cost_per_gb": source.cost_per_gb,
                "requests": source.requests,
                "errors": source.errors,
                "verified": not source.is_unverified,
                "state": source.state.value,
                "reason": source.reason,
            }
            for source in by_number
        ],
        "state": job.state.value,
        "error": job.error,
        "verdict": job.verdict,
    }


def _on_signals(interrupt: Callable[[], None]) -> Callable[[], None]:
    """Call `interrupt` on Ctrl-C and on termination; returns what takes that back."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in signals}
    for number in signals:
        try:
            loop.add_signal_handler(number, interrupt)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(interrupt))

    def restore() -> None:
        for number in signals:
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)
            signal.signal(number, before[number])

    return restore


def _complain(words: str) -> None:
    sys.stderr.write(f"headwater-cli: {words}\n")
