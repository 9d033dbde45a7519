"""Settings: the way to the servers (time-outs, proxy, certificates), and how fast it may be used when."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from headwater.model.errors import UserError
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.proxy_password import ProxyPassword
from headwater_ui.dialogs.proxy_text import read_proxy
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.dialogs.settings_page import Page, number_box, rate_box, seconds_box, set_access, set_setting
from headwater_ui.dialogs.settings_values import KB, entry_cells, read_entry, timetable_hints, timetable_titles
from headwater_ui.language import translate


class NetworkPage(Page):
    """Time-outs, proxy, what servers are told, certificates."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("Network")
        self.begin(self.tr("Network"))
        self._add_times()
        self._add_proxy(bridge)
        self._add_way()
        self._add_certificates()
        self.close_up()

    def _add_times(self) -> None:
        connect, idle, total = seconds_box(), seconds_box(), seconds_box(self.tr("No limit"))
        total.setMaximum(86_400)
        self.add_row(
            self.tr("&Connecting takes at most"),
            connect,
            self.tr("After this a source counts as out of reach for a while"),
            lambda v: connect.setValue(v.settings.connect_timeout_s),
            set_setting("connect_timeout_s", connect.value),
        )
        self.add_row(
            self.tr("&Silence lasts at most"),
            idle,
            self.tr("A connection that brings nothing for so long is given up"),
            lambda v: idle.setValue(v.settings.idle_timeout_s),
            set_setting("idle_timeout_s", idle.value),
        )
        self.add_row(
            self.tr("A re&quest takes at most"),
            total,
            self.tr("After this what a connection was asked for and has not brought is asked for anew"),
            lambda v: total.setValue(v.settings.total_timeout_s or 0.0),
            set_setting("total_timeout_s", lambda: total.value() or None),
        )

    def _add_proxy(self, bridge: Bridge) -> None:
        proxy = QLineEdit()
        proxy.setPlaceholderText(self.tr("As the system says"))
        self.add_row(
            self.tr("&Proxy"),
            proxy,
            self.tr("http://host:port or socks5://host:port; “direct” for none"),
            lambda v: proxy.setText(v.settings.proxy or ""),
            set_setting("proxy", lambda: read_proxy(proxy.text())),
        )
        self.add_row(
            self.tr("Its pass&word"),
            ProxyPassword(bridge, proxy),
            self.tr("In the system's keyring at once, for the proxy as it stands above"),
            lambda _values: None,
            lambda values: values,
        )

    def _add_way(self) -> None:
        """What servers are told, and how many connections lead to them."""
        from headwater.control.updates import RELEASES_URL

        agent = QLineEdit()
        agent.setPlaceholderText(self.tr("Headwater's own"))
        self.add_row(
            self.tr("&User agent"),
            agent,
            self.tr("What servers are told of this program"),
            lambda v: agent.setText(v.settings.user_agent or ""),
            set_setting("user_agent", lambda: agent.text().strip() or None),
        )
        updates = QLineEdit()
        updates.setPlaceholderText(RELEASES_URL or self.tr("None yet"))
        self.add_row(
            self.tr("Ask for &releases at"),
            updates,
            self.tr("Asked when you say Help, Check for updates, and never otherwise"),
            lambda v: updates.setText(v.settings.update_url or ""),
            set_setting("update_url", lambda: updates.text().strip() or None),
        )
        connections = number_box(1, 4096)
        self.add_row(
            self.tr("C&onnections at most"),
            connections,
            self.tr("Of all downloads together; they share them evenly, as they share those that one host may have"),
            lambda v: connections.setValue(v.settings.most_channels),
            set_setting("most_channels", connections.value),
        )

    def _add_certificates(self) -> None:
        authorities, unverified = QLineEdit(), QPlainTextEdit()
        self.add_row(
            self.tr("Certificate &authorities"),
            authorities,
            self.tr("A file with certificates (PEM) that are trusted beside those of the system"),
            lambda v: authorities.setText(str(v.settings.access.ca_file or "")),
            set_access("ca_file", lambda: read_file_path(authorities.text(), self.tr("Certificate authorities"))),
        )
        unverified.setFixedHeight(58)
        unverified.setTabChangesFocus(True)
        self.add_row(
            self.tr("&Trust without a certificate"),
            unverified,
            self.tr(
                "Hosts or patterns, one a line, whose certificate is not checked: anybody on the way may read along"
            ),
            lambda v: unverified.setPlainText("\n".join(v.settings.access.unverified_hosts)),
            set_access("unverified_hosts", lambda: tuple(unverified.toPlainText().split())),
        )


class SpeedPage(Page):
    """Limits and their timetable."""

    def __init__(self) -> None:
        super().__init__("Speed")
        self.begin(self.tr("Speed and timetable"))
        limit, slow = rate_box(self.tr("No limit")), rate_box()
        self.add_row(
            self.tr("Speed &limit"),
            limit,
            self.tr("For all downloads together"),
            lambda v: limit.setValue(round((v.settings.rate_limit_bytes_per_s or 0) / KB)),
            set_setting("rate_limit_bytes_per_s", lambda: limit.value() * float(KB) or None),
        )
        self.add_row(
            self.tr("&In slow mode"),
            slow,
            self.tr("What all downloads together get while slow mode is on"),
            lambda v: slow.setValue(max(1, round(v.settings.slow_rate_bytes_per_s / KB))),
            set_setting("slow_rate_bytes_per_s", lambda: slow.value() * float(KB)),
        )
        table = RowsTable(
            "timetable",
            titles=timetable_titles(),
            hints=timetable_hints(),
            read=read_entry,
            template=("", "22:00", "07:00", ""),
            accessible=self.tr("Timetable of speed limits; the first row that covers a moment decides"),
            empty=self.tr("Times with limits of their own will stand here; until then the one above holds always."),
        )
        self.add_wide(table)
        self.add(
            lambda v: table.show_rows([entry_cells(entry) for entry in v.settings.timetable]),
            set_setting("timetable", lambda: tuple(table.values())),
            self.tr("timetable days from to times"),
        )


def read_file_path(text: str, title: str) -> Path | None:
    """The path of a file that is there; None for an empty text. Raises `UserError`."""
    if not text.strip():
        return None
    path = Path(text.strip()).expanduser()
    if not path.is_file():
        raise UserError(translate("NetworkPage", "{title}: there is no file {path}").format(title=title, path=path))
    return path.absolute()
