"""What comparing sources says of a file that nothing proves, in words. Pure: counts in, a sentence out.

The rule: odds are told as odds, never as proof, and what was joined unseen is told, too.
"""

from dataclasses import dataclass

from headwater.model.wording import say


@dataclass(frozen=True, slots=True)
class Odds:
    """Counts of 16 KiB blocks, and of sources.

    Of the `compared` blocks of `total`, sources differed in `differed`: `unsettled` ones are still disputed, the others
    were settled `by_majority`, `by_rank`, or both. `strangers` are sources whose bytes were joined with others' that
    they were not compared with.
    """

    total: int
    compared: int
    differed: int
    unsettled: int
    by_majority: int
    by_rank: int
    strangers: int

    @property
    def sentence(self) -> str:
        if not self.total or not self.compared:
            return say("No trusted hash was known and no bytes were compared; nothing was proven.")
        odds = say(
            "No trusted hash was known; {compared:,} of {total:,} blocks compared, {result}.",
            compared=self.compared,
            total=self.total,
            result=self._result,
        )
        if not self.strangers:
            return odds
        return say(
            "{odds} What {count} sources brought was compared with no other's.",
            one="{odds} What {count} source brought was compared with no other's.",
            odds=odds,
            count=self.strangers,
        )

    @property
    def _result(self) -> str:
        """What became of the blocks that differed."""
        if not self.differed:
            return say("none differed")
        if self.unsettled:
            return say("{count:,} differed, {open:,} of them unsettled", count=self.differed, open=self.unsettled)
        if self.by_majority and self.by_rank:
            return say(
                "{count:,} differed, which a majority of sources and the ranking of the sources settled",
                count=self.differed,
            )
        if self.by_majority:
            return say("{count:,} differed, which a majority of sources settled", count=self.differed)
        return say("{count:,} differed, which the ranking of the sources settled", count=self.differed)
