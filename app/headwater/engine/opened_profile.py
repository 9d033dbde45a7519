"""A profile opened: its files, and what all jobs of an engine share, made in the order in which one needs the other.

What they do is written in them; when they are used is the engine's. The rule: whatever is opened here is put on the
stack at once, so that a start that fails half-way leaves nothing open.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Final

from headwater.channels.connector import Connectors
from headwater.channels.keyring_store import KeyringStore
from headwater.content.disk_pool import DiskPool
from headwater.content.journal import Journal
from headwater.engine.catalog import Catalog
from headwater.engine.host_memory import HostMemory
from headwater.engine.host_policy import load_policy
from headwater.engine.keeper import Keeper
from headwater.engine.network_watch import NetworkWatch
from headwater.engine.observer import Observer
from headwater.engine.outlook import Outlook
from headwater.engine.profile import Profile
from headwater.engine.rate_limit import RateLimits
from headwater.engine.services import Services
from headwater.engine.settings import SettingsFile
from headwater.engine.traffic import Traffic
from headwater.model.ports import Clock

#: Bytes that may wait for the disk or a hash, over all jobs; channels hold about as much again in their buffers.
QUEUE_BYTES: Final = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class OpenedProfile:
    """What an engine works with; `complaints` are sentences about what could not be used of the files."""

    services: Services
    catalog: Catalog
    settings_file: SettingsFile
    keyring: KeyringStore
    complaints: tuple[str, ...]


async def open_profile(
    stack: AsyncExitStack, profile: Profile, observer: Observer, clock: Clock, network: NetworkWatch
) -> OpenedProfile:
    """Open a profile's files, and make what works on them; `stack` closes it all. Raises `LocalError`."""
    await asyncio.to_thread(profile.make_folders)
    settings_file = SettingsFile(profile.settings_path)
    settings, complaint = await asyncio.to_thread(settings_file.load)
    policy, objection = await asyncio.to_thread(load_policy, profile.policy_files)
    catalog = await Catalog.open(profile.catalog_path)
    stack.push_async_callback(catalog.close)
    memory = HostMemory(await catalog.hosts())
    keeper = Keeper(catalog, memory)
    stack.push_async_callback(keeper.close)
    traffic = Traffic(catalog, clock)
    await traffic.recall()
    stack.push_async_callback(traffic.close)
    journal = await Journal.open(profile.journal_path)
    stack.push_async_callback(journal.close)
    disk = DiskPool(queue_bytes=QUEUE_BYTES)
    stack.push_async_callback(disk.close)
    keyring = KeyringStore()
    connectors = Connectors(keyring)
    stack.push_async_callback(connectors.close)
    services = Services(
        clock=clock,
        settings=settings,
        keeper=keeper,
        journal=journal,
        disk=disk,
        connectors=connectors,
        limits=RateLimits(lambda host: services.preferences.of(host).rate_limit_bytes_per_s),
        memory=memory,
        traffic=traffic,
        observer=observer,
        leases_folder=profile.leases_folder,
        network=network,
        outlook=Outlook(profile, connectors, clock, lambda: services.settings),
        policy=policy,
    )
    services.change_settings(settings)
    told = (complaint, objection, catalog.complaint, *journal.notices)
    return OpenedProfile(services, catalog, settings_file, keyring, tuple(words for words in told if words))
