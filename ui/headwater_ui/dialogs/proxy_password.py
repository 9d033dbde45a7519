"""The password of the proxy that stands in the settings: in the system's keyring, and never in the settings' file."""

from urllib.parse import urlsplit

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from headwater.model.errors import UserError
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.keyring_asking import KeyringAsking
from headwater_ui.dialogs.proxy_text import read_proxy
from headwater_ui.dialogs.settings_page import plain_button
from headwater_ui.widgets.deed_line import DeedLine
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel


class ProxyPassword(QWidget):
    """Belongs to the line `proxy`; there is a password to keep while that names who asks: `http://name@host:port`."""

    def __init__(self, bridge: Bridge, proxy: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._proxy = bridge, proxy
        self._password = DeedLine()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._save = plain_button("proxySave", self.tr("Put into the &keyring"))
        self._forget = plain_button("proxyForget", self.tr("Forget &it"))
        self._told = TonedLabel()
        name_widgets(
            (self._password, "proxyPassword", self.tr("Password of the proxy")),
            (self._told, "proxyTold", self.tr("What the keyring says")),
        )
        self._told.hide()
        row = QHBoxLayout()
        row.addWidget(self._password, 1)
        row.addWidget(self._save)
        row.addWidget(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._told)
        self.setFocusProxy(self._password)
        self._asking = KeyringAsking(bridge, self._told, (self._save, self._forget), self._allow)
        self._asking.succeeded.connect(self._password.clear)
        self._proxy.textChanged.connect(lambda _text: self._allow())
        self._password.textChanged.connect(lambda _text: self._allow())
        self._password.returnPressed.connect(self._save.click)
        self._save.clicked.connect(self._begin_saving)
        self._forget.clicked.connect(self._begin_forgetting)
        self._allow()

    def _named(self) -> str:
        """The proxy, where it names who asks; else nothing."""
        try:
            address = read_proxy(self._proxy.text()) or ""
        except UserError:
            return ""
        return address if urlsplit(address).username else ""

    def _allow(self) -> None:
        is_named = bool(self._named())
        self._password.setEnabled(is_named)
        self._password.setPlaceholderText("" if is_named else self.tr("For a proxy like http://name@host:port"))
        self._save.setEnabled(is_named and bool(self._password.text()))
        self._forget.setEnabled(is_named)

    def _begin_saving(self) -> None:
        work = self._bridge.save_proxy_password(self._named(), self._password.text())
        self._told.show()
        self._asking.begin(work, self.tr("The keyring has the password of the proxy now."))

    def _begin_forgetting(self) -> None:
        work = self._bridge.remove_proxy_password(self._named())
        self._told.show()
        self._asking.begin(work, self.tr("The keyring has no password of the proxy any more."))
