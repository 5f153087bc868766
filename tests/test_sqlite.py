"""The tables as SQLite: keys hold, views answer, nothing is left half-written."""

from __future__ import annotations

import json
import sqlite3

import pytest
from conftest import run

from treatycli.package import open_package
from treatycli.records import ROWS


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("sqlite") / "treaty.db"
    assert run("data", "export", str(path)).status == 0
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_every_key_leads_somewhere_and_every_row_is_there(database):
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    package = open_package()
    for row in ROWS:
        (count,) = database.execute(f'SELECT COUNT(*) FROM "{row.TABLE}"').fetchone()
        assert count == len(package.all(row)), row.TABLE


def test_the_views_say_what_the_commands_say(database):
    info = json.loads(run("data", "info", "--json").out)
    statuses = dict(database.execute("SELECT iso3, status FROM status_today WHERE treaty = 'APMBC'"))
    rows = run("countries", "--as-of", info["as_of"], "--json").json
    assert statuses == {row["iso3"]: row["status"] for row in rows}
    assert statuses["POL"] == "former party"
    days = database.execute("SELECT DISTINCT date, known_to FROM status_today WHERE treaty = 'APMBC'")
    assert days.fetchall() == [(info["as_of"], info["known_to"])]
    years = dict(database.execute("SELECT year, parties FROM parties_by_year WHERE treaty = 'APMBC'"))
    assert years[2024] == 164
    documents = json.loads(run("data", "info", "--json").out)["as_of"]
    ahead = {(iso3, date) for iso3, date in database.execute("SELECT iso3, date FROM deadlines_ahead")}
    listed = run("deadlines", "--status", "ahead", "--as-of", documents, "--json").json
    assert ahead == {(item["iso3"], item["date"]) for item in listed}


def test_another_program_opens_the_database_and_follows_its_keys(database):
    sqlite_utils = pytest.importorskip("sqlite_utils")
    opened = sqlite_utils.Database(database)
    assert {row.TABLE for row in ROWS} <= set(opened.table_names())
    assert set(opened.view_names()) == {"status_today", "parties_by_year", "deadlines_ahead"}
    assert opened["states"].pks == ["iso3"]
    assert opened["states"].get("LTU")["short_name"] == "Lithuania"
    for table in ("actions", "members", "deadlines"):
        assert ("iso3", "states") in {(k.column, k.other_table) for k in opened[table].foreign_keys}
    (left,) = opened.query(
        "SELECT COUNT(*) AS states FROM status_today WHERE status = 'former party' AND treaty = 'APMBC'"
    )
    assert left == {"states": 5}


def test_an_export_does_not_write_over_a_file_unless_it_is_told(tmp_path):
    path = tmp_path / "x.db"
    path.write_text("mine")
    refused = run("data", "export", str(path))
    assert (refused.status, path.read_text()) == (2, "mine")
    assert run("data", "export", str(path), "--force").status == 0
    assert [p.name for p in tmp_path.iterdir()] == ["x.db"]


def test_an_export_that_cannot_be_written_is_one_line(tmp_path):
    ran = run("data", "export", str(tmp_path / "no" / "dir.txt" / "x.db"))
    assert ran.status in (0, 2)
    (tmp_path / "file").write_text("")
    ran = run("data", "export", str(tmp_path / "file" / "x.db"))
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) == 1
