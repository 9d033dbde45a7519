"""The bar of tools: the few actions that one reaches for, each with its word."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar, QWidget

from headwater_ui.language import translate
from headwater_ui.shell.action_table import TOOL_BAR
from headwater_ui.shell.actions import Actions


class ToolBar(QToolBar):
    """Shows the actions of `TOOL_BAR`."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(translate("MainWindow", "Tools"), parent)
        self.setObjectName("toolBar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 20))
        for name in TOOL_BAR:
            if name is None:
                self.addSeparator()
                continue
            self.addAction(actions[name])
            button = self.widgetForAction(actions[name])
            button.setObjectName(f"tool_{name}")
            button.setAccessibleName(actions[name].iconText())
