"""Encrypted bytes, decrypted by a worker: exact, and asyncio goes on with the connection as if it had read them."""

import asyncio
import os
import random
import socket
import ssl
import tempfile
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, suppress

import pytest
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.certificates import Authority

from headwater.channels.tls_claim import can_claim, claim
from headwater.channels.tls_pouring import TlsSpring, TlsTap

DATA = random.Random(1).randbytes(5_000_001)
#: What a server in pure Python encrypts, at half a megabyte a second.
SEALED = DATA[:700_001]
with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # it would serve asyncore, too, where that is still there
    from tlslite.api import HandshakeSettings, TLSConnection, X509CertChain, parsePEMKey

_KEY_BEGINS = "-----BEGIN PRIVATE KEY"
#: What the other side does with its end, on a thread of its own.
Script = Callable[[ssl.SSLSocket], None]
VERSIONS = pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])


class Collected(asyncio.Protocol):
    """What asyncio gave, and how the connection ended."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.came = asyncio.Event()
        self.has_eof = False
        self.lost: asyncio.Future[Exception | None] = asyncio.get_running_loop().create_future()

    def data_received(self, data: bytes) -> None:
        self.data += data
        self.came.set()

    def eof_received(self) -> None:
        self.has_eof = True

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost.set_result(exc)
        self.came.set()

    async def until(self, size: int) -> None:
        while len(self.data) < size and not self.lost.done():
            self.came.clear()
            async with asyncio.timeout(PATIENCE_S):
                await self.came.wait()


@pytest.fixture
def target() -> Iterator[int]:
    with tempfile.TemporaryFile() as file:
        yield file.fileno()


def _serve(listening: socket.socket, context: ssl.SSLContext, script: Script) -> None:
    with listening, closing(listening.accept()[0]) as plain:
        plain.settimeout(PATIENCE_S)
        # The client may go at any time; what it got is what a test looks at.
        with suppress(OSError), context.wrap_socket(plain, server_side=True, suppress_ragged_eofs=True) as server:
            script(server)


@asynccontextmanager
async def connected(
    authority: Authority, script: Script, version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3
) -> AsyncIterator[tuple[asyncio.Transport, Collected]]:
    """asyncio's end of a connection to `script`."""
    context = authority.server_context()
    context.minimum_version = context.maximum_version = version
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    serving = asyncio.create_task(asyncio.to_thread(_serve, listening, context, script))
    trust = ssl.create_default_context(cafile=str(authority.ca_file))
    transport, protocol = await asyncio.get_running_loop().create_connection(
        Collected, "127.0.0.1", port, ssl=trust, server_hostname="localhost"
    )
    try:
        yield transport, protocol
    finally:
        transport.abort()
        await asyncio.wait_for(serving, PATIENCE_S)


async def poured(tap: Callable[[int, int, int], int], target: int, offset: int, size: int) -> int:
    """Call by call on a worker, as the loop would ask for it, until `size` bytes came, or nothing more for long."""
    moved = idle = 0
    while moved < size and idle < 1000:
        step = await asyncio.to_thread(tap, target, offset + moved, size - moved)
        moved += step
        idle = 0 if step else idle + 1
    return moved


def in_records(data: bytes, sizes: Callable[[], int]) -> Script:
    """Send `data`, each record of a size of its own, then wait for the client to go."""

    def script(server: ssl.SSLSocket) -> None:
        at = 0
        while at < len(data):
            at += server.send(data[at : at + sizes()])
        _await_end(server)

    return script


def _await_end(server: ssl.SSLSocket) -> None:
    with suppress(OSError):  # an abort is an end, too
        server.recv(1)


