"""Memory is used again when nobody can see it any more, and never before."""

from headwater.channels.read_buffers import SIZES, ReadBuffers


def test_a_buffer_that_is_seen_is_not_lent_again() -> None:
    buffers = ReadBuffers()
    first = buffers.take(SIZES[0])
    part = memoryview(first)[10:20]
    assert buffers.take(SIZES[0]) is not first
    part.release()
    assert any(buffers.take(SIZES[0]) is first for _ in range(2))


def test_a_slice_of_a_slice_keeps_a_buffer() -> None:
    buffers = ReadBuffers()
    first = buffers.take(SIZES[1])
    kept = memoryview(first)[:100][5:]
    for _ in range(3):
        assert buffers.take(SIZES[1]) is not first
    assert len(kept) == 95


def test_what_is_lent_keeps_its_length_and_its_bytes() -> None:
    buffers = ReadBuffers()
    first = buffers.take(SIZES[0])
    first[-1] = 7
    assert buffers.take(SIZES[0]) is first
    assert len(first) == SIZES[0]
    assert first[-1] == 7


def test_large_buffers_are_few() -> None:
    buffers = ReadBuffers()
    seen = [memoryview(buffers.take(SIZES[-1])) for _ in range(100)]
    sizes = [len(view) for view in seen]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes.count(SIZES[-1]) == 8
    assert sum(sizes) <= 32 * 1024**2
    seen.clear()
    assert [len(buffers.take(SIZES[-1])) for _ in range(8)] == [SIZES[-1]] * 8
