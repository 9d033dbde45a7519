"""What holds for every test: no internet, nothing left behind, no error that nobody looked at; and the mirror lab.

Unexpected warnings fail by `filterwarnings = error` in `pyproject.toml` (an unclosed socket or file is one).
Guards here are cheap, so that they run around every single test. Hypothesis makes up the same examples every time, and
no clock judges them: `--hypothesis-profile=search` looks for new ones, and what it finds becomes a test with a name.
"""

import asyncio
import functools
import inspect
import ipaddress
import logging
import shutil
import signal
import socket
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, settings
from tests.fakes.waiting import PATIENCE_S

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import Sample
from headwater.lab.shaping import MirrorBehaviour

# How long an example takes says how busy the computer is, and nothing of what is tested.
_unhurried = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", _unhurried)
settings.register_profile("repeatable", _unhurried, derandomize=True)
settings.load_profile("repeatable")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell's job in the background ignores interrupts, and so would every program that a test starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)

#: Names that stand for no host by RFC 6761: tests of failing look-ups use them.
_NOWHERE = (".invalid", ".test", ".example")


class InternetInTestError(BaseException):
    """A test wanted to leave this computer. Not an `Exception`, so that no code under test takes it for a failure."""


def _is_loopback(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket's path
    host = str(address[0])
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections and datagrams go to loopback only; names other than localhost are not looked up."""

    def guarded(method: str) -> None:
        real = getattr(socket.socket, method)

        @functools.wraps(real)
        def call(self: socket.socket, *args: Any) -> Any:
            address = args[-1]
            if not _is_loopback(address):
                raise InternetInTestError(f"{method} to {address}")
            return real(self, *args)

        monkeypatch.setattr(socket.socket, method, call)

    for method in ("connect", "connect_ex", "sendto"):
        guarded(method)
    real_getaddrinfo = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is None or _is_loopback((name, 0)):
            return real_getaddrinfo(host, *args, **kwargs)
        if name.endswith(_NOWHERE):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        raise InternetInTestError(f"look-up of {name}")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


class _Errors(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(self.format(record))


@pytest.fixture(autouse=True)
def _no_unseen_error() -> Iterator[None]:
    """What asyncio and qasync only log (an exception that nobody retrieved, a task destroyed) fails the test."""
    errors = _Errors()
    loggers = [logging.getLogger(name) for name in ("asyncio", "qasync")]
    for logger in loggers:
        logger.addHandler(errors)
    yield
    for logger in loggers:
        logger.removeHandler(errors)
    if errors.messages:
        pytest.fail("logged and not looked at:\n" + "\n".join(errors.messages), pytrace=False)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A thread that a test started has ended with it (one that is about to end is given the time)."""
    before = set(threading.enumerate())
    yield
    until_s = time.monotonic() + PATIENCE_S
    for thread in threading.enumerate():
        # Foreign threads (Qt's, FFmpeg's) show up as dummies and can be neither joined nor blamed.
        if thread not in before and not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, until_s - time.monotonic()))
            if thread.is_alive():
                pytest.fail(f"left running: {thread}", pytrace=False)


def _is_servers(task: asyncio.Task[Any]) -> bool:
    """Whether a task serves a connection of an aiohttp server, which ends with its server."""
    return "RequestHandler." in getattr(task.get_coro(), "__qualname__", "")


def _checked(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """`test`, failing when tasks that it started are left at its end (those about to end are awaited)."""

    @functools.wraps(test)
    async def run(*args: Any, **kwargs: Any) -> None:
        before = asyncio.all_tasks()
        await test(*args, **kwargs)
        left = {task for task in asyncio.all_tasks() - before if not _is_servers(task)}
        if left:
            _, left = await asyncio.wait(left, timeout=PATIENCE_S)
        if left:
            pytest.fail(f"left running: {left}", pytrace=False)

    return run


@pytest.fixture(autouse=True)
def _no_task_left(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest-asyncio cancels what is left without a word; here it fails."""
    test = getattr(request.node, "obj", None)
    if inspect.iscoroutinefunction(test) and not hasattr(test, "hypothesis"):
        monkeypatch.setattr(request.node, "obj", _checked(test))


class LabMaker(Protocol):
    """Starts a mirror lab that ends with the test: `lab = await mirror_lab([MirrorBehaviour(...)], sample)`."""

    async def __call__(
        self, behaviours: Sequence[MirrorBehaviour], sample: Sample | None = None, *, path: str = "/sample.bin"
    ) -> MirrorLab: ...


@pytest.fixture
async def mirror_lab() -> AsyncIterator[LabMaker]:
    async with AsyncExitStack() as stack:

        async def make(
            behaviours: Sequence[MirrorBehaviour], sample: Sample | None = None, *, path: str = "/sample.bin"
        ) -> MirrorLab:
            return await stack.enter_async_context(MirrorLab(behaviours, sample, path=path))

        yield make


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder of its own on another disk than `tmp_path`."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this computer has no second disk that may be written to")
    folder = Path(tempfile.mkdtemp(prefix="headwater-test-", dir=memory))
    yield folder
    shutil.rmtree(folder)
