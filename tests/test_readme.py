"""The README is true: each line of its tour answers, its examples are there, its two commands stand alone."""

from __future__ import annotations

import re
import shlex

import pytest
from conftest import ROOT, run

from treatycli import dates
from treatycli.topics import known

README = (ROOT / "README.md").read_text("utf-8")
LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
    if line.startswith("treaty ")
]


def test_the_tour_is_read():
    assert len(LINES) > 30


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("terminal", [False, True], ids=["pipe", "terminal"])
def test_a_line_of_the_readme_answers(line, terminal, tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(line.split(" > ")[0], comments=True)[1:]
    ran = run(*arguments, terminal=terminal)
    assert ran.status == 0, ran.err
    assert ran.text.strip() or (tmp_path / arguments[-1]).exists() or arguments[:2] == ["data", "check"]


def test_the_examples_of_the_readme_are_its_only_files():
    named = set(re.findall(r"examples/[\w.-]+", README))
    assert named == {f"examples/{path.name}" for path in (ROOT / "examples").iterdir()}


@pytest.mark.parametrize("mark", ["run", "test"])
def test_each_of_the_two_commands_is_one_line_after_its_mark(mark):
    command = re.search(rf"^<!-- {mark} -->\n```sh\n([^\n]+)\n```$", README, re.M)
    assert command
    assert "activate" not in command[1]


def test_the_readme_says_until_when_it_knows(package):
    for day in (known.known_to(package), package.as_of):
        assert dates.words(day) in README.split("## ")[0]
