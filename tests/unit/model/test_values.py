"""Sources, jobs, channels and errors as values."""

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

from headwater import model
from headwater.model import channel, job
from headwater.model.channel import ChannelState
from headwater.model.errors import Retry, SourceError
from headwater.model.job import JobState
from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec, Support, Validator


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


@pytest.mark.parametrize("module", [each.name for each in pkgutil.iter_modules(model.__path__)])
def test_every_value_is_frozen_and_slotted(module: str) -> None:
    """What two layers hold at once, neither may change, nor hang anything of its own on."""
    loaded = importlib.import_module(f"{model.__name__}.{module}")
    for name, kind in inspect.getmembers(loaded, dataclasses.is_dataclass):
        if kind.__module__ == loaded.__name__:
            assert vars(kind)["__dataclass_params__"].frozen, name
            assert "__slots__" in vars(kind), name


def test_of_a_source_that_gave_no_answer_nothing_is_claimed() -> None:
    told = SourceProbe("https://a.example/x", error="a.example does not answer.")
    assert (told.size_bytes, told.ranges, told.validator, told.checksums) == (None, Support.UNKNOWN, Validator(), ())


def test_what_is_no_address_has_no_host() -> None:
    """Whoever asks for it says so in a sentence; listing it must not end in an error."""
    spec = SourceSpec("http://[::1")
    assert (spec.host, spec.scheme) == ("", "")
