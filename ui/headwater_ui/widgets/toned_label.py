"""A label whose colour follows the tone of what it says.

The style sheet knows the tones: `muted`, `title`, `good`, `bad`. Qt looks at them when a widget is dressed, so that
another tone means dressing it anew; that is done here and nowhere else.
"""

from PySide6.QtWidgets import QLabel


class TonedLabel(QLabel):
    """Wraps its words."""

    def __init__(self, words: str = "", tone: str = "") -> None:
        super().__init__(words)
        self.setWordWrap(True)
        if tone:
            self.setProperty("tone", tone)

    def say(self, words: str, tone: str = "muted") -> None:
        """Say this, in this tone."""
        self.setText(words)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
