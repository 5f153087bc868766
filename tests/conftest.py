"""Shared by the tests: `treaty` in process on a screen of memory, or as a user runs it; a fixed day.

Most tests hand a screen, an environment and a day to `ask.run`; a process of its own is for streams,
signals, terminals and encodings only. The packages that many tests read are opened once a worker.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import treatycli.package
from treatycli import ask, cli
from treatycli.answers import Problem
from treatycli.package import Package, directory, open_package, writing
from treatycli.package.directory import load
from treatycli.package.index import INDEX, Index
from treatycli.records import ROWS
from treatycli.show.screen import Screen
from treatycli.topics import data as topic_of_data

pytest.register_assert_rewrite("promises")

DAY = "2026-11-24"
"""The day on which the tests ask, whatever the clock says."""
ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "treatycli"
DATA = SOURCE / "data"
FIXTURE = ROOT / "tests" / "package"
"""A whole small package of this Convention: three states and three terms of our own invention."""

MANY = int(os.environ.get("TREATY_EXAMPLES", "0"))
"""How many random examples a property is tried on instead of its few fixed ones (docs/fuzzing.md)."""
OURS = treatycli.package.BUNDLED
PLACED = (
    "treatycli.package",
    "treatycli.package.directory",
    "treatycli.package.writing",
    "treatycli.topics.data",
)
"""The modules that know where our tables are."""
HEADERS = {row.TABLE: ",".join(row.FIELDS) for row in ROWS}
NOTICE = (
    "overlay-source,A notice that nobody sent,The tests,2026-11-25,specialist,https://example.org/notice,,"
)
FILES = [*(f"{row.TABLE}.csv" for row in ROWS), "datapackage.json", "SHA256SUMS"]

opened_once = functools.cache(open_package)


def open_quickly(overlay: str | None = None) -> Package:
    """Open a package; the bundled one and the fixture, which no test changes, only once."""
    is_ours = treatycli.package.BUNDLED == OURS
    return opened_once(overlay) if is_ours and overlay in (None, str(FIXTURE)) else open_package(overlay)


treatycli.package.open_package = open_quickly
check_whole, check_index = directory.survey, topic_of_data._index_problems
checked_once, compared_once = functools.cache(check_whole), functools.cache(check_index)


def check_quickly(overlay: str | None = None) -> tuple[directory.Memory, list[Problem]]:
    """Check a package; the bundled one, which no test changes, only once."""
    is_ours = treatycli.package.BUNDLED == OURS and overlay is None
    return checked_once() if is_ours else check_whole(overlay)


def compare_quickly(memory: directory.Memory) -> list[Problem]:
    """Compare the bundled index with the tables; with those that were checked once, only once."""
    is_ours = treatycli.package.BUNDLED == OURS and memory is checked_once()[0]
    return compared_once(memory) if is_ours else check_index(memory)


directory.survey, topic_of_data._index_problems = check_quickly, compare_quickly


class Ran(NamedTuple):
    """What a run of `treaty` gave: its exit status, the bytes of stdout, the text of stderr."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Stdout as text in UTF-8."""
        return self.out.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        """The lines of stdout."""
        return self.text.splitlines()

    @property
    def json(self) -> Any:
        """Stdout as the JSON document that it is."""
        return json.loads(self.text)


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def screen_of(
    stdin: str | bytes = "",
    *,
    terminal: bool = False,
    width: int = 80,
    env: dict[str, str] | None = None,
    encoding: str = "utf-8",
) -> Screen:
    """Return a screen of memory, so wide; its environment is `env` and nothing of the process's."""
    kind = Terminal if terminal else io.TextIOWrapper
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return Screen(
        io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"),
        kind(io.BytesIO(), encoding=encoding, errors="replace", newline=""),
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogatepass", newline=""),
        {
            "LC_ALL": "C.UTF-8",
            "COLUMNS": str(width),
            "LINES": "24",
            "PAGER": "cat",
            "TERM": "xterm-256color",
            **(env or {}),
        },
    )


