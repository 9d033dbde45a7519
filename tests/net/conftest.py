"""Fixtures for tests over real sockets."""

from collections.abc import AsyncIterator, Iterator

import keyring
import pytest
from tests.fakes.keyrings import MemoryKeyring
from tests.fakes.proxies import FakeProxy, socks_proxy
from tests.net.channels.certificates import Authority, make_authority


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    """An empty keyring, in place of the system's."""
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
async def socks() -> AsyncIterator[FakeProxy]:
    """A SOCKS4, 4a and 5 proxy."""
    async with socks_proxy() as proxy:
        yield proxy
