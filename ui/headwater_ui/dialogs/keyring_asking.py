"""Asking the system's keyring for something and saying what came of it: at once, and not with a dialog's Save."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from headwater.model.errors import HeadwaterError
from headwater_ui.bridge import Bridge
from headwater_ui.language import engine_words
from headwater_ui.widgets.toned_label import TonedLabel


class KeyringAsking(QObject):
    """`told` says what happens, `buttons` rest while it does; afterwards `allow` says which may be pressed.

    `succeeded`: the keyring did as it was told.
    """

    succeeded = Signal()

    def __init__(
        self, bridge: Bridge, told: TonedLabel, buttons: Sequence[QPushButton], allow: Callable[[], None]
    ) -> None:
        super().__init__(told)
        self._bridge, self._told, self._buttons, self._allow = bridge, told, buttons, allow

    def begin(self, work: Coroutine[Any, Any, None], done: str) -> None:
        """Carry out `work`, and say `done` when it went well."""
        for button in self._buttons:
            button.setEnabled(False)
        self._told.say(self.tr("Asking the keyring…"), "muted")
        self._bridge.spawn(self._carry_out(work, done))

    async def _carry_out(self, work: Coroutine[Any, Any, None], done: str) -> None:
        try:
            await work
        except HeadwaterError as error:
            self._told.say(engine_words(error), "bad")
        else:
            self._told.say(done, "good")
            self.succeeded.emit()
        finally:
            self._allow()