def bytes_of(stream: Any) -> bytes:
    """Return what was written to a stream of memory."""
    stream.flush()
    return stream.buffer.getvalue()


def through(door: Any, arguments: list[str], screen: Screen, day: str = DAY) -> Ran:
    """Return what a door (`ask.run`, `cli.run`) makes of arguments on a screen on a day."""
    with contextlib.redirect_stdout(screen.stdout), contextlib.redirect_stderr(screen.stderr):
        status = door(list(arguments), screen, day)
    return Ran(status, bytes_of(screen.stdout), bytes_of(screen.stderr).decode("utf-8", "surrogatepass"))


def run(*arguments: str, stdin: str | bytes = "", day: str = DAY, **screen: Any) -> Ran:
    """Run `treaty` in this process; `screen` is what `screen_of` takes."""
    return through(ask.run, list(arguments), screen_of(stdin, **screen), day)


def run_fixture(*arguments: str, **asked: Any) -> Ran:
    """Run `treaty` on the small package of the tests."""
    return run(*arguments, env={"TREATY_DATA": str(FIXTURE), **asked.pop("env", {})}, **asked)


class AnyScreen:
    """A screen that stands for another one, so that the option parser is built once for many runs."""

    behind: Screen

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)


@pytest.fixture(scope="session", autouse=True)
def _one_parser():
    """Build the option parser of a day once a worker: it costs more than most answers."""
    build, screen = cli.parser, AnyScreen()

    @functools.cache
    def parser_of(day: str) -> Any:
        return build(screen, day)

    def parser(real: Screen, day: str, arguments: Sequence[str] | None = None) -> Any:
        screen.behind = real
        return parser_of(day)

    cli.parser = parser
    yield
    cli.parser = build


@pytest.fixture(scope="session")
def package() -> Package:
    """The bundled data package."""
    return open_quickly()


class Done(NamedTuple):
    """A run of `treaty` as `subprocess` tells it."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def treaty():
    """Run `treaty` in process; return what `subprocess.run` would, with text in UTF-8."""

    def ask_treaty(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> Done:
        encoding = (env or {}).get("PYTHONIOENCODING", "utf-8")
        ran = run(*arguments, stdin=stdin, env=env, encoding=encoding)
        return Done(ran.status, ran.text, ran.err)

    return ask_treaty


@pytest.fixture(scope="session")
def small_place(tmp_path_factory) -> str:
    """A directory with the small package of the tests, sealed and with an index, as ours is."""
    place = str(tmp_path_factory.mktemp("ours"))
    fixture = load(str(FIXTURE))
    writing.write_package(place, fixture.tables, fixture.meta)
    written = load(place)
    writing.compile_index(place, written.tables, written.meta)
    return place


@pytest.fixture
def small(small_place, monkeypatch) -> Index:
    """Put the small package in the place of ours; return its index."""
    for module in PLACED:
        monkeypatch.setattr(f"{module}.BUNDLED", small_place)
    return Index(os.path.join(small_place, INDEX))


def overlay(directory: Path, **files: list[str] | str | bytes) -> str:
    """Write tables into a directory: rows below the table's own header, or a file as it is."""
    for name, lines in files.items():
        text = "\n".join([HEADERS[name], *lines]) + "\n" if isinstance(lines, list) else lines
        Path(directory, name + ".csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(directory)


COMMAND = [sys.executable, "-c", "from treatycli.__main__ import command; command()"]
"""What the installed `treaty` runs, with the interpreter of the tests."""


def process(*arguments: str, stdin: str = "", env: dict[str, str] | None = None, **options: Any):
    """Run the real command in a process of its own; return the completed process, bytes in and out."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("TREATY", "COLUMNS", "NO_COLOR"))}
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin.encode(),
        capture_output=True,
        env={**environ, **(env or {})},
        timeout=60,
        check=False,
        **options,
    )


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")
