"""Text and plain bytes of a file that is still coming: the views, and what fills them while it comes.

The encoding is told once, from the first bytes (on a worker thread, it is a slow guess); the rest is decoded as it
comes. Endless lines are folded, because laying out one line of a million letters would hold up the window.
"""

import asyncio
import codecs
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final

from PySide6.QtGui import QFontDatabase, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from headwater.model.ports import OutputStream
from headwater_ui.language import translate
from headwater_ui.wording import size_words

TEXT_CAP_BYTES: Final = 1024**2
HEX_CAP_BYTES: Final = 16 * 1024
#: Eight bytes a line fit into a narrow pane without a scroll bar.
HEX_ROW: Final = 8
_DETECT_BYTES: Final = 64 * 1024
_CHUNK_BYTES: Final = 512 * 1024
_FOLD: Final = 2000
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def detect_encoding(head: bytes) -> str:
    """The likely encoding of a text that begins with `head`, as Python names it. Slow: call it on a worker thread."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        import charset_normalizer

        best = charset_normalizer.from_bytes(head).best()
        return best.encoding if best is not None else "latin-1"
    return "utf-8"


def fold(text: str, column: int) -> tuple[str, int]:
    """Break lines after `_FOLD` letters; `column` is where the text begins, the column after it is returned."""
    pieces: list[str] = []
    for line in text.splitlines(keepends=True):
        while column + len(line.rstrip("\r\n")) > _FOLD:
            pieces.append(line[: _FOLD - column] + "\n")
            line, column = line[_FOLD - column :], 0  # noqa: PLW2901  # the rest of the same line
        pieces.append(line)
        column = 0 if line.endswith(("\n", "\r")) else column + len(line)
    return "".join(pieces), column


def hex_lines(data: bytes, offset: int) -> str:
    """Bytes as lines of `HEX_ROW`: offset, hexadecimal, letters."""
    lines = []
    for at in range(0, len(data), HEX_ROW):
        row = data[at : at + HEX_ROW]
        digits = row[:4].hex(" ") + "  " + row[4:].hex(" ")
        letters = "".join(chr(byte) if 32 <= byte < 127 else "·" for byte in row)
        lines.append(f"{offset + at:08x}  {digits:<24}  {letters}\n")
    return "".join(lines)


class TextView(QPlainTextEdit):
    """Grows at its end and keeps the place where one reads; who reads at the end stays there.

    The lines of a table stay whole, however narrow the view is.
    """

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None, *, is_table: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        wraps = QTextOption.WrapMode
        self.setWordWrapMode(wraps.NoWrap if is_table else wraps.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self._column = 0

    def begin(self) -> None:
        """Forget the last file."""
        self._column = 0
        self.clear()

    def grow(self, text: str) -> None:
        """Add text at the end."""
        bar = self.verticalScrollBar()
        follows = 0 < bar.maximum() == bar.value()
        folded, self._column = fold(text, self._column)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(folded)
        if follows:
            bar.setValue(bar.maximum())


async def follow_text(
    view: TextView, stream: OutputStream, head: bytes, worker: Executor, tell: Callable[[str], None]
) -> None:
    """Show a text that begins with `head` up to `TEXT_CAP_BYTES`; `tell(words)` what it is."""
    loop = asyncio.get_running_loop()
    encoding = await loop.run_in_executor(worker, detect_encoding, head[:_DETECT_BYTES])
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    view.begin()
    piece, have = head, 0
    while piece:
        have += len(piece)
        whole = have == stream.size_bytes
        view.grow(decoder.decode(piece, final=whole))
        of_all = (
            translate("TextView", ", the first {size} are shown").format(size=size_words(have))
            if have >= TEXT_CAP_BYTES and not whole
            else ""
        )
        tell(
            translate("TextView", "Text, {encoding}{of_all}").format(
                encoding=encoding.upper().replace("_", "-"), of_all=of_all
            )
        )
        if whole or have >= TEXT_CAP_BYTES:
            return
        room = min(_CHUNK_BYTES, TEXT_CAP_BYTES - have)
        stream.wish(have, room)
        piece = await stream.read_at(have, room)


async def follow_bytes(view: TextView, stream: OutputStream, head: bytes, tell: Callable[[str], None]) -> None:
    """Show the first bytes as numbers, `head` among them, up to `HEX_CAP_BYTES`."""
    view.begin()
    pending, shown, whole = head, 0, False
    while not whole:
        have = shown + len(pending)
        whole = have >= HEX_CAP_BYTES or have == stream.size_bytes
        ready = pending[: HEX_CAP_BYTES - shown]
        if not whole:
            ready = ready[: len(ready) // HEX_ROW * HEX_ROW]  # whole lines only: a short piece would tear the table
        view.grow(hex_lines(ready, shown))
        shown += len(ready)
        tell(translate("TextView", "The first {size}, byte by byte").format(size=size_words(shown)))
        if not whole:
            piece = await stream.read_at(have, HEX_CAP_BYTES - have)
            pending = pending[len(ready) :] + piece
            whole = not piece
