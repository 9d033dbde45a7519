"""PDFs and archives that are still coming, looked into by the real pane on a real engine hosted by Qt's loop."""

import asyncio
import io
import random
import tarfile
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.fakes.documents import make_pdf
from tests.fakes.panes import stage, withhold
from tests.fakes.waiting import until
from tests.ui.test_preview import picture

from headwater.lab.sample import BytesSample, FileSample
from headwater_ui.preview.kinds import Kind


def test_a_pdf_shows_its_first_page_and_any_other_early(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    document = make_pdf(tmp_path / "big.pdf", pages=40, picture_bytes=250_000)

    async def read() -> None:
        async with stage(tmp_path, FileSample(document), 0.3, 0.7) as (shown, lab):
            await until(lambda: shown.pane.kind is Kind.PDF and shown.pdf.page == 0)
            assert shown.pdf.pages == 40
            withhold(lab, 0.512, 0.52)  # QtPdf looks at every page before the one it shows, but not into its picture
            shown.pdf.turn(35)
            await until(lambda: shown.pdf.page == 35)
            assert shown.pdf._of.text() == "of 40"
            assert not shown.pane._caption.text()
            sheet = shown.pdf._sheet._pixmap.toImage()
            colours = {sheet.pixelColor(sheet.width() // 2, y).rgb() for y in range(0, sheet.height(), 7)}
            assert len(colours) > 10, "the page's picture is noise"

    qt_loop.run_until_complete(read())


def test_the_window_stays_alive_while_a_pdf_waits_for_bytes(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    document = make_pdf(tmp_path / "big.pdf", pages=20, picture_bytes=300_000)

    async def read() -> None:
        async with stage(tmp_path, FileSample(document), 0.02, 0.99) as (shown, lab):
            await until(lambda: "PDF" in shown.pane.viewers.blank.title)
            # Whoever blocked this thread would wait for ever: the mirrors live on it, too, and send nothing more yet.
            for _ in range(200):
                await asyncio.sleep(0.001)
            assert "PDF" in shown.pane.viewers.blank.title
            withhold(lab)
            await until(lambda: shown.pane.kind is Kind.PDF and shown.pdf.page == 0)

    qt_loop.run_until_complete(read())


def test_switching_pdfs_while_bytes_are_missing_leaves_nothing_behind(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    document = make_pdf(tmp_path / "big.pdf", pages=20, picture_bytes=300_000)

    async def switch() -> None:
        async with stage(tmp_path, FileSample(document), 0.02, 0.99) as (shown, _):
            await until(lambda: "PDF" in shown.pane.viewers.blank.title)
            for _ in range(100):
                shown.pane.show_job(None)
                shown.pane.show_job(shown.api.job(shown.job_id))
                await until(lambda: shown.pane.viewers.pdf is not None and shown.pdf._reader is not None)
            shown.pane.show_job(None)
            await until(lambda: not shown.pdf.is_leaving and shown.pdf._reader is None)
            await until(lambda: not [thread for thread in threading.enumerate() if thread.name == "pdf"])
            assert not shown.api._engine._roster.job(shown.job_id).streams

    qt_loop.run_until_complete(switch())


@pytest.mark.parametrize(
    ("damage", "hint"),
    [(b"", "damaged"), (b"trailer\n<< /Encrypt 1 0 R >>", "damaged")],
)
def test_a_damaged_pdf_says_so(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, damage: bytes, hint: str) -> None:
    data = b"%PDF-1.7\n" + damage + random.Random(1).randbytes(5000) + b"startxref\n99999999\n%%EOF"

    async def read() -> None:
        async with stage(tmp_path, BytesSample(data)) as (shown, _):
            await until(lambda: shown.pane.viewers.blank.title == "No preview")
            assert hint in shown.pane.viewers.blank.hint

    qt_loop.run_until_complete(read())


def big_zip() -> bytes:
    rng = random.Random(1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for i in range(40):
            archive.writestr(f"noise/{i:02}.bin", rng.randbytes(100_000))
        archive.writestr("pictures/half.jpg", picture("JPG"))
        for i in range(40):
            archive.writestr(f"more/{i:02}.bin", rng.randbytes(100_000))
        archive.writestr("readme.txt", "Grüße aus dem Archiv\n" * 50)
        archive.writestr("inner.zip", b"PK\x05\x06" + bytes(18))
    return buffer.getvalue()


def test_a_zip_lists_shows_and_saves_members_before_the_rest_is_there(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    async def browse() -> None:
        async with stage(tmp_path, BytesSample(big_zip()), 0.1, 0.4) as (shown, _):
            await until(lambda: shown.pane.kind is Kind.ARCHIVE)
            assert shown.pane._caption.text() == "ZIP · 83 members"
            view = shown.archive
            view.table.selectRow(40)
            view._look.click()
            await until(lambda: view._image.has_picture)
            view.show_listing()
            view.table.selectRow(81)
            view._look.click()
            await until(lambda: "Grüße aus dem Archiv" in view._text.toPlainText())
            view.show_listing()
            view.table.selectRow(82)
            view._look.click()
            await until(lambda: "inside an archive" in view._message.text())
            view.show_listing()
            view.table.selectRow(81)
            view._save.click()
            await until(lambda: view.findChild(QFileDialog) is not None)
            dialog = view.findChild(QFileDialog)
            assert dialog is not None
            assert Path(dialog.selectedFiles()[0]).name == "readme.txt"
            dialog.fileSelected.emit(str(tmp_path / "saved.txt"))
            dialog.reject()
            await until((tmp_path / "saved.txt").exists)
            assert (tmp_path / "saved.txt").read_text("utf-8").startswith("Grüße")

    qt_loop.run_until_complete(browse())


def test_a_tar_lists_what_has_come_and_grows(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    buffer, rng = io.BytesIO(), random.Random(1)
    with tarfile.open(fileobj=buffer, mode="w:gz", compresslevel=1) as archive:
        for i in range(30):
            info = tarfile.TarInfo(f"part/{i:02}.bin")
            info.size = 60_000
            archive.addfile(info, io.BytesIO(rng.randbytes(60_000)))

    async def browse() -> None:
        async with stage(tmp_path, BytesSample(buffer.getvalue()), 0.6, 1.0) as (shown, lab):
            await until(lambda: shown.pane.kind is Kind.ARCHIVE)
            early = shown.archive.model.rowCount()
            assert 0 < early < 30
            view = shown.archive
            view.table.selectRow(0)
            view._look.click()
            await until(lambda: view._text.toPlainText().startswith("00000000  "))
            view.show_listing()
            withhold(lab)
            await until(lambda: shown.archive.model.rowCount() == 30)
            await until(lambda: shown.pane._caption.text() == "tar, packed with gzip · 30 members")

    qt_loop.run_until_complete(browse())


def test_packed_bytes_that_are_no_archive_are_shown_as_bytes(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path
) -> None:
    async def browse() -> None:
        async with stage(tmp_path, BytesSample(b"\x1f\x8b\x08" + bytes(3000))) as (shown, _):
            await until(lambda: shown.pane.kind is Kind.BYTES)

    qt_loop.run_until_complete(browse())
