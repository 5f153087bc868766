"""Who may import whom: no circle, each library behind one door, the arrows down only; and what a lookup loads."""

from __future__ import annotations

import ast
import itertools
import json
import re
import subprocess
import sys

import pytest
from conftest import ROOT, SOURCE

PLACES = {"treatycli": SOURCE, "tools": ROOT / "tools", "benchmarks": ROOT / "benchmarks"}
DOORS = {
    "icalendar": {"treatycli.show.calendar"},
    "typer": {"treatycli.cli", "treatycli.options", "treatycli.completion"},
    "click": {"treatycli.cli"},
    "rich": {"treatycli.show.terminal"},
    "rapidfuzz": {"treatycli.spelling"},
}
"""The only modules of the package that may import a library."""
LEAVES = ("dates", "folding", "values", "version", "vocabulary")
ORDER = (
    {"dates", "folding", "values", "version", "vocabulary", "designators", "spelling"},
    {"answers", "records"},
    {"options", "status", "readings"},
    {"parties"},
    {"package", "duties", "search", "gloss", "quantities"},
    {"names"},
    {"show"},
    {"topics"},
    {"commands"},
    {"requests", "completion", "bare", "guesses"},
    {"cli", "api"},
    {"ask"},
    {"__main__", "__init__"},
)
"""The rooms from the ground up: a room imports from its own floor or below, `show` from below it alone."""


def modules() -> dict[str, ast.Module]:
    """Return every module of the package, the tools and the benchmarks as a tree, by its dotted name."""
    trees = {}
    for place, folder in PLACES.items():
        for path in sorted(folder.rglob("*.py")):
            parts = [place, *path.relative_to(folder).with_suffix("").parts]
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            trees[name] = ast.parse(path.read_text("utf-8"))
    return trees


TREES = modules()


def imported(name: str) -> set[str]:
    """Return what a module imports, at the top or late, but not for types only, as dotted names."""
    tree = TREES[name]
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for part in node.body
        for inner in ast.walk(part)
    }
    names = set()
    for node in ast.walk(tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            wanted = {f"{node.module}.{alias.name}" for alias in node.names}
            inner = wanted & set(TREES)
            names |= inner | ({node.module} if inner != wanted else set())
    return names


EDGES = {name: {other for other in imported(name) if other in TREES and other != name} for name in TREES}


def circles(edges: dict[str, set[str]]) -> list[set[str]]:
    """Return the sets of modules that reach one another (Tarjan's strongly connected components)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    knots = []

    def visit(name: str) -> None:
        number[name] = lowest[name] = len(number)
        stack.append(name)
        for other in sorted(edges[name]):
            if other not in number:
                visit(other)
            if other in stack:
                lowest[name] = min(lowest[name], lowest[other])
        if lowest[name] == number[name]:
            knot = set()
            while name not in knot:
                knot.add(stack.pop())
            knots.append(knot)

    for name in sorted(edges):
        if name not in number:
            visit(name)
    return [knot for knot in knots if len(knot) > 1]


def test_there_is_no_circle_of_imports():
    assert circles(EDGES) == []


def test_a_circle_would_be_seen():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [{"a", "b", "c"}]


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_imported_only_behind_its_door(library):
    inside = {
        name
        for name in TREES
        if name.startswith("treatycli") and any(i.split(".")[0] == library for i in imported(name))
    }
    assert inside <= DOORS[library]


def room(name: str) -> str:
    """Return the room of a module of the package: the first name within it."""
    return [*name.split("."), "__init__"][1]


def floor(name: str) -> int:
    """Return the floor on which a module's room lies."""
    (level,) = [i for i, rooms in enumerate(ORDER) if room(name) in rooms]
    return level


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("treatycli")])
def test_arrows_go_down_only(name):
    blocks = {"treatycli.show.blocks"}
    for other in EDGES[name]:
        if other.startswith("treatycli."):
            assert floor(other) <= floor(name), f"{name} imports {other}"
            if room(name) == "show" and room(other) == "topics":
                raise AssertionError(f"{name} knows a topic")
    if room(name) in LEAVES:
        assert {room(other) for other in EDGES[name]} <= set(LEAVES)
    if room(name) == "topics":
        drawn = {other for other in EDGES[name] if room(other) == "show"}
        writers = {
            "treatycli.show.terminal",
            "treatycli.show.text",
            "treatycli.show.machine",
            "treatycli.show",
        }
        assert not (drawn - blocks) & writers


