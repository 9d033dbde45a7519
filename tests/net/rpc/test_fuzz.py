"""Whatever is sent for whichever parameter of whichever method: an error object or an answer, and soon."""

import asyncio
import base64
import json
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.waiting import PATIENCE_S

from headwater.control.rpc.option_table import OPTIONS

from .conftest import Rpc

NOWHERE: Final = "http://127.0.0.1:9/f"
METALINK: Final = base64.b64encode(
    f'<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="f"><url>{NOWHERE}</url></file></metalink>'.encode()
).decode()
GID: Final = "00000000000000aa"

#: Parameters that each method takes as they should be; what is tried has one of them wrong.
RIGHT: Final[dict[str, tuple[Any, ...]]] = {
    "aria2.addUri": ([NOWHERE], {"pause": "true"}, 0),
    "aria2.addTorrent": ("ZGU=", [NOWHERE], {"pause": "true"}, 0),
    "aria2.addMetalink": (METALINK, {"pause": "true"}, 0),
    "aria2.remove": (GID,),
    "aria2.forceRemove": (GID,),
    "aria2.pause": (GID,),
    "aria2.forcePause": (GID,),
    "aria2.unpause": (GID,),
    "aria2.changePosition": (GID, 0, "POS_SET"),
    "aria2.tellStatus": (GID, ["gid"]),
    "aria2.getUris": (GID,),
    "aria2.getFiles": (GID,),
    "aria2.getPeers": (GID,),
    "aria2.getServers": (GID,),
    "aria2.tellActive": (["gid"],),
    "aria2.tellWaiting": (0, 10, ["gid"]),
    "aria2.tellStopped": (0, 10, ["gid"]),
    "aria2.getOption": (GID,),
    "aria2.changeOption": (GID, {"split": "2"}),
    "aria2.changeUri": (GID, 1, [NOWHERE], [NOWHERE], 0),
    "aria2.changeGlobalOption": ({"max-concurrent-downloads": "2"},),
    "aria2.removeDownloadResult": (GID,),
    "headwater.getSources": (GID,),
    "headwater.getChannels": (GID,),
    "headwater.getTuning": (GID,),
    "headwater.setTuning": (GID, {"interval_s": 1.0}),
    "headwater.setPriority": (GID, [[0, 10]], "sequential"),
    "headwater.getStreamUrl": (GID,),
    "headwater.repair": (GID,),
    "headwater.subscribe": (["jobs"],),
    "system.multicall": ([{"methodName": "aria2.tellStatus", "params": ["token:a-secret", GID]}],),
}

SCALARS: Final = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(
        [GID, NOWHERE, "magnet:?xt=a", "file:///etc/passwd", "token:a-secret", "../x", "", "-1", "9" * 30]
    )
)
JSON_VALUES: Final = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
OPTION_SETS: Final = st.dictionaries(
    st.sampled_from(sorted(OPTIONS)), SCALARS | st.lists(SCALARS, max_size=2), max_size=3
)

thorough = settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
Target = tuple[asyncio.AbstractEventLoop, Rpc, list[str]]


async def _try(rpc: Rpc, method: str, params: list[Any]) -> None:
    """One call; the job that the numbers mean is there before it, and the server afterwards."""
    if not any(job.job_id == GID for job in rpc.api.jobs()):
        await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true", "gid": GID})
    async with asyncio.timeout(PATIENCE_S):
        status, answer = await rpc.answer(method, *params)
    assert status in (200, 400), answer
    assert "result" in answer or answer["error"]["code"] == 1
    assert "Internal error" not in json.dumps(answer)


@thorough
@given(data=st.data())
def test_one_wrong_parameter_breaks_nothing(data: st.DataObject, fuzz_target: Target) -> None:
    loop, target, _ = fuzz_target
    method = data.draw(st.sampled_from(sorted(RIGHT)))
    params = list(RIGHT[method])
    params[data.draw(st.integers(0, len(params) - 1))] = data.draw(JSON_VALUES | OPTION_SETS)
    loop.run_until_complete(_try(target, method, params))


@thorough
@given(data=st.data())
def test_no_list_of_parameters_breaks_the_server(data: st.DataObject, fuzz_target: Target) -> None:
    loop, target, names = fuzz_target
    params = data.draw(st.lists(JSON_VALUES, max_size=5))
    loop.run_until_complete(_try(target, data.draw(st.sampled_from(names)), params))


@thorough
@given(options=OPTION_SETS)
def test_no_option_of_a_job_breaks_the_server(options: dict[str, Any], fuzz_target: Target) -> None:
    loop, target, _ = fuzz_target
    for method, params in (
        ("aria2.addUri", [[NOWHERE], {**options, "pause": "true"}]),
        ("aria2.changeOption", [GID, options]),
        ("aria2.changeGlobalOption", [{name: value for name, value in options.items() if name != "log-level"}]),
    ):
        loop.run_until_complete(_try(target, method, params))


@thorough
@given(body=st.binary(max_size=200) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_no_body_breaks_the_server(body: bytes, fuzz_target: Target) -> None:
    loop, target, _ = fuzz_target

    async def send() -> None:
        async with asyncio.timeout(PATIENCE_S), target.session.post(target.url, data=body) as response:
            answer = json.loads(await response.text())
            assert response.status in (200, 400, 500)
            members = answer if isinstance(answer, list) else [answer]
            assert all("error" in member for member in members)
        async with (
            asyncio.timeout(PATIENCE_S),
            target.session.post(target.url[: -len("jsonrpc")] + "rpc", data=body) as response,
        ):
            assert response.status == 200
            assert b"<fault>" in await response.read()

    loop.run_until_complete(send())


async def test_every_method_with_parameters_is_tried(rpc: Rpc) -> None:
    without = {
        *("aria2.pauseAll", "aria2.forcePauseAll", "aria2.unpauseAll", "aria2.getGlobalOption", "aria2.getVersion"),
        *("aria2.purgeDownloadResult", "aria2.getSessionInfo", "aria2.shutdown", "aria2.forceShutdown"),
        *("aria2.getGlobalStat", "aria2.saveSession", "system.listMethods", "system.listNotifications"),
    }
    known = {name for name in await rpc.call("system.listMethods") if not name.startswith("headwater.")}
    assert known - without == {name for name in RIGHT if not name.startswith("headwater.")}
