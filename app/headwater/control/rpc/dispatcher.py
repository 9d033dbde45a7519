"""From a request's value to its answer: single calls, batches, `system.multicall`; the token is taken here.

What the wire form was is of no interest; the server turns bytes into values and back. The rule: whatever a client
sends, it gets an error object, and only `RpcError` makes one.
"""

import asyncio
import logging
from typing import Any, Final

from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.notifications import NOTIFICATIONS
from headwater.control.rpc.params import Params
from headwater.control.rpc.security import Gate
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
#: Calls in one batch or multicall; the largest that known clients send has about 30.
MOST_CALLS: Final = 1000
#: How long a wrong token waits for its answer.
WRONG_TOKEN_DELAY_S: Final = 0.3

_log = logging.getLogger(__name__)


class Dispatcher:
    """Answers requests; one for all connections."""

    def __init__(self, methods: AriaMethods, gate: Gate) -> None:
        self._methods = methods
        self._gate = gate

    async def answer(self, value: Any) -> tuple[Any, int]:
        """The JSON value to send back, and the HTTP status that aria2 gives it."""
        if isinstance(value, list):
            if len(value) > MOST_CALLS:
                return error_object(None, RpcError("Invalid Request.", INVALID_REQUEST)), 400
            answers = [await self._answer_one(member) for member in value if isinstance(member, dict)]
            return [answer for answer, _ in answers], 200
        return await self._answer_one(value)

    async def _answer_one(self, value: Any) -> tuple[dict[str, Any], int]:
        call_id = value.get("id") if isinstance(value, dict) else None
        try:
            return result_object(call_id, await self.run(read_call(value))), 200
        except RpcError as error:
            return error_object(call_id, error), STATUS_OF_CODE.get(error.code, 400)

    async def run(self, call: Call) -> Any:
        """The result of one call. Raises `RpcError`."""
        if call.method == LIST_METHODS:
            return [*self._methods.names, MULTICALL, LIST_METHODS, LIST_NOTIFICATIONS]
        if call.method == LIST_NOTIFICATIONS:
            return list(NOTIFICATIONS)
        if call.method == MULTICALL:
            return await self._run_many(call.params)
        try:
            params = self._gate.take_token(call.params)
        except RpcError:
            await asyncio.sleep(WRONG_TOKEN_DELAY_S)  # guessing is slow; nobody else waits for it
            raise
        try:
            return await self._methods.call(call.method, params)
        except RpcError:
            raise
        except Exception as fault:  # a fault of ours must not look like a broken connection; it is logged in full
            _log.exception("The method %s failed", call.method)
            raise RpcError("Internal error; the log says more.") from fault

    async def _run_many(self, params: list[Any]) -> list[Any]:
        """aria2's multicall: a list of one for each result, a bare error object for each failure."""
        if params and isinstance(params[0], str):
            params = params[1:]  # a token here says nothing: each call brings its own
        calls = Params(params).required(0, list)
        if len(calls) > MOST_CALLS:
            raise RpcError("There are too many calls in one.")
        answers: list[Any] = []
        for spec in calls:
            try:
                answers.append([await self.run(_read_member(spec))])
            except RpcError as error:
                answers.append({"code": error.code, "message": error.message})
        return answers


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
