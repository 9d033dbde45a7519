"""What all drivers of an engine share: passed to each as one value, so that none reaches for the engine itself."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from headwater.channels.connector import Connectors
from headwater.content.disk_pool import DiskPool
from headwater.content.journal import Journal
from headwater.engine.channel_shares import ChannelShares
from headwater.engine.host_memory import HostMemory
from headwater.engine.keeper import Keeper
from headwater.engine.mirrored_folders import MirroredFolders
from headwater.engine.network_watch import NetworkWatch
from headwater.engine.observer import Observer
from headwater.engine.outlook import Outlook
from headwater.engine.profile_maker import ProfileMaker
from headwater.engine.rate_limit import RateLimits
from headwater.engine.settings import Settings
from headwater.engine.traffic import Traffic
from headwater.model.ports import Clock
from headwater.model.source import HostPreference
from headwater.schedule.host_preferences import HostPreferences


@dataclass(slots=True)
class Services:
    """One of each. `parts_in_use` are the `.part` paths of all jobs; whoever looks for a free one holds `naming` until
    it is taken.

    `settings` and the `preferences` that follow from them are replaced by `change_settings` alone; `policy` is the
    administrator's.
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
    outlook: Outlook
    policy: tuple[HostPreference, ...] = ()
    preferences: HostPreferences = field(default_factory=HostPreferences)
    shares: ChannelShares = field(default_factory=ChannelShares)
    mirrored: MirroredFolders = field(default_factory=MirroredFolders)
    parts_in_use: set[Path] = field(default_factory=set)
    naming: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def profiles(self) -> ProfileMaker:
        """Makes the scheduler's view of sources, with the preferences in force."""
        return self.outlook.profiles(self.memory, self.preferences, self.traffic.used_this_month, self.shares.of_host)

    def change_settings(self, settings: Settings) -> None:
        """Let these settings be in force. What the administrator says of hosts stands before what the person says."""
        self.settings = settings
        self.preferences = HostPreferences((*self.policy, *settings.host_preferences))
