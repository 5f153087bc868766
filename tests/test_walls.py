"""Who may import whom, what a lookup may import, and that every room is on the map."""

from __future__ import annotations

import ast
import os
import pty
import re
import subprocess
import sys

import pytest
from conftest import ROOT

SOURCE = ROOT / "src" / "treatycli"
MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))
ALLOWED = {
    "typer": {"cli.py", "parsing.py", "completion.py"},
    "rich": {"show/terminal.py"},
    "rapidfuzz": {"spelling.py"},
}
LAYERS = {
    "records.py": set(),
    "dates.py": set(),
    "status.py": {"dates", "records"},
    "tables.py": {"records", "loading"},
    "folding.py": set(),
    "designators.py": {"folding"},
    "spelling.py": set(),
    "readings.py": {"designators", "folding", "records", "spelling"},
    "names.py": {"folding", "readings", "records"},
    "answers.py": {"records"},
    "items.py": {"records"},
}


def imports(path: str) -> set[str]:
    """Return the modules that a module imports, at the top or late, but not for types only."""
    tree = ast.parse((SOURCE / path).read_text("utf-8"))
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for part in node.body
        for inner in ast.walk(part)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES)
def test_a_heavy_library_is_imported_only_where_it_is_needed(path):
    for library, rooms in ALLOWED.items():
        if any(name.split(".")[0] == library for name in imports(path)):
            assert path in rooms, f"{path} imports {library}"


@pytest.mark.parametrize(("path", "allowed"), LAYERS.items())
def test_a_lower_room_does_not_know_a_higher_one(path, allowed):
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("treatycli.")}
    assert ours <= allowed


@pytest.mark.parametrize("path", [p for p in MODULES if p.startswith("lookups/")])
def test_a_lookup_knows_neither_the_parser_nor_the_writers(path):
    assert not any(name.startswith(("treatycli.cli", "treatycli.show")) for name in imports(path))


@pytest.mark.parametrize("path", MODULES)
def test_only_show_writes_and_only_the_doors_read_the_clock(path):
    text = (SOURCE / path).read_text("utf-8")
    assert not re.search(r"(?<![._\w])print\(", text)
    if path not in ("dates.py", "parsing.py", "__main__.py"):
        assert "dates.today(" not in text


@pytest.mark.parametrize("path", MODULES)
def test_no_module_is_longer_than_a_reader_can_hold(path):
    assert len((SOURCE / path).read_text("utf-8").splitlines()) <= 440


def modules_of(*arguments: str) -> set[str]:
    """Return the modules that a piped lookup has imported when it ends."""
    code = (
        "import sys; from treatycli.__main__ import run; status = run(sys.argv[1:]);"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stderr.split())


def test_a_piped_lookup_imports_no_library_and_little_of_the_standard_one():
    bare = set(subprocess.run(
        [sys.executable, "-c", "import sys; sys.stderr.write(' '.join(sys.modules))"],
        capture_output=True, encoding="utf-8", check=True,
    ).stderr.split())  # fmt: skip
    added = {m for m in modules_of("define", "stockpiling") - bare if not m.startswith("treatycli")}
    assert not {m for m in added if m.split(".")[0] in ("typer", "rich", "rapidfuzz", "click")}
    assert not added & {"re", "typing", "dataclasses", "enum", "json", "csv", "importlib.metadata"}
    assert len(added) <= 4, added


def test_a_misspelling_brings_rapidfuzz_and_nothing_else_from_outside():
    added = modules_of("define", "stokpiling")
    assert "rapidfuzz" in added
    assert not added & {"typer", "rich"}


def test_a_lookup_on_a_terminal_brings_rich_and_nothing_else_from_outside():
    code = (
        "import sys; from treatycli.__main__ import run; status = run(sys.argv[1:]);"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, "define", "stockpiling"],
        stdout=other,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(other)
    _, told = process.communicate(timeout=60)
    os.close(main)
    outside = {name.split(".")[0] for name in told.split()} - set(sys.stdlib_module_names)
    assert outside & {"typer", "rapidfuzz", "click"} == set()
    assert {name for name in outside if not name.startswith(("_", "treatycli", "sitecustomize"))} <= {"rich"}
    assert "rich.console" not in told.split()
