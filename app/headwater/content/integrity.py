"""The integrity engine: judges blocks by their hashes as they become complete, and digests the whole file in order.

Worker side: one `IntegrityEngine` belongs to one job and is only ever called by one thread at a time
(`content.verification` sees to that). It hashes bytes while they are still in memory where their order allows, and
reads back from the file what came out of order or never was in memory. It judges; what becomes of a bad block is
decided elsewhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from headwater.content.block_hasher import OpenBlock, can_compute, hash_blocks, make_block_hasher
from headwater.content.own_tree import OwnTree
from headwater.content.write_buffer import WriteRun
from headwater.model.hashing import TREE_LEAF_BYTES, Hasher, make_hasher
from headwater.model.job import Checksum, PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.spans import Span, SpanSet

#: Bytes read back at once: whole leaves, and no more than a processor's own cache holds.
_READ_BYTES: Final = 64 * TREE_LEAF_BYTES
#: How far restored blocks and the whole-file digest catch up in one call: several times what a call of runs brings.
_CATCH_UP_BYTES: Final = 32 * 1024**2

#: Fills a buffer with the file's bytes from an offset on; returns how many there were.
ReadInto: TypeAlias = Callable[[int, memoryview], int]


@dataclass(frozen=True, slots=True)
class BlockFinding:
    """A complete block was hashed. `leaves`: SHA-256 of its 16 KiB leaves, one behind the other, where it was
    wrong or where an earlier copy of it was."""

    index: int
    span: Span
    is_right: bool
    leaves: bytes = b""


@dataclass(slots=True)
class Findings:
    """What one call found.

    `damaged` are bytes that are not what they were when they came; `tree` is there where it was asked for.
    """

    blocks: list[BlockFinding] = field(default_factory=list)
    damaged: list[Span] = field(default_factory=list)
    tree: bytes | None = None

    def forget(self, spans: Sequence[Span]) -> None:
        """These bytes were given up meanwhile: what was found of them says nothing."""
        if spans:
            self.blocks = [block for block in self.blocks if not any(span.overlaps(block.span) for span in spans)]


class WholeFileDigests:
    """Digests of all of the file, taken in order; what comes too early is read back when its turn comes.

    `checksums` are those this computer can compute.
    """

    def __init__(self, checksums: Iterable[Checksum]) -> None:
        self.checksums = tuple(checksum for checksum in checksums if can_compute(checksum.algorithm))
        self.position = 0
        self._hashers: dict[str, Hasher] = {}
        self.restart()

    def restart(self) -> None:
        """Begin at 0 again: bytes behind the position have changed."""
        self.position = 0
        self._hashers = {checksum.algorithm: make_hasher(checksum.algorithm) for checksum in self.checksums}

    def update(self, buffers: Sequence[bytes | memoryview]) -> None:
        for buffer in buffers:
            for hasher in self._hashers.values():
                hasher.update(buffer)
            self.position += len(buffer)

    def matches(self, checksum: Checksum) -> bool:
        """Whether the bytes so far have that digest."""
        return self._hashers[checksum.algorithm].hexdigest() == checksum.hex_digest.lower()


class IntegrityEngine:
    """Hashes of one job. `written` is its own copy of what the file holds, kept by the calls it gets."""

    def __init__(
        self,
        checksums: Iterable[Checksum],
        pieces: PieceHashes | None,
        read_into: ReadInto,
        *,
        own_tree_of: int | None = None,
        keep_tree: bool = False,
    ) -> None:
        """With `keep_tree` a tree of its own is kept, for a file of `own_tree_of` bytes (None: not known yet).

        Where pieces have hashes, later damage shows against those, and nothing is hashed twice.
        """
        self.pieces = pieces
        self.own_tree = OwnTree(own_tree_of, self._read_back) if keep_tree and pieces is None else None
        self._given = tuple(checksums)
        self.whole = WholeFileDigests(self._given)
        self.size_bytes: int | None = None
        self._read_into = read_into
        self._read_buffer = memoryview(bytearray(_READ_BYTES))
        self._written = SpanSet()
        self._judged = SpanSet()
        self._open_blocks: dict[int, OpenBlock] = {}
        #: Restored blocks from this one on were not looked at yet.
        self._unseen_from = pieces.count if pieces is not None else 0
        #: Blocks that were wrong before: their next copy is reported with its leaves.
        self._suspects: set[int] = set()

    @property
    def has_work(self) -> bool:
        """Whether there is anything to hash for at all."""
        return self.pieces is not None or bool(self.whole.checksums) or self.own_tree is not None

    @property
    def only_keeps_tree(self) -> bool:
        """Whether there is nothing to judge by: runs that are not taken are missing in the own tree alone."""
        return self.pieces is None and not self.whole.checksums

    def take(self, runs: Sequence[WriteRun]) -> Findings:
        """Hash runs that were just written."""
        findings = Findings()
        for taken in runs:
            self._written.add(taken.span)
            self._written.difference_update(taken.given_up)
            run = taken.on_disk if taken.given_up else taken
            if self.pieces is not None:
                self._judge_run(self.pieces, run, findings)
            elif run.start == self.whole.position and self.whole.checksums:
                self.whole.update(run.buffers)
            if self.own_tree is not None and run.for_tree:
                self.own_tree.take(run, self._written)
        self._catch_up(_CATCH_UP_BYTES)
        return findings

    def restore(self, written: SpanSet, proven: SpanSet, tree: bytes | None = None) -> Findings:
        """Take over what an earlier run wrote and proved; unproven complete blocks are judged in portions."""
        self._written.update(written)
        if self.own_tree is not None and tree is not None:
            self.own_tree.restore(tree, written)
        self._judged.update(proven)
        self._unseen_from = 0
        return self.catch_up()

    def trust(self, checksums: Sequence[Checksum], pieces: PieceHashes | None, written: SpanSet) -> Findings:
        """Judge by these hashes from now on, and in portions what is there (`written`)."""
        self._written.update(written)
        if tuple(checksums) != self._given:
            self._given = tuple(checksums)
            self.whole = WholeFileDigests(checksums)
        if pieces != self.pieces:
            self.pieces, self.own_tree = pieces, None
            self._judged, self._open_blocks, self._unseen_from = SpanSet(), {}, 0
        return self.catch_up()

    def learn_size(self, size_bytes: int) -> Findings:
        """The size is known now; the last block may be complete."""
        self.size_bytes = size_bytes
        findings = Findings()
        if self.own_tree is not None:
            self.own_tree.learn_size(size_bytes, self._written)
        if self.pieces is not None and self.pieces.count:
            self._judge_when_complete(self.pieces, self.pieces.count - 1, findings)
        return findings

    def lose(self, spans: Sequence[Span]) -> Findings:
        """These bytes will come again."""
        for span in spans:
            self._written.discard(span)
            self._judged.discard(span)
            if self.own_tree is not None:
                self.own_tree.lose(span)
            if span.start < self.whole.position:
                self.whole.restart()
            if self.pieces is not None:
                width = self.pieces.piece_bytes
                for index in range(span.start // width, -(-span.end // width)):
                    self._open_blocks.pop(index, None)
        return Findings()

    def catch_up(self) -> Findings:
        """Go on with restored blocks and with the whole-file digest, some 64 MiB each."""
        findings = Findings()
        if self.pieces is not None:
            portion = max(1, _CATCH_UP_BYTES // self.pieces.piece_bytes)
            while self._unseen_from < self.pieces.count and len(findings.blocks) < portion:
                self._judge_when_complete(self.pieces, self._unseen_from, findings)
                self._unseen_from += 1
        self._catch_up(_CATCH_UP_BYTES)
        return findings

    def judge_again(self, first: int, last: int) -> Findings:
        """Hash the complete blocks `[first, last)` from the file, whatever was found before."""
        findings = Findings()
        for index in range(first, last):
            if self.pieces is None:
                break
            span = self.pieces.span(index, self.size_bytes)
            if self._written.covers(span):
                self._judged.discard(span)
                self._judge_when_complete(self.pieces, index, findings)
        return findings

    def look_for_damage(self, first: int, last: int) -> Findings:
        """Hash pieces `[first, last)` of the own tree again; those that changed since they came are given up."""
        findings = Findings()
        if self.own_tree is not None:
            for span, is_right in self.own_tree.pieces_in(first, last, self._written):
                if not is_right:
                    self._written.discard(span)
                    findings.damaged.append(span)
        return findings

    def pack_tree(self) -> Findings:
        """The own tree's folded pieces, for the journal."""
        return Findings(tree=None if self.own_tree is None else self.own_tree.packed)

    def digest_again(self) -> Findings:
        """Take the whole-file digest anew, from the file."""
        self.whole.restart()
        return self.catch_up()

    def _judge_run(self, pieces: PieceHashes, run: WriteRun, findings: Findings) -> None:
        """Judge the blocks that are complete with a run; what grows from its beginning is hashed from memory."""
        digests: Mapping[int, bytes] = {}
        if run.hashes is not None and run.hashes.pieces is pieces:
            digests = run.hashes.digests
        elif run.buffers:
            head = self._open_blocks.get(run.start // pieces.piece_bytes)
            digests, rest = hash_blocks(pieces, self.size_bytes, run.start, map(memoryview, run.buffers), head)
            if rest is not None:
                self._open_blocks[(run.end - 1) // pieces.piece_bytes] = rest
        for index in range(run.start // pieces.piece_bytes, -(-run.end // pieces.piece_bytes)):
            self._judge_when_complete(pieces, index, findings, digests.get(index))

    def _judge_when_complete(
        self, pieces: PieceHashes, index: int, findings: Findings, digest: bytes | None = None
    ) -> None:
        """Judge a block by its `digest`, or by one that is taken now of what was not hashed while it grew."""
        if index >= pieces.count:
            return
        span = pieces.span(index, self.size_bytes)
        if self._judged.covers(span):
            self._open_blocks.pop(index, None)
            return
        if not self._written.covers(span):
            return
        block = self._open_blocks.pop(index, None)
        if digest is None:
            block = block or OpenBlock(make_block_hasher(pieces), span.start)
            for data in self._read_back(block.position, span.end):
                block.digest.update(data)
            digest = block.digest.digest()
        findings.blocks.append(self._finding(pieces, index, span, digest))

    def _finding(self, pieces: PieceHashes, index: int, span: Span, digest: bytes) -> BlockFinding:
        is_right = digest == pieces.digest_of(index)
        leaves = b""
        if not is_right or index in self._suspects:
            leaves = b"".join(hash_leaves(data) for data in self._read_back(span.start, span.end))
        if is_right:
            self._judged.add(span)
            self._suspects.discard(index)
        else:
            self._suspects.add(index)
            self._written.discard(span)
            self._judged.discard(span)
        return BlockFinding(index, span, is_right, leaves)

    @property
    def has_more(self) -> bool:
        """Whether `catch_up` could go on at once."""
        has_unseen = self.pieces is not None and self._unseen_from < self.pieces.count
        return has_unseen or self.behind_bytes > 0

    @property
    def behind_bytes(self) -> int:
        """Bytes that the whole-file digest could take now; with piece hashes, of what they have proven."""
        if not self.whole.checksums:
            return 0
        ready = self._judged if self.pieces is not None else self._written
        return max(0, ready.run_from(self.whole.position) - self.whole.position)

    def _catch_up(self, most_bytes: int) -> None:
        """Read back what lies behind the whole-file digest's position."""
        position = self.whole.position
        for data in self._read_back(position, position + min(self.behind_bytes, most_bytes)):
            self.whole.update((data,))

    def _read_back(self, start: int, end: int) -> Iterable[memoryview]:
        """The file's bytes in buffers that are used again: each is only good until the next."""
        while start < end:
            count = self._read_into(start, self._read_buffer[: end - start])
            if not count:
                raise EOFError(f"the part file ends at {start}, before bytes that were written to it")
            yield self._read_buffer[:count]
            start += count

    def __repr__(self) -> str:
        return (
            f"<IntegrityEngine whole file up to {self.whole.position}, {self._judged.total_bytes} bytes judged, "
            f"{len(self._open_blocks)} blocks open>"
        )
