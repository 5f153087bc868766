"""Shared by the tests: the command as a user runs it, the bundled package, a fixed day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from treatycli.package import Package, open_package

DAY = "2026-11-24"
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def package() -> Package:
    """The bundled data package."""
    return open_package()


@pytest.fixture
def treaty():
    """Run the real command in a process of its own; return the completed process, text in UTF-8."""

    def run(*arguments: str, stdin: str = "", env: dict[str, str] | None = None, **options):
        environ = {k: v for k, v in os.environ.items() if not k.startswith(("TREATY", "COLUMNS", "NO_COLOR"))}
        return subprocess.run(
            [sys.executable, "-m", "treatycli", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**environ, "PYTHONUTF8": "1", **(env or {})},
            timeout=60,
            check=False,
            **options,
        )

    return run


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")
