"""The programs of the READMEs run as they stand there."""

import os
import re
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1]
BLOCKS = re.findall(r"^```python\n(.*?)^```$", (PACKAGE / "README.md").read_text(encoding="utf-8"), re.M | re.S)
SHORT = PACKAGE.parent / "readme.txt"


def run(program, tmp_path):
    file = tmp_path / "program.py"
    # Projects of their own, since a project may have few gateways.
    file.write_text(program.replace("my-project", uuid.uuid4().hex), encoding="utf-8")
    # Only the open server takes any token.
    endpoint = os.environ["POSTERN_ENDPOINT" if "any-token" in program else "POSTERN_STRICT_ENDPOINT"]
    done = subprocess.run(
        [sys.executable, str(file)],
        env={**os.environ, "POSTERN_ENDPOINT": endpoint},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("block", range(len(BLOCKS)))
def test_a_block_runs(block, tmp_path):
    assert run(BLOCKS[block], tmp_path)


def test_the_few_lines_run(tmp_path):
    assert "demo" in run(SHORT.read_text(encoding="utf-8"), tmp_path)
