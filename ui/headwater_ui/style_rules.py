"""What Qt's own style is told of the window's looks: lines, corners, room inside. Colours come from the theme.

The rule: nothing here is wider than what it stands for; what a widget paints itself has no place here.
"""

from typing import TYPE_CHECKING, Final

from headwater_resources import icon_path

if TYPE_CHECKING:
    from headwater_ui.theme import Colours

#: What is told by a shade of grey elsewhere has a line here; the style's own boxes would be unseen.
_CONTRAST: Final = """
    QPushButton, QToolBar QToolButton, QDialog QToolButton, QScrollArea QToolButton { border: 1px solid #FFFFFF;
        border-radius: 4px; padding: 4px 8px; background: #000000; }
    QPushButton:disabled, QToolBar QToolButton:disabled { border-color: #8A8A8A; }
    QPushButton:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QCheckBox:focus, QRadioButton:focus,
    QTableView:focus, QTreeView:focus, QListWidget:focus, QToolButton:focus { border: 2px solid #FFD400; }
    QCheckBox::indicator, QTableView::indicator, QTreeView::indicator, QRadioButton::indicator, QMenu::indicator {
        border: 1px solid #FFFFFF; width: 12px; height: 12px; background: #000000; }
    QCheckBox::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked,
    QRadioButton::indicator:checked, QMenu::indicator:checked { background: #FFD400; }
    QRadioButton::indicator { border-radius: 6px; }
    QTableView { border: 2px solid #000000; }
    QTableWidget, QDialog QTreeView { border: 2px solid #FFFFFF; }
    QListWidget { border: 2px solid #FFFFFF; }
    QMenu, QComboBox QAbstractItemView { border: 1px solid #FFFFFF; }
    QMenu::item:selected, QComboBox QAbstractItemView::item:selected { background: #FFD400; color: #000000; }
    QScrollBar::handle { background: #FFFFFF; }
"""


def style_rules(c: "Colours", *, is_contrast: bool) -> str:
    """The rules for a set of colours."""
    up, down = (icon_path(f"{'contrast' if is_contrast else 'box'}-{way}").as_posix() for way in ("up", "down"))
    check = icon_path("check-black" if c.dark else "check-white").as_posix()
    groups = (
        _bars(c),
        _lists(c),
        _panes(c),
        _fields(c, up, down),
        _buttons(c),
        _ticks(c, check),
        _tracks(c),
        _words(c),
    )
    return "".join(groups) + (_CONTRAST if is_contrast else "")


def _bars(c: "Colours") -> str:
    """The tool bar and the menus above all."""
    return f"""
    QToolBar {{ background: {c.window}; border: none; border-bottom: 1px solid {c.line};
        padding: 5px 8px; spacing: 2px; }}
    QToolBar QToolButton {{ padding: 5px 9px; border: 1px solid transparent; border-radius: 6px; }}
    QToolBar QToolButton:hover {{ background: {c.track}; }}
    QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {c.selection}; }}
    QToolBar QToolButton:focus {{ border-color: {c.accent}; }}
    QToolBar::separator {{ background: {c.line}; width: 1px; margin: 5px 6px; }}
    QMenuBar {{ background: {c.window}; }}
    """


def _lists(c: "Colours") -> str:
    """Tables, lists and their headers."""
    return f"""
    QTableView {{ background: {c.surface}; border: none; selection-background-color: {c.selection};
        selection-color: {c.text}; outline: none; }}
    QTableView#sourceTable::item, QTableView#activityLog::item {{ padding: 0 7px; }}
    QTableWidget, QDialog QTreeView {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 6px;
        padding: 1px; }}
    QTableWidget::item {{ padding: 0 7px; }}
    QListWidget {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px;
        outline: none; }}
    QListWidget::item {{ padding: 6px 8px; border-radius: 4px; }}
    QListWidget::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QHeaderView {{ background: {c.surface}; }}
    QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.line}; padding: 5px 10px; }}
    QHeaderView::section:hover {{ color: {c.text}; }}
    """