@VERSIONS
@pytest.mark.parametrize("largest", [300, 5000, 16384, 200_000])
async def test_hands_change_and_every_byte_is_there_once(
    authority: Authority, target: int, version: ssl.TLSVersion, largest: int
) -> None:
    dice = random.Random(largest)
    data = DATA[: 600_001 if largest < 5000 else len(DATA)]
    sizes = in_records(data, lambda: dice.randint(1, largest))
    async with connected(authority, sizes, version) as (transport, protocol):
        spring = TlsSpring(transport)
        at = 0
        while at < len(data):
            await protocol.until(1)
            transport.pause_reading()
            os.pwrite(target, protocol.data, at)
            at += len(protocol.data)
            protocol.data.clear()
            size = min(dice.randint(1, 400_000), len(data) - at)
            for part in (size // 3, size - size // 3):  # a claim lasts over several calls
                tap = spring.open()
                assert tap is not None
                if part:
                    assert await poured(tap, target, at, part) == part
                    at += part
            spring.close()
            transport.resume_reading()
        assert os.pread(target, len(data) + 1, 0) == data


async def test_while_it_is_claimed_asyncio_keeps_away(authority: Authority, target: int) -> None:
    heard: list[bytes] = []

    def script(server: ssl.SSLSocket) -> None:
        server.sendall(DATA)
        heard.append(server.recv(100))
        server.sendall(b"thanks")
        _await_end(server)

    async with connected(authority, script) as (transport, protocol):
        transport.pause_reading()
        claimed = claim(transport)
        assert claimed is not None
        assert claim(transport) is None
        before = bytes(protocol.data)
        transport.write(b"hello")
        transport.resume_reading()  # whoever does so by mistake gets nothing, and harms nothing
        for _ in range(100):
            await asyncio.sleep(0)
        transport.pause_reading()
        assert bytes(protocol.data) == before
        rest = len(DATA) - len(before)
        assert await poured(TlsTap(claimed), target, len(before), rest) == rest
        assert not heard
        claimed.give_back(None)
        transport.resume_reading()
        await protocol.until(len(before) + 6)
        assert bytes(protocol.data) == before + b"thanks"
        assert heard == [b"hello"]
        assert os.pread(target, rest, len(before)) == DATA[len(before) :]


async def test_a_close_meanwhile_ends_it_and_leaves_the_worker_what_it_has(authority: Authority, target: int) -> None:
    async with connected(authority, in_records(DATA, lambda: 9999)) as (transport, protocol):
        transport.pause_reading()
        claimed = claim(transport)
        assert claimed is not None
        tap, at = TlsTap(claimed), len(protocol.data)
        first = await poured(tap, target, at, 100_000)
        transport.close()
        assert await asyncio.wait_for(protocol.lost, PATIENCE_S) is None
        more = await asyncio.to_thread(tap, target, at + first, 200_000)
        claimed.give_back(tap.error)
        assert claim(transport) is None
        assert os.pread(target, first + more, at) == DATA[at : at + first + more]


async def test_a_polite_end_is_left_for_asyncio(authority: Authority, target: int) -> None:
    def script(server: ssl.SSLSocket) -> None:
        server.sendall(DATA[:100_000])
        with suppress(OSError):  # the client may be gone before it has answered
            server.unwrap()

    async with connected(authority, script) as (transport, protocol):
        await _pour_and_return(transport, protocol, target, 100_000)
        await asyncio.wait_for(protocol.lost, PATIENCE_S)
        assert protocol.has_eof


async def test_an_end_without_a_word_is_left_for_asyncio(authority: Authority, target: int) -> None:
    def script(server: ssl.SSLSocket) -> None:
        server.sendall(DATA[:100_000])

    async with connected(authority, script) as (transport, protocol):
        await _pour_and_return(transport, protocol, target, 100_000)
        await asyncio.wait_for(protocol.lost, PATIENCE_S)


async def test_what_breaks_the_encryption_ends_the_connection_after_what_was_right(
    authority: Authority, target: int
) -> None:
    def script(server: ssl.SSLSocket) -> None:
        server.sendall(DATA[:100_000])
        with socket.socket(fileno=os.dup(server.fileno())) as plain:
            plain.sendall(b"\x17\x03\x03\x00\x20" + bytes(32))  # a record that nobody has sealed
        _await_end(server)

    async with connected(authority, script) as (transport, protocol):
        await _pour_and_return(transport, protocol, target, 100_000)
        assert isinstance(await asyncio.wait_for(protocol.lost, PATIENCE_S), ssl.SSLError)


async def _pour_and_return(transport: asyncio.Transport, protocol: Collected, target: int, size: int) -> None:
    """Pour all `size` bytes that come, and find that there are no more; asyncio has the rest."""
    transport.pause_reading()
    spring = TlsSpring(transport)
    tap = spring.open()
    assert isinstance(tap, TlsTap)
    at = len(protocol.data)
    assert await poured(tap, target, at, size - at) == size - at
    while await asyncio.to_thread(tap, target, size, 1):
        pytest.fail("nothing more was sent")
    assert bytes(protocol.data) + os.pread(target, size - at + 1, at) == DATA[:size]
    await asyncio.to_thread(_let_come, tap)
    spring.close()
    transport.resume_reading()


def _let_come(tap: TlsTap) -> None:
    """Look again until there is something wrong, or for long enough that there is nothing."""
    with tempfile.TemporaryFile() as nowhere:
        for _ in range(20):
            if tap.error is not None or tap(nowhere.fileno(), 0, 1):
                return


async def test_only_what_is_known_is_claimed(authority: Authority) -> None:
    def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        plain, _ = await asyncio.get_running_loop().create_connection(
            Collected, "127.0.0.1", server.sockets[0].getsockname()[1]
        )
        assert not can_claim(plain)
        assert claim(plain) is None
        plain.close()
    async with connected(authority, _await_end) as (transport, _):
        assert can_claim(transport)


def test_uvloop_decrypts_for_itself(authority: Authority) -> None:
    uvloop = pytest.importorskip("uvloop")

    async def main() -> None:
        async with connected(authority, _await_end) as (transport, _):
            assert not can_claim(transport)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())


