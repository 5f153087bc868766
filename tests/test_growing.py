"""What CONTRIBUTING.md says that a new column and a new command touch, done to a copy of the program.

The copy is asked in processes of its own, as nothing here may change the program that runs the tests.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURE, ROOT, SOURCE

COMMAND = """
    Command(
        "sizes", _sizes, NONE, "", "Explore",
        "How many rows of each sort there are.",
        ("treaty sizes", "treaty sizes --json"),
    ),
"""
TOPIC = '''"""How many rows there are."""

from __future__ import annotations

from treatycli.answers import Answer, Item
from treatycli.records import State, Term
from treatycli.show.blocks import Block, Field, Title
from treatycli.topics import Topic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package
    from treatycli.show.blocks import View


class Sizes(Item):
    """`treaty sizes`: the rows of two tables."""

    terms: int
    states: int


def sizes(package: Package) -> Answer:
    """Count the terms and the states."""
    return Answer((Sizes(terms=len(package.all(Term)), states=len(package.all(State))),))


def _page(answer: Answer, view: View) -> list[Block]:
    (item,) = answer.items
    return [
        Title("Tables", "Sizes of the tables", ""),
        Field("Terms", str(item.terms)),
        Field("States", str(item.states)),
    ]


SIZES = Topic(Sizes, sizes, _page)
'''
ROW = """
def _sizes() -> Topic:
    from treatycli.topics.sizes import SIZES

    return SIZES


"""
TABLE = "\nROWS = ("


@pytest.fixture
def program(tmp_path):
    """A copy of the program, and how to run it and its tests."""
    shutil.copytree(SOURCE, tmp_path / "src" / "treatycli", ignore=shutil.ignore_patterns("__pycache__"))
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("TREATY", "PYTEST"))}

    def run(*arguments, cwd=tmp_path):
        return subprocess.run(
            [sys.executable, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False,
            env={**environ, "PYTHONPATH": str(tmp_path / "src")},
        )  # fmt: skip

    return tmp_path / "src" / "treatycli", run


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_new_column_is_a_cell_of_the_table_and_a_field_of_its_record(program, tmp_path):
    source, run = program
    edit(
        source / "records.py",
        "    cues: tuple[str, ...]\n",
        "    cues: tuple[str, ...]\n    heard: str | None = None\n",
    )
    package = tmp_path / "package"
    shutil.copytree(FIXTURE, package)
    with (package / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (package / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "heard"])
        writer.writeheader()
        writer.writerows(
            {**row, "heard": "on a train" if row["id"] == "three-parties" else ""} for row in rows
        )

    checked = run("-m", "treatycli", "data", "check", str(package))
    assert (checked.returncode, checked.stdout) == (0, "")
    asked = ("-m", "treatycli", "claims", "three-parties", "--json")
    whole = json.loads(run(*asked, "--data", str(package)).stdout)
    assert {claim["id"]: claim["heard"] for claim in whole}["three-parties"] == "on a train"
    before = json.loads(run(*asked, "--data", str(FIXTURE)).stdout)  # a table of before has no such column
    assert {claim["id"]: claim["heard"] for claim in before}["three-parties"] is None
    schema = json.loads(run("-m", "treatycli", "schema", "claims").stdout)
    assert "heard" in json.dumps(schema)
    exported = run("-m", "treatycli", "data", "export", str(tmp_path / "out"), "--data", str(package))
    assert exported.returncode == 0, exported.stderr
    assert "on a train" in (tmp_path / "out" / "claims.csv").read_text("utf-8")


def test_a_new_command_is_a_row_and_a_file_and_keeps_the_contract(program):
    source, run = program
    (source / "topics" / "sizes.py").write_text(TOPIC, "utf-8")
    table = source / "commands.py"
    edit(table, TABLE, ROW + TABLE + COMMAND)
    held = run(
        "-m", "pytest", "-n0", "-p", "no:cacheprovider", str(ROOT / "tests" / "test_contract.py"), "-k", "sizes",
        cwd=ROOT,
    )  # fmt: skip
    assert held.returncode == 0, held.stdout[-3000:]
    assert int(held.stdout.split(" passed")[0].split()[-1]) > 15
    assert "sizes" in run("-m", "treatycli", "--help").stdout
    assert "sizes" in run("-m", "treatycli", "__complete", "bash", "siz").stdout


def test_a_row_that_lacks_something_is_one_sentence_at_import(program):
    source, run = program
    without = COMMAND.replace('("treaty sizes", "treaty sizes --json")', "()")
    edit(source / "commands.py", TABLE, ROW + TABLE + without)
    said = run("-m", "treatycli", "define", "mine")
    assert said.returncode != 0
    assert "sizes" in said.stderr.splitlines()[-1]


def test_the_guide_names_what_was_touched_here():
    guide = Path(ROOT, "CONTRIBUTING.md").read_text("utf-8")
    for kind in ("a column", "a command"):
        (row,) = [line for line in guide.splitlines() if line.startswith(f"| {kind} |")]
        for place in {"a column": ("records.py", "seal.py"), "a command": ("commands.py", "topics/")}[kind]:
            assert place in row
