"""The wire formats: what comes in becomes calls or aria2's errors, never another exception."""

import base64
import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.control.rpc import wire
from headwater.control.rpc.params import Params
from headwater.control.rpc.wire import Call, RpcError


def test_a_call_is_method_params_and_id() -> None:
    value = wire.parse_json(b'{"jsonrpc":"2.0","id":7,"method":"aria2.getVersion","params":["token:x"]}')
    assert wire.read_call(value) == Call("aria2.getVersion", ["token:x"], 7)


def test_params_may_be_left_out() -> None:
    assert wire.read_call({"id": "a", "method": "m"}).params == []


@pytest.mark.parametrize("body", [b"", b"{bad", b"5", b'"x"', b"\xff\xfe", b"[" * 100_000, b"null"])
def test_what_is_no_json_object_is_a_parse_error(body: bytes) -> None:
    with pytest.raises(RpcError) as caught:
        wire.parse_json(body)
    assert (caught.value.code, caught.value.message) == (-32700, "Parse error.")


@pytest.mark.parametrize("value", [5, {}, {"id": 1}, {"method": "m"}, {"id": 1, "method": 5}])
def test_what_is_no_call_is_an_invalid_request(value: object) -> None:
    with pytest.raises(RpcError) as caught:
        wire.read_call(value)
    assert caught.value.code == -32600


def test_parameters_must_be_a_list() -> None:
    with pytest.raises(RpcError) as caught:
        wire.read_call({"id": 1, "method": "m", "params": {}})
    assert (caught.value.code, caught.value.message) == (-32602, "Invalid params.")


def test_a_get_carries_its_params_in_base64() -> None:
    params = base64.b64encode(json.dumps([["http://h/ä"]]).encode()).decode()
    assert wire.read_get({"method": "aria2.addUri", "id": "q", "params": params}) == {
        "id": "q",
        "method": "aria2.addUri",
        "params": [["http://h/ä"]],
    }


def test_a_get_without_a_method_is_a_batch() -> None:
    batch = [{"id": 1, "method": "a"}]
    assert wire.read_get({"params": base64.b64encode(json.dumps(batch).encode()).decode()}) == batch


def test_xml_rpc_there_and_back() -> None:
    call = wire.read_xml(
        b"<?xml version='1.0'?><methodCall><methodName>aria2.addUri</methodName><params><param><value><array><data>"
        b"<value><string>http://h/f</string></value></data></array></value></param>"
        b"<param><value><struct><member><name>dir</name><value>/d</value></member></struct></value></param>"
        b"</params></methodCall>"
    )
    assert call == Call("aria2.addUri", [["http://h/f"], {"dir": "/d"}])
    assert b"<string>OK</string>" in wire.xml_result("OK")
    assert b"<int>1</int>" in wire.xml_error(RpcError("Unauthorized"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<x/>",
        b"<methodCall>",
        b"<methodCall><params/></methodCall>",
        b"<methodCall><methodName>m</methodName><params><param><value><int>x</int></value></param></params></methodCall>",
        b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><methodCall><methodName>&d;</methodName></methodCall>',
    ],
)
def test_hostile_xml_is_an_invalid_request(body: bytes) -> None:
    with pytest.raises(RpcError):
        wire.read_xml(body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
)


@given(st.one_of(st.binary(), JSON.map(lambda value: json.dumps(value).encode())))
def test_nothing_but_an_rpc_error_comes_of_any_body(body: bytes) -> None:
    with contextlib.suppress(RpcError):
        wire.read_call(wire.parse_json(body))
    with contextlib.suppress(RpcError):
        wire.read_xml(body)


@given(st.dictionaries(st.sampled_from(["method", "id", "params"]), st.text()))
def test_nothing_but_an_rpc_error_comes_of_any_query(query: dict[str, str]) -> None:
    with contextlib.suppress(RpcError):
        wire.read_get(query)


def test_parameters_complain_as_aria2_does() -> None:
    params = Params(["a", 3, True, []])
    assert params.required(0, str) == "a"
    assert params.optional(9, dict) is None
    with pytest.raises(RpcError, match=r"^The parameter at 9 is required but missing\.$"):
        params.required(9, str)
    with pytest.raises(RpcError, match=r"^The parameter at 1 has wrong type\.$"):
        params.required(1, str)
    with pytest.raises(RpcError, match=r"^The parameter at 2 has wrong type\.$"):
        params.required(2, int)
    with pytest.raises(RpcError, match=r"^Position must be greater than or equal to 0\.$"):
        Params([-1]).position(0)
