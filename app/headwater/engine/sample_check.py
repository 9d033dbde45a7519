"""Is a partial file a part of the file that a source has? Samples of both are compared, and what differs is given up.

Which samples, and what follows from them, is pure; they are fetched over the engine's own channels. The rule: bytes
between a sample that is right and one that is wrong are not believed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from headwater.channels.connector import Connectors
from headwater.model.errors import UserError
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.source import SourceSpec
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say

SAMPLE_BYTES: Final = 16 * 1024
#: Samples of a file, evenly spread over what is claimed; beside the ends of its spans, where writing broke off.
SAMPLES: Final = 16
_ENDS: Final = 8


@dataclass(frozen=True, slots=True)
class SampleResult:
    """What may be kept, and how many samples were right and wrong."""

    kept: tuple[Span, ...]
    right: int
    wrong: int


def choose_samples(claimed: Sequence[Span]) -> tuple[Span, ...]:
    """Where to look: the first bytes, the ends of the largest spans, and evenly between, in order, none twice."""
    chosen = SpanSet()
    for span in sorted(claimed, key=lambda span: -span.size)[:_ENDS]:
        chosen.add(Span(max(span.start, span.end - SAMPLE_BYTES), span.end))
    total = sum(span.size for span in claimed)
    for number in range(SAMPLES):
        position = total * number // SAMPLES
        for span in claimed:
            if position < span.size:
                start = span.start + position
                chosen.add(Span(start, min(span.end, start + SAMPLE_BYTES)))
                break
            position -= span.size
    return tuple(chosen)


def judge_samples(claimed: Sequence[Span], samples: Sequence[tuple[Span, bool]]) -> SampleResult:
    """What to keep of `claimed` when each of `samples`, in order, was right or wrong."""
    kept = SpanSet(claimed)
    before = 0
    for number, (span, is_right) in enumerate(samples):
        if is_right:
            before = span.end
            continue
        after = next((later.start for later, right in samples[number + 1 :] if right), kept.end or span.end)
        if before < after:
            kept.discard(Span(before, max(after, span.end)))
    right = sum(is_right for _, is_right in samples)
    return SampleResult(tuple(kept), right, len(samples) - right)


async def compare_samples(
    connectors: Connectors,
    source: SourceSpec,
    settings: ChannelSettings,
    samples: Sequence[tuple[Span, bytes]],
    size_bytes: int,
) -> list[tuple[Span, bool]]:
    """Fetch the spans of `samples` from `source`, one after the other; whether each brought the same bytes.

    Raises `SourceError`, `UserError`.
    """
    found = []
    channel = await connectors.open(source, settings)
    try:
        for span, ours in samples:
            response = await channel.request(ChannelRequest((span,), size_bytes))
            theirs = bytearray()
            try:
                if response.facts.spans[:1] != (span,):
                    raise UserError(say("{host} sends no ranges of the file", host=source.host))
                async for piece in response.pieces():
                    theirs += piece.data
            finally:
                await response.close()
            found.append((span, ours == theirs))
    finally:
        await channel.close()
    return found
