"""The recipes in docs/scripting.md run as they are printed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

RECIPES = re.findall(
    r"(?:<!-- needs: (\S+) -->\n)?```sh\n(.*?)```",
    (ROOT / "docs" / "scripting.md").read_text("utf-8"),
    re.S,
)


@pytest.mark.parametrize(("needs", "script"), RECIPES, ids=[s.split("\n")[0][:40] for _, s in RECIPES])
def test_a_recipe_works_as_printed(needs, script, tmp_path):
    module = needs.removeprefix("python-") if needs.startswith("python-") else None
    if module and not importlib.util.find_spec(module):
        pytest.skip(f"{module} is not installed")
    if needs and not module and not shutil.which(needs):
        pytest.skip(f"{needs} is not installed")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or "test " in script


def test_there_are_recipes():
    assert len(RECIPES) >= 9
