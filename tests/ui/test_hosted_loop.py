"""asyncio's loop hosted by Qt's: callbacks, timers, sockets and threads are asyncio's, and both get their turns."""

import asyncio
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from tests.fakes.waiting import PATIENCE_S, until

from headwater_ui import hosted_loop
from headwater_ui.hosted_loop import make_loop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere qasync hosts the loop")


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    with closing(make_loop(qapp)) as made:
        yield made


def test_callbacks_come_in_order_and_each_run_ends_where_its_work_does(loop: asyncio.AbstractEventLoop) -> None:
    seen: list[str] = []

    async def work(name: str) -> str:
        loop.call_soon(seen.append, f"{name} soon")
        loop.call_later(0.002, seen.append, f"{name} later")
        await asyncio.sleep(0)
        seen.append(name)
        await asyncio.sleep(0.01)
        return name

    assert [loop.run_until_complete(work(name)) for name in ("one", "two")] == ["one", "two"]
    assert seen == ["one soon", "one", "one later", "two soon", "two", "two later"]
    assert not loop.is_running()


def test_what_qt_calls_reaches_asyncio_while_nothing_else_happens(loop: asyncio.AbstractEventLoop) -> None:
    async def wait() -> asyncio.AbstractEventLoop:
        told: asyncio.Future[asyncio.AbstractEventLoop] = loop.create_future()
        QTimer.singleShot(5, lambda: told.set_result(asyncio.get_running_loop()))
        return await told

    assert loop.run_until_complete(asyncio.wait_for(wait(), PATIENCE_S)) is loop


def test_a_timer_set_by_qt_is_kept(loop: asyncio.AbstractEventLoop) -> None:
    async def wait() -> float:
        rung: asyncio.Future[float] = loop.create_future()
        began_s = loop.time()
        QTimer.singleShot(0, lambda: loop.call_later(0.02, lambda: rung.set_result(loop.time() - began_s)))
        return await rung

    assert loop.run_until_complete(asyncio.wait_for(wait(), PATIENCE_S)) >= 0.02


def test_an_earlier_timer_overtakes_and_a_cancelled_one_never_rings(loop: asyncio.AbstractEventLoop) -> None:
    rung: list[str] = []

    async def wait() -> None:
        loop.call_later(0.04, rung.append, "late")
        loop.call_later(0.01, rung.append, "cancelled").cancel()
        await asyncio.sleep(0)
        QTimer.singleShot(0, lambda: loop.call_later(0.005, rung.append, "early"))
        await asyncio.sleep(0.08)

    loop.run_until_complete(wait())
    assert rung == ["early", "late"]


def test_sockets_carry_bytes_and_their_pauses(loop: asyncio.AbstractEventLoop) -> None:
    ours, theirs = socket.socketpair()
    sent = bytes(range(256)) * 4096

    async def carry() -> bytes:
        reader, writer = await asyncio.open_connection(sock=ours, limit=4096)  # so that the stream pauses its socket
        other = await asyncio.open_connection(sock=theirs)
        other[1].write(sent)
        other[1].write_eof()
        got = await reader.read()
        for end in (writer, other[1]):
            end.close()
            await end.wait_closed()
        return got

    assert loop.run_until_complete(asyncio.wait_for(carry(), PATIENCE_S)) == sent


def test_threads_wake_it(loop: asyncio.AbstractEventLoop) -> None:
    async def work() -> int:
        return await asyncio.to_thread(threading.get_ident)

    assert loop.run_until_complete(asyncio.wait_for(work(), PATIENCE_S)) != threading.get_ident()
    loop.run_until_complete(loop.shutdown_default_executor())


def test_children_can_be_waited_for(loop: asyncio.AbstractEventLoop) -> None:
    async def run() -> int:
        child = await asyncio.create_subprocess_exec(sys.executable, "-I", "-S", "-c", "raise SystemExit(7)")
        return await child.wait()

    asyncio.set_event_loop(loop)
    try:
        assert loop.run_until_complete(asyncio.wait_for(run(), PATIENCE_S)) == 7
    finally:
        asyncio.set_event_loop(None)


def test_qt_has_its_turns_while_asyncio_is_busy(loop: asyncio.AbstractEventLoop) -> None:
    left = 5

    def beat() -> None:
        nonlocal left
        left -= 1
        if not left:
            loop.stop()

    def spin() -> None:
        if left:
            loop.call_soon(spin)

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(0)
    loop.call_soon(spin)
    loop.run_forever()
    timer.stop()
    assert left == 0


def test_what_is_due_together_lets_qt_have_its_turns_in_between(
    loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosted_loop, "_MOST_IN_A_ROW_S", 0.0)
    called: list[int] = []
    seen_by_qt: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: seen_by_qt.append(len(called)))
    timer.start(0)
    for number in range(400):
        loop.call_soon(called.append, number)
    loop.call_soon(loop.stop)
    loop.run_forever()
    timer.stop()
    assert called == list(range(400)), "all of them, in order"
    assert max(after - before for before, after in pairwise([0, *seen_by_qt, 400])) <= 40


