"""The OpenPGP signature of a job's file itself, as a Metalink may bring it, checked when all bytes are here and proven.

The rule: a bad one keeps the file from being named, as a wrong hash does; an unknown key is told, and without GnuPG
nothing is.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from headwater.content.trust import Kind, kind_of
from headwater.engine.job import Job
from headwater.model.errors import IntegrityError
from headwater.model.job import JobOptions


async def check_signature(job: Job, path: Path, told: Callable[[str], None]) -> None:
    """Check the signature that the job brought, if it did; `told` hears what it says.

    The hashes of documents that the file was right by are signed from then on. Raises `IntegrityError`, `LocalError`.
    """
    options = job.record.spec.options
    if options.signature is None:
        return
    # Imported here, because few files have one: starting stays quick.
    from headwater.discovery.signatures import SignatureState, check_detached, has_gnupg

    if not has_gnupg():
        return
    verdict = await check_detached(options.signature.encode(), path)
    if verdict.state is SignatureState.BAD:
        raise IntegrityError(verdict.sentence)
    if verdict.state is SignatureState.GOOD:
        job.update(spec=replace(job.record.spec, options=_signed(job.record.spec.options)))
    told(verdict.sentence)


def _signed(options: JobOptions) -> JobOptions:
    """Options whose hashes from documents are covered by a signature."""
    from headwater.discovery.documents import vouched

    return replace(
        options,
        checksums=tuple(
            vouched(checksum) if kind_of(checksum.origin, is_hint=checksum.is_hint) is Kind.DOCUMENT else checksum
            for checksum in options.checksums
        ),
        pieces=vouched(options.pieces)
        if options.pieces is not None and kind_of(options.pieces.origin) is Kind.DOCUMENT
        else options.pieces,
    )
