"""Whether other programs may command this Headwater: a switch in the File menu, and the secret they need.

The switch shows what is in force. Where the port cannot be had, it goes back, and the sentence says why.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from headwater.model.errors import HeadwaterError
from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.shell.actions import Actions


class InterfaceSwitch:
    """Drives the actions `interface` and `interface_secret`; `notify` shows a sentence."""

    def __init__(self, bridge: Bridge, actions: Actions, notify: Callable[[str], None]) -> None:
        self._bridge, self._notify = bridge, notify
        self._switch, self._copy = actions["interface"], actions["interface_secret"]
        self._words = self._switch.text()
        self._port: int | None = None
        self._show()
        bridge.attached.connect(lambda: bridge.spawn(self._begin()))
        bridge.settings_changed.connect(lambda: bridge.spawn(self._begin()))
        self._switch.triggered.connect(lambda on: bridge.spawn(self._turn(on)))
        self._copy.triggered.connect(self._copy_secret)

    async def _begin(self) -> None:
        """As the settings say, silently when all is well."""
        try:
            self._port = await self._bridge.follow_interface_settings()
        finally:
            self._show()

    async def let_in(self) -> int:
        """Turn it on, put the secret into the clipboard, and tell the port. Raises `HeadwaterError`."""
        if self._port is None:
            await self._turn(True)
        assert self._port is not None  # else it was raised
        self._copy_secret()
        return self._port

    async def _turn(self, on: bool) -> None:
        settings = self._bridge.settings
        wanted = replace(settings, interface=replace(settings.interface, is_on=on))
        try:
            await self._bridge.put_settings(wanted)
            self._port = await self._bridge.follow_interface_settings()
        except HeadwaterError:
            self._port = None
            await self._bridge.put_settings(settings)
            raise
        finally:
            self._show()
        if self._port is None:
            self._notify(translate("InterfaceSwitch", "Other programs cannot command Headwater any more."))
        else:
            self._notify(
                translate(
                    "InterfaceSwitch",
                    "Programs on this computer that know the secret can command Headwater on port {port}.",
                ).format(port=self._port)
            )

    def _show(self) -> None:
        self._switch.setChecked(self._port is not None)
        self._copy.setEnabled(self._port is not None)
        self._switch.setText(
            translate("InterfaceSwitch", "{words} (port {port})").format(words=self._words, port=self._port)
            if self._port is not None
            else self._words
        )

    def _copy_secret(self) -> None:
        secret = self._bridge.settings.interface.secret
        if secret is not None:
            QGuiApplication.clipboard().setText(secret)
            self._notify(
                translate(
                    "InterfaceSwitch",
                    "Copied the secret. Whoever knows it can add and remove downloads; give it to nobody else.",
                )
            )
