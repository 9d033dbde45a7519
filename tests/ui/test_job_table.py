"""The list while jobs run: every row shows what is new, a few rows at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS
from tests.ui.values import job, running

from headwater.model.snapshots import JobChanged
from headwater_ui.models.job_filter import JobFilter
from headwater_ui.models.job_model import Index, JobModel
from headwater_ui.widgets import job_table
from headwater_ui.widgets.job_delegate import ROW_HEIGHT
from headwater_ui.widgets.job_table import JobTable
from headwater_ui.widgets.progress_map import MapCache


@pytest.mark.parametrize("rows", [1, 4, 11])
def test_what_the_feed_changed_is_painted_in_parts_and_all_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    model = JobModel()
    model.load([running(i) for i in range(rows)])
    table = JobTable(model, MapCache(lambda _job, _cells: None))
    qtbot.addWidget(table)
    table.resize(900, 700)
    with qtbot.waitExposed(table):
        table.show()
    qtbot.waitUntil(lambda: not table.redraws.timer.isActive(), timeout=PATIENCE_MS)
    shown: list[float] = [0.0] * rows
    parts: list[int] = []
    paint = QTableView.paintEvent

    def note(self: QTableView, event: QPaintEvent) -> None:
        area = event.rect()
        whole = [
            row for row in range(rows) if area.top() <= self.rowViewportPosition(row) + ROW_HEIGHT // 2 <= area.bottom()
        ]
        parts.append(len(whole))
        for row in whole:
            shown[row] = table.filter.job_at(row).rate_bytes_per_s
        paint(self, event)

    monkeypatch.setattr(QTableView, "paintEvent", note)
    for rate in (1e6, 2e6, 3e6):
        model.apply([JobChanged(running(i, rate_bytes_per_s=rate)) for i in range(rows)])
    qtbot.waitUntil(lambda: set(shown) == {3e6} and not table.redraws.is_due, timeout=PATIENCE_MS)
    assert all(count <= job_table._ROWS_AT_ONCE for count in parts), parts


def test_a_selection_of_all_asks_for_no_more_than_is_seen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand rows are selected, read and taken away without a question for each of their cells."""
    rows, asked = 1_000, 0
    flags = JobFilter.flags

    def count(self: JobFilter, index: Index) -> Qt.ItemFlag:
        nonlocal asked
        asked += 1
        return flags(self, index)

    # Before there is one: Qt's classes remember which methods they found.
    monkeypatch.setattr(JobFilter, "flags", count)
    model = JobModel()
    model.load([job(i) for i in range(rows)])
    table = JobTable(model, MapCache(lambda _job, _cells: None))
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    table.selectAll()
    table.horizontalHeader().viewport().repaint()
    QApplication.processEvents()
    assert [one.job_id for one in table.selected_jobs()] == [one.job_id for one in model.jobs()]
    table.hide_jobs(frozenset(one.job_id for one in table.selected_jobs()[1:]))
    assert [one.job_id for one in table.selected_jobs()] == [job(0).job_id]
    assert 0 < asked < rows
