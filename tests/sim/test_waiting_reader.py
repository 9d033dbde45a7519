"""A reader that jumps about waits little longer than no scheduler could beat: (bytes / rates) + a latency a jump."""

from itertools import pairwise

import pytest

from headwater.model.spans import Span
from headwater.simulation.scenario import Scenario, parse_scenario

from .jumping_reader import Wait, read_while_it_comes

KIB = 1024
MIB = 1024 * 1024

#: What the first mebibytes of a reader may cost the download (s).
BEGINNING_S = 0.6

Source = tuple[float, float]
EQUAL: tuple[Source, ...] = ((1e6, 0.05),) * 4
MIXED: tuple[Source, ...] = ((4e6, 0.03), (2e6, 0.08), (0.5e6, 0.15), (0.2e6, 0.05))
FAST: tuple[Source, ...] = ((40e6, 0.02), (20e6, 0.05), (30e6, 0.03))
FAR: tuple[Source, ...] = ((10e6, 0.2), (10e6, 0.3), (10e6, 0.15))


def net(size_bytes: int, sources: tuple[Source, ...]) -> Scenario:
    lines = [f"size_bytes = {size_bytes}"]
    for rate, latency_s in sources:
        lines += ["[[source]]", f"rate_bytes_per_s = {rate}", f"latency_s = {latency_s}"]
    return parse_scenario("\n".join(lines))


def at(offset: int, size: int) -> Span:
    return Span(offset, offset + size)


FILM = [at(0, 64 * KIB), at(64 * KIB, 256 * KIB), *(at((320 + 32 * i) * KIB, 32 * KIB) for i in range(20))]
PLAYER = [at(0, 64 * KIB), at(64 * KIB, 200 * KIB), *(at((264 + 32 * i) * KIB, 32 * KIB) for i in range(60))]
INDEX_LAST = [at(0, 64 * KIB), at(38 * MIB, 300 * KIB), *(at((64 + 32 * i) * KIB, 32 * KIB) for i in range(10))]
ARCHIVE = [at(0, 64 * KIB), at(40 * MIB - 64 * KIB, 64 * KIB), at(40 * MIB - 128 * KIB, 64 * KIB)]
PAGES = [
    at(40 * MIB - 16 * KIB, 16 * KIB),
    at(40 * MIB - 80 * KIB, 64 * KIB),
    at(28 * MIB, 32 * KIB),
    at(29 * MIB, 16 * KIB),
    at(35 * MIB, 300 * KIB),
]
LONG_INDEX = [at(0, 64 * KIB), *(at(33 * MIB + i * 256 * KIB, 256 * KIB) for i in range(24))]
SEEK = [at(30 * MIB, 64 * KIB), at(31 * MIB, 300 * KIB), at(33 * MIB, 2 * MIB)]
FAR_SEEK = [at(300 * MIB, 64 * KIB), at(310 * MIB, 300 * KIB), at(330 * MIB, 2 * MIB)]


def ideal_s(waits: list[Wait], sources: tuple[Source, ...]) -> float:
    """What the reads would take were nothing else under way: all rates together, and a latency for each jump."""
    jumps = sum(before.span.end != after.span.start for before, after in pairwise(waits)) + 1
    opening = 1 if waits[0].began_s == 0 else 0
    size_bytes = sum(wait.span.size for wait in waits)
    return size_bytes / sum(r for r, _ in sources) + (jumps + opening) * min(s for _, s in sources)


@pytest.mark.parametrize(
    ("sources", "spans", "starts_s", "factor"),
    [
        pytest.param(EQUAL, FILM, 0.0, 2.0, id="film"),
        pytest.param(EQUAL, INDEX_LAST, 0.0, 2.0, id="film with its index last"),
        pytest.param(EQUAL, PLAYER, 0.12, 2.0, id="film opened while the first requests are under way"),
        pytest.param(EQUAL, INDEX_LAST, 0.12, 2.7, id="film with its index last, opened as early"),
        pytest.param(EQUAL, LONG_INDEX, 0.0, 1.7, id="film with a long index"),
        pytest.param(EQUAL, ARCHIVE, 0.0, 2.5, id="archive"),
        pytest.param(EQUAL, PAGES, 3.0, 2.7, id="pages of a download under way"),
        pytest.param(EQUAL, SEEK, 3.0, 2.0, id="seek in a download under way"),
        pytest.param(MIXED, SEEK, 2.0, 2.7, id="unequal sources"),
        pytest.param(FAST, FAR_SEEK, 1.0, 3.5, id="fast sources"),
        pytest.param(FAR, SEEK, 1.0, 3.0, id="far sources, still growing"),
    ],
)
def test_a_reader_that_jumps_waits_little(
    sources: tuple[Source, ...], spans: list[Span], starts_s: float, factor: float
) -> None:
    waits, _ = read_while_it_comes(net((400 if sources is FAST else 40) * MIB, sources), spans, starts_s)
    assert len(waits) == len(spans)
    assert sum(wait.took_s for wait in waits) < factor * ideal_s(waits, sources)


def test_a_jump_costs_the_download_little() -> None:
    scenario = net(40 * MIB, EQUAL)
    _, undisturbed_s = read_while_it_comes(scenario, [], 0.0)
    _, disturbed_s = read_while_it_comes(scenario, PAGES, 3.0)
    assert disturbed_s < 1.1 * undisturbed_s


def test_a_long_read_in_order_costs_the_download_nothing_after_its_beginning() -> None:
    scenario = net(40 * MIB, EQUAL)
    _, undisturbed_s = read_while_it_comes(scenario, [], 0.0)
    _, read_s = read_while_it_comes(scenario, [at(i * MIB // 4, MIB // 4) for i in range(160)], 0.0)
    assert read_s < undisturbed_s + BEGINNING_S
