"""Metalink documents, read: version 4 (RFC 5854) and 3. (`metalink_writer` writes them.)

Documents come from strangers. They are read as a stream, so that a hostile one costs bounded time and memory: no
document type, no entities, no external references, and a ceiling on everything that can be repeated. What is
malformed is a `UserError`, what contradicts itself an `IntegrityError`; hash functions and URL schemes that are
unknown here are passed over, for a newer document may name them beside ones that are known.

Nothing here fetches; whether a name is safe on this computer's file system is `discovery.filename`'s to say, beyond
the rule of the RFC that a name never leads out of its folder.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import ParseError

from headwater.discovery.metalink_fields import (
    WORST_PRIORITY,
    local_name,
    read_digest,
    read_number,
    read_priority,
    read_url,
    safe_name,
)
from headwater.model.errors import IntegrityError, UserError
from headwater.model.hashing import ALGORITHMS, Algorithm, find_algorithm
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.wording import say

MAX_DOCUMENT_BYTES: Final = 32 * 1024 * 1024
MAX_FILES: Final = 1000
MAX_URLS: Final = 10_000  # of all files together
MAX_PIECES: Final = 256 * 1024

_MAX_DEPTH: Final = 32
_MAX_ELEMENTS: Final = MAX_PIECES + 64 * 1024
_MAX_TEXT: Final = 64 * 1024
_MAX_HASHES: Final = 64
_FEED_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class MetaUrl:
    """Where another description of the file lies (a torrent, mostly); `media_type` as the document says."""

    url: str
    media_type: str
    priority: int | None = None


@dataclass(frozen=True, slots=True)
class MetalinkFile:
    """One file of a Metalink. `name` is a relative path's last part; `checksums` and `pieces` the strongest first.

    `signature` is an OpenPGP signature of the file in ASCII armour.
    """

    name: str
    size_bytes: int | None = None
    sources: tuple[SourceSpec, ...] = ()
    checksums: tuple[Checksum, ...] = ()
    pieces: PieceHashes | None = None
    signature: str | None = None
    meta_urls: tuple[MetaUrl, ...] = ()


def read_metalink(
    document: bytes, *, origin: str = "Metalink", base_url: str | None = None
) -> tuple[MetalinkFile, ...]:
    """All files of a document, in its order, at least one. `origin` goes into the hashes' origins.

    Raises `UserError` for what is no Metalink or is beyond all measure, `IntegrityError` for hashes and piece lists
    that cannot be true.
    """
    if len(document) > MAX_DOCUMENT_BYTES:
        raise UserError(
            say(
                "a Metalink of {size} bytes is refused; the most that is read is {most}",
                size=len(document),
                most=MAX_DOCUMENT_BYTES,
            )
        )
    reader = _Reader(origin, base_url)
    # Here, because few downloads meet a document, and every program that fetches starts with this module.
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import XMLParser

    parser = XMLParser(target=reader, forbid_dtd=True)
    try:
        for at in range(0, len(document), _FEED_BYTES):
            parser.feed(document[at : at + _FEED_BYTES])
        parser.close()
    except ParseError as error:
        raise UserError(say("this is not a well-formed Metalink: {reason}", reason=error)) from error
    except DefusedXmlException as error:
        raise UserError("the Metalink declares a document type or entities, which is refused as an attack") from error
    except (ValueError, LookupError) as error:  # an encoding that is unknown or wrong
        raise UserError(say("the Metalink's text cannot be decoded: {reason}", reason=error)) from error
    if not reader.files:
        raise UserError("the document describes no file; it is empty or not a Metalink")
    return tuple(reader.files)


def looks_like_metalink(document: bytes) -> bool:
    """Whether the beginning of a document speaks for a Metalink."""
    return b"<metalink" in document[:4096]


@dataclass(slots=True)
class _Draft:
    """What was read of the `file` element in hand."""

    name: str
    size_bytes: int | None = None
    sources: list[tuple[int, SourceSpec]] = field(default_factory=list)
    checksums: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, PieceHashes] = field(default_factory=dict)
    signature: str | None = None
    meta_urls: list[MetaUrl] = field(default_factory=list)


@dataclass(slots=True)
class _Pieces:
    """What was read of the `pieces` element in hand; `algorithm` None where it is unknown here."""

    algorithm: Algorithm | None
    piece_bytes: int
    digests: bytearray = field(default_factory=bytearray)
    count: int = 0


class _Reader:
    """A target for the XML parser: keeps the path it is on and the file in hand, never a tree."""

    def __init__(self, origin: str, base_url: str | None) -> None:
        self.files: list[MetalinkFile] = []
        self._origin = origin
        self._base_url = base_url
        self._path: list[str] = []
        self._attributes: list[dict[str, str]] = []
        self._text: list[str] = []
        self._text_length = 0
        self._file: _Draft | None = None
        self._pieces: _Pieces | None = None
        self._urls = 0
        self._elements = 0
        self._ends: dict[str, Callable[[_Draft, dict[str, str], str], None]] = {
            "size": self._end_size,
            "hash": self._end_hash,
            "url": self._end_url,
            "metaurl": self._end_meta_url,
            "pieces": self._end_pieces,
            "signature": self._end_signature,
        }

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local_name(tag)
        if not self._path and name != "metalink":
            raise UserError("the document is XML, but not a Metalink")
        if len(self._path) >= _MAX_DEPTH:
            raise UserError("the Metalink is nested too deeply to be honest")
        self._elements += 1
        if self._elements > _MAX_ELEMENTS:
            raise UserError(say("the Metalink has more than {most} elements", most=_MAX_ELEMENTS))
        self._path.append(name)
        self._attributes.append(attributes)
        self._text.clear()
        self._text_length = 0
        if name == "file" and self._file is None:
            if len(self.files) >= MAX_FILES:
                raise UserError(say("the Metalink describes more than {most} files", most=MAX_FILES))
            self._file = _Draft(safe_name(attributes.get("name", "")))
        elif name == "pieces" and self._file is not None:
            self._pieces = _start_pieces(attributes)

    def data(self, text: str) -> None:
        self._text_length += len(text)
        if self._text_length > _MAX_TEXT:
            raise UserError(say("an element of the Metalink holds more than {most} characters", most=_MAX_TEXT))
        self._text.append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        attributes = self._attributes.pop()
        text = "".join(self._text).strip()
        self._text.clear()
        self._text_length = 0
        draft = self._file
        if draft is None:
            return
        name = local_name(tag)
        if name == "file" and "file" not in self._path:
            self.files.append(self._finish(draft))
            self._file = None
        elif name in self._ends:
            self._ends[name](draft, attributes, text)

    def close(self) -> None:
        """The parser calls this at the end of the document."""

    def _end_size(self, draft: _Draft, _attributes: dict[str, str], text: str) -> None:
        draft.size_bytes = read_number(text, say("a size"), low=0)

    def _end_hash(self, draft: _Draft, attributes: dict[str, str], text: str) -> None:
        if self._pieces is not None and "pieces" in self._path:
            _add_piece(self._pieces, attributes, text)
            return
        algorithm = find_algorithm(attributes.get("type", ""))
        if algorithm is None:
            return
        digest = read_digest(algorithm, text)
        if draft.checksums.setdefault(algorithm.name, digest) != digest:
            raise IntegrityError(
                say(
                    "the Metalink gives two different {algorithm} hashes of {name}",
                    algorithm=algorithm.name,
                    name=draft.name,
                )
            )

    def _end_pieces(self, draft: _Draft, _attributes: dict[str, str], _text: str) -> None:
        pieces, self._pieces = self._pieces, None
        if pieces is None or pieces.algorithm is None or len(draft.pieces) >= _MAX_HASHES:
            return
        name = pieces.algorithm.name
        found = PieceHashes(name, pieces.piece_bytes, bytes(pieces.digests), self._origin)
        if draft.pieces.setdefault(f"{name} {pieces.piece_bytes}", found) != found:
            raise IntegrityError(
                say(
                    "the Metalink gives two different lists of {algorithm} pieces of {name}",
                    algorithm=name,
                    name=draft.name,
                )
            )

    def _end_url(self, draft: _Draft, attributes: dict[str, str], text: str) -> None:
        if attributes.get("type", "").lower() == "bittorrent":  # how version 3 names a torrent
            self._end_meta_url(draft, {**attributes, "mediatype": "torrent"}, text)
            return
        url, priority = self._read_url(text), read_priority(attributes)
        if url is None:
            return
        country = attributes.get("location", "").strip().upper()
        known = country if len(country) == 2 and country.isascii() and country.isalpha() else None
        source = SourceSpec(url, priority=priority, country=known)
        draft.sources.append((WORST_PRIORITY if priority is None else priority, source))

    def _end_meta_url(self, draft: _Draft, attributes: dict[str, str], text: str) -> None:
        url = self._read_url(text)
        if url is not None:
            media_type = attributes.get("mediatype", "").strip().lower()
            draft.meta_urls.append(MetaUrl(url, media_type, read_priority(attributes)))

    def _end_signature(self, draft: _Draft, attributes: dict[str, str], text: str) -> None:
        kind = attributes.get("mediatype") or attributes.get("type") or ""
        if kind.strip().lower() in {"application/pgp-signature", "pgp"} and text:
            draft.signature = text

    def _read_url(self, text: str) -> str | None:
        self._urls += 1
        if self._urls > MAX_URLS:
            raise UserError(say("the Metalink lists more than {most} URLs", most=MAX_URLS))
        return read_url(text, self._base_url)

    def _finish(self, draft: _Draft) -> MetalinkFile:
        for pieces in draft.pieces.values():
            if draft.size_bytes is not None and not pieces.fits(draft.size_bytes):
                raise IntegrityError(
                    say(
                        "the Metalink lists {count} pieces of {piece_bytes} bytes for {name}, which has {size} bytes",
                        count=pieces.count,
                        piece_bytes=pieces.piece_bytes,
                        name=draft.name,
                        size=draft.size_bytes,
                    )
                )
        strength = list(ALGORITHMS)
        return MetalinkFile(
            name=draft.name,
            size_bytes=draft.size_bytes,
            sources=_without_doubles(source for _, source in sorted(draft.sources, key=lambda entry: entry[0])),
            checksums=tuple(
                Checksum(name, draft.checksums[name], self._origin) for name in strength if name in draft.checksums
            ),
            pieces=min(
                draft.pieces.values(),
                key=lambda pieces: (-ALGORITHMS[pieces.algorithm].strength, pieces.piece_bytes),
                default=None,
            ),
            signature=draft.signature,
            meta_urls=tuple(draft.meta_urls),
        )


def _start_pieces(attributes: dict[str, str]) -> _Pieces:
    piece_bytes = read_number(attributes.get("length", ""), say("the length of a piece"), low=1)
    return _Pieces(find_algorithm(attributes.get("type", "")), piece_bytes)


def _add_piece(pieces: _Pieces, attributes: dict[str, str], text: str) -> None:
    """Version 3 numbers its pieces (`piece="0"`), version 4 goes by their order."""
    number = attributes.get("piece")
    if number is not None and read_number(number, say("the number of a piece"), low=0) != pieces.count:
        raise IntegrityError(
            say(
                "the Metalink numbers a piece {number} where piece {count} is due",
                number=number[:20],
                count=pieces.count,
            )
        )
    pieces.count += 1
    if pieces.count > MAX_PIECES:
        raise UserError(say("the Metalink lists more than {most} pieces", most=MAX_PIECES))
    if pieces.algorithm is not None:
        pieces.digests += bytes.fromhex(read_digest(pieces.algorithm, text))


def _without_doubles(sources: Iterable[SourceSpec]) -> tuple[SourceSpec, ...]:
    """The first of those that share a URL."""
    kept: dict[str, SourceSpec] = {}
    for source in sources:
        kept.setdefault(source.url, source)
    return tuple(kept.values())
