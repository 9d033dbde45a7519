"""The corruption repair engine: what becomes of judged blocks, and of a file whose hash is wrong.

Loop side. The order is always the same: the journal forgets bad bytes, then the ledger does, then the hashing lane, and
only then are readers told who had them, and the rejection is reported, for the scheduler to have them fetched anew from
another source. Who spoiled them is named as soon as it can be told.
"""

from collections.abc import Callable, Mapping, Sequence

from headwater.content.background import Background
from headwater.content.bad_copies import BadCopies
from headwater.content.byte_ledger import ByteLedger
from headwater.content.checkpoints import Checkpoints
from headwater.content.deliveries import Readers
from headwater.content.facts import BytesCompared, Report, SpoilerNamed
from headwater.content.integrity import BlockFinding, Findings
from headwater.content.part_store import PartStore
from headwater.content.suspicion import Suspicion
from headwater.content.verification import Verification
from headwater.model.errors import LocalError
from headwater.model.events import BlockProven, BlockRejected
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet


class RepairEngine:
    """One job's repairs. `readers` hear of bytes that strict ones may have now, and of those that are given up."""

    def __init__(
        self,
        *,
        ledger: ByteLedger,
        store: PartStore,
        checkpoints: Checkpoints,
        verification: Verification,
        report: Report,
        readers: Readers,
        failed: Callable[[LocalError], None],
    ) -> None:
        self.background = Background(failed)
        self.bad_copies = BadCopies()
        self._suspicion = Suspicion()
        self._ledger = ledger
        self._store = store
        self._checkpoints = checkpoints
        self._verification = verification
        self._report = report
        self._readers = readers
        #: What is given up next, and whether it is known to be wrong or only doubted.
        self._rejected: list[tuple[BlockRejected, bool]] = []

    @property
    def blamed(self) -> Mapping[SourceId, int]:
        """Bad blocks that each source was named for."""
        return self.bad_copies.blamed

    def found(self, findings: Findings) -> None:
        """Blocks were judged: right ones are proven, wrong ones given up and reported."""
        proven = SpanSet()
        for finding in findings.blocks:
            if not self._ledger.written.covers(finding.span):
                continue  # given up while it was hashed: what comes again will be judged
            if finding.is_right:
                self._prove(finding)
                proven.add(finding.span)
            else:
                self.reject(self.bad_copies.reject(finding, self._ledger.suppliers_of(finding.span)))
        for span in proven:
            self._report(BlockProven(span))
            self._readers.proven(span)
        for span in findings.damaged:
            self.reject(BlockRejected(span, ()))  # it was right when it came: no supplier is to blame

    def reject(self, rejection: BlockRejected, *, is_wrong: bool = True) -> None:
        """Give bytes up soon, and report it; those that are not known to be wrong are compared when they come again."""
        if not self._rejected:
            self.background.start(self._give_up())
        self._rejected.append((rejection, is_wrong))

    async def doubt(self) -> bool:
        """The hash of the whole file is wrong: have the most suspect bytes fetched again. Raises `LocalError`.

        False when every byte was fetched twice already.
        """
        chosen = self._suspicion.next_round(self._ledger.suppliers, self._ledger.received, self.bad_copies.blamed)
        self._store.doubt([rejection.span for rejection in chosen])
        for rejection in chosen:
            self.reject(rejection, is_wrong=False)
        await self.background.idle()
        return bool(chosen)

    def compared(self, rival: SourceId, span: Span, differing: Sequence[Span]) -> None:
        """Doubted bytes came again from `rival`; `differing` are those that are not what they were."""
        first = self._suspicion.first_supplier(span.start)
        self._report(BytesCompared(span, first, rival, agree=not differing))
        self._suspicion.compared(rival, span, differing)
        self._readers.differed(differing)

    def whole_file_is_right(self) -> None:
        """The hash of the whole file is right: who brought what had to be replaced is known now."""
        for named in self._suspicion.name_spoilers():
            self._report(named)

    def blame(self, named: SpoilerNamed) -> None:
        """Comparing sources has shown who spoiled something."""
        self.bad_copies.charge(named.source_id)
        self._report(named)

    def _prove(self, finding: BlockFinding) -> None:
        self._ledger.prove(finding.span)
        for named in self.bad_copies.settle(finding):
            self._report(named)

    async def _give_up(self) -> None:
        rejected, self._rejected = self._rejected, []
        spans = [rejection.span for rejection, _ in rejected]
        await self._checkpoints.revoke(spans)
        self._verification.lose(spans)
        self._readers.revoked([rejection.span for rejection, is_wrong in rejected if is_wrong])
        self._readers.doubted([rejection.span for rejection, is_wrong in rejected if not is_wrong])
        for rejection, _ in rejected:
            self._report(rejection)

    def __repr__(self) -> str:
        return f"<RepairEngine {self.bad_copies!r}, {self._suspicion!r}>"
