"""Documents that `serve` is given at its start: the signature that lies beside one speaks for it."""

from pathlib import Path

import pytest
from tests.fakes.gnupg import gnupg_home, sign

from headwater.control.api import Api
from headwater.control.rpc.arguments import ServeOptions, parse_arguments
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.service import add_input
from headwater.control.rpc.wire import RpcError
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.job import Checksum
from headwater.model.source import SourceSpec

DIGEST = "ab" * 32


@pytest.mark.parametrize("is_forged", [False, True])
async def test_a_metalink_file_with_its_signature_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_forged: bool
) -> None:
    file = MetalinkFile(
        name="f.bin",
        sources=(SourceSpec("http://127.0.0.1:9/f.bin"),),
        size_bytes=1000,
        checksums=(Checksum("sha-256", DIGEST),),
    )
    document = write_metalink([file])
    path = tmp_path / "f.meta4"
    options = ServeOptions(parse_arguments([f"--metalink-file={path}"]))
    with gnupg_home() as home:
        monkeypatch.setenv("GNUPGHOME", str(home))
        path.write_bytes(document + b"\n" * is_forged)
        path.with_name("f.meta4.asc").write_bytes(sign(home, document))
        api = await Api.open(tmp_path / "profile")
        try:
            methods = AriaMethods(api, roots=[tmp_path], options={"dir": str(tmp_path), "pause": "true"})
            if is_forged:
                with pytest.raises(RpcError, match="is refused"):
                    await add_input(methods, options)
                assert not api.job_ids()
            else:
                await add_input(methods, options)
                (job_id,) = api.job_ids()
                (known,) = api.spec(job_id).options.checksums
                assert (known.hex_digest, known.origin) == (DIGEST, "signed Metalink")
        finally:
            await api.close()
