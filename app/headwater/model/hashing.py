"""Names, lengths and strength of the hash functions that Headwater can compute.

One vocabulary for all who speak of digests: headers, Metalinks, torrents, checksum files and people name
the same function in many ways, and the layers that read those names and the one that computes the hashes
must not import each other. No file is read here and no digest compared.

Names are those of the IANA registry that Metalink uses (`sha-256`), lower case. `TREE` is the one name of our own.
"""

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from importlib import import_module
from importlib.util import find_spec
from typing import Final, Protocol

from headwater.model.errors import UserError
from headwater.model.wording import say

#: Root of a SHA-256 tree over the 16 KiB leaves of a piece, padded as BitTorrent v2 does it (BEP 52).
TREE: Final = "sha-256-tree"
TREE_LEAF_BYTES: Final = 16 * 1024


class Strength(IntEnum):
    """What an equal digest is worth."""

    DAMAGE_ONLY = 0  # finds accidents (CRCs)
    BROKEN = 1  # finds accidents; someone who wants to can make another file with the same digest
    STRONG = 2  # nobody is known to be able to make another file with the same digest


class Hasher(Protocol):
    """What hashlib's objects can do, as far as it is needed here."""

    def update(self, data: bytes | bytearray | memoryview, /) -> object: ...

    def digest(self) -> bytes: ...

    def hexdigest(self) -> str: ...


class _Crc32:
    """CRC-32 (IEEE) with the face of a hashlib object; the digest is big-endian, as Amazon and Google send it."""

    def __init__(self) -> None:
        self._value = 0

    def update(self, data: bytes | bytearray | memoryview, /) -> None:
        self._value = zlib.crc32(data, self._value)

    def digest(self) -> bytes:
        return self._value.to_bytes(4, "big")

    def hexdigest(self) -> str:
        return self.digest().hex()


@dataclass(frozen=True, slots=True)
class Algorithm:
    """One hash function: `digest_bytes` long, made by `make`; `module` is a package it needs beside Python's own."""

    name: str
    digest_bytes: int
    strength: Strength
    make: Callable[[], Hasher]
    module: str | None = None

    @property
    def is_available(self) -> bool:
        return self.module is None or find_spec(self.module) is not None


def _from_hashlib(name: str) -> Callable[[], Hasher]:
    # usedforsecurity=False: MD5 and SHA-1 must work on systems that forbid them for signatures.
    return lambda: hashlib.new(name, usedforsecurity=False)


def _blake3() -> Hasher:
    hasher: Hasher = import_module("blake3").blake3()
    return hasher


_KNOWN: Final = (
    Algorithm("sha-512", 64, Strength.STRONG, _from_hashlib("sha512")),
    Algorithm("sha-384", 48, Strength.STRONG, _from_hashlib("sha384")),
    Algorithm("sha3-512", 64, Strength.STRONG, _from_hashlib("sha3_512")),
    Algorithm("sha-256", 32, Strength.STRONG, _from_hashlib("sha256")),
    Algorithm("sha3-256", 32, Strength.STRONG, _from_hashlib("sha3_256")),
    Algorithm("blake2b-512", 64, Strength.STRONG, _from_hashlib("blake2b")),
    Algorithm("blake3", 32, Strength.STRONG, _blake3, module="blake3"),
    Algorithm("sha-224", 28, Strength.STRONG, _from_hashlib("sha224")),
    Algorithm("sha-1", 20, Strength.BROKEN, _from_hashlib("sha1")),
    Algorithm("md5", 16, Strength.BROKEN, _from_hashlib("md5")),
    Algorithm("crc32", 4, Strength.DAMAGE_ONLY, _Crc32),
)

#: All of them, strongest first.
ALGORITHMS: Final[dict[str, Algorithm]] = {algorithm.name: algorithm for algorithm in _KNOWN}

_OTHER_NAMES: Final[dict[str, str]] = {
    "sha": "sha-1",  # RFC 3230
    "blake2b": "blake2b-512",
    "b2": "blake2b-512",
    "b3": "blake3",
    "crc-32": "crc32",
}


def find_algorithm(name: str) -> Algorithm | None:
    """The function that `name` means, in any common spelling (`SHA256`, `sha_256`, `sha-256`); None if unknown."""
    plain = name.strip().lower().replace("_", "-").replace("/", "-")
    plain = _OTHER_NAMES.get(plain, plain)
    if plain in ALGORITHMS:
        return ALGORITHMS[plain]
    if plain.startswith("sha") and plain[3:].isdigit():
        return ALGORITHMS.get(f"sha-{plain[3:]}")
    return None


def make_hasher(name: str) -> Hasher:
    """A new hasher; raises `UserError` when this computer cannot compute `name`."""
    algorithm = find_algorithm(name)
    if algorithm is None:
        raise UserError(
            say(
                "the hash function {name} is not known here; known are {known}",
                name=repr(name),
                known=", ".join(ALGORITHMS),
            )
        )
    if not algorithm.is_available:
        raise UserError(
            say(
                "{algorithm} needs the Python package {module}, which is not installed",
                algorithm=algorithm.name,
                module=algorithm.module,
            )
        )
    return algorithm.make()


def digest_bytes(name: str) -> int:
    """How long a digest of `name` is, in bytes; raises `UserError` for an unknown function."""
    if name == TREE:
        return 32
    algorithm = find_algorithm(name)
    if algorithm is None:
        raise UserError(
            say(
                "the hash function {name} is not known here; known are {known}",
                name=repr(name),
                known=", ".join(ALGORITHMS),
            )
        )
    return algorithm.digest_bytes
