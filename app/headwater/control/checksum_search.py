"""Checksum files next to a download, looked for on its server: fetched, and offered with where they came from.

A server answers most of these questions with "not found", so they are asked when a person wants it, and stop at the
first answer that names the file. A list that is clear-signed counts as signed where the user has the signer's key.
"""

import asyncio
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final
from urllib.parse import unquote, urlsplit

from headwater.control.document_fetch import Asker, is_url, load
from headwater.discovery.checksums import (
    MAX_FILE_BYTES,
    SIGNATURE_SUFFIXES,
    candidate_urls,
    choose_line,
    read_checksum_file,
    signature_urls,
)
from headwater.discovery.signatures import (
    SignatureState,
    SignatureVerdict,
    check_clear_signed,
    check_detached,
    is_clear_signed,
)
from headwater.model.errors import IntegrityError, LocalError, SourceError, UserError
from headwater.model.job import Checksum
from headwater.model.wording import say

_MAX_SIGNATURE_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class FoundChecksum:
    """What a checksum file says of the download, where it lies, and what is known of its signature, if it has one."""

    checksum: Checksum
    url: str
    signature: SignatureVerdict | None = None


async def find_checksum(file_url: str, asker: Asker | None = None) -> FoundChecksum | None:
    """The first checksum file beside `file_url` that names it; None where there is none.

    Raises `IntegrityError` for a list whose signature is bad, or that contradicts itself.
    """
    file_name = unquote(urlsplit(file_url).path.rpartition("/")[2])
    for url in candidate_urls(file_url):
        try:
            data = await load(url, MAX_FILE_BYTES, asker=asker)
            found = await read_list(data, url, file_name, asker)
        except (SourceError, UserError):
            continue  # not there, a page in its place, or no checksum in it: the next name may be the right one
        if found is not None:
            return found
    return None


async def read_list(data: bytes, place: str, file_name: str, asker: Asker | None = None) -> FoundChecksum | None:
    """What a checksum file that came from `place` (a path or URL) says of `file_name`.

    Raises `UserError` where it holds no checksum, `IntegrityError` for a bad signature or a contradiction.
    """
    path = urlsplit(place).path if is_url(place) else place
    list_name = PurePath(unquote(path)).name
    origin = say("checksum file {name}", name=list_name)
    if is_url(place):
        origin = say("checksum file {name} of {host}", name=list_name, host=urlsplit(place).hostname)
    signature = await check_clear_signed(data) if is_clear_signed(data) else await check_beside(data, place, asker)
    if signature is not None and signature.state is SignatureState.BAD:
        raise IntegrityError(say("{list_name}: {verdict}", list_name=list_name, verdict=signature.sentence))
    if signature is not None and signature.state is SignatureState.GOOD:
        data, origin = signature.text or data, say("signed {origin}", origin=origin)
    listed = await asyncio.to_thread(read_checksum_file, data, file_name=list_name)
    checksum = choose_line(listed, file_name, origin=origin)
    return None if checksum is None else FoundChecksum(checksum, place, signature)


async def check_beside(data: bytes, place: str, asker: Asker | None = None) -> SignatureVerdict | None:
    """The verdict on a detached signature that lies beside a list or document; None where there is none."""
    places = signature_urls(place) if is_url(place) else tuple(place + suffix for suffix in SIGNATURE_SUFFIXES)
    for beside in places:
        try:
            signature = await load(beside, _MAX_SIGNATURE_BYTES, asker=asker)
        except (SourceError, LocalError, UserError):
            continue  # most lists have none, and one that cannot be read is as good as none
        return await check_detached(signature, data)
    return None
