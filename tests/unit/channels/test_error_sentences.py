"""What TLS says of a certificate becomes part of one sentence of ours, however it ends."""

import ssl
from collections.abc import Callable

import pytest

from headwater.channels import ftp_errors
from headwater.channels.http_errors import map_request_error


@pytest.mark.parametrize("map_error", [map_request_error, ftp_errors.map_error])
@pytest.mark.parametrize("said", ["certificate has expired", "certificate is not valid for '127.0.0.1'."])
def test_a_sentence_ends_once(map_error: Callable[[Exception, str], Exception], said: str) -> None:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = said
    sentence = str(map_error(error, "x.example"))
    assert sentence == f"The certificate of x.example is not valid: {said.rstrip('.')}."
