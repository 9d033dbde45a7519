"""Settings: what one thinks of hosts, row by row, and what a link would meet: the row that counts, and its server."""

import asyncio
from urllib.parse import urlsplit

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from headwater.control.api import matches
from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec, Support
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.dialogs.settings_page import Page, plain_button, set_setting
from headwater_ui.dialogs.settings_values import (
    BLOCK_COLUMN,
    preference_cells,
    preference_hints,
    preference_titles,
    read_preference,
)
from headwater_ui.language import engine_words
from headwater_ui.widgets.deed_line import DeedLine
from headwater_ui.wording import latency_words, size_words


class MirrorsPage(Page):
    """Preferences for hosts, and a line to try a link against them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("Mirrors")
        self.begin(self.tr("Mirror preferences"))
        self._bridge = bridge
        self._task: asyncio.Task[None] | None = None
        self._table = RowsTable(
            "mirrors",
            titles=preference_titles(),
            hints=preference_hints(),
            read=read_preference,
            template=("*.example.org", *[""] * (len(preference_titles()) - 1)),
            ticks=frozenset({BLOCK_COLUMN}),
            accessible=self.tr("Preferences for hosts; of each column the first row that fits a host counts"),
            empty=self.tr("Hosts with preferences will stand here; until then all are ranked by what they bring."),
        )
        self.add_wide(self._table)
        self._link = DeedLine()
        self._link.setObjectName("mirrorsTry")
        self._link.setAccessibleName(self.tr("Try a host or link"))
        self._link.setPlaceholderText(self.tr("Try a host or link: which rows count for it?"))
        self._ask = plain_button("mirrorsAsk", self.tr("As&k the server"))
        self._ask.setToolTip(self.tr("Connects to the link now, and says what its server gives"))
        self._found, self._answer = _told("mirrorsFound"), _told("mirrorsAnswer")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._link, 1)
        row.addWidget(self._ask)
        for widget in (line, self._found, self._answer):
            self.add_wide(widget, 0)
        self._link.textChanged.connect(lambda _text: self._judge())
        self._link.returnPressed.connect(self._begin_asking)
        self._ask.clicked.connect(self._begin_asking)
        self._table.changed.connect(self._judge)
        self.destroyed.connect(self._stop_asking)
        self.add(
            lambda v: self._table.show_rows([preference_cells(one) for one in v.settings.host_preferences]),
            set_setting("host_preferences", lambda: tuple(self._table.values())),
            *preference_titles(),
            *preference_hints(),
        )
        self._judge()

    def _judge(self) -> None:
        """Which row counts for what stands in the line."""
        text = self._link.text().strip()
        host = urlsplit(text).netloc.rpartition("@")[2] if "://" in text else text
        self._ask.setEnabled("://" in text and bool(host))
        self._answer.clear()
        try:
            self._found.setText(self._fitting(host) if host else "")
        except UserError as error:
            self._found.setText(engine_words(error))

    def _fitting(self, host: str) -> str:
        rows = {n: one for n, one in enumerate(self._table.values(), start=1) if matches(one.pattern, host)}
        policy = [one for one in self._bridge.ranking_view().policy if matches(one.pattern, host)]
        is_blocked = any(one.block for one in (*policy, *rows.values()))
        if len(rows) == 1:
            [(row, chosen)] = rows.items()
            told = self.tr("Row {row} ({pattern}) counts for {host}").format(row=row, pattern=chosen.pattern, host=host)
        elif rows:
            told = self.tr("Rows {rows} count for {host}; of each column the first that says something").format(
                rows=", ".join(map(str, rows)), host=host
            )
        elif not policy:
            return self.tr("No row fits {host}; the scheduler decides by what it measures.").format(host=host)
        else:
            told = self.tr("No row fits {host}").format(host=host)
        if policy:
            told += self.tr("; what the administrator says of it ({patterns}) comes first").format(
                patterns=", ".join(one.pattern for one in policy)
            )
        return told + (self.tr(": it is never used.") if is_blocked else ".")

    def _begin_asking(self) -> None:
        if not self._ask.isEnabled():
            return
        self._stop_asking()
        self._answer.setText(self.tr("Asking…"))
        self._ask.setEnabled(False)
        self._task = self._bridge.spawn(self._ask_server(self._link.text().strip()))

    def _stop_asking(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _ask_server(self, url: str) -> None:
        probe = await self._bridge.probe(SourceSpec(url), JobOptions())
        if self._link.text().strip() == url:
            self._answer.setText(self._words_of(probe))
            self._ask.setEnabled(True)

    def _words_of(self, probe: SourceProbe) -> str:
        if probe.error is not None:
            return engine_words(probe.error)
        ranges = {
            Support.YES: self.tr("ranges work"),
            Support.NO: self.tr("only from the beginning"),
            Support.UNKNOWN: self.tr("ranges unknown"),
        }[probe.ranges]
        words = self.tr("{name}, {size}, {ranges}, first byte after {latency}.").format(
            name=probe.name or url_name(probe.url),
            size=size_words(probe.size_bytes),
            ranges=ranges,
            latency=latency_words(probe.latency_s),
        )
        if probe.is_page:
            words += " " + self.tr("It is a web page, not a file.")
        return words


def url_name(url: str) -> str:
    """What a link calls its file."""
    return urlsplit(url).path.rpartition("/")[2] or urlsplit(url).netloc


def _told(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("tone", "muted")
    label.setWordWrap(True)
    return label