def _serve_with_new_keys(listening: socket.socket, pem: str, said: list[bytes]) -> None:
    """Send `SEALED`, asking for new keys of both sides again and again; then hear what comes back."""
    chain = X509CertChain()
    chain.parsePemList(pem)
    settings = HandshakeSettings()
    settings.minVersion = (3, 4)  # TLS 1.3: no other has it
    with listening, closing(listening.accept()[0]) as plain:
        plain.settimeout(PATIENCE_S)
        server = TLSConnection(plain)
        server.handshakeServer(
            certChain=chain, privateKey=parsePEMKey(pem[pem.index(_KEY_BEGINS) :]), settings=settings
        )
        for at in range(0, len(SEALED), 20_000):
            server.send(SEALED[at : at + 20_000])
            for _step in server.send_keyupdate_request(1):
                pass
        said.append(bytes(server.read(max=4, min=4)))


async def test_new_keys_that_the_server_asks_for_are_taken_and_answered(authority: Authority, target: int) -> None:
    listening, said = socket.create_server(("127.0.0.1", 0)), list[bytes]()
    port = listening.getsockname()[1]
    pem = authority.chain_file.read_text()
    serving = asyncio.create_task(asyncio.to_thread(_serve_with_new_keys, listening, pem, said))
    trust = ssl.create_default_context(cafile=str(authority.ca_file))
    transport, protocol = await asyncio.get_running_loop().create_connection(
        Collected, "127.0.0.1", port, ssl=trust, server_hostname="localhost"
    )
    try:
        await protocol.until(1)
        transport.pause_reading()
        at = begins = len(protocol.data)
        for size in (30_000, 50_000, 70_000):
            spring = TlsSpring(transport)
            tap = spring.open()
            assert tap is not None
            assert await poured(tap, target, at, size) == size
            spring.close()
            at += size
        assert os.pread(target, at - begins, begins) == SEALED[begins:at]
        transport.resume_reading()
        await protocol.until(begins + len(SEALED) - at)
        assert bytes(protocol.data[begins:]) == SEALED[at:]
        transport.write(b"back")
        await asyncio.wait_for(serving, PATIENCE_S)
        assert said == [b"back"], "what goes out is encrypted with keys that the server knows"
    finally:
        transport.abort()
