"""A gateway and its policies, as a program would handle them."""

import time
import uuid

import pytest
from conftest import PROJECT, STRICT

from postern_client import ApiError, Client, ConflictError, ForbiddenError, NotFoundError, UnauthorizedError, paginate
from postern_client.apig import (
    GatewayApi,
    InstanceCreateReq,
    InstanceSpec,
    InstanceSpecId,
    InstanceStatus,
    InstanceStatusFilter,
    ResizeInstanceReq,
    ThrottleApi,
    ThrottleBaseInfo,
    ThrottleType,
    TimeUnit,
)


def order(name):
    return InstanceCreateReq(
        instance_name=name,
        description="网关 · første",
        spec_id=InstanceSpecId.BASIC,
        vpc_id="vpc",
        subnet_id="subnet",
        security_group_id="group",
        available_zone_ids=["zone"],
    )


def policy(name, limit=100):
    return ThrottleBaseInfo(name=name, time_unit=TimeUnit.MINUTE, time_interval=1, api_call_limits=limit)


def until_running(gateways, id):
    for _ in range(100):
        gateway = gateways.show_details_of_instance_v2(PROJECT, id)
        if gateway.status == InstanceStatus.RUNNING:
            return gateway
        time.sleep(0.1)
    raise AssertionError(f"{id} is still {gateway.status}")


def refused(kind, status, code, message, operation, *args):
    with pytest.raises(kind) as refusal:
        operation(*args)
    error = refusal.value
    assert (error.status, error.error_code) == (status, code), error
    assert message in error.error_msg


def test_a_gateway_lives_and_ends(client):
    gateways, throttles = GatewayApi(client), ThrottleApi(client)
    name = "py-" + uuid.uuid4().hex[:20]

    id = gateways.create_instance_v2(PROJECT, order(name)).instance_id
    gateway = until_running(gateways, id)
    assert (gateway.instance_name, gateway.description, gateway.spec) == (name, "网关 · første", InstanceSpec.BASIC)
    assert gateway.eip_address is None
    found = gateways.list_instances_v2(PROJECT, instance_name=name, status=InstanceStatusFilter.RUNNING)
    assert [item.id for item in found.instances] == [id]

    first = throttles.create_request_throttling_policy_v2(PROJECT, id, policy("policy_00"))
    assert first.create_time.year > 2000 and first.create_time.tzinfo
    changed = policy("限流策略", 2147483647)
    changed.type = ThrottleType.SHARED
    throttles.update_request_throttling_policy_v2(PROJECT, id, first.id, changed)
    shown = throttles.show_details_of_request_throttling_policy_v2(PROJECT, id, first.id)
    assert (shown.name, shown.api_call_limits, shown.type) == ("限流策略", 2147483647, ThrottleType.SHARED)

    for i in range(1, 25):
        throttles.create_request_throttling_policy_v2(PROJECT, id, policy(f"policy_{i:02}"))
    for limit in (10, 5, 25, 500):
        listed = list(paginate(throttles.list_request_throttling_policy_v2, PROJECT, id, limit=limit))
        assert {item.name for item in listed} == {"限流策略", *(f"policy_{i:02}" for i in range(1, 25))}
        assert len(listed) == 25

    refused(ApiError, 400, "APIC.7211", "name", gateways.create_instance_v2, PROJECT, order("1st"))
    refused(ApiError, 400, "APIC.7500", "already exists", gateways.create_instance_v2, PROJECT, order(name))
    refused(ApiError, 400, "APIG.2011", "name", throttles.create_request_throttling_policy_v2, PROJECT, id, policy("1"))
    missing = (PROJECT, id, "0" * 32)
    refused(
        NotFoundError, 404, "APIG.3005", "not exist", throttles.show_details_of_request_throttling_policy_v2, *missing
    )

    professional = ResizeInstanceReq(spec_id="PROFESSIONAL")
    gateways.create_post_pay_resize_order(PROJECT, id, professional)
    assert until_running(gateways, id).spec == InstanceSpec.PROFESSIONAL
    resize = gateways.create_post_pay_resize_order
    refused(ConflictError, 409, "APIC.7707", "same specifications", resize, PROJECT, id, professional)

    gateways.delete_instances_v2(PROJECT, id)
    for _ in range(100):
        try:
            gateways.show_details_of_instance_v2(PROJECT, id)
        except NotFoundError as e:
            assert (e.error_code, e.error_msg) == ("APIC.7302", "Instance not found")
            assert e.request_id
            break
        time.sleep(0.1)
    else:
        raise AssertionError("The gateway is still there")


def test_nobody_else_gets_in(client):
    for stranger in (
        Client(STRICT, token="no-token-of-the-server"),
        Client(STRICT, access_key="NOBODYSACCESSKEY0001", secret_key="a-secret"),
        Client(STRICT, access_key="ALICESACCESSKEY00001", secret_key="not-her-secret"),
    ):
        with pytest.raises(UnauthorizedError) as refusal:
            GatewayApi(stranger).list_instances_v2(PROJECT)
        assert (refusal.value.status, refusal.value.error_code) == (401, "APIC.7102")
        assert "Incorrect token" in refusal.value.error_msg

    reader = Client(STRICT, access_key="BOBSACCESSKEY0000001", secret_key="a-secret-of-bob-which-only-he-knows")
    GatewayApi(reader).list_instances_v2(PROJECT)
    with pytest.raises(ForbiddenError) as refusal:
        GatewayApi(reader).create_instance_v2(PROJECT, order("no"))
    assert (refusal.value.status, refusal.value.error_code) == (403, "APIC.7106")
    with pytest.raises(ForbiddenError):
        GatewayApi(client).list_instances_v2("f" * 32)


def test_requests_are_signed_as_they_are_sent(client):
    for name in ("a b", "1+1=2&3", "网关 ½ 🙂", "a/b?c#d%25", "~_-.!*'()", "ZZ;a,b:@$"):
        assert GatewayApi(client).list_instances_v2(PROJECT, instance_name=name, limit=1).instances == []
    with pytest.raises(NotFoundError):
        GatewayApi(client).show_details_of_instance_v2(PROJECT, "no_such-gateway")
    with pytest.raises(ApiError) as refusal:
        GatewayApi(client).show_details_of_instance_v2(PROJECT, "网/关 +%")
    assert refusal.value.status in (400, 404)
