"""What Qt hears of the system about metered connections, passed on to the engine (which asks by itself on Linux)."""

from PySide6.QtNetwork import QNetworkInformation

from headwater_ui.bridge import Bridge


class Meter:
    """Tells when the engine is there, and whenever it changes. Keep it as long as the window."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._network: QNetworkInformation | None = None
        bridge.attached.connect(self._begin)

    def _begin(self) -> None:
        # A system about which Qt knows no such thing has no backend for it: then nobody says, and that is unknown.
        if self._network is None and QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered):
            self._network = QNetworkInformation.instance()
            self._network.isMeteredChanged.connect(self._bridge.tell_metered)
        if self._network is not None:
            self._bridge.tell_metered(self._network.isMetered())
