"""Construction, retries, errors and pages, against a server that says what the test wants."""

import importlib
import pickle
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import STRICT, with_key

from postern_client import ApiError, ApiResponse, Client, NotFoundError, UnauthorizedError, create_token, paginate
from postern_client.apig import AppInfo, GatewayApi, InstanceCreateReq, ThrottleApi
from postern_client.iam import ProjectApi, TokenAuthUser
from postern_client.model import Model
from postern_client.secmaster import SubscriptionApi, UpdateSubscriptionOrderReq


@pytest.mark.parametrize(
    "endpoint", ["localhost:8080", "", "/v2", "ftp://a", "http://", "http://a b", "http://a?b=c", "http://a:x", None, 1]
)
def test_an_endpoint_that_is_none_is_refused(endpoint):
    with pytest.raises(ValueError, match="such as https://"):
        Client(endpoint, token="t")


def test_a_password_in_an_endpoint_is_refused_and_not_repeated():
    with pytest.raises(ValueError) as refusal:
        Client("http://user:secret@localhost", token="t")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    "credentials",
    [
        {},
        {"token": None},
        {"token": ""},
        {"token": "a\r\nb: c"},
        {"access_key": "a"},
        {"secret_key": "a"},
        {"token": "a", "access_key": "a", "secret_key": "a"},
        {"access_key": "a", "secret_key": ""},
    ],
)
def test_missing_credentials_are_refused(credentials):
    with pytest.raises(ValueError, match="Give either token|visible ASCII"):
        Client("http://localhost", **credentials)


@pytest.mark.parametrize("settings", [{"attempts": 0}, {"retry_delay": -1}])
def test_bad_settings_are_refused(settings):
    with pytest.raises(ValueError, match="has to be"):
        Client("http://localhost", token="t", **settings)


def test_secrets_are_not_printed(stub):
    stub.answer(201, b'{"token": {}}', X_Subject_Token="tomato")
    clients = Client("http://localhost", token="tomato"), Client("http://a", access_key="a", secret_key="tomato")
    user, app = TokenAuthUser(name="u", password="tomato"), AppInfo(name="a", app_secret="tomato")
    printed = [repr(value) + str(value) for value in (*clients, GatewayApi(clients[0]), user, app)]
    assert "tomato" not in "".join(printed)
    assert "tomato" not in repr(ApiResponse(201, {"X-Subject-Token": "tomato"}, None))
    assert app.app_secret == "tomato" and "name='a'" in repr(app)
    assert create_token(stub.endpoint, domain="d", user="u", password="p", project="x") == "tomato"
    with pytest.raises(ValueError) as refusal:
        TokenAuthUser(name="u", password=["tomato"])
    assert "tomato" not in str(refusal.value)


def test_requests_say_who_sends_them_and_go_below_the_path_of_the_endpoint(stub):
    stub.answer(200)
    GatewayApi(Client(stub.endpoint + "/a%20proxy/", token="t")).show_details_of_instance_v2("p/1 ü", "g")
    method, path, headers, body = stub.requests[0]
    assert (method, path, body) == ("GET", "/a%20proxy/v2/p%2F1%20%C3%BC/apigw/instances/g", b"")
    assert headers["X-Auth-Token"] == "t"
    assert headers["User-Agent"].startswith("postern-client-python/1.")
    request = UpdateSubscriptionOrderReq(scene="POSTPAID", operate_type="NEW")
    SubscriptionApi(Client(stub.endpoint, token="other")).update_subscription_order("p", "zh-cn", request)
    method, path, headers, body = stub.requests[1]
    assert (headers["X-Language"], headers["X-Auth-Token"]) == ("zh-cn", "other")
    assert body == b'{"scene": "POSTPAID", "operate_type": "NEW"}'


@pytest.mark.parametrize("id", ["", ".", ".."])
def test_an_id_that_would_be_another_path_is_not_sent(stub, id):
    stub.answer(200)
    with pytest.raises(ValueError, match="instance_id"):
        GatewayApi(Client(stub.endpoint, token="t")).delete_instances_v2("p", id)
    assert not stub.requests


def test_fields_that_this_client_does_not_know_are_sent_to_be_refused(stub):
    stub.answer(200)
    order = InstanceCreateReq(
        instance_name="n",
        spec_id="NEW",
        vpc_id="v",
        subnet_id="s",
        security_group_id="g",
        available_zone_ids=[],
        typo=1,
    )
    GatewayApi(Client(stub.endpoint, token="t")).create_instance_v2("p", order)
    assert b'"spec_id": "NEW"' in stub.requests[0][3] and b'"typo": 1' in stub.requests[0][3]


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b'{"error_code": "APIG.3005", "error_msg": "gone", "request_id": "r"}', "APIG.3005", "gone"),
        (b'{"error": {"code": 404, "message": "gone", "title": "Not Found"}}', "404", "gone"),
        (b"<html>a proxy</html>", None, None),
        (b"[1]", None, None),
        (b'"text"', None, None),
        (b'{"error": "text"}', None, None),
        (b"", None, None),
        (b"\xff\xfe", None, None),
        (b"[" * 100000, None, None),
    ],
)
def test_every_refusal_is_a_typed_error(stub, content, code, message):
    stub.answer(404, content, X_Request_Id="r")
    with pytest.raises(NotFoundError) as refusal:
        GatewayApi(Client(stub.endpoint, token="t")).list_instances_v2("p")
    error = pickle.loads(pickle.dumps(refusal.value))
    assert (error.status, error.error_code, error.error_msg, error.request_id) == (404, code, message, "r")
    assert str(error).startswith("404") and error.body == content


