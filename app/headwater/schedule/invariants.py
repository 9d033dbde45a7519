"""What must be true of the books after every event; called by tests and simulations, never needed to run.

Reads everything, changes nothing. The rule that keeps it honest: each check states one promise of the scheduler, and
raises `BrokenInvariantError` with the bytes or the channel that break it.
"""

from headwater.model.channel import ChannelState
from headwater.model.errors import HeadwaterError
from headwater.model.spans import Span, SpanSet
from headwater.schedule.job_books import JobBooks


class BrokenInvariantError(HeadwaterError):
    """The scheduler's books contradict themselves: a fault of the program."""


def check_books(books: JobBooks) -> None:
    """Run every check."""
    check_no_byte_is_lost(books)
    check_free_is_free(books)
    check_channels_and_sources_agree(books)
    check_nobody_is_asked_for_what_it_lacks(books)
    check_counts_are_right(books)


def check_no_byte_is_lost(books: JobBooks) -> None:
    """Each byte of the file is received, free, or still to come on some channel."""
    accounted = books.bytes.received.copy()
    accounted.update(books.bytes.free)
    for flight in books.flights():
        accounted.update(flight.remaining())
    if books.bytes.end and not accounted.covers(Span(0, books.bytes.end)):
        lost = next(accounted.gaps(Span(0, books.bytes.end)))
        raise BrokenInvariantError(f"nobody will bring the bytes {lost}")


def check_free_is_free(books: JobBooks) -> None:
    """No free byte is received, or claimed by a request that is not soft."""
    taken = books.bytes.received.copy()
    for flight in books.flights():
        if not flight.soft:
            taken.update(flight.remaining())
    for span in taken:
        if books.bytes.free.overlaps(span):
            raise BrokenInvariantError(f"free bytes are taken: {SpanSet(books.bytes.free.within(span))}")


def check_channels_and_sources_agree(books: JobBooks) -> None:
    """Every channel belongs to one source that knows it, and its state fits its request."""
    known = {
        channel_id: channel
        for record in books.sources.records.values()
        for channel_id, channel in record.channels.items()
    }
    if known != books.channels:
        raise BrokenInvariantError(f"sources know channels {sorted(known)}, the job {sorted(books.channels)}")
    for channel in books.channels.values():
        is_busy = channel.state in {ChannelState.WAITING, ChannelState.RECEIVING}
        if is_busy != (channel.flight is not None) and channel.state is not ChannelState.OPENING:
            raise BrokenInvariantError(f"state and request of {channel!r} disagree")


def check_nobody_is_asked_for_what_it_lacks(books: JobBooks) -> None:
    """No request holds bytes that its source is known not to hold, or lies beyond the file."""
    for channel in books.channels.values():
        flight = channel.flight
        if flight is None or flight.soft:
            continue
        for span in flight.remaining():
            if span.end > books.bytes.end:
                raise BrokenInvariantError(f"{channel!r} is asked for bytes beyond the file's end")
            if channel.source.constraints.holdings.lacks(span):
                raise BrokenInvariantError(f"{channel!r} is asked for {span}, which its source does not hold")


def check_counts_are_right(books: JobBooks) -> None:
    """What is counted as it changes, to be at hand, is what counting would find now."""
    if books.sources.in_job != len(books.channels):
        raise BrokenInvariantError(f"{books.sources.in_job} connections are counted, there are {len(books.channels)}")
    for record in books.sources.records.values():
        host = record.profile.host
        there = sum(channel.source.profile.host == host for channel in books.channels.values())
        if books.sources.in_host(record) != there:
            raise BrokenInvariantError(f"{books.sources.in_host(record)} connections to {host}, there are {there}")
    for flight in books.flights():
        if flight.remaining_bytes != sum(span.size for span in flight.remaining()):
            raise BrokenInvariantError(f"{flight.remaining_bytes} bytes are still to come, of {flight}")
