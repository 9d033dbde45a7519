"""What a program hands over to be fetched: URLs of one file, a Metalink's files, a torrent's files with web seeds.

Reading is done in `discovery`; here its values become one shape, and refusals become aria2's kind of error.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.control.rpc.wire import RpcError
from headwater.discovery.metalink import read_metalink
from headwater.discovery.torrent import read_torrent
from headwater.model.errors import HeadwaterError
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceSpec

_REFUSED = {
    "magnet": "Magnet links are not supported, because Headwater takes files from servers and has no swarm.",
    "": "No URI to download.",
}


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be had, as far as the document tells."""

    sources: tuple[SourceSpec, ...]
    name: str | None = None
    checksums: tuple[Checksum, ...] = ()
    pieces: PieceHashes | None = None
    size_bytes: int | None = None

    @classmethod
    def of_urls(cls, urls: Sequence[str]) -> "Document":
        """Mirrors of one file. Raises `RpcError` for what nobody could fetch."""
        sources = tuple(SourceSpec(url) for url in dict.fromkeys(url.strip() for url in urls))
        for source in sources:
            if (refusal := _REFUSED.get(source.scheme)) is not None:
                raise RpcError(refusal)
        return cls(sources)


def read_metalink_document(data: bytes) -> list[Document]:
    """The files of a Metalink that have sources. Raises `RpcError`."""
    try:
        files = read_metalink(data)
    except HeadwaterError as error:
        raise RpcError(f"Could not parse Metalink XML document. {_sentence(error)}") from error
    found = [Document(file.sources, file.name, file.checksums, file.pieces, file.size_bytes) for file in files]
    return [document for document in found if document.sources]


def read_torrent_document(data: bytes, urls: Sequence[str]) -> Document:
    """The one file of a torrent, from its web seeds and `urls`. Raises `RpcError` for what has no server to ask."""
    try:
        torrent = read_torrent(data)
    except HeadwaterError as error:
        raise RpcError(_sentence(error)) from error
    if len(torrent.files) != 1:
        raise RpcError("Torrents of several files are not supported here; add their files' web seeds one by one.")
    file = torrent.files[0]
    sources = (*file.sources, *Document.of_urls(urls).sources) if urls else file.sources
    if not sources:
        raise RpcError("The torrent names no web seed, and Headwater has no swarm to take it from.")
    return Document(sources, file.name, (), file.pieces, file.size_bytes)


def _sentence(error: HeadwaterError) -> str:
    text = str(error)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
