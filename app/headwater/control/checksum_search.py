"""Checksum files next to a download, looked for on its server: fetched, and offered with where they came from.

A server answers most of these questions with "not found", so they are asked when a person wants it, and stop at the
first answer that names the file. A list that is clear-signed counts as signed where the user has the signer's key.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from headwater.control.document_fetch import Asker, check_beside, is_url, load
from headwater.discovery.checksums import (
    MAX_FILE_BYTES,
    candidate_urls,
    choose_line,
    read_checksum_file,
)
from headwater.discovery.signatures import (
    SignatureState,
    SignatureVerdict,
    check_clear_signed,
    is_clear_signed,
)
from headwater.model.errors import IntegrityError, SourceError, UserError
from headwater.model.job import Checksum
from headwater.model.wording import say


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


async def find_first_checksum(file_urls: Iterable[str], asker: Asker | None = None) -> FoundChecksum | None:
    """The same, beside the first of a file's mirrors that has one."""
    for url in file_urls:
        found = await find_checksum(url, asker)
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
