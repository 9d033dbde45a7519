"""Where trust in a file's hashes comes from, strongest first, and which of several hashes count.

Pure values for the engine, the terminal and the window. A hash is worth what its way here was worth: what a person
pasted goes before what a signature covers, then documents, then checksum files, then headers that came with the
very bytes; an `ETag` is a hint only. Nothing here computes a hash.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from headwater.model.errors import IntegrityError
from headwater.model.hashing import ALGORITHMS, TREE, Strength, find_algorithm
from headwater.model.job import Checksum, PieceHashes
from headwater.model.wording import Sentence, joined, say


class Kind(IntEnum):
    """How a hash came here; the greater, the more it is worth."""

    HINT = 0
    OWN = 1
    HEADER = 2
    COPY = 3
    CHECKSUM_FILE = 4
    DOCUMENT = 5
    SIGNED = 6
    PERSON = 7


#: The origin of digests that are only our own.
OWN_ORIGIN: Final = say("this computer")


def copy_origin(hosts: str) -> Sentence:
    """The origin of hashes that were computed here from what servers gave."""
    return say("the copy at {hosts}", hosts=hosts)


_WORDS: Final[dict[Kind, Sentence]] = {
    Kind.HINT: say("was never promised to be a hash of the file: it can speak for it, not against it"),
    Kind.OWN: say("computed here as the bytes came, so it shows what has changed since then, and proves nothing else"),
    Kind.HEADER: say("came with the bytes, so it finds accidents, and nothing that the server means to do"),
    Kind.COPY: say("computed from the bytes that it serves now, so equal bytes are all that can be said"),
    Kind.CHECKSUM_FILE: say("from a file beside the download: worth as much as the server it lies on"),
    Kind.DOCUMENT: say("from a document that describes the file: worth as much as the place that it came from"),
    Kind.SIGNED: say("covered by a signature"),
    Kind.PERSON: say("given by you"),
}
_BEGINNINGS: Final[tuple[tuple[str, Kind], ...]] = (
    ("signed ", Kind.SIGNED),
    ("Metalink", Kind.DOCUMENT),
    ("torrent", Kind.DOCUMENT),
    ("checksum file", Kind.CHECKSUM_FILE),
    (copy_origin(""), Kind.COPY),
    (OWN_ORIGIN, Kind.OWN),
)
#: Of strong functions, the one that processors have instructions for.
_QUICK: Final = "sha-256"
_STRENGTH_WORDS: Final[dict[Strength, Sentence]] = {
    Strength.BROKEN: say("files with the same digest can be made on purpose"),
    Strength.DAMAGE_ONLY: say("it finds accidents only"),
}


@dataclass(frozen=True, slots=True)
class TrustSource:
    """One hash as people are shown it; `counts` says whether the file is judged by it, `words` is one sentence."""

    kind: Kind
    algorithm: str
    origin: str
    counts: bool
    words: str


@dataclass(frozen=True, slots=True)
class Trust:
    """`checksums` are those that the file must match, the strongest first; `sources` all that was told."""

    checksums: tuple[Checksum, ...]
    sources: tuple[TrustSource, ...]


def kind_of(origin: str, *, is_hint: bool = False) -> Kind:
    """The kind of a hash by its origin, as `discovery` words it."""
    if is_hint:
        return Kind.HINT
    if origin == "you":
        return Kind.PERSON
    return next((kind for beginning, kind in _BEGINNINGS if origin.startswith(beginning)), Kind.HEADER)


def weigh(checksums: Iterable[Checksum], pieces: PieceHashes | None = None) -> Trust:
    """What the file is to be judged by.

    Of each function the most trusted digest counts; a weaker source that contradicts it is shown as wrong. Headers
    count where nothing better is known, hints where nothing at all is. Raises `IntegrityError` where sources of equal
    worth contradict each other: then nobody can say which file is meant.
    """
    ranked = sorted(dict.fromkeys(checksums), key=_rank)
    best = max((kind_of(checksum.origin, is_hint=checksum.is_hint) for checksum in ranked), default=Kind.HINT)
    if pieces is not None:
        best = max(best, kind_of(pieces.origin))
    winners: dict[str, Checksum] = {}
    sources: list[TrustSource] = [] if pieces is None else [_show_pieces(pieces)]
    for checksum in ranked:
        kind = kind_of(checksum.origin, is_hint=checksum.is_hint)
        winner = winners.get(checksum.algorithm)
        contradicts = winner is not None and winner.hex_digest.lower() != checksum.hex_digest.lower()
        if winner is not None and contradicts and _kind(winner) == kind and kind is not Kind.HINT:
            raise IntegrityError(
                say(
                    "{first} and {second} give different {algorithm} hashes ({one_hash}… and {other_hash}…): they mean "
                    "different files",
                    first=winner.origin,
                    second=checksum.origin,
                    algorithm=checksum.algorithm.upper(),
                    one_hash=winner.hex_digest[:12],
                    other_hash=checksum.hex_digest[:12],
                )
            )
        counts = winner is None and (kind >= Kind.CHECKSUM_FILE or kind == best)
        if counts:
            winners[checksum.algorithm] = checksum
        sources.append(_show(checksum, kind, counts=counts, against=winner if contradicts else None))
    return Trust(tuple(winners.values()), tuple(sorted(sources, key=lambda source: -source.kind)))


def worth_computing(checksums: Sequence[Checksum]) -> tuple[Checksum, ...]:
    """Those whose digest says something that a better one from the same place does not say already.

    Documents name one file in many ways (MD5, SHA-1, SHA-256, SHA-512): where a strong one is right, the others prove
    nothing more, and each would cost as much as it. What a person gave is all computed, as are hints.
    """
    kept: dict[str, Checksum] = {}
    for checksum in sorted(checksums, key=lambda one: one.algorithm != _QUICK):
        if _is_strong(checksum.algorithm) and not checksum.is_hint:
            kept.setdefault(checksum.origin, checksum)
    return tuple(
        checksum
        for checksum in checksums
        if checksum.is_hint or _kind(checksum) is Kind.PERSON or kept.get(checksum.origin, checksum) is checksum
    )


def _is_strong(name: str) -> bool:
    """Whether a hash function proves what it agrees with, and can be computed here."""
    algorithm = find_algorithm(name)
    return algorithm is not None and algorithm.strength is Strength.STRONG and algorithm.is_available


def _kind(checksum: Checksum) -> Kind:
    return kind_of(checksum.origin, is_hint=checksum.is_hint)


def _rank(checksum: Checksum) -> tuple[int, int, str]:
    """Best first: by kind, then by function, then by digest, so that the order told does not matter."""
    algorithm = find_algorithm(checksum.algorithm)
    place = list(ALGORITHMS).index(algorithm.name) if algorithm is not None else len(ALGORITHMS)
    return -_kind(checksum), place, checksum.hex_digest


def _show(checksum: Checksum, kind: Kind, *, counts: bool, against: Checksum | None) -> TrustSource:
    algorithm = find_algorithm(checksum.algorithm)
    strength = algorithm.strength if algorithm is not None else Strength.STRONG
    remarks = [_WORDS[kind]]
    if strength in _STRENGTH_WORDS:
        remarks.append(_STRENGTH_WORDS[strength])
    if algorithm is None or not algorithm.is_available:
        remarks.append(say("it cannot be computed here"))
    if against is not None:
        remarks.append(say("it contradicts {origin}, which is trusted more", origin=against.origin))
    words = say(
        "{algorithm} from {origin}: {remarks}.",
        algorithm=checksum.algorithm.upper(),
        origin=checksum.origin,
        remarks=joined(remarks, "; "),
    )
    return TrustSource(kind, checksum.algorithm, checksum.origin, counts, words)


def _show_pieces(pieces: PieceHashes) -> TrustSource:
    kind = kind_of(pieces.origin)
    remark = _WORDS[kind]
    if kind not in (Kind.OWN, Kind.COPY):
        remark = joined((remark, say("each is proven as it comes")), "; ")
    words = say(
        "{count:,} pieces ({algorithm}) from {origin}: {remark}.",
        count=pieces.count,
        algorithm=say("hash tree") if pieces.algorithm == TREE else pieces.algorithm.upper(),
        origin=pieces.origin,
        remark=remark,
    )
    return TrustSource(kind, pieces.algorithm, pieces.origin, counts=True, words=words)
