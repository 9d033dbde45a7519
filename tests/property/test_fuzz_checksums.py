"""Checksum files: what is written is found again; whatever else comes is read or refused."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.mutations import mutated

from headwater.discovery.checksums import choose_line, read_checksum_file, read_pasted
from headwater.model.errors import HeadwaterError
from headwater.model.hashing import ALGORITHMS

LENGTHS = {"md5": 16, "sha-1": 20, "sha-224": 28, "sha-256": 32, "sha-384": 48, "sha-512": 64}
HONEST = (
    f"{'ab' * 32}  a.iso\n{'cd' * 32} *dir/b.iso\nSHA512 (a.iso) = {'12' * 64}\n{'0f' * 16}\n\\{'ee' * 20}  a\\nb\n"
).encode()

names = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 ._()=*-]{0,20}[A-Za-z0-9]", fullmatch=True)


@given(
    st.data(),
    st.sampled_from(sorted(LENGTHS)),
    st.booleans(),
    st.dictionaries(names, st.none(), min_size=1, max_size=5),
)
def test_what_is_written_is_found_again(data: st.DataObject, name: str, bsd: bool, listed: dict[str, None]) -> None:
    digests = {entry: data.draw(st.binary(min_size=LENGTHS[name], max_size=LENGTHS[name])).hex() for entry in listed}
    lines = [f"{name} ({entry}) = {hexed}" if bsd else f"{hexed}  {entry}" for entry, hexed in digests.items()]
    found = read_checksum_file("\n".join(lines).encode())
    for entry, hexed in digests.items():
        chosen = choose_line(found, entry, origin="o")
        assert chosen is not None
        assert (chosen.algorithm, chosen.hex_digest) == (name, hexed)


@given(mutated(HONEST) | st.binary(max_size=200), st.text(max_size=20))
def test_damaged_files_are_read_or_refused(data: bytes, file_name: str) -> None:
    with contextlib.suppress(HeadwaterError):
        found = read_checksum_file(data, file_name=file_name)
        for line in found:
            assert len(line.hex_digest) == 2 * ALGORITHMS[line.algorithm].digest_bytes
        choose_line(found, "a.iso", origin="o")


@given(st.text(max_size=80))
def test_anything_may_be_pasted(text: str) -> None:
    with contextlib.suppress(HeadwaterError):
        checksum = read_pasted(text)
        assert len(checksum.hex_digest) == 2 * ALGORITHMS[checksum.algorithm].digest_bytes
