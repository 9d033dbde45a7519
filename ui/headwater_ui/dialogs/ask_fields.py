"""Fields of how servers are asked: what they are told of who asks, names and passwords, the proxy.

They are rows of somebody's form. What was filled in goes into a `MoreForm`; nothing here judges it.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit

from headwater_ui.dialogs.more_form import MoreForm
from headwater_ui.widgets.naming import name_widgets


class AskFields(QObject):
    """`changed`: a field is another. `name` begins the names of the fields."""

    changed = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._referer, self._agent, self._cookie = QLineEdit(), QLineEdit(), QLineEdit()
        self._referer.setPlaceholderText(self.tr("The page that the link stands on"))
        self._agent.setPlaceholderText(self.tr("As in the settings"))
        self._cookie.setPlaceholderText(self.tr("name=value; other=value"))
        self._user, self._password, self._proxy = QLineEdit(), QLineEdit(), QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._proxy.setPlaceholderText(self.tr("As in the settings"))
        self._proxy.setToolTip(
            self.tr(
                "http://host:port, socks5://host:port, or “direct” for none; a password in it is remembered until "
                "Headwater ends"
            )
        )
        self._headers = QPlainTextEdit()
        self._headers.setPlaceholderText(self.tr("Name: value, one a line"))
        self._headers.setTabChangesFocus(True)
        self._headers.setFixedHeight(48)
        name_widgets(
            (self._referer, f"{name}Referer", self.tr("Referrer")),
            (self._agent, f"{name}Agent", self.tr("User agent")),
            (self._cookie, f"{name}Cookie", self.tr("Cookies")),
            (self._user, f"{name}User", self.tr("User")),
            (self._password, f"{name}Password", self.tr("Password")),
            (self._proxy, f"{name}Proxy", self.tr("Proxy")),
            (self._headers, f"{name}Headers", self.tr("Headers")),
        )
        for line in (self._referer, self._agent, self._cookie, self._user, self._password, self._proxy):
            line.textChanged.connect(lambda _text: self.changed.emit())
        self._headers.textChanged.connect(self.changed)

    def add_rows(self, form: QFormLayout) -> None:
        """All of them, as rows of a form."""
        form.addRow(self.tr("&User"), self._user)
        form.addRow(self.tr("Pass&word"), self._password)
        form.addRow(self.tr("Pro&xy"), self._proxy)
        form.addRow(self.tr("&Referrer"), self._referer)
        form.addRow(self.tr("User a&gent"), self._agent)
        form.addRow(self.tr("Coo&kies"), self._cookie)
        form.addRow(self.tr("&Headers"), self._headers)

    def show_form(self, form: MoreForm) -> None:
        """Fill the fields in."""
        for line, text in (
            (self._user, form.user),
            (self._password, form.password),
            (self._proxy, form.proxy),
            (self._referer, form.referer),
            (self._agent, form.user_agent),
            (self._cookie, form.cookie),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self._headers.setPlainText(form.headers)

    def fill(self, form: MoreForm) -> MoreForm:
        """The form with what stands here."""
        return replace(
            form,
            referer=self._referer.text(),
            user_agent=self._agent.text(),
            cookie=self._cookie.text(),
            user=self._user.text(),
            password=self._password.text(),
            proxy=self._proxy.text(),
            headers=self._headers.toPlainText(),
        )