def test_sockets_that_are_always_ready_are_served_in_turn(loop: asyncio.AbstractEventLoop) -> None:
    pairs = [socket.socketpair() for _ in range(50)]
    served = [0] * len(pairs)

    def serve(number: int) -> None:
        pairs[number][0].recv(1)
        served[number] += 1
        if served[number] == 5:
            loop.stop()

    for number, (ours, theirs) in enumerate(pairs):
        theirs.send(bytes(5))
        loop.add_reader(ours, serve, number)
    loop.run_forever()
    for ours, theirs in pairs:
        loop.remove_reader(ours)
        ours.close()
        theirs.close()
    assert max(served) - min(served) <= 1


def test_no_socket_is_due_again_before_it_is_served(loop: asyncio.AbstractEventLoop) -> None:
    """A long line of callbacks must not grow by those who stand in it already: a busy loop would never catch up."""
    pairs = [socket.socketpair() for _ in range(50)]
    served: list[int] = []

    def serve(number: int) -> None:
        pairs[number][0].recv(1)  # raises where nothing is left to take
        served.append(number)
        if len(served) == len(pairs):
            loop.call_later(0.005, loop.stop)

    faults: list[object] = []
    loop.set_exception_handler(lambda _, context: faults.append(context["exception"]))
    for number, (ours, theirs) in enumerate(pairs):
        ours.setblocking(False)
        theirs.send(b"x")
        loop.add_reader(ours, serve, number)
    for _ in range(1000):
        loop.call_soon(len, served)
    loop.run_forever()
    for ours, theirs in pairs:
        loop.remove_reader(ours)
        ours.close()
        theirs.close()
    assert not faults
    assert sorted(served) == list(range(50))


def test_callbacks_that_never_end_leave_sockets_their_turn(loop: asyncio.AbstractEventLoop) -> None:
    ours, theirs = socket.socketpair()

    def spin() -> None:
        if not told:
            loop.call_soon(spin)

    def hear() -> None:
        ours.recv(1)
        told.append(True)
        loop.stop()

    told: list[bool] = []
    with ours, theirs:
        loop.add_reader(ours, hear)
        for _ in range(100):
            loop.call_soon(spin)
        theirs.send(b"x")
        loop.run_forever()
        loop.remove_reader(ours)
    assert told


def test_asyncio_goes_on_in_a_loop_that_qt_runs_itself(loop: asyncio.AbstractEventLoop) -> None:
    """As while a person drags something: the loop within has its own end, which asyncio brings about here."""
    inner = QEventLoop()
    seen: list[str] = []

    def enter() -> None:
        inner.exec()
        seen.append("left")

    async def work() -> None:
        QTimer.singleShot(0, enter)
        await until(inner.isRunning, "Qt runs a loop of its own")
        await asyncio.sleep(0.005)
        seen.append("within")
        inner.quit()
        await until(lambda: len(seen) == 2, "that loop ends")

    loop.run_until_complete(asyncio.wait_for(work(), PATIENCE_S))
    assert seen == ["within", "left"]


def test_a_loop_that_a_callback_runs_holds_asyncio_back_and_harms_nothing(loop: asyncio.AbstractEventLoop) -> None:
    seen: list[str] = []
    ours, theirs = socket.socketpair()

    async def work() -> None:
        loop.add_reader(ours, lambda: seen.append(ours.recv(1).decode()))
        inner = QEventLoop()
        QTimer.singleShot(10, inner.quit)
        theirs.send(b"x")
        loop.call_soon(seen.append, "behind")
        inner.exec()
        seen.append("left")
        await until(lambda: len(seen) == 3, "asyncio has done what waited")
        loop.remove_reader(ours)

    with ours, theirs:
        loop.run_until_complete(asyncio.wait_for(work(), PATIENCE_S))
    assert seen[0] == "left"
    assert sorted(seen[1:]) == ["behind", "x"]


def test_an_interrupt_gets_out(loop: asyncio.AbstractEventLoop) -> None:
    async def wait() -> None:
        loop.call_soon(signal.raise_signal, signal.SIGINT)
        await asyncio.sleep(PATIENCE_S)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    task = loop.create_task(wait())
    try:
        with pytest.raises(KeyboardInterrupt):
            loop.run_until_complete(task)
    finally:
        signal.signal(signal.SIGINT, before)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        loop.run_until_complete(task)


def test_it_stops_when_told(loop: asyncio.AbstractEventLoop) -> None:
    QTimer.singleShot(1, loop.stop)
    loop.run_forever()
    loop.call_soon(loop.stop)
    loop.run_forever()
    assert "still" in repr(loop)
