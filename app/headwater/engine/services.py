"""What all drivers of an engine share: passed to each as one value, so that none reaches for the engine itself."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from headwater.channels.connector import Connectors
from headwater.content.disk_pool import DiskPool
from headwater.content.journal import Journal
from headwater.engine.channel_shares import ChannelShares
from headwater.engine.host_memory import HostMemory, ProfileMaker
from headwater.engine.keeper import Keeper
from headwater.engine.mirrored_folders import MirroredFolders
from headwater.engine.network_watch import NetworkWatch
from headwater.engine.observer import Observer
from headwater.engine.rate_limit import RateLimits
from headwater.engine.settings import Settings
from headwater.engine.traffic import Traffic
from headwater.model.ports import Clock


@dataclass(slots=True)
class Services:
    """One of each. `settings` is replaced when they change; `parts_in_use` are the `.part` paths of all jobs.

    Whoever looks for a free one holds `naming` until it is taken.
    """

    clock: Clock
    settings: Settings
    keeper: Keeper
    journal: Journal
    disk: DiskPool
    connectors: Connectors
    limits: RateLimits
    memory: HostMemory
    traffic: Traffic
    observer: Observer
    leases_folder: Path
    network: NetworkWatch
    shares: ChannelShares = field(default_factory=ChannelShares)
    mirrored: MirroredFolders = field(default_factory=MirroredFolders)
    parts_in_use: set[Path] = field(default_factory=set)
    naming: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def profiles(self) -> ProfileMaker:
        """Makes the scheduler's view of sources, with the preferences in force."""
        return ProfileMaker(
            self.memory, self.settings.host_preferences, self.traffic.used_this_month, self.shares.of_host
        )