def test_an_answer_that_is_none_of_the_api_is_an_error(stub):
    stub.answer(200, b"<html>please log in</html>", Content_Type="text/html")
    with pytest.raises(ApiError, match="200 the answer is not what was asked for"):
        GatewayApi(Client(stub.endpoint, token="t")).list_instances_v2("p")
    stub.answers[:] = [(302, {"Location": "http://elsewhere.example/"}, b"")]
    with pytest.raises(ApiError, match="302"):
        GatewayApi(Client(stub.endpoint, token="t")).list_instances_v2("p")


def test_errors_of_iam_are_read():
    with pytest.raises(UnauthorizedError) as refusal:
        create_token(STRICT, domain="company", user="alice", password="wrong", project="local-1")
    assert refusal.value.error_msg
    assert [project.name for project in ProjectApi(with_key()).keystone_list_projects().projects] == ["local-1"]


def test_a_token_is_got_by_the_name_of_the_project_as_well():
    token = create_token(STRICT, domain="company", user="alice", password="correct horse battery", project="local-1")
    assert ProjectApi(Client(STRICT, token=token)).keystone_list_auth_projects().projects
    with pytest.raises(ValueError, match="project_id=.*project="):
        create_token(STRICT, domain="company", user="alice", password="p")


def test_each_attempt_is_signed_anew_and_waits_as_long_as_it_is_told(stub):
    stub.answer(503, Retry_After="1")
    stub.answer(200)
    client = Client(stub.endpoint, access_key="a", secret_key="s", retry_delay=0)
    start = time.monotonic()
    GatewayApi(client).delete_instances_v2("p", "g")
    assert 1 <= time.monotonic() - start < 5
    dates = [headers["X-Sdk-Date"] for _, _, headers, _ in stub.requests]
    signatures = [headers["Authorization"] for _, _, headers, _ in stub.requests]
    assert len(set(dates)) == len(set(signatures)) == 2


def test_what_says_how_a_body_is_read_is_signed(stub):
    stub.answer(200)
    client = Client(stub.endpoint, access_key="a", secret_key="s", project_id="p")
    SubscriptionApi(client).update_subscription_order(
        "p", "en-us", UpdateSubscriptionOrderReq(scene="NEW", operate_type="NEW")
    )
    assert "SignedHeaders=content-type;host;x-project-id;x-sdk-date," in stub.requests[0][2]["Authorization"]


def test_a_delay_of_hours_is_not_waited_for(stub):
    stub.answer(429, Retry_After="3600")
    with pytest.raises(ApiError) as refusal:
        GatewayApi(Client(stub.endpoint, token="t")).list_instances_v2("p")
    assert refusal.value.headers["Retry-After"] == "3600" and len(stub.requests) == 1


def test_attempts_end_and_delays_double(stub, monkeypatch):
    delays = []
    monkeypatch.setattr("postern_client.client.time.sleep", delays.append)
    stub.answer(429)
    with pytest.raises(ApiError):
        GatewayApi(Client(stub.endpoint, token="t", attempts=4, retry_delay=1)).list_instances_v2("p")
    assert len(stub.requests) == 4
    assert [0.5 * 2**i <= delay <= 2**i for i, delay in enumerate(delays)] == [True] * 3


def test_a_server_that_does_not_answer_is_given_up():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        api = GatewayApi(Client(f"http://127.0.0.1:{silent.getsockname()[1]}", token="t"))
        start = time.monotonic()
        with pytest.raises(Exception, match="timed out"):
            api.list_instances_v2("p", timeout=0.2)
        assert time.monotonic() - start < 5


def test_pages_are_asked_for_when_they_are_needed(stub):
    stub.answer(200, b'{"total": 4, "size": 2, "throttles": [{"id": "1"}, {"id": "2"}]}')
    stub.answer(200, b'{"total": 4, "size": 2, "throttles": [{"id": "3"}, {"id": "4"}]}')
    api = ThrottleApi(Client(stub.endpoint, token="t"))
    items = paginate(api.list_request_throttling_policy_v2, "p", "g", limit=2, name="n")
    assert not stub.requests
    assert [next(items).id, next(items).id] == ["1", "2"] and len(stub.requests) == 1
    assert [item.id for item in items] == ["3", "4"] and len(stub.requests) == 2
    assert [path.partition("?")[2] for _, path, _, _ in stub.requests] == [
        "offset=0&limit=2&name=n",
        "offset=2&limit=2&name=n",
    ]


def test_pages_end_when_a_list_shrinks_or_is_empty(stub):
    stub.answer(200, b'{"total": 4, "size": 2, "throttles": [{"id": "1"}, {"id": "2"}]}')
    stub.answer(200, b'{"total": 2, "size": 0, "throttles": []}')
    api = ThrottleApi(Client(stub.endpoint, token="t"))
    assert len(list(paginate(api.list_request_throttling_policy_v2, "p", "g", limit=2))) == 2
    assert list(paginate(api.list_request_throttling_policy_v2, "p", "g")) == []


def test_only_what_is_used_is_imported():
    program = (
        "import sys; from postern_client import Client; from postern_client.apig import GatewayApi, InstanceCreateReq;"
        "print(sum('.models.' in name for name in sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert int(loaded) < 40


@pytest.mark.parametrize("package", ["apig", "iam", "secmaster"])
def test_every_name_can_be_imported_and_every_model_built(package):
    module = importlib.import_module("postern_client." + package)
    for name in module.__all__:
        kind = getattr(module, name)
        if issubclass(kind, Model):
            assert kind.model_rebuild(force=True)


def test_a_client_serves_threads(wire):
    program = GatewayApi(wire).show_details_of_instance_v2
    with ThreadPoolExecutor(16) as threads:
        gateways = list(threads.map(lambda _: program("p", "newer"), range(64)))
    assert {gateway.id for gateway in gateways} == {"newer"}
