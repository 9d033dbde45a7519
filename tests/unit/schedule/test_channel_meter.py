"""The meters: what counts as throughput, what as latency, and what changes an estimate."""

from math import exp, inf, isclose
from random import Random

import pytest

from headwater.schedule.channel_meter import (
    LatencyMeter,
    RateMeter,
    RateSpread,
    slow_start_s,
    transfer_s,
    window_rate,
)


def flow(meter: RateMeter, start_s: float, seconds: float, rate: float) -> float:
    """Let bytes come evenly, reported and sampled ten times a second; returns the time after."""
    for step in range(round(seconds * 10)):
        meter.take(int(rate / 10), start_s + (step + 1) / 10)
        meter.advance(start_s + (step + 1) / 10)
    return start_s + seconds


def test_waiting_for_the_first_byte_is_no_slow_throughput() -> None:
    meter = RateMeter()
    meter.advance(5.0)
    assert meter.rate is None
    meter.begin_body(5.0)
    flow(meter, 5.0, 1.0, 1000)
    assert meter.rate == pytest.approx(1000)


def test_the_time_between_two_bodies_does_not_count() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    flow(meter, 0.0, 1.0, 1000)
    meter.end_body(1.0)
    assert not meter.is_in_body
    assert meter.body_s(9.0) == pytest.approx(1.0)
    meter.begin_body(9.0)
    flow(meter, 9.0, 1.0, 1000)
    assert meter.rate == pytest.approx(1000)
    assert meter.body_s(10.0) == pytest.approx(2.0)


def test_two_bodies_at_once_are_one_time() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    meter.begin_body(0.0)
    meter.end_body(1.0)
    assert meter.is_in_body
    meter.end_body(2.0)
    assert meter.body_s(3.0) == pytest.approx(2.0)


def test_the_first_sample_counts_in_full() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    flow(meter, 0.0, 0.1, 5000)
    assert meter.measured == pytest.approx(5000)
    assert meter.hopeful == pytest.approx(5000)


def test_the_rate_is_the_lower_of_both_averages() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    now = flow(meter, 0.0, 5.0, 1000)
    flow(meter, now, 0.3, 700)
    rate, hopeful = meter.rate, meter.hopeful
    assert rate is not None
    assert hopeful is not None
    assert 700 < rate < hopeful < 1000


@pytest.mark.parametrize("changed", [300.0, 2000.0])
def test_four_samples_far_from_the_rate_restart_it(changed: float) -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    now = flow(meter, 0.0, 5.0, 1000)
    now = flow(meter, now, 0.3, changed)
    assert not isclose(meter.rate or 0, changed, rel_tol=0.05)
    flow(meter, now, 0.1, changed)
    assert meter.rate == pytest.approx(changed, rel=0.05)


def test_silence_is_a_sample_too() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    now = flow(meter, 0.0, 2.0, 1000)
    flow(meter, now, 0.5, 0)
    assert (meter.rate or 0) < 1


@pytest.mark.parametrize(("still_s", "is_remembered"), [(2.0, True), (0.5, False)])
def test_who_stood_still_for_long_is_believed_to_go_on_as_before(still_s: float, is_remembered: bool) -> None:
    """A moment without bytes is a slow moment; who comes back after a while comes back whole."""
    meter = RateMeter()
    meter.begin_body(0.0)
    now = flow(meter, 0.0, 3.0, 8e6)
    now = flow(meter, now, still_s, 0.0)
    assert meter.rate is not None
    assert meter.rate < 4e6
    flow(meter, now, 0.1, 8e6)
    assert (meter.rate == pytest.approx(8e6)) == is_remembered


def test_who_never_brought_anything_has_nothing_to_go_back_to() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    now = flow(meter, 0.0, 2.0, 0.0)
    flow(meter, now, 0.1, 8e6)
    assert meter.rate is not None
    assert meter.rate < 1e6


def test_limited_bytes_never_enter() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    now = flow(meter, 0.0, 1.0, 1000)
    for step in range(20):
        meter.take(1, now + step / 10, limited=True)
        meter.advance(now + step / 10)
    assert meter.rate == pytest.approx(1000)


def test_slow_start_may_only_raise_the_estimate() -> None:
    meter = RateMeter()
    meter.begin_body(0.0)
    flow(meter, 0.0, 1.0, 1000)
    meter.take(10, 1.1)
    assert meter.advance(1.1, may_only_rise=True)
    assert meter.rate == pytest.approx(1000)
    meter.take(500, 1.2)
    meter.advance(1.2, may_only_rise=True)
    assert (meter.rate or 0) > 1000


