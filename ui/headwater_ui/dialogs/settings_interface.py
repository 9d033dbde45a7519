"""Settings: who else may command Headwater on this computer."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from headwater.model.errors import UserError
from headwater_ui.dialogs.settings_page import Page, Values, number_box
from headwater_ui.language import translate


class InterfacePage(Page):
    """The control interface: on or off, where, and for which web pages."""

    def __init__(self) -> None:
        super().__init__("Interface")
        self.begin(self.tr("Control interface"))
        on, origins = QCheckBox(), QPlainTextEdit()
        self.add_row(
            self.tr("Let other programs co&mmand Headwater"),
            on,
            self.tr(
                "Browser extensions and tools that speak aria2's JSON-RPC, on this computer, with the secret of the "
                "File menu"
            ),
            lambda v: on.setChecked(v.settings.interface.is_on),
            lambda v: _set_interface(v, is_on=on.isChecked()),
        )
        port = number_box(0, 65535, self.tr("Any free one"))
        self.add_row(
            self.tr("P&ort"),
            port,
            self.tr("6800 is the one that tools expect"),
            lambda v: port.setValue(v.settings.interface.port),
            lambda v: _set_interface(v, port=port.value()),
        )
        origins.setFixedHeight(70)
        origins.setTabChangesFocus(True)
        self.add_row(
            self.tr("Web &pages"),
            origins,
            self.tr("Pages that may use it, one a line, as https://ariang.example.org; others are refused"),
            lambda v: origins.setPlainText("\n".join(v.settings.interface.origins)),
            lambda v: _set_interface(v, origins=_read_origins(origins.toPlainText())),
        )
        self.close_up()


def _set_interface(values: Values, **changes: Any) -> Values:
    interface = replace(values.settings.interface, **changes)
    return replace(values, settings=replace(values.settings, interface=interface))


def _read_origins(text: str) -> tuple[str, ...]:
    origins = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    for origin in origins:
        if "://" not in origin:
            raise UserError(
                translate("InterfacePage", "Web pages: “{origin}” is no address; write https://…").format(origin=origin)
            )
    return origins
