"""What a parser answers: the value between the parsers and the plan."""

from dataclasses import dataclass

from headwater.model.spans import Span


@dataclass(frozen=True, slots=True)
class Needs:
    """Spans in order of need. `rate_bytes_per_s` is the mean rate at which the file is played, where known.

    `codecs` are the tracks' codings as the container names them (`av01`, `V_VP9`), where it does.
    """

    spans: tuple[Span, ...] = ()
    rate_bytes_per_s: float | None = None
    codecs: tuple[str, ...] = ()
