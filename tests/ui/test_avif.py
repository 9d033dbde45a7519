"""Pictures in AVIF by the system's decoder: what Pillow, which asks another one, makes of the same files."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage
from tests.unit.formats.avif_files import grid_file

from headwater.formats.avif import read_avif
from headwater_ui.preview import avif
from headwater_ui.preview.av1 import is_decodable
from headwater_ui.preview.avif import decode_with_dav1d

pytestmark = pytest.mark.skipif(not is_decodable(), reason="dav1d is not installed")

SIZE = (211, 97)


def landscape() -> Image.Image:
    """All brightnesses and colours, softly, at an odd size."""
    return Image.merge(
        "RGB",
        [
            Image.linear_gradient("L").resize(SIZE),
            Image.linear_gradient("L").rotate(90).resize(SIZE),
            Image.radial_gradient("L").resize(SIZE),
        ],
    )


def encode(picture: Image.Image, **how: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "AVIF", quality=90, **how)
    return buffer.getvalue()


def as_pillow(image: QImage | None) -> Image.Image:
    assert image is not None
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    size = (plain.width(), plain.height())
    return Image.frombuffer("RGBA", size, bytes(plain.constBits()), "raw", "RGBA", plain.bytesPerLine(), 1)


def differs_by(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart on average, of 255, in the channel where it is most."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))).mean)


@pytest.mark.parametrize("subsampling", ["4:2:0", "4:2:2", "4:4:4", "4:0:0"])
@pytest.mark.parametrize("given", ["full", "limited"])
def test_colours_are_as_pillow_sees_them(subsampling: str, given: str) -> None:
    data = encode(landscape(), subsampling=subsampling, range=given)
    assert differs_by(as_pillow(decode_with_dav1d(data)), Image.open(io.BytesIO(data))) < 1.5


def test_opacity_comes_along() -> None:
    picture = landscape().convert("RGBA")
    picture.putalpha(Image.radial_gradient("L").resize(SIZE))
    data = encode(picture)
    decoded = decode_with_dav1d(data)
    assert decoded is not None
    assert decoded.hasAlphaChannel()
    alpha = as_pillow(decoded).getchannel("A")
    assert max(ImageStat.Stat(ImageChops.difference(alpha, Image.open(io.BytesIO(data)).getchannel("A"))).mean) < 1.0


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="FFmpeg is not installed")
@pytest.mark.parametrize(
    ("pixels", "colours"), [("yuv420p10le", "bt709"), ("yuv444p12le", "bt2020nc"), ("gray10le", "bt709"), ("gbrp", "")]
)
def test_more_bits_and_other_matrices(tmp_path: Path, pixels: str, colours: str) -> None:
    given = landscape().convert("L" if pixels.startswith("gray") else "RGB")
    given.save(tmp_path / "given.png")
    used = "pc" if given.mode == "L" else "tv"  # FFmpeg does not narrow what has no colours, though it says so
    filters = ["-vf", f"scale=out_color_matrix={colours.removesuffix('nc')}:out_range={used}"]
    filters += ["-colorspace", colours, "-color_range", used]
    subprocess.run(
        ["ffmpeg", "-v", "error", "-i", tmp_path / "given.png", *(filters if colours else []), "-pix_fmt", pixels,
         "-c:v", "libaom-av1", "-still-picture", "1", "-crf", "12", "-cpu-used", "8", tmp_path / "made.avif"],
        check=True,
    )  # fmt: skip
    decoded = as_pillow(decode_with_dav1d((tmp_path / "made.avif").read_bytes()))
    assert differs_by(decoded, given) < 3.0


@pytest.mark.parametrize("wide", [False, True])
def test_a_grid_is_put_together_and_cut(wide: bool) -> None:
    whole = landscape().resize((128, 128))
    corners = [whole.crop((left, top, left + 64, top + 64)) for top in (0, 64) for left in (0, 64)]
    tiles = [read_avif(encode(corner, subsampling="4:4:4")).colour.tiles[0] for corner in corners]
    decoded = as_pillow(decode_with_dav1d(grid_file(tiles, 2, 120, 100, wide=wide)))
    assert differs_by(decoded, whole.crop((0, 0, 120, 100))) < 3.0


def test_damaged_and_oversized_files_are_no_picture() -> None:
    data = encode(landscape())
    assert decode_with_dav1d(data[: len(data) // 2]) is None
    begins = data.index(b"mdat") + 4
    assert decode_with_dav1d(data[:begins] + bytes(len(data) - begins)) is None
    tile = read_avif(data).colour.tiles[0]
    assert decode_with_dav1d(grid_file([tile] * 4, 2, 60_000, 60_000)) is None


def test_tiles_that_are_larger_than_their_picture_do_not_go_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    tile = read_avif(encode(landscape())).colour.tiles[0]
    few, many = grid_file([tile] * 4, 2, 200, 90), grid_file([tile] * 100, 10, 200, 90)
    monkeypatch.setattr(avif, "_MOST_PIXELS", 40 * SIZE[0] * SIZE[1])
    assert decode_with_dav1d(few) is not None
    assert decode_with_dav1d(many) is None


def test_it_is_asked_where_pillow_has_no_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL._avif", None)
    monkeypatch.delattr("PIL._avif", raising=False)
    decoded = avif.decode_avif(encode(landscape(), subsampling="4:4:4"))
    assert differs_by(as_pillow(decoded), landscape()) < 3.0
