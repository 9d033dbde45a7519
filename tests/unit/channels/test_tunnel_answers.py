"""What an HTTP proxy answers to `CONNECT`, in whatever pieces it comes: a way, a refusal, or not yet."""

import asyncio
import re

from hypothesis import given
from hypothesis import strategies as st

from headwater.channels.tunnels import _Asking
from headwater.model.errors import SourceError

_LINES = st.lists(
    st.sampled_from(
        [
            b"HTTP/1.1 200 Go",
            b"HTTP/1.0 407 Who",
            b"HTTP/1.1 ",
            b"HTTP/1.1 2",
            b"HTTP/1.1 2000 x",
            b"HTTP/1.1 200",
            b"X: y",
            b"",
            b"\r",
            b"\n",
            b"220 ftp",
            b"\0\xff",
        ]
    ),
    max_size=6,
).map(b"\r\n".join)


class Line(asyncio.Transport):
    """Notes whether it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.is_paused = False

    def pause_reading(self) -> None:
        self.is_paused = True


def answered(data: bytes, step: int) -> tuple[str | bytes | None, bool]:
    """The sentence, or what is the server's; None while more has to come. And whether reading has paused."""

    async def ask() -> tuple[str | bytes | None, bool]:
        line, asking = Line(), _Asking("far.test")
        asking.connection_made(line)
        for start in range(0, len(data), step):
            if line.is_paused:  # what comes later is not read before it has another reader
                break
            asking.data_received(data[start : start + step])
        if not asking.granted.done():
            asking.granted.cancel()
            return None, line.is_paused
        try:
            return asking.granted.result(), line.is_paused
        except SourceError as error:
            return str(error), line.is_paused

    return asyncio.run(ask())


@given(st.one_of(_LINES, st.binary(max_size=200)), st.integers(1, 50))
def test_any_answer_is_a_way_a_refusal_or_not_yet(data: bytes, step: int) -> None:
    whole, is_paused = answered(data, max(1, len(data)))
    assert is_paused is (whole is not None)
    head, end, behind = data.partition(b"\r\n\r\n")
    assert (whole is None) is (not end)
    if isinstance(whole, bytes):
        assert whole == behind
        assert re.match(rb"HTTP/1\.\d 2\d\d( |\r\n|\Z)", head)
    elif whole is not None:
        assert whole.endswith(".")
    pieces, _ = answered(data, step)
    assert type(pieces) is type(whole)
    if not isinstance(pieces, bytes):
        assert pieces == whole


@given(st.binary(max_size=100), st.integers(1, 40))
def test_what_comes_behind_a_grant_is_the_servers(greeting: bytes, step: int) -> None:
    granted = b"HTTP/1.1 200 Go on\r\nVia: x\r\n\r\n"
    early, is_paused = answered(granted + greeting, step)
    assert is_paused
    assert isinstance(early, bytes)
    assert greeting.startswith(early)
