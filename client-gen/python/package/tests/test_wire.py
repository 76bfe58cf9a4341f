"""What goes over the wire, where generators are known to err."""

import uuid
from datetime import date, datetime, timezone

import pytest

from postern_client import ApiError
from postern_client.apig import ChargingMode, GatewayApi, InstanceSpec, InstanceStatus, InstanceStatusId
from wire import Thing, ThingKind, ThingState, WireApi


def test_every_field_is_exactly_right(wire):
    thing = WireApi(wire).show_thing("a thing")
    assert thing.name == "网关 ½ 🙂"
    assert thing.kind is ThingKind.SEVENTH and thing.kind == 7
    assert thing.state is ThingState.UNREGISTERFAILED and thing.state == "UnRegisterFailed"
    assert (thing.big, thing.biggest) == (2**53 + 1, 2**63 - 1)
    assert thing.ratio == 0.5
    assert thing.created == datetime(2020, 8, 3, 12, 25, 52, 257957, timezone.utc)
    assert thing.day == date(2024, 2, 29)
    assert thing.tags == []
    assert thing.labels is None and "labels" in thing.model_fields_set
    assert thing.note is None and "note" in thing.model_fields_set
    assert thing.remark is None and "remark" not in thing.model_fields_set


def test_what_was_read_can_be_sent(wire):
    thing = WireApi(wire).show_thing("a thing")
    assert WireApi(wire).update_thing("a thing", thing) == thing
    again = Thing(
        name="网关 ½ 🙂",
        kind=7,
        state="UnRegisterFailed",
        big=2**53 + 1,
        biggest=2**63 - 1,
        ratio=0.5,
        created=datetime(2020, 8, 3, 12, 25, 52, 257957, timezone.utc),
        day=date(2024, 2, 29),
        tags=[],
    )
    assert WireApi(wire).update_thing("a thing", again).labels is None
    again.big = 2**53
    with pytest.raises(ApiError, match="not the thing"):
        WireApi(wire).update_thing("a thing", again)


def test_null_is_sent_only_where_it_was_set_and_may_be():
    assert Thing(name="a", kind=1).model_dump_json() == '{"name":"a","kind":1}'
    assert Thing(name="a", kind=1, note=None, remark=None).model_dump_json() == '{"name":"a","kind":1,"note":null}'


def test_values_of_a_newer_server_are_kept(wire):
    thing = WireApi(wire).show_thing("newer")
    assert (thing.kind, thing.state) == (99, "Sleeping")
    assert (thing.kind.value, str(thing.state), thing.state in {"Sleeping"}) == (99, "Sleeping", True)
    assert (thing.since, thing.more) == ({"a": [1, {"b": None}]}, [1])
    assert thing.model_dump_json() == (
        '{"name":"newer","kind":99,"state":"Sleeping","tags":["a"],"since":{"a":[1,{"b":null}]},"more":[1]}'
    )
    assert ThingState.RUNNING != thing.state != ThingState.UNREGISTERFAILED
    assert [state.value for state in ThingState] == ["Running", "UnRegisterFailed"]


def test_a_gateway_of_a_newer_server_can_be_read(wire):
    gateway = GatewayApi(wire).show_details_of_instance_v2("project", "newer")
    assert gateway.status == InstanceStatus("Sleeping")
    assert gateway.instance_status == InstanceStatusId(99)
    assert gateway.spec == InstanceSpec("TITANIUM")
    assert gateway.charging_mode == ChargingMode(7)
    assert gateway.create_time == 2**53 + 1
    assert gateway.cbc_operation_locks[0].lock_scene == "NEW_LOCK"
    assert gateway.new_list == [1]


def test_enums_refuse_what_is_of_another_kind():
    for value in (False, "1", None, 1.5):
        with pytest.raises(ValueError):
            ThingKind(value)
    with pytest.raises(ValueError):
        ThingState(1)


def test_files_come_and_go_byte_by_byte(wire, tmp_path):
    content = WireApi(wire).download_file()
    assert content == bytes(range(256))
    file = tmp_path / "every byte.bin"
    file.write_bytes(content)
    with open(file, "rb") as opened:
        for form in (content, ("every byte.bin", content), file, opened):
            upload = WireApi(wire).upload_file(form, group_id="a & 1")
            assert (upload.size, upload.group_id) == (256, "a & 1")
            assert upload.file_name == ("file" if form is content else "every byte.bin")
    with pytest.raises(ApiError, match="each byte once"):
        WireApi(wire).upload_file(content[1:])


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again(wire, status):
    assert WireApi(wire).show_busy_thing(uuid.uuid4().hex, 2, status).attempts == 3
    wire.attempts = 1
    with pytest.raises(ApiError) as refusal:
        WireApi(wire).show_busy_thing(uuid.uuid4().hex, 1, status)
    assert (refusal.value.status, refusal.value.error_code) == (status, f"WIRE.{status}")


def test_other_refusals_are_final(wire):
    with pytest.raises(ApiError) as refusal:
        WireApi(wire).show_busy_thing(uuid.uuid4().hex, 1, 500)
    assert refusal.value.status == 500
