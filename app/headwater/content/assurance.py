"""What proves a job's bytes: verification, repair and comparison of sources, joined behind one face.

Loop side. The dispatcher hands over what was written and what came twice; what follows from it (proofs, rejections,
verdicts) begins here. Nothing here accepts bytes, makes them durable or serves readers.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from headwater.content.agreement import OpinionWanted, Outvoted
from headwater.content.block_hasher import can_compute
from headwater.content.checkpoints import Checkpoints
from headwater.content.comparisons import Comparisons
from headwater.content.deliveries import Readers
from headwater.content.facts import Report, SpoilerNamed
from headwater.content.finishing import reach_verdict
from headwater.content.holding import Holding
from headwater.content.integrity import Findings, IntegrityEngine
from headwater.content.pour_hashing import PouredHashes, PourOrder
from headwater.content.repair import RepairEngine
from headwater.content.trust import worth_computing
from headwater.content.verdict import Finding, Verdict
from headwater.content.verification import Verification
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import IntegrityError, LocalError
from headwater.model.events import BlockRejected
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceId
from headwater.model.spans import UNKNOWN_END, Span, SpanSet
from headwater.model.wording import in_turn, say

#: Blocks judged in one call when all of them are hashed again, so that others get their turn in between.
_VERIFY_BYTES: Final = 64 * 1024**2

_DOUBTED: Final = say("The most suspect bytes are fetched again from other sources.")
_TWICE: Final = say("Every byte was fetched twice: either all sources serve another file, or the hash belongs to one.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a job's bytes are judged by at first, and whether a tree of our own is kept; see `IoDispatcher.open`."""

    checksums: tuple[Checksum, ...] = ()
    pieces: PieceHashes | None = None
    keep_tree: bool = False
    tree_rate_bytes_per_s: float | None = None


