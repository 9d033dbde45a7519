"""Metalink 4 documents (RFC 5854), written: sources, size, hashes, pieces, signature.

The counterpart of `metalink`, which reads them; what is written here is read there without loss, but for the names and
passwords that stand in addresses: a Metalink is for other people.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_fields import NAMESPACE, safe_name
from headwater.model.access import without_user
from headwater.model.errors import UserError
from headwater.model.hashing import TREE


def write_metalink(files: Iterable[MetalinkFile]) -> bytes:
    """A Metalink 4 document. Raises `UserError` for pieces that the format has no name for (hash trees)."""
    root = Element("metalink", xmlns=NAMESPACE)
    SubElement(root, "generator").text = "Headwater"
    for file in files:
        _write_file(SubElement(root, "file", name=safe_name(file.name)), file)
    indent(root)
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _write_file(element: Element, file: MetalinkFile) -> None:
    if file.size_bytes is not None:
        SubElement(element, "size").text = str(file.size_bytes)
    for checksum in file.checksums:
        SubElement(element, "hash", type=checksum.algorithm).text = checksum.hex_digest
    if file.pieces is not None:
        if file.pieces.algorithm == TREE:
            raise UserError("Metalink has no name for hash trees; the pieces have to be hashed plainly")
        pieces = SubElement(element, "pieces", length=str(file.pieces.piece_bytes), type=file.pieces.algorithm)
        for index in range(file.pieces.count):
            SubElement(pieces, "hash").text = file.pieces.digest_of(index).hex()
    for source in file.sources:
        attributes = {} if source.priority is None else {"priority": str(source.priority)}
        if source.country is not None:
            attributes["location"] = source.country
        SubElement(element, "url", attributes).text = without_user(source.url)
    for other in file.meta_urls:
        attributes = {"mediatype": other.media_type}
        if other.priority is not None:
            attributes["priority"] = str(other.priority)
        SubElement(element, "metaurl", attributes).text = without_user(other.url)
    if file.signature is not None:
        SubElement(element, "signature", mediatype="application/pgp-signature").text = file.signature
