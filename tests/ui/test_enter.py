"""Enter in a dialog: what it presses, wherever one types, takes nothing away."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton
from tests.ui.desk import Desk
from tests.ui.every_dialog import every_dialog

_TAKES = {QDialogButtonBox.ButtonRole.DestructiveRole, QDialogButtonBox.ButtonRole.ResetRole}


def test_enter_takes_nothing_away_in_any_dialog(desk: Desk) -> None:
    wrong = []
    for name, dialog in every_dialog(desk):
        if not isinstance(dialog, QDialog):
            continue
        defaults = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
        for button in defaults:
            box = button.parent()
            if not isinstance(box, QDialogButtonBox) or box.buttonRole(button) in _TAKES:
                wrong.append(f"{name}: {button.text()}")
        if len(defaults) != 1:
            wrong.append(f"{name}: {len(defaults)} buttons are the default")
    assert wrong == []
