"""Making and changing queues: how many of their downloads run at once, and when they are open."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from headwater.control.api import MOST_RUNNING, Settings
from headwater_ui.dialogs.arrangement_rows import (
    STOPPED_COLUMN,
    hours_words,
    queue_cells,
    queue_hints,
    queue_titles,
    read_hours,
    read_queue,
)
from headwater_ui.dialogs.rows_dialog import RowsDialog
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.number_fields import whole_box
from headwater_ui.widgets.toned_label import TonedLabel


class QueuesDialog(RowsDialog):
    """The settings with the queues as they should be."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("queues", parent)
        self.setWindowTitle(self.tr("Queues"))
        self.resize(720, 420)
        self._before = settings
        self._count = whole_box()
        self._count.setRange(1, MOST_RUNNING)
        self._count.setValue(settings.running_at_once)
        self._count.setFixedWidth(120)
        self._hours = QLineEdit(hours_words(settings.main_hours))
        self._hours.setPlaceholderText(self.tr("Always; or hours, as Mon-Fri 22:00-07:00; Sat 00:00-24:00"))
        self._hours.textChanged.connect(self.problem.clear)
        self._stopped = QCheckBox(self.tr("S&topped: nothing of it runs"))
        self._stopped.setChecked(settings.is_main_stopped)
        self.table = RowsTable(
            "queues",
            titles=queue_titles(),
            hints=queue_hints(),
            read=read_queue,
            template=(self.tr("New queue"), "1", "", ""),
            ticks=frozenset({STOPPED_COLUMN}),
            accessible=self.tr("Queues with names of their own"),
            empty=self.tr("Your own queues will stand here; until then all downloads wait in the main one."),
        )
        self.table.table.setColumnWidth(2, 300)
        self.table.show_rows([queue_cells(queue) for queue in settings.queues])
        name_widgets(
            (self._count, "mainCount", self.tr("Main queue, at once")),
            (self._hours, "mainHours", self.tr("Main queue, open")),
            (self._stopped, "mainStopped", self.tr("Main queue, stopped")),
        )
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.addRow(TonedLabel(self.tr("Main queue"), "title"))
        form.addRow(self.tr("&At once"), self._count)
        form.addRow(self.tr("&Open"), self._hours)
        form.addRow("", self._stopped)
        about = self.tr("Each runs so many of its downloads at once, beside the other queues, while it is open.")
        self.rows.addLayout(form)
        self.rows.addWidget(TonedLabel(self.tr("Other queues"), "title"))
        self.rows.addWidget(TonedLabel(about, "muted"))
        self.lay_out()

    def settings(self) -> Settings:
        return replace(
            self._before,
            running_at_once=self._count.value(),
            main_hours=read_hours(self._hours.text()),
            is_main_stopped=self._stopped.isChecked(),
            queues=tuple(self.table.values()),
        )
