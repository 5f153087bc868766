"""The documents say what is so: commands, links, versions, recipes that run as they are printed."""

from __future__ import annotations

import importlib.util
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, SOURCE

from treatycli import __version__

README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
RECIPES = re.findall(
    r"(?:<!-- needs: (\S+) -->\n)?```sh\n(.*?)```",
    (ROOT / "docs" / "scripting.md").read_text("utf-8"),
    re.S,
)


def test_the_command_reference_and_the_man_page_are_what_help_says():
    tool = runpy.run_path(str(ROOT / "tools" / "make_docs.py"))
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == tool["reference"]()
    assert (ROOT / "docs" / "treaty.1").read_text("utf-8") == tool["man_page"]()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_in_a_document_lead_to_files(path):
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_versions_agree():
    assert f"version: {__version__}" in (ROOT / "CITATION.cff").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime = {re.split(r"[<>=]", entry)[0] for entry in project["dependencies"]}
    assert runtime == {"typer", "rich", "rapidfuzz"}
    assert all(name in README for name in runtime)


def test_no_document_names_a_machine_or_a_registry():
    for path in ROOT.rglob("*"):
        if path.suffix in (".md", ".toml", ".py", ".yaml", ".cff", ".json") and ".venv" not in path.parts:
            text = path.read_text("utf-8", "replace")
            assert not re.search(r"/work/|/root/|pypi\.org/simple", text) or path.name == "test_docs.py", path


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_every_module_and_public_function_says_what_it_is_for(path):
    text = path.read_text("utf-8")
    assert text.startswith('"""')
    for name, following in re.findall(r"^def ([a-z]\w*)\(.*?\)(?: -> [^\n]*)?:\n\s+(\S+)", text, re.M | re.S):
        assert following.startswith('"""'), name


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
        capture_output=True, encoding="utf-8", cwd=tmp_path, check=False, timeout=60,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1", "PYTHONPATH": str(SOURCE.parent)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout or "test " in script


def test_there_are_recipes():
    assert len(RECIPES) >= 9
