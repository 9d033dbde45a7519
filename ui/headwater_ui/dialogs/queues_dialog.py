"""Making and changing queues: how many of their downloads run at once, and when they are open."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from headwater.control.api import MOST_RUNNING, Settings
from headwater.model.errors import UserError
from headwater_ui.dialogs.arrangement_rows import (
    STOPPED_COLUMN,
    hours_words,
    queue_cells,
    queue_hints,
    queue_titles,
    read_hours,
    read_queue,
)
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.widgets.naming import name_widgets


class QueuesDialog(QDialog):
    """`chosen(settings)`: the settings with the queues as they should be. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queuesDialog")
        self.setWindowTitle(self.tr("Queues"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 420)
        self._before = settings
        self._count = QSpinBox()
        self._count.setRange(1, MOST_RUNNING)
        self._count.setValue(settings.running_at_once)
        self._count.setFixedWidth(120)
        self._hours = QLineEdit(hours_words(settings.main_hours))
        self._hours.setPlaceholderText(self.tr("Always; or hours, as Mon-Fri 22:00-07:00; Sat 00:00-24:00"))
        self._stopped = QCheckBox(self.tr("S&topped: nothing of it runs"))
        self._stopped.setChecked(settings.is_main_stopped)
        self._table = RowsTable(
            "queues",
            titles=queue_titles(),
            hints=queue_hints(),
            read=read_queue,
            template=(self.tr("New queue"), "1", "", ""),
            ticks=frozenset({STOPPED_COLUMN}),
            accessible=self.tr("Queues with names of their own"),
        )
        self._table.table.setColumnWidth(2, 300)
        self._table.show_rows([queue_cells(queue) for queue in settings.queues])
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        name_widgets(
            (self._count, "mainCount", self.tr("Main queue, at once")),
            (self._hours, "mainHours", self.tr("Main queue, open")),
            (self._stopped, "mainStopped", self.tr("Main queue, stopped")),
            (self._problem, "problem", self.tr("What is wrong")),
            (self._buttons, "queuesButtons", self.tr("Save or cancel")),
        )
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._hours.textChanged.connect(self._problem.clear)
        self._table.changed.connect(self._problem.clear)

    def settings(self) -> Settings:
        """What stands here. Raises `UserError`."""
        return replace(
            self._before,
            running_at_once=self._count.value(),
            main_hours=read_hours(self._hours.text()),
            is_main_stopped=self._stopped.isChecked(),
            queues=tuple(self._table.values()),
        )

    def accept(self) -> None:
        try:
            settings = self.settings()
        except UserError as error:
            self._problem.setText(str(error))
            return
        self.chosen.emit(settings)
        super().accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        main = QLabel(self.tr("Main queue"))
        main.setProperty("tone", "title")
        form.addRow(main)
        form.addRow(self.tr("&At once"), self._count)
        form.addRow(self.tr("&Open"), self._hours)
        form.addRow("", self._stopped)
        others = QLabel(self.tr("Other queues"))
        others.setProperty("tone", "title")
        about = QLabel(
            self.tr("Each runs so many of its downloads at once, beside the other queues, while it is open.")
        )
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(others)
        layout.addWidget(about)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)
