"""Settings: names and passwords for servers, in the system's keyring, and the files that other programs keep them in.

The keyring is changed at once, not with Save: a password stands in this dialog no longer than it must. It is asked what
it holds when one comes to the page and after every change, and not before: it may want its owner to unlock it.
"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from headwater.model.access import Credential, KeptLogin
from headwater.model.errors import HeadwaterError
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.kept_logins import KeptLogins
from headwater_ui.dialogs.keyring_asking import KeyringAsking
from headwater_ui.dialogs.settings_network import read_file_path
from headwater_ui.dialogs.settings_page import Page, plain_button, set_access
from headwater_ui.language import engine_words
from headwater_ui.widgets.deed_line import DeedLine
from headwater_ui.widgets.toned_label import TonedLabel


class PasswordsPage(Page):
    """Credentials by host."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("Passwords")
        self.begin(self.tr("Passwords"))
        self._bridge = bridge
        self.add_about(
            self.tr(
                "A server that asks for a name and password finds them in the system's keyring. They never stand in "
                "Headwater's own files."
            )
        )
        self._host, self._user, self._password = DeedLine(), DeedLine(), DeedLine()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._host.setPlaceholderText("example.org")
        self._save = plain_button("passwordSave", self.tr("Put into the &keyring"))
        self._forget = plain_button("passwordForget", self.tr("&Forget this host's"))
        self._told = TonedLabel()
        self._told.setObjectName("passwordTold")
        self.add_above(self._build_form())
        self.add_above(self._told)
        self._kept = KeptLogins()
        self._kept.chosen.connect(self._show_chosen)
        self.add_above(self._kept)
        netrc, cookies = QLineEdit(), QLineEdit()
        self.add_row(
            self.tr("&Password file"),
            netrc,
            self.tr("A netrc file, as curl and others use it"),
            lambda v: netrc.setText(str(v.settings.access.netrc_file or "")),
            set_access("netrc_file", lambda: read_file_path(netrc.text(), self.tr("Password file"))),
        )
        self.add_row(
            self.tr("&Cookie file"),
            cookies,
            self.tr("Cookies that a browser exported (cookies.txt), for servers that one logs in to"),
            lambda v: cookies.setText(str(v.settings.access.cookie_file or "")),
            set_access("cookie_file", lambda: read_file_path(cookies.text(), self.tr("Cookie file"))),
        )
        self._asking = KeyringAsking(bridge, self._told, (self._save, self._forget), self._allow)
        self._asking.succeeded.connect(self._password.clear)
        self._asking.succeeded.connect(self._look)
        self._save.clicked.connect(self._begin_saving)
        self._forget.clicked.connect(self._begin_forgetting)
        for line in (self._host, self._user, self._password):
            line.textChanged.connect(lambda _text: self._allow())
            line.returnPressed.connect(self._save.click)
        self._words.append(self.tr("login credentials keyring user"))
        self._allow()
        self.close_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        """Ask the keyring what it holds."""
        self._kept.say(self.tr("Asking the keyring…"))
        self.destroyed.connect(self._bridge.spawn(self._show_kept()).cancel)

    async def _show_kept(self) -> None:
        try:
            logins = await self._bridge.kept_logins()
        except HeadwaterError as error:
            self._kept.say(engine_words(error), "bad")
        else:
            self._kept.show_logins(logins)

    def _show_chosen(self, login: KeptLogin) -> None:
        """Its host and name stand above, to be forgotten or to be given another password."""
        self._host.setText(login.host)
        self._user.setText(login.user)
        self._password.clear()

    def _build_form(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(14)
        for row, (label, line, name) in enumerate(
            (
                (self.tr("&Host"), self._host, "passwordHost"),
                (self.tr("&User name"), self._user, "passwordUser"),
                (self.tr("Pass&word"), self._password, "passwordWord"),
            )
        ):
            words = QLabel(label)
            words.setBuddy(line)
            line.setObjectName(name)
            line.setAccessibleName(label.replace("&", ""))
            grid.addWidget(words, row, 0)
            grid.addWidget(line, row, 1, 1, 2)
        grid.addWidget(self._save, 3, 1)
        grid.addWidget(self._forget, 3, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return box

    def _allow(self) -> None:
        host = bool(self._host.text().strip())
        self._save.setEnabled(host and bool(self._user.text()))
        self._forget.setEnabled(host)

    def _begin_saving(self) -> None:
        host = self._host.text().strip()
        credential = Credential(host, self._user.text(), self._password.text())
        self._asking.begin(
            self._bridge.save_credential(credential), self.tr("The keyring has them for {host} now.").format(host=host)
        )

    def _begin_forgetting(self) -> None:
        host = self._host.text().strip()
        self._asking.begin(
            self._bridge.remove_credential(host), self.tr("The keyring has none for {host} any more.").format(host=host)
        )
