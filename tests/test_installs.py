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


def built(place):
    """Build a wheel from the tree, and one from the sdist that is made from the tree; return where they lie."""
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


def test_what_is_built_answers_as_the_tree_does_on_every_python(tmp_path):
    # One test, so that what is built is built once, whichever workers there are.
    places = built(tmp_path)
    names = {path.relative_to(places["wheel"]).as_posix() for path in places["wheel"].rglob("*")}
    assert {"treatycli/data/treaty.index", "treatycli/py.typed"} <= names
    assert any(name.endswith("share/man/man1/treaty.1") for name in names)
    assert any(name.endswith("LICENSE-DATA") for name in names)
    for arguments in ASKED:
        expected = ask(sys.executable, ROOT / "src", arguments)
        assert expected
        for name, path in places.items():
            assert ask(sys.executable, path, arguments) == expected, name
        for version, python in pythons().items():
            if arguments[0] != "search":  # it looks near words up with a library, which these do not have
                assert ask(python, places["wheel"], arguments) == expected, (version, arguments)
