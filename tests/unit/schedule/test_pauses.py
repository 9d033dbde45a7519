"""What others may count on of a source whose requests are followed by pauses."""

import pytest
from tests.unit.schedule.desk import profile

from headwater.schedule.source_record import LEAST_FLOWING, SourceRecord


@pytest.mark.parametrize(("flowing_tenths", "part"), [(10, 1.0), (9.8, 1.0), (6, 0.6), (0.5, LEAST_FLOWING)], ids=str)
def test_who_counts_on_a_source_counts_its_pauses(flowing_tenths: float, part: float) -> None:
    """It brings 1 MB/s while it flows, and pauses each second; pauses that are hardly felt are chance, and one that
    hardly flowed may flow again at any time."""
    record = SourceRecord(profile(0))
    assert record.clock_rate == 0.0
    record.is_ramped = True
    flows_s = flowing_tenths / 10
    for second in range(20):
        record.rate.begin_body(second)
        record.rate.take(int(1e6 * flows_s), second + flows_s)
        record.rate.end_body(second + flows_s)
        record.sample(second + 1.0, 1.0)
    assert record.known_rate == pytest.approx(1e6)
    assert record.clock_rate == pytest.approx(part * record.known_rate)


def test_pauses_of_a_source_that_still_grows_are_not_counted() -> None:
    record = SourceRecord(profile(0))
    record.rate.begin_body(0.0)
    record.rate.take(100_000, 0.1)
    record.rate.end_body(0.1)
    record.sample(1.0, 1.0)
    assert record.clock_rate == record.known_rate > 0.0
