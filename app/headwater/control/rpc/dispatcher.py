"""From a request's value to its answer: single calls, batches, `system.multicall`; the token is taken here.

What the wire form was is of no interest; the server turns bytes into values and back. The rule: whatever a client
sends, it gets an error object, and only `RpcError` makes one.
"""

import asyncio
import logging
from typing import Any, Final, Protocol

from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.notifications import NOTIFICATIONS
from headwater.control.rpc.params import Params
from headwater.control.rpc.security import Gate, Pace
from headwater.control.rpc.wire import (
    INVALID_REQUEST,
    STATUS_OF_CODE,
    Call,
    RpcError,
    error_object,
    read_call,
    result_object,
)

MULTICALL: Final = "system.multicall"
LIST_METHODS: Final = "system.listMethods"
LIST_NOTIFICATIONS: Final = "system.listNotifications"
SUBSCRIBE: Final = "headwater.subscribe"
#: Calls in one batch or multicall; the largest that known clients send has about 30.
MOST_CALLS: Final = 1000
#: How long a wrong token waits for its answer.
WRONG_TOKEN_DELAY_S: Final = 0.3
#: Tokens that may wait for the answer that they are wrong, over all connections.
MOST_DOUBTED: Final = 16
#: Wrong tokens in one request after which the rest of it is not looked at.
MOST_WRONG_TOKENS: Final = 3
#: Calls a second over all connections; who asks faster waits, so that what runs beside gets its share.
MOST_CALLS_PER_S: Final = 5000.0

_log = logging.getLogger(__name__)


class Ears(Protocol):
    """The other end of a connection that can be told events."""

    def subscribe(self, names: list[Any]) -> None:
        """Raises `RpcError` for topics that nobody knows."""


class _Request:
    """What came in one piece: whose ears hear of it, and how many wrong tokens were in it."""

    def __init__(self, ears: Ears | None) -> None:
        self.ears = ears
        self.wrong_tokens = 0


class Dispatcher:
    """Answers requests; one for all connections."""

    def __init__(self, methods: AriaMethods, gate: Gate) -> None:
        self._methods = methods
        self._gate = gate
        self._pace = Pace(MOST_CALLS_PER_S)
        self._doubted = asyncio.Semaphore(MOST_DOUBTED)

    async def answer(self, value: Any, ears: Ears | None = None) -> tuple[Any, int]:
        """The JSON value to send back, and the HTTP status that aria2 gives it. `ears`: who may ask for events."""
        request = _Request(ears)
        if isinstance(value, list):
            if len(value) > MOST_CALLS:
                return error_object(None, RpcError("Invalid Request.", INVALID_REQUEST)), 400
            answers = [await self._answer_one(member, request) for member in value if isinstance(member, dict)]
            return [answer for answer, _ in answers], 200
        return await self._answer_one(value, request)

    async def run(self, call: Call) -> Any:
        """The result of one call that came alone. Raises `RpcError`."""
        return await self._run(call, _Request(None))

    async def _answer_one(self, value: Any, request: _Request) -> tuple[dict[str, Any], int]:
        call_id = value.get("id") if isinstance(value, dict) else None
        try:
            return result_object(call_id, await self._run(read_call(value), request)), 200
        except RpcError as error:
            return error_object(call_id, error), STATUS_OF_CODE.get(error.code, 400)

    async def _run(self, call: Call, request: _Request) -> Any:
        if (wait_s := self._pace.reserve(asyncio.get_running_loop().time())) > 0:
            await asyncio.sleep(wait_s)
        if call.method == LIST_METHODS:
            return [*self._methods.names, SUBSCRIBE, MULTICALL, LIST_METHODS, LIST_NOTIFICATIONS]
        if call.method == LIST_NOTIFICATIONS:
            return list(NOTIFICATIONS)
        if call.method == MULTICALL:
            return await self._run_many(call.params, request)
        params = await self._take_token(call.params, request)
        try:
            if call.method == SUBSCRIBE:
                return _subscribe(params, request.ears)
            return await self._methods.call(call.method, params)
        except RpcError:
            raise
        except Exception as fault:  # a fault of ours must not look like a broken connection; it is logged in full
            _log.exception("The method %s failed", call.method)
            raise RpcError("Internal error; the log says more.") from fault

    async def _take_token(self, params: list[Any], request: _Request) -> list[Any]:
        """The parameters without the token. Raises `RpcError`, late.

        Guessing is slow however many connections guess: only so many tokens are in doubt at a time, and a request
        with several wrong ones has lost its right to more.
        """
        if request.wrong_tokens >= MOST_WRONG_TOKENS:
            raise RpcError("Unauthorized")
        async with self._doubted:
            try:
                return self._gate.take_token(params)
            except RpcError:
                request.wrong_tokens += 1
                await asyncio.sleep(WRONG_TOKEN_DELAY_S)
                raise

    async def _run_many(self, params: list[Any], request: _Request) -> list[Any]:
        """aria2's multicall: a list of one for each result, a bare error object for each failure."""
        if params and isinstance(params[0], str):
            params = params[1:]  # a token here says nothing: each call brings its own
        calls = Params(params).required(0, list)
        if len(calls) > MOST_CALLS:
            raise RpcError("There are too many calls in one.")
        answers: list[Any] = []
        for spec in calls:
            try:
                answers.append([await self._run(_read_member(spec), request)])
            except RpcError as error:
                answers.append({"code": error.code, "message": error.message})
        return answers


def _subscribe(params: list[Any], ears: Ears | None) -> str:
    """`headwater.subscribe`: the one method that is about the connection it came through."""
    if ears is None:
        raise RpcError("Events are told over a WebSocket only.")
    ears.subscribe(Params(params).required(0, list))
    return "OK"


def _read_member(spec: Any) -> Call:
    if not isinstance(spec, dict):
        raise RpcError("system.multicall expected struct.")
    method = spec.get("methodName")
    if not isinstance(method, str):
        raise RpcError("Missing methodName.")
    if method == MULTICALL:
        raise RpcError("Recursive system.multicall forbidden.")
    params = spec.get("params")
    return Call(method, params if isinstance(params, list) else [])