@pytest.mark.parametrize("name", TREES)
def test_no_module_is_longer_than_a_reader_can_hold(name):
    assert TREES[name].body, f"{name} is empty"
    assert max(getattr(node, "end_lineno", 0) or 0 for node in TREES[name].body) <= 400


ENDINGS = frozenset(("", "s", "e", "es", "d", "ed", "er", "ing", "ings", "ion", "ions", "base", "y", "ies"))


def test_no_two_modules_differ_by_an_ending():
    names = sorted({name.rpartition(".")[2] for name in TREES if name.startswith("treatycli")})
    for one, other in itertools.combinations(names, 2):
        shared = len([*itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
        assert shared < 3 or not {one[shared:], other[shared:]} <= ENDINGS, f"{one} and {other}"


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("treatycli")])
def test_only_show_writes_and_only_the_process_reads_the_clock_and_the_environment(name):
    tree = TREES[name]
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert "print" not in called
    clocks = {
        "time.time",
        "time.gmtime",
        "time.localtime",
        "date.today",
        "datetime.now",
        "datetime.date.today",
    }
    if name != "treatycli.dates":
        assert not called & clocks
    if name not in ("treatycli.__main__", "treatycli.dates", "treatycli.api"):
        assert not {call for call in called if call == "today" or call.endswith(".today")}
    if name not in ("treatycli.__main__", "treatycli.show.screen", "treatycli.show.pager"):
        read = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not read & {"os.environ", "sys.stdout", "sys.stderr", "sys.stdin", "sys.argv"}


def test_a_private_name_of_another_module_is_not_used():
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("treatycli"):
                private = [a.name for a in node.names if a.name.startswith("_") and a.name != "__version__"]
                assert not private, f"{name} imports {private}"


# What a lookup loads

LOADED = """
import sys, io
bare = set(sys.modules)
from treatycli import ask
from treatycli.show.screen import Screen
out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
out.isatty = lambda: sys.argv[1] == "terminal"
status = ask.run(sys.argv[2:], Screen(None, out, sys.stderr, {"PAGER": "cat", "NO_COLOR": "1"}), "2026-11-24")
new = sorted(set(sys.modules) - bare)
import json
print(json.dumps([status, new]))
"""


def loaded(kind: str, *arguments: str) -> set[str]:
    """Return the modules that a lookup has imported when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, kind, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    status, names = json.loads(done.stdout)
    assert status == 0
    return set(names)


def outside(names: set[str]) -> set[str]:
    """Return the libraries among modules, without those of Python itself and ours."""
    tops = {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"treatycli"}
    return {name for name in tops if not name.startswith(("_", "cython_"))}


@pytest.mark.parametrize(
    "arguments",
    [
        ("define", "stockpiling"),
        ("country", "finland", "--as-of", "2025-01-01", "--field", "status"),
        ("countries", "--status", "former party"),
        ("claims", "164 parties in June 2025"),
        ("gloss", str(ROOT / "examples" / "article.txt")),
    ],
    ids=" ".join,
)
def test_a_piped_lookup_imports_no_library_and_little_of_the_standard_one(arguments):
    names = loaded("pipe", *arguments)
    assert outside(names) == set()
    assert not names & {"re", "typing", "dataclasses", "enum", "csv", "json", "importlib.metadata"}
    assert not names & {"collections", "functools", "operator", "types"}


def test_a_misspelling_brings_rapidfuzz_and_nothing_else_from_outside():
    assert outside(loaded("pipe", "define", "stokpiling")) == {"rapidfuzz"}


def test_a_lookup_on_a_terminal_brings_rich_and_nothing_else_from_outside():
    assert outside(loaded("terminal", "define", "stockpiling")) <= {
        "rich",
        "pygments",
        "markdown_it",
        "mdurl",
    }
    assert "rich" in outside(loaded("terminal", "define", "stockpiling"))


def test_every_room_is_on_the_map_and_no_other():
    listed = set(re.findall(r"^\| `([^`]+)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M))
    there = {path.name for path in SOURCE.glob("*.py")}
    there |= {f"{path.name}/" for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert listed == there