class Assurance:
    """One job's integrity. `readers` hear of bytes that strict ones may have now, and of those that are given up."""

    def __init__(
        self,
        holding: Holding,
        evidence: Evidence,
        *,
        checkpoints: Checkpoints,
        report: Report,
        readers: Readers,
        failed: Callable[[LocalError], None],
        flush_after_s: float | None,
        own_tree_of: int | None,
    ) -> None:
        ledger, store, disk = holding.ledger, holding.store, holding.disk
        self.checksums = evidence.checksums
        #: Hash functions that would prove something, were they known here.
        self.uncomputable: set[str] = set()
        self.pieces = self._computable(evidence.pieces)
        self.size_bytes: int | None = None
        self._ledger = ledger
        #: How far blocks were hashed again, while they are.
        self._judged_again_bytes: int | None = None
        self._store = store
        self._readers = readers
        self._tell_failed = failed
        self._engine = IntegrityEngine(
            worth_computing(self.checksums),
            self.pieces,
            store.file.read_into,
            own_tree_of=own_tree_of,
            keep_tree=evidence.keep_tree,
        )
        self._verification = Verification(
            self._engine,
            disk,
            found=self._found,
            release=store.release,
            failed=self._cannot_judge,
            tree_rate_bytes_per_s=evidence.tree_rate_bytes_per_s,
        )
        self.repair = RepairEngine(
            ledger=ledger,
            store=store,
            checkpoints=checkpoints,
            verification=self._verification,
            report=report,
            readers=readers,
            failed=failed,
        )
        self._comparisons = Comparisons(
            ledger=ledger,
            store=store,
            disk=disk,
            report=report,
            outvoted=self._outvoted,
            failed=failed,
            flush_after_s=flush_after_s,
        )

    # --- what comes in --------------------------------------------------------------------------------------

    def written(self, run: WriteRun) -> None:
        """The file has a run: hash it, then let go of its bytes."""
        self._verification.take(run)

    def order(self, start: int) -> PourOrder | None:
        """What to hash of bytes that are poured from `start` on, by whoever pours them; None for nothing."""
        return None if self.size_bytes is None else self._verification.order(start, self.size_bytes)

    def take_poured(self, run: WriteRun, order: PourOrder, found: PouredHashes) -> None:
        """What was hashed of a run while it was poured; `written` follows."""
        self._verification.take_poured(run, order, found)

    def came_twice(self, supplier: SourceId, offset: int, data: memoryview) -> None:
        """Bytes that are here already came again."""
        self._comparisons.take(supplier, offset, data)

    def came_anew(self, supplier: SourceId, span: Span, differing: Sequence[Span]) -> None:
        """Doubted bytes came again, and were compared with what the file had."""
        self.repair.compared(supplier, span, differing)

    def lost(self, spans: Sequence[Span]) -> None:
        """Bytes are gone and will come again."""
        self._verification.lose(spans)

    def learn_size(self, size_bytes: int) -> None:
        self.size_bytes = self._comparisons.agreement.size_bytes = size_bytes
        self._verification.learn_size(size_bytes)

    def restore(self, tree: bytes | None) -> None:
        """Judge what an earlier run left; `tree` is the own tree that it left."""
        self._verification.restore(self._ledger, tree)

    def trust(self, checksums: Sequence[Checksum], pieces: PieceHashes | None) -> None:
        """Hashes became known, beside those known before. Piece hashes that are known already are kept.

        Raises `IntegrityError` where new ones do not fit the file's size.
        """
        pieces = self._computable(pieces)
        if pieces is not None and self.pieces is None:
            require_fit(pieces, self.size_bytes)
            self.pieces = pieces
        known = {(checksum.algorithm, checksum.hex_digest) for checksum in self.checksums}
        self.checksums += tuple(c for c in checksums if (c.algorithm, c.hex_digest) not in known)
        self._verification.trust(worth_computing(self.checksums), self.pieces, self._ledger)

    # --- what comes of it -----------------------------------------------------------------------------------

    @property
    def is_trusting(self) -> bool:
        """Whether there is a trusted hash at all."""
        return self.pieces is not None or any(not checksum.is_hint for checksum in self.checksums)

    def needed_for(self, span: Span) -> Span:
        """What has to come before `span` can be proven: its blocks, or all of the file; itself where nothing can."""
        if self.pieces is not None:
            width = self.pieces.piece_bytes
            return Span(span.start // width * width, -(-span.end // width) * width)
        return Span(0, self.size_bytes or UNKNOWN_END) if self.is_trusting else span

    @property
    def proven(self) -> SpanSet:
        return self._ledger.proven

    @property
    def odds(self) -> str:
        """What comparing sources says of a file that nothing proves, in one sentence."""
        return self._comparisons.agreement.odds(self._ledger.suppliers).sentence

    def wanted_opinions(self, samples: int) -> list[OpinionWanted]:
        """Spans that another source should bring too; see `IoDispatcher.wanted_opinions`."""
        return self._comparisons.wanted(samples)

    def compare_repeats(self, supplier: SourceId) -> None:
        """See `IoDispatcher.compare_repeats`."""
        self._comparisons.agreement.repeats.add(supplier)

    @property
    def has_disputes(self) -> bool:
        """Whether sources differ about bytes, and nothing has settled that yet."""
        return bool(self._comparisons.agreement.disputed)

    @property
    def doubted(self) -> list[SourceId]:
        """See `IoDispatcher.doubted`."""
        return self._comparisons.doubted

    def settle_disputes(self, ranked: Sequence[SourceId], could_vote: Collection[SourceId]) -> None:
        """See `IoDispatcher.settle_disputes`."""
        for outcome in self._comparisons.agreement.settle(ranked, could_vote):
            self._outvoted(outcome)

    def disown(self, supplier: SourceId) -> None:
        """Give up all that a supplier brought and nothing proves: it is known to have another file."""
        self.repair.background.start(self._disown(supplier))

    async def _disown(self, supplier: SourceId) -> None:
        await self._store.flush()  # what is given up must not be written after what comes in its place
        owned = self._ledger.suppliers.get(supplier, SpanSet()).copy()
        owned.difference_update(self._ledger.proven)
        self._comparisons.agreement.forget(owned)
        for span in owned:
            self.repair.reject(BlockRejected(span, (supplier,)))

    async def _reject_written(self, rejection: BlockRejected) -> None:
        await self._store.flush()
        self.repair.reject(rejection)

    async def judge_again(self) -> tuple[Span, ...]:
        """Hash all that is in the file again; return the blocks that are wrong."""
        wrong: list[Span] = []
        self._judged_again_bytes = 0
        if self.pieces is not None:
            step = max(1, _VERIFY_BYTES // self.pieces.piece_bytes)
            for first in range(0, self.pieces.count, step):
                last = min(first + step, self.pieces.count)
                findings = await self._verification.call(partial(self._engine.judge_again, first, last))
                wrong += [block.span for block in findings.blocks if not block.is_right]
                self._judged_again_bytes = last * self.pieces.piece_bytes
        tree = self._engine.own_tree
        if tree is not None and self.size_bytes:
            wrong += await self._look_for_damage(range(-(-self.size_bytes // tree.piece_bytes)))
        self._judged_again_bytes = None
        if not wrong:
            await self._verification.call(self._engine.digest_again)
        return tuple(wrong)

    @property
    def hashed_bytes(self) -> int:
        """How far a check of the whole file has got: block by block, and then with its digest."""
        again = self._judged_again_bytes
        return self._engine.whole.position if again is None else again

    async def judge_inherited(self) -> tuple[Span, ...]:
        """Look once at what an earlier run left, where no hash of the whole file will do; return what has changed."""
        wrong: list[Span] = []
        if self._engine.own_tree is not None and not self.is_trusting:
            for pieces in self._engine.own_tree.inherited:
                wrong += await self._look_for_damage(pieces)
        return tuple(wrong)

    async def _look_for_damage(self, pieces: range) -> list[Span]:
        """Hash these pieces of the own tree again; return those that changed, which are given up."""
        tree, wrong = self._engine.own_tree, []
        step = 1 if tree is None else max(1, _VERIFY_BYTES // tree.piece_bytes)
        for first in range(pieces.start, pieces.stop, step):
            last = min(first + step, pieces.stop)
            findings = await self._verification.call(partial(self._engine.look_for_damage, first, last))
            wrong += findings.damaged
            self._judged_again_bytes = 0 if tree is None else last * tree.piece_bytes
        return wrong

    async def packed_tree(self) -> bytes | None:
        """The own tree as far as it got, for the journal; None where none is kept."""
        return (await self._verification.call(self._engine.pack_tree)).tree

    @property
    def own_pieces(self) -> PieceHashes | None:
        """Piece hashes that were computed here, once all bytes are."""
        return None if self._engine.own_tree is None else self._engine.own_tree.pieces

    async def judge_whole(self, wrong: tuple[Span, ...] = ()) -> Verdict:
        """Reach a verdict and act on it: prove all, or have suspect bytes fetched again. Raises `LocalError`."""
        whole = self._engine.whole
        if whole.checksums and self._ledger.received.total_bytes == self.size_bytes != whole.position:
            raise RuntimeError(f"all {self.size_bytes} bytes are here, but only {whole.position} were hashed")
        verdict = reach_verdict(whole, self, wrong)
        if verdict.finding is Finding.PROVEN and self.size_bytes:
            everything = Span(0, self.size_bytes)
            self._ledger.prove(everything)
            self._readers.proven(everything)
            self.repair.whole_file_is_right()
        elif verdict.finding is Finding.DAMAGED and not wrong and self.pieces is None:
            more = await self.repair.doubt()
            verdict = replace(verdict, sentence=in_turn(verdict.sentence, _DOUBTED if more else _TWICE))
        return verdict

    @property
    def is_idle(self) -> bool:
        return self._comparisons.is_idle and self.repair.background.is_idle

    async def idle(self) -> None:
        """Return when what was handed over is judged and compared (that may hand over more)."""
        self._comparisons.compare_all()
        await self._verification.idle()
        await self._comparisons.background.idle()
        await self.repair.background.idle()

    def _computable(self, pieces: PieceHashes | None) -> PieceHashes | None:
        if pieces is None or can_compute(pieces.algorithm):
            return pieces
        self.uncomputable.add(pieces.algorithm)
        return None

    def _found(self, findings: Findings) -> None:
        self.repair.found(findings)

    def _outvoted(self, outcome: Outvoted) -> None:
        for supplier in outcome.suppliers:
            named = SpoilerNamed(supplier, outcome.span, (outcome.span,), outcome.by_rank, outcome.by_itself)
            self.repair.blame(named)
        if outcome.is_kept and not self._ledger.proven.overlaps(outcome.span):
            blamed = outcome.suppliers[0] if len(outcome.suppliers) == 1 else None
            self.repair.background.start(self._reject_written(BlockRejected(outcome.span, outcome.suppliers, blamed)))

    def _cannot_judge(self, error: LocalError | EOFError) -> None:
        if isinstance(error, EOFError):
            error = LocalError(
                say("{path} was changed by another program: {reason}", path=self._store.file.path, reason=error)
            )
        self._tell_failed(error)

    def __repr__(self) -> str:
        return f"<Assurance {self._verification!r}, {self.repair!r}, {self._comparisons!r}>"


def require_fit(pieces: PieceHashes | None, size_bytes: int | None) -> None:
    """Raise `IntegrityError` where piece hashes are not those of a file of that size."""
    if pieces is not None and size_bytes is not None and not pieces.fits(size_bytes):
        raise IntegrityError(
            say(
                "there are {count} piece hashes of {piece_bytes} bytes each: they do not belong to a file of "
                "{size_bytes} bytes",
                count=pieces.count,
                piece_bytes=pieces.piece_bytes,
                size_bytes=size_bytes,
            )
        )
