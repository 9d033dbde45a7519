"""The window: Qt on top of `headwater.control`. The only place where PySide6 is imported."""
