"""A server that answers exactly what a test tells it to, lies included: raw sockets, no framework in between.

An `Answer` is bytes and what happens after them. The server counts its connections, so that tests can see that every
one was given back.
"""

import asyncio
import socket
import ssl
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType
from typing import Self


class Then(Enum):
    """What the server does when an answer's bytes are out."""

    KEEP = "wait for the next request"
    CLOSE = "close politely"
    RESET = "reset the connection"
    HANG = "say nothing more until the client goes"


@dataclass(frozen=True, slots=True)
class Answer:
    """Raw bytes, sent in `pieces_of` bytes at a time (0: at once), and what follows."""

    raw: bytes
    then: Then = Then.KEEP
    pieces_of: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived: `fields` by lower-case name."""

    method: str
    target: str
    fields: dict[str, str] = field(default_factory=dict)


#: What to answer: computed from the request (its number counts from 0 over all connections).
Behaviour = Callable[[Asked, int], Answer]


def in_turn(answers: Sequence[Answer]) -> Behaviour:
    """Give `answers` one after another, and the last one from then on."""

    def behave(_: Asked, number: int) -> Answer:
        return answers[min(number, len(answers) - 1)]

    return behave


class HostileServer:
    """Use it as an async context manager; `url` ends in the name of a file that is no web page."""

    def __init__(
        self,
        behaviour: Behaviour,
        *,
        host: str = "127.0.0.1",
        path: str = "/file.bin",
        tls: ssl.SSLContext | None = None,
        greet: bool = True,
    ) -> None:
        self._behaviour = behaviour
        self._host = host
        self._path = path
        self._tls = tls
        self._greet = greet
        self._server: asyncio.Server | None = None
        self._handlers: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self.asked: list[Asked] = []
        self.connections = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, self._host, 0, ssl=self._tls)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for writer in tuple(self._writers):
            writer.transport.abort()
        await asyncio.gather(*self._handlers, return_exceptions=True)

    @property
    def port(self) -> int:
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    @property
    def url(self) -> str:
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{self._path}"

    async def all_closed(self) -> None:
        """Wait until every client has gone; the caller bounds the wait."""
        await asyncio.gather(*self._handlers, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._handlers.add(task)
        task.add_done_callback(self._handlers.discard)
        self._writers.add(writer)
        self.connections += 1
        try:
            while await self._answer_one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # the client went away; that is what some tests are about
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        if not self._greet:
            await reader.read()
            return False
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        method, target, _ = first.split(" ")
        fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        asked = Asked(method, target, fields)
        answer = self._behaviour(asked, len(self.asked))
        self.asked.append(asked)
        step = answer.pieces_of or len(answer.raw) or 1
        for at in range(0, len(answer.raw), step):
            writer.write(answer.raw[at : at + step])
            await writer.drain()
            if answer.pieces_of:
                await asyncio.sleep(0)
        if answer.then is Then.HANG:
            await reader.read()
        elif answer.then is Then.RESET:
            _reset(writer)
        return answer.then is Then.KEEP


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with RST instead of FIN."""
    sock: socket.socket = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
