"""The source table: rows follow their sources, scores are explained, ticking asks and does not decide."""

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.values import source

from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceState
from headwater_ui.models.source_model import SourceColumn, SourceModel, explain_score
from headwater_ui.widgets.source_table import SourceTable


def hosts(model: SourceModel) -> list[str]:
    return [model.source_at(row).host for row in range(model.rowCount())]


def test_rows_follow_ranks_and_a_selection_follows_its_source() -> None:
    model = SourceModel()
    model.show((source(0), source(1), source(2)))
    kept = QPersistentModelIndex(model.index(0, 0))
    model.show((source(0, rank=3), source(1, rank=1), source(2, rank=2)))
    assert hosts(model) == ["mirror1.example", "mirror2.example", "mirror0.example"]
    assert kept.row() == 2


def test_sources_that_come_and_go() -> None:
    model = SourceModel()
    model.show((source(0), source(1)))
    model.show((source(1, rank=1), source(5, rank=2), source(7, rank=3)))
    assert hosts(model) == ["mirror1.example", "mirror5.example", "mirror7.example"]
    model.show(())
    assert model.rowCount() == 0


def test_score_is_explained_term_by_term() -> None:
    words = explain_score(source(0, reason="slow <today>", wasted_bytes=2_000))
    for part in ("throughput", "0.80", "× 1", "8.00 MB/s", "hops", "not measured", "slow &lt;today&gt;", "2.00 kB"):
        assert part in words


def test_a_reason_is_read_in_the_row() -> None:
    model = SourceModel()
    aside: SourceSnapshot = source(0, state=SourceState.SET_ASIDE, reason="it serves another file")
    model.show((aside,))
    cell = model.index(0, SourceColumn.STATE)
    assert cell.data() == "Set aside: it serves another file"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "it serves another file"


def test_space_asks_to_use_a_source_or_not(qtbot: QtBot) -> None:
    model = SourceModel()
    model.show((source(0), source(1, state=SourceState.DISABLED)))
    table = SourceTable(model)
    qtbot.addWidget(table)
    wishes: list[tuple[int, bool]] = []
    model.enabling.connect(lambda number, on: wishes.append((number, on)))
    table.setCurrentIndex(model.index(0, SourceColumn.SPEED))
    QTest.keyClick(table, Qt.Key.Key_Space)
    table.setCurrentIndex(model.index(1, SourceColumn.HOST))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert wishes == [(0, False), (1, True)]
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked  # until the feed says so


def test_choosing_a_source_stresses_it(qtbot: QtBot) -> None:
    model = SourceModel()
    model.show((source(0), source(4)))
    table = SourceTable(model)
    qtbot.addWidget(table)
    stressed: list[int] = []
    table.highlighted.connect(stressed.append)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert stressed == [4, -1]
