"""Documents as large as a test wants them: a PDF whose pages are pictures, written by hand."""

import random
from pathlib import Path


def make_pdf(path: Path, *, pages: int, picture_bytes: int, seed: int = 1) -> Path:
    """A PDF (ISO 32000, 7.5) of `pages`, each with its number as text and a picture of noise; its index comes last."""
    rng = random.Random(seed)
    side = max(1, round((picture_bytes / 3) ** 0.5))
    font = 3 + 3 * pages
    kids = " ".join(f"{3 + 3 * page} 0 R" for page in range(pages))
    places: list[int] = []
    with path.open("wb") as file:

        def add(text: str, stream: bytes | None = None) -> None:
            places.append(file.tell())
            file.write(f"{len(places)} 0 obj\n{text}\n".encode())
            if stream is not None:
                file.write(b"stream\n" + stream + b"\nendstream\n")
            file.write(b"endobj\n")

        file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        add("<< /Type /Catalog /Pages 2 0 R >>")
        add(f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>")
        for page in range(pages):
            text = f"q 400 0 0 400 100 100 cm /I Do Q BT /F 48 Tf 100 650 Td (Page {page + 1}) Tj ET".encode()
            noise = rng.randbytes(side * side * 3)
            number = 3 + 3 * page
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R"
                f" /Resources << /XObject << /I {number + 2} 0 R >> /Font << /F {font} 0 R >> >> >>"
            )
            add(f"<< /Length {len(text)} >>", text)
            add(
                f"<< /Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceRGB"
                f" /BitsPerComponent 8 /Length {len(noise)} >>",
                noise,
            )
        add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        index = file.tell()
        file.write(f"xref\n0 {font + 1}\n0000000000 65535 f \n".encode())
        file.writelines(f"{place:010} 00000 n \n".encode() for place in places)
        file.write(f"trailer\n<< /Size {font + 1} /Root 1 0 R >>\nstartxref\n{index}\n%%EOF\n".encode())
    return path
