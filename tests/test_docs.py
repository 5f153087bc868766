"""The documents say what is so: commands, rooms, links, versions."""

from __future__ import annotations

import re
import runpy
import tomllib

from conftest import ROOT

from treatycli import __version__, help
from treatycli.show.shapes import SHAPES

SOURCE = ROOT / "src" / "treatycli"
README = (ROOT / "README.md").read_text("utf-8")


def test_the_command_reference_and_the_man_page_are_what_help_says():
    made = runpy.run_path(str(ROOT / "tools" / "make_docs.py"))
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made["reference"]()
    assert (ROOT / "docs" / "treaty.1").read_text("utf-8") == made["man_page"]()


def test_the_map_of_rooms_names_every_room_and_no_other():
    listed = set(re.findall(r"^\| `([^`]+)` \|", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M))
    there = {path.name for path in SOURCE.glob("*.py")}
    there |= {f"{path.name}/" for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert listed == there


def test_every_command_has_examples_and_a_place_in_the_help():
    grouped = {name for names in help.PANELS.values() for name in names}
    commands = {name.split()[0] for name in SHAPES} | {"schema", "completion"}
    assert grouped == commands
    for name in SHAPES:
        assert help.EXAMPLES.get(name) or name == "gloss annotate"


def test_the_examples_of_the_help_work(treaty, tmp_path):
    for name, examples in help.EXAMPLES.items():
        if name in ("gloss", "data check", "data export", "completion"):
            continue
        first = examples[0]
        assert first.startswith("treaty "), first
        words = re.findall(r'"[^"]*"|\S+', first)[1:]
        done = treaty(*[word.strip('"') for word in words])
        assert done.returncode == 0, (first, done.stderr)


def test_links_in_the_documents_lead_to_files():
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


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


def test_every_public_function_says_what_it_does():
    for path in SOURCE.rglob("*.py"):
        text = path.read_text("utf-8")
        assert text.startswith('"""'), path
        for name, following in re.findall(
            r"^def ([a-z]\w*)\(.*?\)(?: -> [^\n]*)?:\n\s+(\S+)", text, re.M | re.S
        ):
            assert following.startswith('"""'), f"{path.name}: {name}"
