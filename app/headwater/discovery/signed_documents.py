"""Documents with the OpenPGP signature that covers them, in the document itself or beside it.

What a good signature covers is told as signed. The rule: a bad signature refuses the document before anything comes
of it; an unknown key, no signature and no GnuPG leave it what it is without one. Fetching is the caller's.
"""

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Final

from headwater.discovery.documents import DescribedFile, read_document
from headwater.discovery.signatures import (
    SignatureState,
    SignatureVerdict,
    check_clear_signed,
    check_detached,
    covered_text,
    is_clear_signed,
)
from headwater.model.errors import IntegrityError, LocalError, SourceError, UserError
from headwater.model.wording import say

_MAX_SIGNATURE_BYTES: Final = 64 * 1024

#: All bytes at a place, at most so many. Raises `SourceError`, `LocalError`, `UserError`.
Load = Callable[[str, int], Awaitable[bytes]]
#: The verdict on what lies beside a document; None where nothing does.
CheckBeside = Callable[[bytes], Awaitable[SignatureVerdict | None]]


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """The files of a document; `signature` is never bad, and None where it has none."""

    files: tuple[DescribedFile, ...]
    signature: SignatureVerdict | None = None


async def check_beside(data: bytes, places: Iterable[str], load: Load) -> SignatureVerdict | None:
    """The verdict on the first detached signature of `data` that lies at one of `places`; None where none does."""
    for place in places:
        try:
            signature = await load(place, _MAX_SIGNATURE_BYTES)
        except (SourceError, LocalError, UserError):
            continue  # most have none, and one that cannot be read is as good as none
        return await check_detached(signature, data)
    return None


async def read_signed(data: bytes, *, base_url: str | None = None, beside: CheckBeside | None = None) -> SignedDocument:
    """Read a Metalink or torrent; what vouches for it is a clear signature, else what `beside` finds.

    Raises `IntegrityError` for a bad signature, and what `read_document` does.
    """
    signature = None
    if is_clear_signed(data):
        signature = await check_clear_signed(data)
        data = covered_text(data) if signature.text is None else signature.text
    elif beside is not None:
        signature = await beside(data)
    if signature is not None and signature.state is SignatureState.BAD:
        raise IntegrityError(say("the document is refused: {verdict:clause}", verdict=signature.sentence))
    files = await to_thread(read_document, data, base_url=base_url)
    if signature is not None and signature.state is SignatureState.GOOD:
        files = tuple(file.as_signed() for file in files)
    return SignedDocument(files, signature)
