"""The ledger against a book of single bytes, through any sequence of what can happen to bytes."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.content.byte_ledger import ByteLedger
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

SIZE = 40

spans = st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
steps = st.lists(
    st.tuples(st.sampled_from(["take", "write", "settle", "prove", "lose"]), spans, st.integers(1, 3)), max_size=40
)


def as_bytes(spans: SpanSet) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


@given(steps)
def test_the_ledger_keeps_its_rule(history: list[tuple[str, Span, int]]) -> None:
    ledger = ByteLedger()
    owners: dict[int, int] = {}
    written: set[int] = set()
    durable: set[int] = set()
    proven: set[int] = set()
    for step, span, supplier in history:
        reach = set(range(span.start, span.end))
        if step == "take":
            parts = ledger.take(SourceId(supplier), span)
            new = reach - owners.keys()
            assert {at for part in parts for at in range(part.start, part.end)} == new
            owners |= dict.fromkeys(new, supplier)
        elif step == "write":
            ledger.write(span)
            written |= reach & owners.keys()
        elif step == "settle":
            ledger.settle(ledger.written.copy())
            durable = set(written)
        elif step == "prove" and reach <= owners.keys():
            ledger.prove(span)
            proven |= reach
        elif step == "lose":
            ledger.lose(span)
            owners = {at: owner for at, owner in owners.items() if at not in reach}
            written -= reach
            durable -= reach
            proven -= reach
        assert as_bytes(ledger.received) == owners.keys()
        assert as_bytes(ledger.written) == written
        assert as_bytes(ledger.durable) == durable
        assert as_bytes(ledger.proven) == proven
        assert {at: owner for owner, owned in ledger.suppliers.items() for at in as_bytes(owned)} == owners
        assert sum(owned.total_bytes for owned in ledger.suppliers.values()) == ledger.received.total_bytes
        named = {(part, owner) for part, owner in ledger.suppliers_of(Span(0, 2 * SIZE))}
        assert {at for part, _ in named for at in range(part.start, part.end)} == owners.keys()
