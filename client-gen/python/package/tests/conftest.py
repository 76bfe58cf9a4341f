"""What the tests of this package share; the servers are those of the environment, which the build starts."""

import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from postern_client import Client, create_token

# For the unpublished client of the wire server. At the end, so that the package is the one that was installed.
sys.path.append(str(Path(__file__).parents[1]))

PROJECT = os.environ["POSTERN_PROJECT_ID"]
STRICT = os.environ["POSTERN_STRICT_ENDPOINT"]


def with_token(**settings):
    token = create_token(
        STRICT,
        domain=os.environ["POSTERN_DOMAIN"],
        user=os.environ["POSTERN_USER"],
        password=os.environ["POSTERN_PASSWORD"],
        project_id=PROJECT,
    )
    return Client(STRICT, token=token, **settings)


def with_key(**settings):
    return Client(
        STRICT,
        access_key=os.environ["POSTERN_ACCESS_KEY"],
        secret_key=os.environ["POSTERN_SECRET_KEY"],
        project_id=PROJECT,
        **settings,
    )


@pytest.fixture(params=[with_token, with_key], ids=["token", "key"])
def client(request):
    return request.param()


@pytest.fixture
def wire():
    return Client(os.environ["POSTERN_WIRE_ENDPOINT"], token="a-token", retry_delay=0.01)


class Stub:
    """A server that gives the answers it is told, and remembers the requests."""

    def __init__(self):
        stub = self
        self.answers = []
        self.requests = []

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                stub.requests.append((self.command, self.path, self.headers, body))
                status, headers, content = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
                self.send_response(status)
                for name, value in {"Content-Length": str(len(content)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_DELETE = answer

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.endpoint = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, status, content=b"{}", **headers):
        self.answers.append((status, {name.replace("_", "-"): value for name, value in headers.items()}, content))


@pytest.fixture
def stub():
    stub = Stub()
    yield stub
    stub.server.shutdown()
    stub.server.server_close()
