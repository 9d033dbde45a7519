"""Structs as tools read them, notifications, and who is let in."""

from dataclasses import replace
from pathlib import Path

import pytest

from headwater.control.rpc import status
from headwater.control.rpc.notifications import StateWatch
from headwater.control.rpc.security import Gate
from headwater.control.rpc.wire import RpcError
from headwater.model.errors import Cause
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobChanged, JobRemoved, JobSnapshot
from headwater.model.spans import Span

MIB = 1024 * 1024
JOB = JobSnapshot(
    job_id=JobId("0123456789abcdef"),
    name="f.iso",
    state=JobState.RUNNING,
    position=0,
    folder=Path("/d"),
    path=Path("/d/f.iso.part"),
    urls=("http://a/f.iso", "http://b/f.iso"),
    size_bytes=10 * MIB + 1,
    received_bytes=5 * MIB,
    durable_bytes=0,
    in_order_bytes=0,
    rate_bytes_per_s=1000.7,
    eta_s=None,
    sources_active=2,
    channels_active=3,
    added_at=0.0,
    elapsed_s=0.0,
    error=None,
    verdict=None,
)


def test_values_are_strings_and_keys_are_filtered() -> None:
    struct = status.tell_job(JOB, lambda: [Span(0, MIB)], frozenset())
    assert (struct["totalLength"], struct["downloadSpeed"], struct["connections"]) == (str(10 * MIB + 1), "1000", "3")
    assert struct["files"][0]["path"] == "/d/f.iso"
    assert set(status.tell_job(JOB, list, frozenset({"gid", "status"}))) == {"gid", "status"}


def test_the_bitfield_shows_whole_pieces_only() -> None:
    spans = [Span(0, MIB), Span(3 * MIB, 5 * MIB + 7), Span(10 * MIB, 10 * MIB + 1)]
    assert status.make_bitfield(10 * MIB + 1, spans) == "9820"
    assert status.make_bitfield(10 * MIB + 1, [Span(0, 10 * MIB + 1)]) == "ffe0"
    assert status.count_pieces(10 * MIB + 1) == 11


def test_received_spans_are_not_asked_for_in_vain() -> None:
    def fail() -> list[Span]:
        raise AssertionError("nobody wants the bitfield")

    assert status.tell_job(JOB, fail, frozenset({"gid"}))["gid"] == JOB.job_id


def test_a_failed_job_says_why() -> None:
    job = replace(JOB, state=JobState.FAILED, error="All sources are gone.")
    struct = status.tell_job(job, list, frozenset({"status", "errorCode", "errorMessage", "downloadSpeed"}))
    assert struct == {
        "status": "error",
        "errorCode": "1",
        "errorMessage": "All sources are gone.",
        "downloadSpeed": "0",
    }


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_a_code_of_aria2s_own(cause: Cause) -> None:
    assert status.error_code(replace(JOB, state=JobState.FAILED, cause=cause)) not in ("0", "1", "31")
    assert status.error_code(replace(JOB, state=JobState.DONE, cause=cause)) == "0"


@pytest.mark.parametrize(
    ("offset", "count", "chosen"),
    [(0, 2, "ab"), (1, 9, "bcd"), (-1, 2, "dc"), (-2, 9, "cba"), (9, 2, ""), (-9, 2, ""), (0, 0, ""), (0, -1, "")],
)
def test_a_window_on_a_list_counts_as_aria2_does(offset: int, count: int, chosen: str) -> None:
    assert "".join(status.choose("abcd", offset, count)) == chosen


def test_notifications_follow_the_turns_of_a_state() -> None:
    watch = StateWatch({})

    def told(event: FeedEvent) -> list[str]:
        return [method.removeprefix("aria2.onDownload") for method, _ in watch.take(event)]

    def at(state: JobState) -> JobSnapshot:
        return replace(JOB, state=state)

    assert told(JobAdded(at(JobState.WAITING))) == []
    assert told(JobChanged(at(JobState.RUNNING))) == ["Start"]
    assert told(JobChanged(at(JobState.RUNNING))) == []
    assert told(JobChanged(at(JobState.PAUSED))) == ["Pause"]
    assert told(JobChanged(at(JobState.RUNNING))) == ["Start"]
    assert told(JobChanged(at(JobState.FINISHING))) == []
    assert told(JobChanged(at(JobState.RUNNING))) == []
    assert told(JobChanged(at(JobState.DONE))) == ["Complete"]
    assert told(JobRemoved(JOB.job_id)) == []
    assert told(JobAdded(at(JobState.PAUSED))) == []
    assert told(JobRemoved(JOB.job_id)) == ["Stop"]


def test_the_token_is_taken_off_and_must_be_right() -> None:
    gate = Gate("secret")
    assert gate.take_token(["token:secret", 1]) == [1]
    for params in ([], ["token:wrong"], ["secret"], [5], ["token:"], ["token:sécret"]):
        with pytest.raises(RpcError, match=r"^Unauthorized$"):
            gate.take_token(list(params))
    assert Gate(None).take_token(["token:any", 1]) == [1]
    assert Gate(None).take_token([["http://h"]]) == [["http://h"]]


@pytest.mark.parametrize(
    ("host", "admitted"),
    [
        ("127.0.0.1:6800", True),
        ("localhost:6800", True),
        ("[::1]:6800", True),
        ("192.168.1.5:6800", True),
        ("nas.local:6800", True),
        ("evil.example:6800", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
        (None, False),
    ],
)
def test_a_rebound_name_is_not_ours(host: str | None, admitted: bool) -> None:
    assert Gate("s", hosts=frozenset({"nas.local"})).admits_host(host) is admitted


def test_pages_need_leave_and_programs_do_not() -> None:
    gate = Gate("s", origins=frozenset({"http://localhost:8080"}))
    assert gate.admits_origin(None)
    assert gate.admits_origin("http://localhost:8080")
    assert gate.admits_origin("chrome-extension://abcdef")
    assert not gate.admits_origin("https://evil.example")
    assert not gate.admits_origin("null")
    assert gate.admits_origin("http://127.0.0.1:6800", "127.0.0.1:6800")
    assert not gate.admits_origin("http://127.0.0.1:8080", "127.0.0.1:6800")
    assert not Gate(None).admits_origin("chrome-extension://abcdef")
    assert Gate(None, origins=frozenset({"*"})).admits_origin("https://any.example")
    assert not gate.admits_fetch("cross-site", None)
    assert gate.admits_fetch("none", None)
    assert gate.admits_fetch(None, None)
