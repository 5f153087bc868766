"""`treaty data`: what there is, written out whole or not at all; the codes of the checks."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import zipapp

import pytest
from conftest import DATA, FILES, NOTICE, overlay

from treatycli.package import writing
from treatycli.package.directory import load
from treatycli.topics import data


@pytest.mark.usefixtures("small")
def test_what_a_package_says_of_itself_is_what_data_info_says(treaty, tmp_path):
    target = tmp_path / "copy"
    treaty("data", "export", str(target))
    described = json.loads((target / "datapackage.json").read_text("utf-8"))
    described |= {"title": "Ours", "not_known": ["the rest", "all else"], "depositary_as_of": "2026-01-02"}
    (target / "datapackage.json").write_bytes(json.dumps(described).encode("utf-8-sig"))
    item = json.loads(treaty("data", "info", "--data", str(target), "--json").stdout)
    assert item["title"] == "Ours"
    assert item["not_known"] == ["the rest", "all else"]
    assert item["depositary_as_of"] == "2026-01-02"


def test_export_writes_a_package_that_answers_alike_and_refuses_to_overwrite(treaty, tmp_path, small):
    (tmp_path / "more").mkdir()
    notice = "APMBC,XAA,withdrawal,2026-11-25,2027-05-25,C.N.1.2026,overlay-source,"
    leaving = overlay(tmp_path / "more", actions=[notice], sources=[NOTICE])
    target = tmp_path / "copy"
    assert treaty("data", "export", str(target)).returncode == 0
    assert (target / "SHA256SUMS").exists()
    for arguments in (["define", "mine"], ["country", "belmark", "--as-of", "2026-11-24"], ["timeline"]):
        assert treaty(*arguments, "--data", str(target)).stdout == treaty(*arguments).stdout
    again = treaty("data", "export", str(target))
    assert (again.returncode, again.stdout) == (2, "")
    assert "--force" in again.stderr
    assert treaty("data", "export", str(target), "--force", "--data", leaving).returncode == 0
    status = treaty("country", "arvania", "--as-of", "2026-11-26", "--data", str(target), "--field", "status")
    assert status.stdout == "party, withdrawal pending\n"
    denied = treaty("data", "export", "/proc/nowhere")
    assert denied.returncode == 2
    assert len(denied.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "X.JSON", "x.zip", "x.tar.gz"])
def test_export_makes_no_directory_that_is_named_like_a_file(treaty, tmp_path, name):
    done = treaty("data", "export", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, "")
    assert "a directory" in done.stderr
    assert "FILE.db" in done.stderr
    assert "--excel" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("small")
def test_export_fills_a_directory_that_is_there_whatever_its_name(treaty, tmp_path):
    (tmp_path / "tables.csv").mkdir()
    assert treaty("data", "export", str(tmp_path / "tables.csv")).returncode == 0
    assert treaty("data", "export", str(tmp_path / "mine-ban.v2")).returncode == 0


@pytest.mark.usefixtures("small")
def test_an_edit_to_an_exported_table_is_seen(treaty, tmp_path):
    target = tmp_path / "copy"
    treaty("data", "export", str(target))
    terms = target / "terms.csv"
    terms.write_text(
        terms.read_text("utf-8").replace("Keeping weapons in store", "Hoarding weapons"), "utf-8"
    )
    assert "Hoarding" in treaty("define", "stockpiling", "--data", str(target)).stdout


def test_data_info_counts_the_tables_and_says_what_is_not_known(treaty):
    found = json.loads(treaty("data", "info", "--json").stdout)
    rows = {t["table"]: t["rows"] for t in found["tables"]}
    for name in rows:
        with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert rows[name] == len(list(csv.reader(file))) - 1
    assert found["not_known"]
    assert treaty("data", "path").stdout.strip() == str(DATA)


@pytest.mark.usefixtures("small")
def test_a_write_never_follows_a_link_or_enters_a_fifo_and_leaves_nothing_half_done(tmp_path, monkeypatch):
    victim = tmp_path / "victim.txt"
    victim.write_text("precious", "utf-8")
    target = tmp_path / "out"
    target.mkdir()
    (target / "terms.csv").symlink_to(victim)
    assert data.export(None, str(target), force=True).status == 2
    (target / "terms.csv").unlink()
    os.mkfifo(target / "terms.csv")
    assert data.export(None, str(target), force=True).status == 2
    (target / "terms.csv").unlink()
    assert victim.read_text("utf-8") == "precious"
    assert [*target.iterdir()] == []

    (target / "areas.csv").write_text("before", "utf-8")
    opened = []

    def full(path, *arguments):
        opened.append(path)
        if len(opened) == 5:
            raise OSError(28, "No space left on device")
        return real(path, *arguments)

    memory = load()
    real = os.open
    monkeypatch.setattr(os, "open", full)
    with pytest.raises(OSError, match="No space left"):
        writing.write_package(str(target), memory.tables, memory.meta)
    monkeypatch.undo()
    assert [path.name for path in target.iterdir()] == ["areas.csv"]
    assert (target / "areas.csv").read_text("utf-8") == "before"
    assert data.export(None, str(target), force=True).status == 0
    assert sorted(path.name for path in target.iterdir()) == sorted(FILES)


def test_a_full_disk_is_one_line(tmp_path):
    import resource

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    command = [sys.executable, "-m", "treatycli", "data", "export", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", preexec_fn=limited, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert [*tmp_path.iterdir()] == []


def test_a_program_without_its_tables_says_so_in_one_line(tmp_path):
    program = tmp_path / "program"
    shutil.copytree(DATA.parent, program / "treatycli", ignore=shutil.ignore_patterns("__pycache__", "data"))
    archive = tmp_path / "t.pyz"
    (program / "__main__.py").write_text(
        "from treatycli.__main__ import main\nraise SystemExit(main())\n", "utf-8"
    )
    zipapp.create_archive(program, archive)
    for started in ([str(archive)], [str(program)]):
        for arguments in (["--version"], ["define", "mine"], ["stats", "--json"], ["data", "check"]):
            done = subprocess.run(
                [sys.executable, *started, *arguments],
                capture_output=True,
                encoding="utf-8",
                check=False,
                cwd="/",
            )
            said = done.stderr + done.stdout
            assert done.returncode in (1, 2)
            assert "Traceback" not in said
            assert "E101" in said
            assert done.stderr.count("\n") == 1
