"""The same bytes from a wheel, an sdist, an editable install, and every Python that is present."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

pytest.importorskip("hatchling")
pytestmark = pytest.mark.xdist_group("installs")  # what is built is built once

ASKED = (
    ("define", "notice", "of", "withdrawal"),
    ("country", "lithuania", "--json"),
    ("timeline",),
    ("search", "160", "states"),
    ("claims", "160", "states"),
    ("stats",),
)
CACHE = Path(tempfile.gettempdir(), f"treaty-tests-{os.getuid()}-bytecode")
"""Where the bytecode of the trees goes, so that each is compiled once and none of them is written to."""
NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")


def pythons():
    """Return the interpreters of the supported versions that start, by name."""
    found = {}
    roots = [*Path.home().glob(".pyenv/versions/3.1[1-9]*/bin/python3")]
    for path in [*filter(None, map(shutil.which, NAMES)), *map(str, roots)]:
        done = subprocess.run(
            [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0 and tuple(map(int, done.stdout.split("."))) >= (3, 11):
            found.setdefault(done.stdout.strip(), path)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A wheel made from the tree, and a wheel made from the sdist that was made from the tree."""
    place = tmp_path_factory.mktemp("built")
    tree = place / "tree"
    shutil.copytree(
        ROOT,
        tree,
        ignore=shutil.ignore_patterns(".git", ".venv", "dist", "__pycache__", ".*_cache", ".hypothesis"),
    )
    (tree / "src" / "treatycli" / "data" / "treaty.index").unlink(missing_ok=True)
    build = [sys.executable, "-m", "hatchling", "build"]
    subprocess.run([*build, "-d", str(place / "a")], cwd=tree, check=True, capture_output=True)
    (sdist,) = (place / "a").glob("*.tar.gz")
    shutil.unpack_archive(sdist, place / "unpacked")
    (source,) = (place / "unpacked").iterdir()
    subprocess.run(
        [*build, "-t", "wheel", "-d", str(place / "b")], cwd=source, check=True, capture_output=True
    )
    installed = {}
    for name, folder in (("wheel", "a"), ("sdist", "b")):
        (wheel,) = (place / folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(place / name)
        installed[name] = place / name
    return installed


@functools.cache
def ask(python, path, arguments):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "TREATY"))}
    done = subprocess.run(
        [python, "-m", "treatycli", *arguments],
        capture_output=True, cwd="/", check=True,
        env={**env, "PYTHONPATH": str(path), "PYTHONPYCACHEPREFIX": str(CACHE)},
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("arguments", ASKED)
def test_a_wheel_and_an_sdist_answer_as_the_tree_does(built, arguments):
    expected = ask(sys.executable, ROOT / "src", arguments)
    for name, path in built.items():
        assert ask(sys.executable, path, arguments) == expected, name


def test_the_wheel_carries_the_index_the_schema_of_types_the_licences_and_the_man_page(built):
    names = {
        path.relative_to(built["wheel"]).as_posix() for path in built["wheel"].rglob("*") if path.is_file()
    }
    assert "treatycli/data/treaty.index" in names
    assert "treatycli/py.typed" in names
    assert any(name.endswith("share/man/man1/treaty.1") for name in names)
    assert any(name.endswith("LICENSE-DATA") for name in names)


@pytest.mark.parametrize("version", sorted(pythons()))
@pytest.mark.parametrize("arguments", [asked for asked in ASKED if asked[0] != "search"])
def test_every_python_present_gives_the_same_bytes(built, version, arguments):
    expected = ask(sys.executable, ROOT / "src", arguments)
    assert ask(pythons()[version], built["wheel"], arguments) == expected
