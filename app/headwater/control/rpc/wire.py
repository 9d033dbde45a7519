"""The wire formats: JSON-RPC 2.0 as aria2 speaks it, its GET form, and XML-RPC. Pure: bytes in, values out.

aria2 answers a single call with an HTTP status of its own (`STATUS_OF_CODE`), a batch always with 200, and
leaves out batch members that are no objects; clients rely on that.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from headwater.model.errors import UserError

PARSE_ERROR: Final = -32700
INVALID_REQUEST: Final = -32600
INVALID_PARAMS: Final = -32602
#: aria2's one code for everything a method has to say.
METHOD_ERROR: Final = 1

STATUS_OF_CODE: Final[Mapping[int, int]] = {
    METHOD_ERROR: 400,
    INVALID_REQUEST: 400,
    INVALID_PARAMS: 500,
    PARSE_ERROR: 500,
}
#: An escape that may stand for half a pair.
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
#: What XML has no way to write.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class RpcError(UserError):
    """What goes back to the caller as an error object; the text is aria2's where aria2 has one."""

    def __init__(self, message: str, code: int = METHOD_ERROR) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `call_id` is the client's id as it came (any JSON value), None for XML-RPC."""

    method: str
    params: list[Any]
    call_id: Any = None


def parse_json(body: bytes | str) -> Any:
    """The JSON value of a request, an object or an array. Raises `RpcError` (parse error) for anything else."""
    try:
        value = json.loads(body, parse_constant=_refuse_constant)
        _require_text(body)
    except (ValueError, RecursionError) as fault:  # bad JSON, bad UTF-8, or nesting without end
        raise RpcError("Parse error.", PARSE_ERROR) from fault
    if not isinstance(value, dict | list):
        raise RpcError("Parse error.", PARSE_ERROR)
    return value


def _refuse_constant(word: str) -> None:
    """NaN and the infinities are no JSON, whatever Python's reader thinks of them."""
    raise ValueError(word)


def _require_text(body: bytes | str) -> None:
    """Half a surrogate pair is no text: it could neither be kept nor sent back. Raises `ValueError`."""
    text = body if isinstance(body, str) else body.decode(json.detect_encoding(body))
    if _SURROGATE.search(text):
        json.dumps(json.loads(text), ensure_ascii=False).encode()


def read_call(value: Any) -> Call:
    """One call object. Raises `RpcError` (invalid request, invalid params) where a member is missing or wrong."""
    if not isinstance(value, dict) or "id" not in value or not isinstance(value.get("method"), str):
        raise RpcError("Invalid Request.", INVALID_REQUEST)
    params = value.get("params", [])
    if not isinstance(params, list):
        raise RpcError("Invalid params.", INVALID_PARAMS)
    return Call(value["method"], params, value["id"])


def read_get(query: Mapping[str, str]) -> Any:
    """The request of a GET: `method`, `id` and base64 `params`; without a method, `params` is a whole batch."""
    raw = query.get("params")
    if raw is None and "method" not in query:
        raise RpcError("Invalid Request.", INVALID_REQUEST)
    try:
        decoded = base64.b64decode(raw.replace(" ", "+").encode("ascii"), validate=False) if raw else b"[]"
    except (binascii.Error, UnicodeEncodeError) as fault:
        raise RpcError("Invalid Request.", INVALID_REQUEST) from fault
    params = parse_json(decoded)
    if "method" not in query:
        return params
    return {"id": query.get("id"), "method": query["method"], "params": params}


def result_object(call_id: Any, result: Any) -> dict[str, Any]:
    return {"id": call_id, "jsonrpc": "2.0", "result": result}


def error_object(call_id: Any, error: RpcError) -> dict[str, Any]:
    return {"id": call_id, "jsonrpc": "2.0", "error": {"code": error.code, "message": error.message}}


def read_xml(body: bytes) -> Call:
    """The call of an XML-RPC request. Raises `RpcError` for XML that is broken, hostile or no call."""
    # Few programs speak XML, and those that do can wait for its readers to be imported.
    import xmlrpc.client
    from xml.parsers.expat import ExpatError

    from defusedxml.common import DefusedXmlException
    from defusedxml.xmlrpc import DefusedExpatParser

    # The unmarshaller's own types: strings, ints, lists, dicts; `<base64>` comes as Binary and is opened here.
    unmarshaller = xmlrpc.client.Unmarshaller(use_builtin_types=True)
    try:
        parser = DefusedExpatParser(unmarshaller)
        parser.feed(body)
        parser.close()
        params, method = unmarshaller.close(), unmarshaller.getmethodname()
    except (ExpatError, DefusedXmlException, xmlrpc.client.Error, ValueError, KeyError, TypeError, IndexError) as fault:
        # the unmarshaller raises whatever a wrong type happens to trip over
        raise RpcError("Invalid Request.", INVALID_REQUEST) from fault
    if method is None:
        raise RpcError("Invalid Request.", INVALID_REQUEST)
    return Call(method, list(params))


def xml_result(result: Any) -> bytes:
    import xmlrpc.client

    return _with_declaration(xmlrpc.client.dumps((_fit_xml(result),), methodresponse=True, allow_none=True))


def _fit_xml(value: Any) -> Any:
    """What XML-RPC can carry: numbers beyond 32 bits become floating ones, characters XML lacks a question mark."""
    if isinstance(value, dict):
        return {_fit_xml(key): _fit_xml(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_fit_xml(member) for member in value]
    if isinstance(value, int) and not -(2**31) <= value < 2**31:
        return float(value)
    return _NO_XML.sub("?", value) if isinstance(value, str) else value


def xml_error(error: RpcError) -> bytes:
    import xmlrpc.client

    return _with_declaration(xmlrpc.client.dumps(xmlrpc.client.Fault(1, _fit_xml(error.message)), methodresponse=True))


def _with_declaration(text: str) -> bytes:
    return text.encode("utf-8") if text.startswith("<?xml") else b'<?xml version="1.0"?>' + text.encode("utf-8")
