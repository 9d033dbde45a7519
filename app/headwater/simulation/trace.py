"""What happened in one simulated run: which bytes came when, from whom.

Deliveries are pieces of constant rate, exact between their ends; `figures` turns them into lags and stalls.
Nothing here judges.
"""

from dataclasses import dataclass, field

from headwater.model.decisions import SetAside
from headwater.model.spans import SpanSet


@dataclass(slots=True)
class Delivery:
    """The new bytes `[start, end)` came evenly from `began_s` to `ended_s`, from source number `source`."""

    start: int
    end: int
    began_s: float
    ended_s: float
    source: int


@dataclass(slots=True)
class Trace:
    """The record of one run; `completed_s` is None when the file was not whole at the end of it."""

    size_bytes: int
    deliveries: list[Delivery] = field(default_factory=list)
    received: SpanSet = field(default_factory=SpanSet)
    completed_s: float | None = None
    ended_s: float = 0.0
    wasted_bytes: int = 0
    requests: int = 0
    connections: int = 0
    refused_spans: int = 0
    decisions: int = 0
    events: int = 0
    wakes: int = 0
    peak_out_of_order_bytes: int = 0
    set_aside: list[tuple[float, SetAside]] = field(default_factory=list)
    source_bytes: dict[int, int] = field(default_factory=dict)
