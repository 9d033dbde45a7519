"""Documents that describe files (Metalink, torrent), as parts of jobs: the one door for all who are handed one.

Which kind it is, is read from the document itself, never from its name. Reading may take seconds of computing for
the largest ones allowed, and belongs on a worker thread.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

from headwater.discovery import metalink, metalink_fields, torrent
from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobOptions, JobSpec, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.wording import say

#: Nothing larger is worth fetching in the hope that it is a document.
MAX_DOCUMENT_BYTES: Final = max(metalink.MAX_DOCUMENT_BYTES, torrent.MAX_DOCUMENT_BYTES)
MEDIA_TYPES: Final = metalink_fields.MEDIA_TYPES | {torrent.MEDIA_TYPE}
Known = TypeVar("Known", Checksum, PieceHashes)


@dataclass(frozen=True, slots=True)
class DescribedFile:
    """What a document says of one file. `signature` is an OpenPGP signature of the file, in ASCII armour.

    `place` is its path in the folder that a torrent describes.
    """

    name: str
    size_bytes: int | None
    sources: tuple[SourceSpec, ...]
    checksums: tuple[Checksum, ...] = ()
    pieces: PieceHashes | None = None
    signature: str | None = None
    place: str = ""

    def as_signed(self) -> "DescribedFile":
        """The same, its hashes vouched for by a signature of the document."""
        return replace(
            self,
            checksums=tuple(map(vouched, self.checksums)),
            pieces=None if self.pieces is None else vouched(self.pieces),
        )

    def to_job(self, folder: Path, options: JobOptions | None = None, *, name: str | None = None) -> JobSpec:
        """A job for it; what `options` and `name` say goes before what the document says.

        Raises `UserError` where the document names no source.
        """
        if not self.sources:
            raise UserError(say("the document names no server that holds {name}; add URLs to it", name=self.name))
        given = options or JobOptions()
        joined = replace(
            given,
            checksums=given.checksums + self.checksums,
            pieces=given.pieces or self.pieces,
            signature=given.signature or self.signature,
            size_bytes=self.size_bytes if given.size_bytes is None else given.size_bytes,
        )
        return JobSpec(self.sources, folder, name or self.name, joined)


def vouched(known: Known) -> Known:
    """Hashes as a signature covers them."""
    return replace(known, origin=say("signed {origin}", origin=known.origin))


def is_document(data: bytes) -> bool:
    """Whether bytes begin like a document that `read_document` reads."""
    return metalink.looks_like_metalink(data) or torrent.looks_like_torrent(data)


def is_torrent(data: bytes) -> bool:
    """Whether a document is a torrent, and not a Metalink."""
    return torrent.looks_like_torrent(data)


def read_document(data: bytes, *, base_url: str | None = None) -> tuple[DescribedFile, ...]:
    """All files that a Metalink or torrent describes, at least one. `base_url` is where it came from.

    Raises `UserError` for what is neither or is beyond measure, `IntegrityError` where it contradicts itself.
    """
    host = urlsplit(base_url).hostname if base_url else None
    if torrent.looks_like_torrent(data):
        found = torrent.read_torrent(data, origin=say("torrent of {host}", host=host) if host else "torrent")
        return tuple(
            DescribedFile(file.name, file.size_bytes, file.sources, pieces=file.pieces, place="/".join(file.path))
            for file in found.files
        )
    origin = say("Metalink of {host}", host=host) if host else "Metalink"
    return tuple(
        DescribedFile(file.name, file.size_bytes, file.sources, file.checksums, file.pieces, file.signature)
        for file in metalink.read_metalink(data, origin=origin, base_url=base_url)
    )
