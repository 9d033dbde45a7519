"""Without a trusted hash: what two sources bring is compared, disputes are voted on, odds are told as odds."""

from pathlib import Path

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes
from tests.fakes.waiting import until

from headwater.content.agreement import Agreement, OpinionWanted, compare_leaves, whole_leaves
from headwater.content.checkpoints import StoragePace
from headwater.content.facts import BytesCompared, SpoilerNamed
from headwater.model.events import BlockRejected
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

LEAF = 16 * 1024
DATA = sample_bytes(20 * LEAF + 100)
SIZE = len(DATA)


def leaf(index: int) -> Span:
    return Span(index * LEAF, min(SIZE, (index + 1) * LEAF))


def other_version(*leaves: int) -> bytes:
    data = bytearray(DATA)
    for index in leaves:
        data[index * LEAF + 3] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    ("start", "end", "size", "expected"),
    [
        (0, LEAF, None, range(1)),
        (1, LEAF, None, range(1, 1)),
        (1, 3 * LEAF, SIZE, range(1, 3)),
        (0, SIZE, SIZE, range(21)),
        (0, SIZE, None, range(20)),
        (SIZE - 50, SIZE, SIZE, range(21, 21)),
        (20 * LEAF, SIZE, SIZE, range(20, 21)),
    ],
)
def test_only_whole_leaves_count(start: int, end: int, size: int | None, expected: range) -> None:
    assert list(whole_leaves(Span(start, end), size)) == list(expected)


def test_leaves_that_agree_are_left_out_unless_disputed() -> None:
    came = other_version(2)
    found = compare_leaves(DATA[LEAF:], came[LEAF:], LEAF, range(1, 21), frozenset({4}))
    assert [(comparison.index, comparison.agree) for comparison in found] == [(2, False), (4, True)]


async def test_second_copies_are_compared_and_dropped(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA, supplier=1, step=7000)
        await fill(dispatcher, DATA[: 5 * LEAF], supplier=2, step=7000)
        await dispatcher._ending.quiet()
        assert house.disk.budget.held_bytes == 0
        (compared,) = house.told(BytesCompared)
        assert (compared.kept, compared.rival, compared.agree) == (1, 2, True)
        assert compared.span == Span(0, 5 * LEAF)
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == "No trusted hash was known; 5 of 21 blocks compared, none differed."


async def test_a_source_that_repeats_itself_is_no_second_opinion(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA, supplier=1)
        await fill(dispatcher, other_version(3), supplier=1)
        await dispatcher.finish(house.target)
        assert house.told(BytesCompared) == []
        assert str(dispatcher.verdict) == ("No trusted hash was known and no bytes were compared; nothing was proven.")


async def test_a_dispute_is_told_and_a_third_opinion_is_wanted(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA, supplier=1)
        await fill(dispatcher, other_version(3, 4)[2 * LEAF : 6 * LEAF], 2 * LEAF, supplier=2)
        await dispatcher._ending.quiet()
        (compared,) = house.told(BytesCompared)
        assert not compared.agree
        one, two = SourceId(1), SourceId(2)
        assert dispatcher.wanted_opinions(0) == [
            OpinionWanted(leaf(3), (one, two), is_disputed=True),
            OpinionWanted(leaf(4), (one, two), is_disputed=True),
        ]
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == (
            "No trusted hash was known; 4 of 21 blocks compared, 2 differed, 2 of them unsettled."
        )


async def test_a_majority_against_the_rival_names_it(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA, supplier=1)
        await fill(dispatcher, other_version(3), supplier=2)
        await dispatcher._ending.quiet()
        await fill(dispatcher, DATA[3 * LEAF : 4 * LEAF], 3 * LEAF, supplier=3, step=1000)
        await dispatcher._ending.quiet()
        assert house.told(SpoilerNamed) == [SpoilerNamed(SourceId(2), leaf(3), (leaf(3),))]
        assert house.told(BlockRejected) == []
        assert dispatcher.wanted_opinions(0) == []
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA
        assert "21 of 21 blocks compared, 1 differed, which a majority of sources settled" in str(dispatcher.verdict)


