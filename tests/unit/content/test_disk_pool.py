"""The pool's bound holds with a disk that does not move, and everything that was begun is accounted for."""

import asyncio
import threading

import pytest
from tests.fakes.storehouse import turns

from headwater.content.disk_pool import ByteBudget, DiskPool


async def test_callers_wait_while_the_queue_is_full_and_go_on_when_a_function_ends() -> None:
    disk = DiskPool(threads=1, queue_bytes=100)
    gate = threading.Event()
    tasks = [asyncio.create_task(disk.run(60, gate.wait)) for _ in range(5)]
    await turns()
    assert disk.budget.held_bytes == 120, "the second passes the limit by its own size, the third waits"
    gate.set()
    assert all(await asyncio.gather(*tasks))
    assert disk.budget.held_bytes == 0
    assert disk.budget.peak_bytes == 120
    await disk.close()


async def test_a_cancelled_caller_leaves_its_bytes_held_until_the_thread_is_done() -> None:
    disk = DiskPool(threads=1, queue_bytes=100)
    gate = threading.Event()
    task = asyncio.create_task(disk.run(60, gate.wait))
    await turns()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert disk.budget.held_bytes == 60
    gate.set()
    await disk.close()
    await turns()
    assert disk.budget.held_bytes == 0


async def test_what_a_function_raises_reaches_its_caller() -> None:
    disk = DiskPool(threads=1)

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await disk.run(1, fail)
    assert disk.budget.held_bytes == 0
    await disk.close()
    with pytest.raises(RuntimeError):
        await disk.run(1, fail)
    assert disk.budget.held_bytes == 0


async def test_readers_do_not_wait_behind_writes_nor_behind_a_sync() -> None:
    disk = DiskPool(threads=1)
    gate = threading.Event()
    write = asyncio.ensure_future(disk.submit(gate.wait))
    sync = asyncio.ensure_future(disk.submit_sync(gate.wait))
    assert await disk.submit_read(lambda: "read") == "read"
    assert not write.done()
    assert not sync.done()
    gate.set()
    await asyncio.gather(write, sync)
    await disk.close()


async def test_a_waiter_that_gave_up_does_not_swallow_the_room_of_the_next() -> None:
    budget = ByteBudget(10)
    budget.take(10)
    first, second = asyncio.create_task(budget.room()), asyncio.create_task(budget.room())
    await turns()
    first.cancel()
    await turns()
    budget.give_back(10)
    await second
    with pytest.raises(ValueError, match="more bytes given back"):
        budget.give_back(1)
