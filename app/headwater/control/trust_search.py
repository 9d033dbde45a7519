"""What is known of a local file: gathered from what a person names, or from what lies beside the file.

A person may name documents (Metalink, torrent), checksum files, a pasted hash and mirrors, each by path or URL. The
rule: what was named and cannot be used is an error, what was only found beside the file and says nothing is not.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from headwater.control.checksum_search import read_list
from headwater.control.document_fetch import Asker, check_beside, choose_file, is_url, load
from headwater.discovery.checksums import MAX_FILE_BYTES, names_checksum_file, read_pasted
from headwater.discovery.document_names import names_document
from headwater.discovery.documents import is_document
from headwater.discovery.signatures import SignatureState, SignatureVerdict, check_detached
from headwater.discovery.signed_documents import read_signed
from headwater.model.errors import IntegrityError, UserError
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.wording import say

_BESIDE: Final = (".meta4", ".metalink", ".torrent", ".sha256", ".sha512", ".sha256sum", ".sha1", ".md5")
_LISTS: Final = ("SHA256SUMS", "SHA512SUMS")


@dataclass(slots=True)
class Knowledge:
    """What was gathered of one file. `remarks` are sentences for people (signatures); `copies` are the mirrors that a
    person named, to be compared with where no hash is known."""

    checksums: list[Checksum] = field(default_factory=list)
    pieces: PieceHashes | None = None
    size_bytes: int | None = None
    sources: list[SourceSpec] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def agree_size(self, size_bytes: int | None, place: str) -> None:
        """Take a size. Raises `IntegrityError` where two documents contradict each other."""
        if size_bytes is None:
            return
        if self.size_bytes not in (None, size_bytes):
            raise IntegrityError(
                say(
                    "{place} says {size_bytes:,} bytes, and another document {other_bytes:,}",
                    place=place,
                    size_bytes=size_bytes,
                    other_bytes=self.size_bytes,
                )
            )
        self.size_bytes = size_bytes


async def gather(path: Path, places: Sequence[str], asker: Asker | None = None) -> Knowledge:
    """What `places` say of the file at `path`; with none, what lies beside it. Raises any of our errors."""
    await require_file(path)
    knowledge = Knowledge()
    named = list(places) or [str(place) for place in _find_beside(path)]
    for place in named:
        try:
            await _take(knowledge, path, place, asker)
        except UserError:
            if places:
                raise
    return knowledge


async def require_file(path: Path) -> None:
    """Raises `UserError` where `path` is none: nothing needs to be fetched to say so."""
    if await asyncio.to_thread(path.is_dir):
        raise UserError(say("{path} is a folder", path=path))
    if not await asyncio.to_thread(path.exists):
        raise UserError(say("there is no file {path}", path=path))


def _find_beside(path: Path) -> list[Path]:
    candidates = [path.with_name(path.name + suffix) for suffix in _BESIDE]
    candidates += [path.with_name(name) for name in _LISTS]
    return [candidate for candidate in candidates if candidate.is_file()]


async def _take(knowledge: Knowledge, path: Path, place: str, asker: Asker | None) -> None:
    is_file = await asyncio.to_thread(Path(place).is_file) if len(place) < 4096 and "\0" not in place else False
    if is_url(place):
        if names_document(place):
            await _take_document(knowledge, path, place, await load(place, asker=asker), asker)
        elif names_checksum_file(place):
            await _take_list(knowledge, path, place, await load(place, MAX_FILE_BYTES, asker=asker), asker)
        else:
            knowledge.sources.append(SourceSpec(place))
            knowledge.copies.append(place)
    elif is_file:
        data = await load(place)
        if is_document(data):
            await _take_document(knowledge, path, place, data, asker)
        else:
            await _take_list(knowledge, path, place, data, asker)
    else:
        knowledge.checksums.append(_pasted(place))


async def _take_document(knowledge: Knowledge, path: Path, place: str, data: bytes, asker: Asker | None) -> None:
    """A Metalink or torrent, with a signature of its own beside it, and maybe one of the file inside."""
    document = await read_signed(
        data, base_url=place if is_url(place) else None, beside=lambda read: check_beside(read, place, asker)
    )
    _heed(knowledge, document.signature)
    file = choose_file(document.files, path.name, place)
    if file.signature is not None:
        _heed(knowledge, await check_detached(file.signature.encode(), path))
    knowledge.agree_size(file.size_bytes, place)
    knowledge.checksums.extend(file.checksums)
    knowledge.sources.extend(file.sources)
    knowledge.pieces = knowledge.pieces or file.pieces


def _heed(knowledge: Knowledge, verdict: SignatureVerdict | None) -> None:
    """Keep what a signature says. Raises `IntegrityError` for a bad one."""
    if verdict is None:
        return
    if verdict.state is SignatureState.BAD:
        raise IntegrityError(verdict.sentence)
    knowledge.remarks.append(verdict.sentence)


async def _take_list(knowledge: Knowledge, path: Path, place: str, data: bytes, asker: Asker | None) -> None:
    found = await read_list(data, place, path.name, asker)
    if found is None:
        raise UserError(say("{place} has no line for {name}", place=place, name=path.name))
    knowledge.checksums.append(found.checksum)
    if found.signature is not None:
        knowledge.remarks.append(found.signature.sentence)


def _pasted(text: str) -> Checksum:
    try:
        return read_pasted(text)
    except UserError as error:
        raise UserError(say("{text} is no file here, no URL and no hash", text=repr(text))) from error
