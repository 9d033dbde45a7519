"""Statistics: what came each day and from which host, as bars and tables, and as a file."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QWidget,
)

from headwater.model.errors import LocalError
from headwater.model.snapshots import DayTraffic
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.widgets.cell_delegate import dress_table
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.quiet_table import QuietTable
from headwater_ui.widgets.traffic_chart import TrafficChart
from headwater_ui.wording import percent_words, size_words

_PERIODS: Final = (
    (marked("StatisticsDialog", "7 days"), 7),
    (marked("StatisticsDialog", "30 days"), 30),
    (marked("StatisticsDialog", "12 months"), 365),
)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StatisticsDialog(QDialog):
    """Asks for the counts when it opens. `notify` shows a sentence. Open with `open()`."""

    def __init__(
        self,
        bridge: Bridge,
        notify: Callable[[str], None],
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = lambda: datetime.now().astimezone().date(),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statisticsDialog")
        self.setWindowTitle(self.tr("Statistics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(780, 600)
        self._bridge, self._notify, self._today = bridge, notify, today
        self._traffic: tuple[DayTraffic, ...] = ()
        self._period = ChoiceBox()
        for words, days in _PERIODS:
            self._period.add(self.tr(words), days)
        self._period.setCurrentIndex(1)
        self._words = QLabel()
        self._chart = TrafficChart()
        self._hosts = self._table(
            (self.tr("Host"), self.tr("Received"), self.tr("Share")),
            self.tr("The hosts that files came from in this time will stand here."),
        )
        self._days = self._table(
            (self.tr("Day"), self.tr("Received"), self.tr("Hosts")),
            self.tr("The days on which something came will stand here."),
        )
        self._tabs = QTabWidget()
        self._tabs.addTab(self._hosts, self.tr("By &host"))
        self._tabs.addTab(self._days, self.tr("By &day"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._export = self._buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._clear = self._buttons.addButton(self.tr("&Forget all"), QDialogButtonBox.ButtonRole.ResetRole)
        name_widgets(
            (self._period, "statisticsPeriod", self.tr("Time shown")),
            (self._words, "statisticsWords", self.tr("What came in all")),
            (self._hosts, "statisticsHosts", self.tr("What came by host")),
            (self._days, "statisticsDays", self.tr("What came by day")),
            (self._tabs, "statisticsTabs", self.tr("Tables")),
            (self._tabs.tabBar(), "statisticsTabBar", self.tr("Tables")),
            (self._export, "statisticsExport", self.tr("Export the counts")),
            (self._clear, "statisticsForget", self.tr("Forget all counts")),
        )
        self._lay_out()
        self._period.currentIndexChanged.connect(lambda _index: self._show())
        self._buttons.rejected.connect(self.reject)
        self._export.clicked.connect(self._open_export)
        self._clear.clicked.connect(self._ask_to_forget)
        self._show()
        self._work = bridge.spawn(self._load())
        self.finished.connect(lambda _result: self._work.cancel())  # nobody is there to show it to

    async def _load(self) -> None:
        self._traffic = await self._bridge.traffic()
        self._show()

    async def _forget(self) -> None:
        await self._bridge.forget_traffic()
        await self._load()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self._period)
        layout = framed_rows(self, 10)
        layout.addLayout(top)
        layout.addWidget(self._chart, 3)
        layout.addWidget(self._tabs, 2)
        layout.addWidget(self._buttons)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)  # else Enter would forget all

    def _table(self, titles: Sequence[str], empty: str) -> QTableWidget:
        table = QuietTable(len(titles), empty)
        table.setHorizontalHeaderLabels(list(titles))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        dress_table(table)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(titles)):
            header.resizeSection(column, 130)
            if (title := table.horizontalHeaderItem(column)) is not None:
                title.setTextAlignment(_RIGHT)
        return table

    def _show(self) -> None:
        today, days = self._today(), int(self._period.currentData())
        first = today - timedelta(days=days - 1)
        shown = [one for one in self._traffic if one.day >= first]
        self._chart.show_days(self._traffic, today, days)
        by_host: Counter[str] = Counter()
        by_day: Counter[date] = Counter()
        hosts: Counter[date] = Counter()
        for one in shown:
            by_host[one.host] += one.received_bytes
            by_day[one.day] += one.received_bytes
            hosts[one.day] += 1
        total = sum(by_host.values())
        _fill(
            self._hosts,
            [(host, size_words(count), percent_words(count / total)) for host, count in by_host.most_common() if total],
        )
        _fill(
            self._days,
            [(str(day), size_words(count), str(hosts[day])) for day, count in sorted(by_day.items(), reverse=True)],
        )
        self._words.setText(
            self.tr("Today {today} · in this time {total} · since the counting began {all}").format(
                today=size_words(by_day[today]),
                total=size_words(total),
                all=size_words(sum(one.received_bytes for one in self._traffic)),
            )
        )
        self._export.setEnabled(bool(self._traffic))
        self._clear.setEnabled(bool(self._traffic))

    def _open_export(self) -> None:
        browser = QFileDialog(self, self.tr("Export statistics"), str(Path.home()), self.tr("Numbers (*.csv)"))
        browser.setObjectName("statisticsBrowser")
        browser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        browser.setDefaultSuffix("csv")
        browser.selectFile("headwater-statistics.csv")
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(lambda name: self._write(Path(name)))
        browser.open()

    def _write(self, path: Path) -> None:
        try:
            export_traffic(self._traffic, path)
        except LocalError as error:
            self._notify(engine_words(error))
        else:
            self._notify(self.tr("Saved {path}.").format(path=path))

    def _ask_to_forget(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Headwater")
        box.setText(self.tr("Forget all counts?"))
        box.setInformativeText(self.tr("The statistics begin anew. Downloads and files stay as they are."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        forget = box.addButton(self.tr("&Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))

        def answered(_result: int) -> None:
            if box.clickedButton() is forget:
                self._work = self._bridge.spawn(self._forget())

        box.finished.connect(answered)
        box.open()


def export_traffic(traffic: Sequence[DayTraffic], path: Path) -> None:
    """A head and one row a day and host. Raises `LocalError` when it cannot be written."""
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(("day", "host", "received_bytes"))
            rows.writerows((one.day.isoformat(), one.host, one.received_bytes) for one in traffic)
    except OSError as error:
        raise LocalError(
            translate("GraphExport", "{path} cannot be written: {reason}.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def _fill(table: QTableWidget, rows: Sequence[tuple[str, ...]]) -> None:
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            if column:
                item.setTextAlignment(_RIGHT)
            table.setItem(row, column, item)
