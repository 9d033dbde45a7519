"""Who listens on a WebSocket, and what each is sent: aria2's notifications, and events for those who asked for them.

The rule: every queue here has a bound, and a listener that does not keep up is let go.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from aiohttp import web

from headwater.control.api import Api
from headwater.control.rpc.events import TOPICS, Topic, event_object, topic_of
from headwater.control.rpc.notifications import StateWatch, notification
from headwater.control.rpc.wire import RpcError
from headwater.model.snapshots import FeedEvent

MOST_LISTENERS: Final = 1024
#: Messages that may wait for one listener; more than this and it is not listening.
LISTENER_QUEUE: Final = 1024

_log = logging.getLogger(__name__)


class Listener:
    """One WebSocket. `topics` are the events it asked for beside aria2's notifications."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request, on_turn: Callable[[], None]) -> None:
        self.socket = socket
        self.queue: asyncio.Queue[str] = asyncio.Queue(LISTENER_QUEUE)
        self.topics: frozenset[Topic] = frozenset()
        self._request = request
        self._on_turn = on_turn

    def subscribe(self, names: list[Any]) -> None:
        """Ask for the events of these topics from now on, and no others. Raises `RpcError`."""
        unknown = [name for name in names if name not in TOPICS]
        if unknown:
            raise RpcError(f"There is no topic called {unknown[0]!r}; known are {', '.join(map(repr, TOPICS))}.")
        self.topics = frozenset(Topic(name) for name in names)
        self._on_turn()

    def push(self, text: str) -> None:
        try:
            self.queue.put_nowait(text)
        except asyncio.QueueFull:
            _log.warning("A listener does not read what it is sent; its connection is closed")
            if self._request.transport is not None:
                self._request.transport.abort()

    async def send_all(self) -> None:
        """Send what is pushed, until cancelled or the connection ends."""
        while True:
            text = await self.queue.get()
            try:
                await self.socket.send_str(text)
            except ConnectionError:  # the reader sees the end of the connection as well, and cleans up
                return


class Listeners:
    """All of them. Hears the feed from `start` to `close`."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._all: set[Listener] = set()
        self._watch = StateWatch({job.job_id: job.state for job in api.jobs()})
        self._unsubscribe: list[Callable[[], None]] = []
        self._stop_samples: Callable[[], None] | None = None

    def __len__(self) -> int:
        return len(self._all)

    @property
    def sockets(self) -> tuple[web.WebSocketResponse, ...]:
        return tuple(listener.socket for listener in self._all)

    def start(self) -> None:
        self._unsubscribe.append(self._api.feed.subscribe(self._hear, samples=False))

    def close(self) -> None:
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        if self._stop_samples is not None:
            self._stop_samples()

    @contextmanager
    def joined(self, socket: web.WebSocketResponse, request: web.Request) -> Iterator[Listener]:
        """A listener for as long as the context lasts."""
        listener = Listener(socket, request, self._follow_samples)
        self._all.add(listener)
        try:
            yield listener
        finally:
            self._all.discard(listener)
            self._follow_samples()

    def _follow_samples(self) -> None:
        """Samples are taken from the engine only while somebody wants them."""
        wanted = any(Topic.SAMPLES in listener.topics for listener in self._all)
        if wanted and self._stop_samples is None:
            self._stop_samples = self._api.feed.subscribe(self._hear_samples)
        elif not wanted and self._stop_samples is not None:
            self._stop_samples()
            self._stop_samples = None

    def _hear(self, batch: tuple[FeedEvent, ...]) -> None:
        """Turns of jobs' states go to everyone, events to those who asked."""
        for event in batch:
            for method, job_id in self._watch.take(event):
                text = dump(notification(method, job_id))
                for listener in tuple(self._all):
                    listener.push(text)
        self._tell(batch, {Topic.JOBS, Topic.ACTIVITY})

    def _hear_samples(self, batch: tuple[FeedEvent, ...]) -> None:
        self._tell(batch, {Topic.SAMPLES})

    def _tell(self, batch: tuple[FeedEvent, ...], topics: set[Topic]) -> None:
        """One message a batch and listener; those with the same topics get the same text."""
        texts: dict[frozenset[Topic], str | None] = {}
        for listener in tuple(self._all):
            wanted = listener.topics & topics
            if not wanted:
                continue
            if wanted not in texts:
                events = [event_object(event) for event in batch if topic_of(event) in wanted]
                texts[wanted] = (
                    dump({"jsonrpc": "2.0", "method": "headwater.onEvents", "params": [events]}) if events else None
                )
            if (text := texts[wanted]) is not None:
                listener.push(text)

    def __repr__(self) -> str:
        return f"<Listeners {len(self._all)}, samples={self._stop_samples is not None}>"


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
