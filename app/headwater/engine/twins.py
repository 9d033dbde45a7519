"""Whether the list has a file already that somebody is about to add. Pure; one pass over the jobs for many files.

The rule: a link that a job has decides; name and size only say something where no version mark contradicts them.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from headwater.engine.job import Job
from headwater.model.access import without_link_password
from headwater.model.job import JobState
from headwater.model.probe import FileAsked, Twin, TwinKind
from headwater.model.source import SourceSpec

_STRENGTH = {TwinKind.SAME_LINK: 0, TwinKind.FRESH_LINK: 1, TwinKind.SAME_FILE: 2}


def find_twins(jobs: Iterable[Job], asked: Sequence[FileAsked]) -> tuple[Twin | None, ...]:
    """For each file that is asked for, the job that has it; None where none has."""
    by_url: dict[str, list[int]] = {}
    by_place: dict[tuple[str, str], list[int]] = {}
    by_name: dict[tuple[str, int], list[int]] = {}
    for number, file in enumerate(asked):
        for url in file.urls:
            by_url.setdefault(without_link_password(url), []).append(number)
            by_place.setdefault(_place(url), []).append(number)
        if file.name and file.size_bytes is not None:
            by_name.setdefault((file.name, file.size_bytes), []).append(number)
    found: list[Twin | None] = [None] * len(asked)

    def take(number: int, kind: TwinKind, job: Job) -> None:
        best = found[number]
        if best is None or _STRENGTH[kind] < _STRENGTH[best.kind]:
            known = frozenset(map(without_link_password, job.record.urls))
            had = frozenset(url for url in asked[number].urls if without_link_password(url) in known)
            found[number] = Twin(kind, job.job_id, job.display_name, job.state, had)

    for job in jobs:
        record = job.record
        for url in record.urls:
            for number in by_url.get(without_link_password(url), ()):
                take(number, TwinKind.SAME_LINK, job)
        if record.expired and job.state is not JobState.DONE and job.wants_fresh_url:
            for url in record.urls:
                for number in by_place.get(_place(url), ()):
                    take(number, TwinKind.FRESH_LINK, job)
        if record.name is not None and record.size_bytes is not None:
            for number in by_name.get((record.name, record.size_bytes), ()):
                if not _is_other_version(job, asked[number]):
                    take(number, TwinKind.SAME_FILE, job)
    return tuple(found)


def _is_other_version(job: Job, file: FileAsked) -> bool:
    """Whether a host that both know has another version of the file now."""
    marks = {SourceSpec(job.record.urls[source_id]).host: mark for source_id, mark in job.record.validators}
    return any(
        (known := marks.get(SourceSpec(url).host)) is not None and not known.agrees_with(validator)
        for url, validator in file.validators.items()
    )


def _place(url: str) -> tuple[str, str]:
    """Host and path: what a fresh link has in common with the one that expired."""
    try:
        parts = urlsplit(url)
    except ValueError:  # no address; the connector says so in a sentence
        return "", url
    return parts.netloc.rpartition("@")[2].lower(), parts.path
