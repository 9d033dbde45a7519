"""Every behaviour of the table: right outcome, one sentence why, no wrong byte, nothing left open.

All of it twice: as the answers come, and in small pieces whose bodies are taken from the connection as soon as may be.
"""

import re
from dataclasses import replace

import pytest
from tests.net.hostile.cases import CASES, Case, Gets
from tests.net.hostile.harness import DATA, run
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer

from headwater.channels import direct_body
from headwater.model.spans import SpanSet

_SENTENCE = re.compile(r"[^\n]{10,160}[^.]\.\Z")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_hostile_server(case: Case) -> None:
    await _meet(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_hostile_server_in_pieces(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direct_body, "WORTH_BYTES", 1)
    await _meet(replace(case, behaviour=_in_pieces(case.behaviour)))


def _in_pieces(behaviour: Behaviour) -> Behaviour:
    def behave(asked: Asked, number: int) -> Answer:
        answer = behaviour(asked, number)
        return replace(answer, pieces_of=answer.pieces_of or 4001)

    return behave


async def _meet(case: Case) -> None:
    async with HostileServer(case.behaviour, path=case.path) as server:
        outcome = await run(server, case.request, case.settings)
    assert outcome.matches(DATA)
    assert outcome.duplicates == 0
    assert outcome.reported == outcome.received
    if isinstance(case.expect, Gets):
        assert outcome.error is None
        assert outcome.received == SpanSet(case.expect.spans)
        if case.expect.reusable is not None:
            assert outcome.reusable is case.expect.reusable
        for name, value in case.expect.facts.items():
            assert getattr(outcome.facts, name) == value, name
        return
    error = outcome.error
    assert error is not None
    assert error.retry is case.expect.retry  # type: ignore[attr-defined]  # the table expects errors of sources only
    assert case.expect.words in str(error)
    assert _SENTENCE.match(str(error)), str(error)
    for name, value in case.expect.about.items():
        assert getattr(error, name) == value, name
    if case.expect.received is not None:
        assert outcome.received.total_bytes == case.expect.received


def test_the_suite_is_as_large_as_promised() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
