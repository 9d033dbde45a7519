"""The plan for real files: a player starts, an archive lists, with nothing but the planned spans on disk."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.media import ComingFile, decodes_first_frame, make_sample, needs_ffmpeg

from headwater.formats.byte_view import ByteView
from headwater.formats.plan import plan_spans
from headwater.formats.sniff import Container, sniff
from headwater.model.spans import Span

FILMS = [
    ("faststart.mp4", ["-c:v", "libx264", "-movflags", "+faststart"], Container.MP4),
    ("moov_last.mp4", ["-c:v", "libx264"], Container.MP4),
    ("fragmented.mp4", ["-c:v", "libx264", "-movflags", "frag_keyframe+empty_moov"], Container.MP4),
    ("film.mov", ["-c:v", "mpeg4"], Container.MP4),
    ("film.mkv", ["-c:v", "libx264"], Container.MATROSKA),
    ("film.webm", ["-c:v", "libvpx", "-b:v", "1M", "-deadline", "realtime"], Container.MATROSKA),
    ("film.avi", ["-c:v", "mpeg4"], Container.AVI),
    ("film.ts", ["-c:v", "libx264"], Container.MPEGTS),
]
SOUNDS = [
    ("sound.ogg", ["-c:a", "libvorbis"], Container.OGG),
    ("sound.opus", ["-c:a", "libopus"], Container.OGG),
    ("sound.mp3", [], Container.MP3),
    ("sound.flac", [], Container.FLAC),
    ("sound.wav", [], Container.WAV),
]


@needs_ffmpeg
@pytest.mark.parametrize(("name", "options", "container"), FILMS, ids=[film[0] for film in FILMS])
def test_a_film_starts_with_the_planned_spans_alone(
    tmp_path: Path, name: str, options: list[str], container: Container
) -> None:
    film = make_sample(tmp_path / name, "-b:v", "3M", *options, seconds=20)
    coming = ComingFile(film.read_bytes())
    plan = coming.settle()
    assert plan.container is container
    assert plan.note is None
    assert coming.here.total_bytes < max(900_000, len(coming.data) // 2)
    assert decodes_first_frame(coming.write_sparse(tmp_path / f"sparse-{name}"))


@needs_ffmpeg
@pytest.mark.parametrize(("name", "options", "container"), SOUNDS, ids=[sound[0] for sound in SOUNDS])
def test_a_sound_starts_with_the_planned_spans_alone(
    tmp_path: Path, name: str, options: list[str], container: Container
) -> None:
    sound = make_sample(tmp_path / name, *options, seconds=90, video=False)
    coming = ComingFile(sound.read_bytes())
    assert coming.settle().container is container
    assert coming.here.total_bytes < len(coming.data) or len(coming.data) < 256 * 1024
    assert decodes_first_frame(coming.write_sparse(tmp_path / f"sparse-{name}"), "a")


@needs_ffmpeg
def test_the_rate_of_play_is_size_over_duration(tmp_path: Path) -> None:
    for name in ("film.mp4", "film.mkv", "film.avi"):
        film = make_sample(tmp_path / name, "-c:v", "mpeg4", seconds=10)
        rate = ComingFile(film.read_bytes()).settle().rate_bytes_per_s
        assert rate is not None
        assert rate == pytest.approx(film.stat().st_size / 10, rel=0.05)


@needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "options", "codecs"),
    [
        ("av1.mp4", ["-c:v", "libaom-av1", "-cpu-used", "8", "-c:a", "aac"], {"av01", "mp4a"}),
        ("av1.mkv", ["-c:v", "libaom-av1", "-cpu-used", "8", "-c:a", "libopus"], {"V_AV1", "A_OPUS"}),
        ("vp9.webm", ["-c:v", "libvpx-vp9", "-deadline", "realtime"], {"V_VP9", "A_OPUS"}),
        ("h264.mov", ["-c:v", "libx264", "-c:a", "aac"], {"avc1", "mp4a"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_container_names_the_codecs(tmp_path: Path, name: str, options: list[str], codecs: set[str]) -> None:
    film = make_sample(tmp_path / name, *options, seconds=1)
    assert set(ComingFile(film.read_bytes()).settle().codecs) == codecs


def test_moov_behind_mdat_costs_one_jump() -> None:
    mdat = struct.pack(">I4s", 40_000_000, b"mdat") + bytes(39_999_992)
    moov = struct.pack(">I4s", 3_000_000, b"moov") + struct.pack(">I4s", 2_999_992, b"free") + bytes(2_999_984)
    coming = ComingFile(struct.pack(">I4s", 16, b"ftyp") + b"isom\0\0\0\0" + mdat + moov)
    plan = coming.settle()
    assert coming.rounds == 3  # the head, the header behind mdat, the rest of moov
    assert Span(40_000_016, 43_000_016) in plan.spans


def test_a_zip_of_400_entries_lists_itself_from_its_tail() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for i in range(400):
            archive.writestr(f"folder/{i:04}.bin", bytes(20_000))
    coming = ComingFile(buffer.getvalue())
    assert coming.settle().container is Container.ZIP
    assert coming.here.total_bytes <= 256 * 1024
    shown = bytearray(len(coming.data))
    for span in coming.here:
        shown[span.start : span.end] = coming.data[span.start : span.end]
    with zipfile.ZipFile(io.BytesIO(bytes(shown))) as archive:
        assert len(archive.namelist()) == 400


def test_a_zip_with_a_long_comment_and_something_before_it_is_found() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "a" * 50_000)
        archive.comment = b"c" * 60_000
    plan = ComingFile(buffer.getvalue()).settle()
    assert plan.note is None


def test_a_pdf_wants_its_tail_and_its_cross_references() -> None:
    body = b"%PDF-1.7\n" + bytes(300_000)
    first_at = len(body)
    first = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n" + bytes(200_000)
    second_at = first_at + len(first)
    second = b"xref\n0 0\ntrailer\n<< /Size 1 /Prev %d >>\n" % first_at + bytes(100_000)
    data = body + first + second + b"startxref\n%d\n%%%%EOF\n" % second_at
    plan = ComingFile(data).settle()
    assert plan.note is None
    assert [span.start for span in plan.spans[2:]] == [second_at, first_at]


def test_a_tiff_wants_its_directories() -> None:
    directory = struct.pack("<H", 1) + bytes(12) + struct.pack("<I", 0)
    data = b"II*\0" + struct.pack("<I", 500_000) + bytes(499_992) + directory
    assert Span(500_000, 500_018) in ComingFile(data).settle().spans


def test_an_empty_file_wants_nothing() -> None:
    assert plan_spans(ByteView(lambda _offset, _size: None, 0)).spans == ()


@pytest.mark.parametrize(
    "data",
    [
        struct.pack(">I4s", 4, b"ftyp") + bytes(100),
        struct.pack(">I4sQ", 1, b"ftyp", 2**63) + bytes(100),
        struct.pack(">I4sQ", 1, b"ftyp", 3) + bytes(100),
        b"\x1a\x45\xdf\xa3\xff" + bytes(100),
        b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xfe" + bytes(100),
        b"%PDF-1.4\n" + bytes(100) + b"startxref\n99999999999\n%%EOF",
        b"PK\x03\x04" + bytes(100),
        b"PK\x05\x06" + bytes(8) + b"\xff" * 8 + bytes(2),
        b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
        b"fLaC" + b"\0\0\0\0" * 5000,
    ],
    ids=lambda data: data[:12].hex(),
)
def test_hostile_structures_end_in_a_plan_for_plain_bytes(data: bytes) -> None:
    plan = ComingFile(data).settle()
    assert plan.spans[0] == Span(0, len(data)) or len(data) > 64 * 1024


MAGICS = [
    b"\0\0\0\x18ftypisom",
    b"\x1a\x45\xdf\xa3",
    b"OggS",
    b"ID3\x04\0\0",
    b"fLaC",
    b"RIFF\0\0\0\0WAVE",
    b"RIFF\0\0\0\0AVI LIST",
    b"G" + bytes(187) + b"G" + bytes(187) + b"G",
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"II*\0",
    b"MM\0*",
]
ATOMS = [
    b"moov",
    b"trak",
    b"mdia",
    b"minf",
    b"stbl",
    b"stco",
    b"mvhd",
    b"mdat",
    b"\x18\x53\x80\x67",
    b"\x11\x4d\x9b\x74",
    b"stsd",
    b"\x16\x54\xae\x6b",
    b"\xae",
    b"\x86",
]
PARTS = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [*ATOMS, b"startxref\n12", b"/Prev 9", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"data", b"idx1"]
    ),
    st.integers(0, 2**64 - 1).map(lambda number: number.to_bytes(8, "big")),
    st.integers(0, 300).map(lambda number: number.to_bytes(4, "big")),
)


@given(st.sampled_from(MAGICS), st.lists(PARTS, max_size=60))
def test_no_structure_makes_a_parser_fail_or_ask_outside_the_file(magic: bytes, parts: list[bytes]) -> None:
    ComingFile(magic + b"".join(parts)).settle()


@given(st.binary(max_size=600))
def test_sniffing_takes_anything(head: bytes) -> None:
    assert isinstance(sniff(head), Container)
