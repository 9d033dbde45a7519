"""Sources and channels as JSON: values keep their types, units stand in the names, unknown is null."""

from headwater.control.rpc.status import Struct
from headwater.model.snapshots import ChannelSnapshot, SourceSnapshot


def channel_struct(channel: ChannelSnapshot) -> Struct:
    return {
        "channel": channel.channel_id,
        "source": channel.source_id,
        "state": channel.state.value,
        "rate_bytes_per_s": channel.rate_bytes_per_s,
        "latency_s": channel.latency_s,
        "received_bytes": channel.received_bytes,
        "remaining": [[span.start, span.end] for span in channel.remaining],
    }


def source_struct(source: SourceSnapshot) -> Struct:
    return {
        "source": source.source_id,
        "uri": source.url,
        "rank": source.rank,
        "score": source.score,
        "terms": [
            {
                "criterion": term.criterion,
                "raw": term.raw,
                "value": term.value,
                "weight": term.weight,
                "part": term.part,
                "words": term.words,
            }
            for term in source.terms
        ],
        "state": source.state.value,
        "reason": source.reason,
        "share": source.share,
        "received_bytes": source.received_bytes,
        "wasted_bytes": source.wasted_bytes,
        "rate_bytes_per_s": source.rate_bytes_per_s,
        "latency_s": source.latency_s,
        "external_rank": source.external_rank,
        "hops": source.hops,
        "country": source.country,
        "cost_per_gb": source.cost_per_gb,
        "channels": source.channels,
        "requests": source.requests,
        "errors": source.errors,
        "multi_range": source.multi_range.value,
    }
