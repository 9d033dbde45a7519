"""Whole-file digests that a server's headers give: what they say, whether they speak of the file, and what they are.

Read are `Repr-Digest` and `Content-Digest` (RFC 9530), `Digest` (RFC 3230), `Content-MD5` (RFC 1864),
`x-amz-checksum-*`, `x-goog-hash`, and an `ETag` that looks like the MD5 an S3 server makes of it.

Which of them speak of the whole file depends on the answer: `Content-Digest` and `Content-MD5` are of the message's
content, which in a 206 is a part of the file, and any of them is of the encoded bytes where there is a
`Content-Encoding`. Headers never raise: what cannot be read is as good as not sent. A digest that came the same way
as the bytes guards against accidents, not against the server; `content.trust` ranks it so.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from headwater.model.hashing import find_algorithm
from headwater.model.job import Checksum
from headwater.model.wording import say

_MAX_FIELD: Final = 8 * 1024
_ETAG_MD5: Final = re.compile(r'"([0-9a-fA-F]{32})"\Z')
_HEX: Final = re.compile(r"[0-9a-fA-F]+\Z")
_AMAZON: Final = "x-amz-checksum-"

_Fields: TypeAlias = dict[str, list[str]]


def read_digests(headers: Iterable[tuple[str, str]], url: str, *, status: int = 200) -> tuple[Checksum, ...]:
    """Digests of the whole file, the first of each field and function, each with an origin people understand.

    `headers` are name and value pairs in any case and order (`response.headers.items()`), `url` the one that
    answered, `status` 206 where the body is a part of the file. Functions unknown here (`crc32c`) are left out.
    """
    fields: _Fields = {}
    for name, value in headers:
        if len(value) <= _MAX_FIELD:
            fields.setdefault(name.lower(), []).append(value.strip())
    if any(coding.lower() not in {"", "identity"} for coding in fields.get("content-encoding", ())):
        return ()
    whole = status != 206
    found = _read_structured("Repr-Digest", fields) + _read_instance_digests(fields)
    if whole:
        found += _read_structured("Content-Digest", fields)
        found += [_Found("Content-MD5", "md5", _from_base64(value)) for value in fields.get("content-md5", ())]
        found += _read_amazon(fields)
    found += _read_google(fields) + _read_etag(fields)
    return _keep_known(found, urlsplit(url).hostname or url)


class _Found(NamedTuple):
    """What a field says; `digest` is None where it cannot be read."""

    field: str
    function: str
    digest: bytes | None
    is_hint: bool = False


def _keep_known(found: Iterable[_Found], host: str) -> tuple[Checksum, ...]:
    checksums: dict[tuple[str, str], Checksum] = {}
    for field, function, digest, is_hint in found:
        algorithm = find_algorithm(function)
        if algorithm is None or digest is None or len(digest) != algorithm.digest_bytes:
            continue
        origin = say("{field} of {host}", field=field, host=host)
        checksum = Checksum(algorithm.name, digest.hex(), origin, is_hint)
        checksums.setdefault((origin, algorithm.name), checksum)
    return tuple(checksums.values())


def _from_base64(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):  # ValueError: characters beyond ASCII
        return None


def _read_structured(field: str, fields: _Fields) -> list[_Found]:
    """RFC 9530: a dictionary of byte sequences, `sha-256=:...:`."""
    text = ", ".join(fields.get(field.lower(), ()))
    if not text:
        return []
    import http_sf  # here, because few answers bring a digest, and every program that fetches starts with this module

    try:
        members = http_sf.parse(text.encode("ascii"), tltype="dictionary")
    except (http_sf.StructuredFieldError, UnicodeEncodeError):
        return []
    if not isinstance(members, dict):
        return []
    values = {name: member[0] for name, member in members.items() if isinstance(member, tuple)}
    return [_Found(field, name, value) for name, value in values.items() if isinstance(value, bytes)]


def _read_instance_digests(fields: _Fields) -> list[_Found]:
    """RFC 3230: `SHA-256=...,MD5=...` in base64. Some servers write hex, which has another length and tells itself."""
    found: list[_Found] = []
    for part in ",".join(fields.get("digest", ())).split(","):
        function, _, value = part.strip().partition("=")
        algorithm = find_algorithm(function)
        if algorithm is None:
            continue
        is_hex = len(value) == 2 * algorithm.digest_bytes and _HEX.match(value) is not None
        found.append(_Found("Digest", function, bytes.fromhex(value) if is_hex else _from_base64(value)))
    return found


def _read_amazon(fields: _Fields) -> list[_Found]:
    """Only of an object as a whole: a composite checksum (`...-3`) is one of the parts' checksums."""
    if any(kind.upper() == "COMPOSITE" for kind in fields.get(f"{_AMAZON}type", ())):
        return []
    return [
        _Found(name, name.removeprefix(_AMAZON), _from_base64(value))
        for name, values in fields.items()
        if name.startswith(_AMAZON)
        for value in values
    ]


def _read_google(fields: _Fields) -> list[_Found]:
    """Hashes of the object as it is stored, which is not as it is sent where the server unpacks it on the way."""
    if any(coding.lower() != "identity" for coding in fields.get("x-goog-stored-content-encoding", ())):
        return []
    parts = (part.strip().partition("=") for part in ",".join(fields.get("x-goog-hash", ())).split(","))
    return [_Found("x-goog-hash", function, _from_base64(value)) for function, _, value in parts]


def _read_etag(fields: _Fields) -> list[_Found]:
    """S3 makes the ETag of an object that was stored in one piece and plainly its MD5; nobody promises that."""
    matches = (_ETAG_MD5.match(value) for value in fields.get("etag", ()))
    return [_Found("ETag", "md5", bytes.fromhex(match[1]), is_hint=True) for match in matches if match]