def test_a_seed_holds_until_the_first_sample() -> None:
    meter = RateMeter(seed=700.0)
    assert (meter.rate, meter.hopeful, meter.measured) == (700.0, 700.0, None)
    meter.begin_body(0.0)
    flow(meter, 0.0, 0.2, 100)
    assert meter.rate == pytest.approx(100)
    assert "100 B/s" in repr(meter)


def test_a_connection_gives_a_first_guess_of_the_latency() -> None:
    meter = LatencyMeter()
    assert meter.patience_s is None
    meter.seed(0.0)
    assert meter.patience_s is None
    meter.seed(0.3)
    meter.seed(9.0)
    assert meter.mean_s == 0.3


def test_the_least_latency_is_a_first_bytes_and_no_connections() -> None:
    """A server that is reached at once may think for long, and a proxy near by may fetch from far away."""
    meter = LatencyMeter()
    meter.seed(0.001)
    assert meter.least_s == 0.001
    for latency_s in (0.05, 0.04, 0.06):
        meter.push(latency_s)
    assert meter.least_s == 0.04


def test_latency_follows_rfc_6298() -> None:
    meter = LatencyMeter(0.3)
    meter.push(0.1)
    assert (meter.mean_s, meter.deviation_s) == (0.1, 0.05)
    meter.push(0.2)
    assert meter.mean_s == pytest.approx(0.1125)
    assert meter.deviation_s == pytest.approx(0.05 + (0.1 - 0.05) / 4)
    assert meter.patience_s == pytest.approx(0.1125 + 4 * meter.deviation_s)
    assert "0.11" in repr(meter)


def test_a_window_doubles_each_latency() -> None:
    assert window_rate(0.0, 0.1) == pytest.approx(146_000)
    assert window_rate(0.3, 0.1) == pytest.approx(8 * 146_000)


def test_transfers_grow_and_then_go_on_evenly() -> None:
    assert transfer_s(1000, 100.0, 1.0, 100.0) == 10.0
    steps, sent, rate = 100_000, 0.0, 100.0
    for step in range(steps):
        sent += min(400.0, rate * 2 ** (step * 5 / steps)) * 5 / steps
    assert transfer_s(sent, 100.0, 1.0, 400.0) == pytest.approx(5.0, rel=1e-3)
    assert transfer_s(100.0, 100.0, 1.0, inf) < 1.0


def test_slow_start_takes_a_latency_a_doubling() -> None:
    assert slow_start_s(14_600 * 8 / 0.1, 0.1) == pytest.approx(0.3)
    assert slow_start_s(1.0, 0.1) == 0.0


def spread_of(*rates: float) -> RateSpread:
    """What a second at each of these rates shows, looked at ten times a second."""
    spread, received = RateSpread(), 0.0
    for second, rate in enumerate(rates):
        for tenth in range(1, 11):
            received += rate / 10
            spread.look(round(received), second + tenth / 10 + 1e-9)
    return spread


def test_a_rate_that_varies_shows_by_how_much() -> None:
    chance = Random(5)
    spread = spread_of(*(1e6 * exp(chance.gauss(0.0, 0.3)) for _ in range(40)))
    assert spread.sigma == pytest.approx(0.3, rel=0.35)


def test_a_steady_rate_and_one_that_changed_once_do_not_vary() -> None:
    assert spread_of(*[1e6] * 12).sigma == pytest.approx(0.0, abs=1e-3)
    once = spread_of(*[1e6] * 4, *[4e6] * 30).sigma
    assert once is not None
    assert once < 0.25


def test_too_little_says_nothing_of_how_a_rate_varies() -> None:
    assert spread_of(1e6, 2e6, 1e6).sigma is None


def test_what_something_else_held_back_does_not_count() -> None:
    spread = RateSpread()
    for second in range(1, 40):
        spread.look(1_000_000 * second, float(second), counts=second % 3 == 0)
    assert spread.sigma is None, "no two seconds that count follow each other"


def test_jitter_is_what_an_even_spread_above_the_least_would_be() -> None:
    chance = Random(3)
    meter = LatencyMeter()
    for _ in range(200):
        meter.push(0.1 + 0.2 * chance.random())
    assert meter.jitter_s == pytest.approx(0.2, rel=0.35)
    steady = LatencyMeter()
    for _ in range(10):
        steady.push(0.1)
    assert steady.jitter_s == pytest.approx(0.0)


def test_a_spread_shows_what_it_knows() -> None:
    assert repr(RateSpread()) == "<RateSpread None after 0 comparisons>"
