"""The control interface as a window has it: with a door for other programs, open while the settings say so.

`Api` knows nothing of that door, so that what stands behind it (`rpc`) may be built on `Api`.
"""

from typing import TYPE_CHECKING

from headwater.control.api import Api
from headwater.control.feed import Feed
from headwater.engine.engine import Engine
from headwater.engine.settings import Settings

if TYPE_CHECKING:  # a web server, which most windows never need
    from headwater.control.rpc.window_service import WindowService


class WindowApi(Api):
    """`Api`, and `WindowService` from the first time that it is asked for until `close`."""

    def __init__(self, engine: Engine, feed: Feed) -> None:
        super().__init__(engine, feed)
        self._service: WindowService | None = None

    async def close(self) -> None:
        """Send other programs away first, then as `Api.close`."""
        if self._service is not None:
            await self._service.close()
        await super().close()

    async def change_settings(self, settings: Settings) -> None:
        """As `Api.change_settings`, for the door too. Raises `LocalError`, also when its port is taken."""
        await super().change_settings(settings)
        if self._service is not None:
            await self._service.apply()

    async def follow_interface_settings(self) -> int | None:
        """Let other programs in as the settings say, from now on; the port while they do. Raises `LocalError`."""
        if self._service is None:
            if not self.settings.interface.is_on:
                return None
            from headwater.control.rpc.window_service import WindowService

            self._service = WindowService(self, super().change_settings)
        await self._service.apply()
        return self._service.port
