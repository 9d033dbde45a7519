"""The source table: rows follow their sources, scores are explained, ticking asks and does not decide."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.values import source

from headwater.model.snapshots import ScoreTerm, SourceSnapshot
from headwater.model.source import SourceState
from headwater.model.spans import Span
from headwater_ui.models.source_model import SOURCE_ROLE, SourceModel
from headwater_ui.models.source_words import SourceColumn, explain_score
from headwater_ui.widgets.source_menu import _ask_limit
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


@pytest.mark.parametrize(
    "terms", [(), (ScoreTerm("throughput", None, 1.0, "unknown"), ScoreTerm("hops", 1.0, 0.2, "0"))]
)
def test_a_source_that_was_never_measured_shows_no_score(terms: tuple[ScoreTerm, ...]) -> None:
    model = SourceModel()
    model.show((source(0, score=1.0, terms=terms, state=SourceState.RESTING, received_bytes=0), source(1, score=0.9)))
    assert [model.index(row, SourceColumn.SCORE).data() for row in range(2)] == ["–", "0.90"]
    words = model.index(0, SourceColumn.SCORE).data(Qt.ItemDataRole.ToolTipRole)
    assert "its throughput is not measured yet" in words
    assert "score" not in words


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


def wishes_of(table: SourceTable) -> list[tuple[object, ...]]:
    """What is wished, in the order it was."""
    told: list[tuple[object, ...]] = []
    for name in ("enabling", "pinning", "limiting", "asking", "ranking"):
        getattr(table.wishes, name).connect(lambda *values, name=name: told.append((name, *values)))
    return told


def shown_table(qtbot: QtBot, *sources: SourceSnapshot) -> SourceTable:
    model = SourceModel()
    model.show(sources)
    table = SourceTable(model)
    qtbot.addWidget(table)
    table.resize(900, 240)
    table.show()
    return table


def test_wishes_are_read_in_the_row_and_the_tip() -> None:
    model = SourceModel()
    model.show((source(0, pinned=True, rate_limit_bytes_per_s=5e5, external_rank=0.8), source(1, place=2), source(2)))
    cells = [str(model.index(row, SourceColumn.WISH).data()) for row in range(3)]
    assert cells == ["pinned, at most 500 kB/s, preferred 0.80", "your no. 2", "–"]
    assert model.index(0, SourceColumn.STATE).data() == "Active, pinned, at most 500 kB/s"
    assert "You wish: your no. 2" in explain_score(model.source_at(1))
    model.show((source(0, place=2, state=SourceState.SET_ASIDE, reason="it is gone"),))
    assert model.index(0, SourceColumn.STATE).data() == "Set aside: it is gone", "what matters is not at the end"


def test_shares_in_all_schemes_and_held_ranges() -> None:
    model = SourceModel()
    spans = tuple(Span(i * 1_000_000, i * 1_000_000 + 500_000) for i in range(20))
    model.show(
        (source(0, received_bytes=3_000, holds=spans), source(1, received_bytes=1_000), source(2, received_bytes=0))
    )
    assert [model.index(row, SourceColumn.TOTAL).data() for row in range(3)] == ["75 %", "25 %", "–"]
    assert model.index(0, SourceColumn.SCHEME).data() == "https"
    assert model.index(0, SourceColumn.MULTI).data() == "not known yet"
    told = str(model.index(0, SourceColumn.HOLDS).data(Qt.ItemDataRole.ToolTipRole)).splitlines()
    assert told[1] == "1.00 MB – 1.50 MB"
    assert told[-1] == "…"
    assert "all of the file" in str(model.index(1, SourceColumn.HOLDS).data(Qt.ItemDataRole.ToolTipRole))


@pytest.mark.parametrize(
    ("number", "y", "order"), [(0, 75, [1, 2, 0]), (2, 3, [2, 0, 1]), (1, 200, [0, 2, 1]), (1, 35, None)]
)
def test_dragging_a_source_wishes_for_an_order(qtbot: QtBot, number: int, y: int, order: list[int] | None) -> None:
    table = shown_table(qtbot, source(0), source(1), source(2))
    told = wishes_of(table)
    mime = table.model().mimeData([table.model().index(number, 0)])
    event = QDropEvent(
        QPointF(30, y), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    table.dropEvent(event)
    assert event.isAccepted()
    assert told == ([] if order is None else [("ranking", order)])


def test_links_that_are_dropped_are_not_this_tables(qtbot: QtBot) -> None:
    table = shown_table(qtbot, source(0), source(1))
    mime = QMimeData()
    mime.setText("https://a.example/x")
    event = QDropEvent(
        QPointF(30, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    table.dropEvent(event)
    assert not event.isAccepted()


def test_the_menu_key_opens_the_menu_of_the_row_the_cursor_is_on(qtbot: QtBot) -> None:
    model = SourceModel()
    model.show((source(0), source(1), source(2)))
    table = SourceTable(model)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    pinned: list[tuple[int, bool]] = []
    table.wishes.pinning.connect(lambda number, on: pinned.append((number, on)))
    for row in range(3):
        table.selectRow(row)
        # As Qt makes it of the key: the middle of what the input method is told, from the frame's corner.
        told = QRectF(table.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().toPoint()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(table, QContextMenuEvent(reason, told, table.mapToGlobal(told)))
        menu = table.findChild(QMenu, "sourceMenu")
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.objectName() == "sourcePin").trigger()
        menu.close()
        QCoreApplication.sendPostedEvents(menu, int(QEvent.Type.DeferredDelete.value))
    assert pinned == [(0, True), (1, True), (2, True)]
    at = QPoint(40, table.rowViewportPosition(1) + 5)
    table.selectRow(0)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(table.viewport(), QContextMenuEvent(reason, at, table.viewport().mapToGlobal(at)))
    assert table.current_source() == 1, "the mouse points at a row"


def test_shift_f10_opens_the_menu_as_the_menu_key_does(qtbot: QtBot) -> None:
    table = shown_table(qtbot, source(0), source(1))
    told = wishes_of(table)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = table.findChild(QMenu, "sourceMenu")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "sourcePin").trigger()
    menu.close()
    assert told == [("pinning", 1, True)]


def test_alt_and_arrows_rank_the_source(qtbot: QtBot) -> None:
    table = shown_table(qtbot, source(0), source(1), source(2))
    told = wishes_of(table)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told == [("ranking", [1, 0, 2]), ("ranking", [0, 2, 1])]


def test_the_menu_of_a_source(qtbot: QtBot) -> None:
    resting = source(1, state=SourceState.RESTING, place=1, rate_limit_bytes_per_s=1e6)
    table = shown_table(qtbot, source(0), resting)
    told = wishes_of(table)
    table.selectRow(1)
    table._open_menu(QPoint(20, 28 + 10))
    menu = table.findChild(QMenu, "sourceMenu")
    assert isinstance(menu, QMenu)
    actions = {action.objectName(): action for action in menu.actions()}
    actions["sourcePin"].trigger()
    actions["sourceUse"].trigger()
    actions["sourceAsk"].trigger()
    actions["sourceByScore"].trigger()
    limit = menu.findChild(QMenu, "sourceLimit")
    assert isinstance(limit, QMenu)
    by_words = {action.text(): action for action in limit.actions()}
    assert by_words["1.00 MB/s"].isChecked()
    by_words["No limit"].trigger()
    by_words["500 kB/s"].trigger()
    assert told == [
        ("pinning", 1, True),
        ("enabling", 1, False),
        ("asking", 1),
        ("ranking", []),
        ("limiting", 1, None),
        ("limiting", 1, 5e5),
    ]
    menu.hide()


def test_another_limit_is_asked_for(qtbot: QtBot) -> None:
    table = shown_table(qtbot, source(0))
    told = wishes_of(table)
    _ask_limit(table.model().index(0, 0).data(SOURCE_ROLE), table.wishes, table)
    dialog = table.findChild(QInputDialog, "sourceLimitDialog")
    assert isinstance(dialog, QInputDialog)
    assert dialog.intValue() == 500
    dialog.setIntValue(64)
    dialog.accept()
    assert told == [("limiting", 0, 64_000.0)]


def test_an_active_source_is_not_asked_again(qtbot: QtBot) -> None:
    table = shown_table(qtbot, source(0))
    table.selectRow(0)
    table._open_menu(QPoint(20, 10))
    menu = table.findChild(QMenu, "sourceMenu")
    assert isinstance(menu, QMenu)
    enabled = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert not enabled["sourceAsk"]
    assert not enabled["sourceByScore"]
    menu.hide()


def test_many_columns_leave_the_state_its_room(qtbot: QtBot) -> None:
    table = shown_table(qtbot, source(0))
    header = table.horizontalHeader()
    table.resize(1400, 200)
    wide = header.sectionSize(SourceColumn.STATE)
    assert wide > 130, "it has what the others leave"
    for column in SourceColumn:
        table.columns.toggle(column, True)
    assert header.sectionSize(SourceColumn.STATE) == 130
    assert header.length() > table.viewport().width(), "the table scrolls"
    for column in (SourceColumn.RANGES, SourceColumn.WISH, SourceColumn.COST, SourceColumn.MULTI, SourceColumn.TOTAL):
        table.columns.toggle(column, False)
    table.resize(2400, 200)
    assert header.length() == table.viewport().width()


def test_a_width_leaves_room_for_the_title_of_another_language(qtbot: QtBot) -> None:
    table = SourceTable(SourceModel())
    qtbot.addWidget(table)
    header, column = table.horizontalHeader(), SourceColumn.RECEIVED
    header.resizeSection(column, 30)
    saved = table.columns.saved()
    table.columns.restore(saved)
    assert header.sectionSize(column) == 30, "a person may want it narrower than its title"
    entry = next(one for one in saved if one["name"] == "RECEIVED")
    entry["title"] = "Empfangen"
    table.columns.restore(saved)
    assert header.sectionSize(column) == header.sectionSizeHint(column) > 30
