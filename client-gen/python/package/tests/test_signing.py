"""Signatures are those of the vendor's own signer."""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from postern_client.signing import authorization, canonical_request

VECTORS = json.loads(Path(os.environ["POSTERN_SIGNATURES"]).read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_signature(vector):
    headers = {"Host": urlsplit(vector["url"]).netloc, "X-Sdk-Date": vector["date"], **vector["headers"]}
    request = (vector["method"], vector["url"], headers, vector["body"].encode())
    assert canonical_request(*request) == vector["canonical_request"]
    assert authorization(*request, vector["access_key"], vector["secret_key"]) == vector["authorization"]