def _panes(c: "Colours") -> str:
    """What the window is divided into, and what stands in a pane by itself."""
    return f"""
    QDockWidget::title {{ padding: 6px 12px; text-align: left; background: {c.window}; }}
    QMainWindow::separator {{ background: {c.line}; width: 1px; height: 1px; }}
    QMainWindow::separator:hover {{ background: {c.accent}; }}
    QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; }}
    QStatusBar::item {{ border: none; }}
    QPlainTextEdit#previewText, QPlainTextEdit#previewHex {{ border: none; border-radius: 0; padding: 8px; }}
    QScrollArea {{ background: {c.surface}; border: none; }}
    QScrollArea#addMoreRoom, QWidget#addMorePage {{ background: transparent; }}
    QWidget#page, QWidget#previewPane, QWidget#channelGraph, QWidget#graphBar {{ background: {c.surface}; }}
    QWidget#groupBar QToolButton, QWidget#graphBar QToolButton {{ padding: 4px 9px; border: 1px solid transparent;
        border-radius: 6px; }}
    QWidget#groupBar QToolButton:hover, QWidget#graphBar QToolButton:hover {{ background: {c.track}; }}
    QWidget#groupBar QToolButton:checked, QWidget#graphBar QToolButton:checked {{ background: {c.selection}; }}
    QWidget#groupBar QToolButton:focus, QWidget#graphBar QToolButton:focus {{ border-color: {c.accent}; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{ padding: 6px 12px; border: none; border-top: 2px solid transparent; color: {c.muted};
        background: {c.window}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-top-color: {c.accent}; background: {c.surface}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    """


def _fields(c: "Colours", up: str, down: str) -> str:
    """What one types into or chooses from; `up` and `down` are pictures of arrows."""
    return f"""
    QLineEdit, QPlainTextEdit {{ background: {c.surface};
        border: 1px solid {c.line}; border-radius: 6px; padding: 4px 6px; selection-background-color: {c.accent};
        selection-color: {c.surface}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.accent}; }}
    QComboBox, QAbstractSpinBox {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 6px;
        padding: 3px 6px; min-height: 18px; }}
    QAbstractSpinBox {{ padding: 1px 0; }}
    QComboBox:focus, QAbstractSpinBox:focus {{ border-color: {c.accent}; }}
    QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {c.muted}; }}
    QAbstractSpinBox QLineEdit {{ background: transparent; border: none; border-radius: 0; padding: 0 5px; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.line}; padding: 2px; outline: none; }}
    QComboBox QAbstractItemView::item {{ min-height: 18px; padding: 3px 5px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent;
        width: 18px; }}
    """


def _buttons(c: "Colours") -> str:
    """Buttons with words: the style's own show hardly that they have the keyboard."""
    return f"""
    QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px 12px; }}
    QPushButton:hover {{ background: {c.track}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {c.selection}; }}
    QPushButton:disabled {{ color: {c.muted}; }}
    QPushButton:default {{ border-color: {c.muted}; }}
    QPushButton:focus {{ border-color: {c.accent}; }}
    """


def _ticks(c: "Colours", check: str) -> str:
    """Boxes to tick, in rows as well; `check` is the picture of a tick.

    Words with a key are drawn in pieces, which are wider than what Qt measures: it brings "Te" together as a whole. A
    label with room of its own would begin further in, were it not told where.
    """
    return f"""
    QLabel, QCheckBox {{ padding-right: 2px; }}
    QLabel {{ qproperty-indent: 0; }}
    QCheckBox::indicator, QTableView::indicator, QTreeView::indicator {{ width: 13px; height: 13px;
        border: 1px solid {c.muted}; border-radius: 3px; background: {c.surface}; }}
    QCheckBox::indicator:checked, QTableView::indicator:checked, QTreeView::indicator:checked {{
        border-color: {c.accent}; background: {c.accent}; image: url("{check}"); }}
    QCheckBox::indicator:disabled, QTableView::indicator:disabled, QTreeView::indicator:disabled {{
        border-color: {c.line}; }}
    """


def _tracks(c: "Colours") -> str:
    """What shows how far: bars of progress and of scrolling."""
    return f"""
    QProgressBar {{ background: {c.track}; border: 1px solid {c.line}; border-radius: 4px; min-height: 6px;
        max-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; width: 0; height: 0; }}
    """


def _words(c: "Colours") -> str:
    """Words by themselves, and what holds nothing else."""
    return f"""
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 5px; }}
    QLabel#problem {{ color: {c.bad}; }}
    QLabel[tone="muted"] {{ color: {c.muted}; }}
    QLabel[tone="bad"] {{ color: {c.bad}; }}
    QLabel[tone="good"] {{ color: {c.good}; }}
    QLabel[tone="title"] {{ font-weight: 600; }}
    """