async def test_who_lost_a_dispute_is_looked_into_at_four_other_places(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        one = SourceId(1)
        await fill(dispatcher, other_version(3), supplier=1)
        for supplier in (2, 3):
            await fill(dispatcher, DATA[3 * LEAF : 4 * LEAF], 3 * LEAF, supplier=supplier)
            await dispatcher._ending.quiet()
        assert dispatcher.repair.blamed == {1: 1}
        assert dispatcher.doubted == [one]
        wanted = dispatcher.wanted_opinions(0)
        assert [(opinion.known, opinion.is_disputed) for opinion in wanted] == [((one,), True)] * 4
        assert len({opinion.span for opinion in wanted}) == 4
        for opinion in wanted:
            start, end = opinion.span.start, opinion.span.end
            await fill(dispatcher, DATA[start:end], start, supplier=2)
        await dispatcher._ending.quiet()
        assert (dispatcher.wanted_opinions(0), dispatcher.doubted) == ([], []), "one block was bad, and no more"


async def test_a_majority_against_what_the_file_has_gives_it_up(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, other_version(3), supplier=1)
        await dispatcher.checkpoint()
        await fill(dispatcher, DATA, supplier=2)
        await dispatcher._ending.quiet()
        await fill(dispatcher, DATA, supplier=3)
        await dispatcher._ending.quiet()
        assert house.told(BlockRejected) == [BlockRejected(leaf(3), (SourceId(1),), SourceId(1))]
        assert dispatcher.repair.blamed == {1: 1}
        assert not dispatcher.durable.overlaps(leaf(3))
        await fill(dispatcher, DATA, supplier=2)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_samples_are_spread_and_bounded(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        assert dispatcher.wanted_opinions(5) == []
        await fill(dispatcher, DATA[: 11 * LEAF], supplier=1)
        half = dispatcher.wanted_opinions(5)
        assert [wanted.span for wanted in half] == [leaf(0), leaf(2), leaf(6), leaf(10)]
        await fill(dispatcher, DATA[11 * LEAF :], 11 * LEAF, supplier=1)
        for wanted in dispatcher.wanted_opinions(5):
            assert wanted.known == (1,)
            await fill(dispatcher, DATA[wanted.span.start : wanted.span.end], wanted.span.start, supplier=2)
        await dispatcher._ending.quiet()
        assert dispatcher.wanted_opinions(5) == []
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == "No trusted hash was known; 5 of 21 blocks compared, none differed."


async def test_second_copies_are_compared_by_themselves_after_a_while(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pace=StoragePace(flush_after_s=0.0))
        await fill(dispatcher, DATA, supplier=1)
        await fill(dispatcher, DATA[:LEAF], supplier=2)
        await until(lambda: bool(house.told(BytesCompared)))
        (compared,) = house.told(BytesCompared)
        assert (compared.span, compared.kept, compared.rival, compared.agree) == (leaf(0), 1, 2, True)
        assert house.disk.budget.held_bytes == 0
        assert bytes(await dispatcher.read(0, SIZE)) == DATA


def test_colluding_sources_win_a_vote_and_the_count_says_so() -> None:
    """Two that lie alike outvote an honest one: that is why agreement is told as odds and not as proof."""
    agreement = Agreement()
    agreement.size_bytes = SIZE
    kept_by = [(Span(0, SIZE), SourceId(1))]
    lies = compare_leaves(DATA, other_version(0), 0, range(1), frozenset())
    assert agreement.record(range(1), lies, kept_by, SourceId(2)) == []
    (outvoted,) = agreement.record(range(1), lies, kept_by, SourceId(3))
    assert outvoted.is_kept
    assert outvoted.suppliers == (1,)
    assert agreement.differed == SpanSet.of((0, LEAF))


@pytest.mark.parametrize("better", [1, 2])
async def test_where_no_third_can_be_asked_the_better_ranked_source_is_believed(tmp_path: Path, better: int) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, other_version(3), supplier=1)
        await fill(dispatcher, DATA, supplier=2)
        await dispatcher._ending.quiet()
        ranked = [SourceId(better), SourceId(3 - better)]
        dispatcher.settle_disputes(ranked, [*ranked, SourceId(3)])
        assert dispatcher.wanted_opinions(0), "a third could still be asked"
        dispatcher.settle_disputes(ranked, ranked)
        await dispatcher._ending.quiet()
        assert dispatcher.wanted_opinions(0) == []
        assert house.told(SpoilerNamed) == [SpoilerNamed(SourceId(3 - better), leaf(3), (leaf(3),), by_rank=True)]
        assert bool(house.told(BlockRejected)) is (better == 2)
        await fill(dispatcher, DATA, supplier=2)
        expected = DATA if better == 2 else other_version(3)
        assert (await dispatcher.finish(house.target)).read_bytes() == expected
        assert "1 differed, which the ranking of the sources settled" in str(dispatcher.verdict)


async def test_every_supplier_is_compared_early(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[: 2 * LEAF], supplier=1)
        await fill(dispatcher, DATA[8 * LEAF + 5 : 10 * LEAF + 5], 8 * LEAF + 5, supplier=2)
        first = dispatcher.wanted_opinions(2)
        assert [(wanted.span, wanted.known) for wanted in first] == [(leaf(0), (1,)), (leaf(9), (2,))]
        await fill(dispatcher, DATA[9 * LEAF : 10 * LEAF], 9 * LEAF, supplier=1)
        await dispatcher._ending.quiet()
        assert dispatcher.wanted_opinions(1) == [], "one comparison is of two sources"


async def test_suppliers_are_introduced_until_comparisons_join_them_all(tmp_path: Path) -> None:
    """Two pairs that were compared within themselves may be of two versions still."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        for supplier in range(1, 5):
            start = 5 * LEAF * (supplier - 1)
            end = SIZE if supplier == 4 else start + 5 * LEAF
            await fill(dispatcher, DATA[start:end], start, supplier=supplier)
        firsts = [(one.span, one.known) for one in dispatcher.wanted_opinions(1) if one.is_first]
        assert firsts == [(leaf(5), (2,)), (leaf(10), (3,)), (leaf(15), (4,))]
        await fill(dispatcher, DATA[5 * LEAF : 6 * LEAF], 5 * LEAF, supplier=1)
        await fill(dispatcher, DATA[15 * LEAF : 16 * LEAF], 15 * LEAF, supplier=3)
        await dispatcher._ending.quiet()
        firsts = [(one.span, one.known) for one in dispatcher.wanted_opinions(1) if one.is_first]
        assert firsts == [(leaf(10), (3, 4))]
        assert dispatcher.wanted_opinions(0) == []
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == (
            "No trusted hash was known; 2 of 21 blocks compared, none differed."
            " What 2 sources brought was compared with no other's."
        )


async def test_what_came_while_others_were_waited_for_is_compared_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file whose last second copy was not looked at yet is not judged."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA, supplier=1)
        background = dispatcher._assurance.repair.background
        wait, late = background.idle, [other_version(3)[3 * LEAF : 4 * LEAF]]

        async def idle() -> None:
            while late:
                await fill(dispatcher, late.pop(), 3 * LEAF, supplier=2)
            await wait()

        monkeypatch.setattr(background, "idle", idle)
        await dispatcher.compared()
        assert dispatcher.has_disputes


async def test_one_that_has_no_mark_is_held_to_what_it_sent_before(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        dispatcher.compare_repeats(SourceId(1))
        await fill(dispatcher, DATA, supplier=1)
        await fill(dispatcher, DATA[2 * LEAF : 4 * LEAF], 2 * LEAF, supplier=1)
        await dispatcher._ending.quiet()
        assert house.told(SpoilerNamed) == []
        await fill(dispatcher, other_version(6)[5 * LEAF : 8 * LEAF], 5 * LEAF, supplier=1)
        await dispatcher._ending.quiet()
        assert house.told(SpoilerNamed) == [SpoilerNamed(SourceId(1), leaf(6), (leaf(6),), by_itself=True)]
        await fill(dispatcher, DATA[6 * LEAF : 7 * LEAF], 6 * LEAF, supplier=2)
        await dispatcher.finish(house.target)
        assert "5 of 21 blocks compared, 1 differed" in str(dispatcher.verdict)


def test_one_that_differs_from_many_loses_where_it_stands_against_one() -> None:
    """Three disputes of one against one, in each the same source against another: rank has no say in that."""
    agreement = Agreement()
    agreement.size_bytes = SIZE
    for index, honest in enumerate((1, 3, 4)):
        lies = compare_leaves(DATA, other_version(index), 0, range(index, index + 1), frozenset())
        kept_by = [(Span(0, SIZE), SourceId(honest))]
        assert agreement.record(range(index, index + 1), lies, kept_by, SourceId(2)) == []
    outvoted = agreement.settle([SourceId(2), SourceId(1), SourceId(3), SourceId(4)])
    assert [(outcome.suppliers, outcome.is_kept, outcome.by_rank) for outcome in outvoted] == [((2,), False, False)] * 3
