"""Sources, jobs, channels and errors as values."""

import pytest

from headwater.model import channel, job
from headwater.model.channel import ChannelState
from headwater.model.errors import Retry, SourceError
from headwater.model.job import JobState
from headwater.model.source import SourceSpec, Validator


def test_a_source_names_its_host_without_credentials() -> None:
    spec = SourceSpec("HTTPS://user:secret@Mirror.Example.org:8443/a/b.iso")
    assert spec.host == "mirror.example.org:8443"
    assert spec.scheme == "https"


@pytest.mark.parametrize(
    ("validator", "is_strong"),
    [
        (Validator('"a"'), True),
        (Validator('W/"a"'), False),
        (Validator(None, "Mon, 01 Jan 2024 00:00:00 GMT"), True),
        (Validator(), False),
    ],
)
def test_only_strong_validators_may_guard_a_range(validator: Validator, is_strong: bool) -> None:
    assert validator.is_strong is is_strong


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        (Validator('"a"'), Validator('W/"a"'), True),
        (Validator('"a"'), Validator('"b"'), False),
        (Validator(None, "then"), Validator(None, "now"), False),
        (Validator(None, "then"), Validator(None, "then"), True),
        (Validator('"a"'), Validator(None, "now"), True),
    ],
)
def test_validators_disagree_only_where_both_say_something(left: Validator, right: Validator, agree: bool) -> None:
    assert left.agrees_with(right) is agree


def test_a_source_error_says_what_to_do_next() -> None:
    error = SourceError("busy", retry=Retry.LATER, status=503, retry_after_s=2.0, wants_fresh_url=True)
    assert (str(error), error.retry, error.status, error.retry_after_s, error.wants_fresh_url) == (
        "busy",
        Retry.LATER,
        503,
        2.0,
        True,
    )


def test_every_state_has_its_transitions_and_ends_are_ends() -> None:
    assert set(channel.TRANSITIONS) == set(ChannelState)
    assert channel.TRANSITIONS[ChannelState.CLOSED] == frozenset()
    assert set(job.TRANSITIONS) == set(JobState)
    assert job.TRANSITIONS[JobState.DONE] == frozenset()
