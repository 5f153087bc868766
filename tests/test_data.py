"""Your own data: an overlay is laid over ours and checked; what is broken is refused, whole, with a code."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import runpy
import shutil
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest
from conftest import FIXTURE, ROOT

from treatycli.answers import DataError
from treatycli.package import BUNDLED, Package, open_package, sections, writing
from treatycli.package import index as indexes
from treatycli.package.checks import MAX_NAME
from treatycli.package.codes import CODES
from treatycli.package.csvs import MAX_CELL
from treatycli.package.directory import load, survey
from treatycli.package.overlay import Laid, lay
from treatycli.records import ROWS, Action, Event, Fact, Source, Term
from treatycli.topics import data

DATA = Path(BUNDLED)
HEADERS = {row.TABLE: ",".join(row.FIELDS) for row in ROWS}
ZAMBIA = 'APMBC,ZMB,withdrawal,2026-11-25,2027-05-25,C.N.1.2026,overlay-source,"a made-up notice, for a test"'
SOURCE = (
    "overlay-source,A notice that nobody sent,The tests,2026-11-25,specialist,https://example.org/notice,,"
)
FILES = [*(f"{row.TABLE}.csv" for row in ROWS), "datapackage.json", "SHA256SUMS"]


def overlay(directory, **files):
    for name, lines in files.items():
        text = "\n".join([HEADERS[name], *lines]) + "\n" if isinstance(lines, list) else lines
        path = Path(directory, name + ".csv")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(directory)


@pytest.fixture
def leaving(tmp_path):
    return overlay(tmp_path, actions=[ZAMBIA], sources=[SOURCE])


def test_a_row_that_makes_zambia_withdraw_is_known_to_every_command(treaty, leaving):
    day = ["--as-of", "2026-11-26", "--data", leaving]
    country = treaty("country", "zambia", *day)
    assert "Status: party, withdrawal pending\n" in country.stdout
    assert "Withdrawal notified: 2026-11-25" in country.stdout
    pending = treaty("countries", "--status", "party, withdrawal pending", *day, "--field", "iso3")
    assert pending.stdout == "ZMB\n"
    stats = json.loads(treaty("stats", *day, "--json").stdout)
    assert {c["status"]: c["states"] for c in stats["counts"]}["party, withdrawal pending"] == 1
    tiles = {t["iso3"]: t["status"] for t in json.loads(treaty("map", *day, "--json").stdout)}
    assert tiles["ZMB"] == "party, withdrawal pending"
    movers = json.loads(treaty("country", "poland", *day, "--json").stdout)["same_move"]
    assert "ZMB" in [mover["iso3"] for mover in movers]
    later = treaty("country", "zambia", "--as-of", "2027-05-25", "--data", leaving, "--field", "status")
    assert later.stdout == "former party\n"
    assert treaty("country", "zambia", "--as-of", "2027-05-25", "--field", "status").stdout == "party\n"


def test_events_terms_and_facts_of_an_overlay_are_found_by_every_reader(treaty, tmp_path):
    directory = overlay(
        tmp_path,
        sources=[SOURCE],
        events=[
            "zambia-leaves,2026-11-25,,withdrawal_notified,APMBC,,ZMB,Zambia gives notice,A test.,,overlay-source,low,"
        ],
        terms=["quux-mine,Quux mine,weapon,,A mine that only exists in a test.,,2(1),mine,overlay-source"],
        forms=["quux-mine,quux mines,plural,en,,,,"],
    )
    data = ["--data", directory]
    assert "Zambia gives notice" in treaty("timeline", "--since", "2026-11", *data).stdout
    assert treaty("define", "quux", "mines", *data, "--field", "id").stdout == "quux-mine\n"
    assert "quux-mine" in treaty("search", "quux", *data).stdout
    found = json.loads(treaty("gloss", *data, "--json", stdin="The quux mines exploded.").stdout)
    assert [item["id"] for item in found] == ["quux-mine"]
    assert treaty("define", "stockpiling", *data, "--field", "id").stdout == "stockpiling\n"
    assert (
        treaty(
            "define",
            "quux",
            "mines",
            env={"TREATY_DATA": directory},
        ).returncode
        == 0
    )


BROKEN = {
    "E101": {"actions.csv": None},
    "E102": {"terms.csv": HEADERS["terms"].encode() + b"\nx,\xff,weapon,,a,,,,s\n"},
    "E103": {"terms.csv": HEADERS["terms"].encode("utf-16-le")},
    "E104": {"areas.csv": HEADERS["areas"].encode() + b'\nXXX,"No\nwhere",note\n'},
    "E105": {"terms.csv": HEADERS["terms"].replace("plain", "plane").encode() + b"\n"},
    "E106": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,Nowhere\n"},
    "E107": {"areas.csv": HEADERS["areas"].encode() + b'\nXXX,"Nowhere,note\n'},
    "E108": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,No\x1b[31mwhere,note\n"},
    "E111": {"areas.csv": "link"},
    "E112": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,Nowhere," + b"x" * (MAX_CELL + 1) + b"\n"},
    "E113": {"datapackage.json": b"{}"},
    "E114": {"areas.csv": b"PK\x03\x04" + bytes(60)},
    "E115": {"areas.csv": b"# mine\n" + HEADERS["areas"].encode() + b"\nXXX,Nowhere,n\n"},
    "E201": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,Nowhere,n\nXXX,Nowhere,n\n"},
    "E202": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,,n\n"},
    "E203": {"actions.csv": ZAMBIA.replace("2026-11-25", "2026-02-30"), "sources.csv": SOURCE},
    "E204": {"actions.csv": ZAMBIA.replace("withdrawal", "exit"), "sources.csv": SOURCE},
    "E205": {"sources.csv": SOURCE.replace("overlay-source", "over lay")},
    "E206": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,=1+1,n\n"},
    "E207": {
        "actions.csv": ZAMBIA.replace("overlay-source", "overlay-source;overlay-source"),
        "sources.csv": SOURCE,
    },
    "E301": {"actions.csv": ZAMBIA},
    "E302": {"forms.csv": "mine,stockpiling,synonym,en,,,,"},
    "E303": {"names.csv": "LTU,Latvia,alternative,en"},
    "E304": {"terms.csv": "quux,Quux,weapon,,A test.,,,quux,un-1997-09-18"},
    "E305": {
        "datapackage.json": b'{"name": "quux", "title": "Quux", "version": "1", "as_of": "2026-01-01"}',
        "sources.csv": SOURCE,
    },
    "E306": {
        "facts.csv": "zmb-x,ZMB,other,It is so.,,,2025,,,,overlay-source,high,",
        "sources.csv": SOURCE.replace("specialist", "weak"),
    },
    "E307": {
        "facts.csv": "zmb-x,ZMB,other,It is so.,,,2025,,,,overlay-source,low,",
        "sources.csv": SOURCE.replace("The tests", "TASS"),
    },
    "E308": {
        "facts.csv": "zmb-x,ZMB,other,It is so.,,,2025,,,,overlay-source,low,",
        "sources.csv": SOURCE.replace("https://example.org/notice", ""),
    },
    "E401": {"actions.csv": "APMBC,ZMB,ratification,1990-01-01,,,untc-2026-02-03,"},
    "E402": {"actions.csv": "APMBC,USA,accession,2026-05-05,2026-06-01,,untc-2026-02-03,"},
    "E403": {"actions.csv": ZAMBIA.replace("2027-05-25", "2027-01-25"), "sources.csv": SOURCE},
    "W501": {"sources.csv": SOURCE},
    "W502": {"terms.csv": "quux,Quux,weapon,,A test.,,,,un-1997-09-18"},
    "W503": {"sources.csv": SOURCE, "actions.xlsx": b"PK\x03\x04"},
}
"""One broken overlay for every code but E109 and E110, which are about the bundled files."""


def write_broken(directory, files):
    for name, content in files.items():
        path = Path(directory, name)
        if content is None:
            os.mkfifo(path)
        elif content == "link":
            path.symlink_to("/etc/passwd")
        else:
            table = name.removesuffix(".csv")
            path.write_bytes(
                content if isinstance(content, bytes) else f"{HEADERS[table]}\n{content}\n".encode()
            )
    return str(directory)


@pytest.mark.parametrize("code", BROKEN)
def test_every_code_has_a_broken_fixture_that_says_where_and_what_to_do(tmp_path, code):
    directory = write_broken(tmp_path, BROKEN[code])
    _, problems = survey(directory)
    assert code in {problem.code for problem in problems}
    for problem in problems:
        assert re.fullmatch(r"\S+:\d+: [EW]\d{3}: .+", str(problem))
        assert problem.hint
        assert Path(directory, problem.file).exists()
    if code.startswith("E"):
        assert {problem.code for problem in problems if problem.code.startswith("E")} == {code}
        with pytest.raises(DataError) as raised:
            open_package(directory)
        assert code in {problem.code for problem in raised.value.problems}
    else:
        assert open_package(directory).one(Term, "stockpiling")


def test_the_command_lists_problems_and_a_lookup_refuses_them(treaty, tmp_path):
    directory = write_broken(tmp_path, BROKEN["E202"])
    checked = treaty("data", "check", directory)
    assert (checked.returncode, checked.stdout) == (1, "areas.csv:2: E202: name is empty\n")
    assert checked.stderr.startswith("treaty: 1 problem. ")
    used = treaty("define", "stockpiling", "--data", directory)
    assert (used.returncode, used.stdout) == (2, "")
    assert used.stderr == f"treaty: areas.csv:2: E202: name is empty. {CODES['E202'][1]}.\n"
    error = json.loads(treaty("define", "stockpiling", "--data", directory, "--json").stderr)["error"]
    assert (error["code"], error["hint"]) == ("bad-data", CODES["E202"][1])
    assert error["message"] == "areas.csv:2: E202: name is empty"


def test_at_most_twenty_problems_are_said_by_a_lookup(treaty, tmp_path):
    directory = overlay(tmp_path, areas=[f"X{number},," for number in range(30)])
    said = treaty("define", "stockpiling", "--data", directory).stderr.splitlines()
    assert len(said) == 21
    assert said[-1].startswith("treaty: and 40 more.")


def test_every_code_is_documented_and_every_documented_code_exists():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "treatycli").rglob("*.py"))
    assert set(re.findall(r'"([EW]\d{3})"', source)) == set(CODES)
    assert set(BROKEN) | {"E109", "E110"} == set(CODES)
    rows = [f"| {code} | {what} | {remedy} |" for code, (what, remedy) in CODES.items()]
    assert "\n".join(rows) in (ROOT / "docs" / "data-checks.md").read_text("utf-8")


# What people and spreadsheets write

TABLES = {
    "actions": "treaty,iso3,action,date,effective,notification,sources,note\n"
    "APMBC,ZMB,withdrawal,2026-11-25,2027-05-25,,overlay-source,\n",
    "sources": f"{HEADERS['sources']}\n{SOURCE}\n",
}
ACTIONS = TABLES["actions"]
READ = {
    "as exported": ACTIONS,
    "CRLF": ACTIONS.replace("\n", "\r\n"),
    "CR": ACTIONS.replace("\n", "\r"),
    "UTF-8 with a mark": ACTIONS.encode("utf-8-sig"),
    "UTF-16 with a mark": ACTIONS.encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + ACTIONS.encode("utf-16-be"),
    "UTF-16 with tabs": ACTIONS.replace(",", "\t").encode("utf-16"),
    "semicolons": ACTIONS.replace(",", ";"),
    "tabs": ACTIONS.replace(",", "\t"),
    "a sep line": "sep=,\r\n" + ACTIONS,
    "a sep line and semicolons": "sep=;\n" + ACTIONS.replace(",", ";"),
    "no last line end": ACTIONS.rstrip("\n"),
    "blank lines": ACTIONS.replace("\n", "\n\n,,,,,,,\n") + "\n\n , ,,\n",
    "spaces in the header": ACTIONS.replace("iso3,action", " iso3 , action\xa0"),
    "columns in another order": "iso3,treaty,date,action,sources\nZMB,APMBC,2026-11-25,withdrawal,overlay-source\n",
    "everything quoted": '"' + ACTIONS.strip().replace(",", '","').replace("\n", '"\n"') + '"\n',
}


@pytest.mark.parametrize("way", READ)
@pytest.mark.parametrize("name", ["actions.csv", "Actions.CSV"])
def test_a_table_is_read_however_a_program_writes_it(tmp_path, way, name):
    overlay(tmp_path, sources=[SOURCE])
    data = READ[way]
    Path(tmp_path, name).write_bytes(data if isinstance(data, bytes) else data.encode())
    for package in (open_package(str(tmp_path)), Package(load(str(tmp_path)))):
        action = package.find(Action, "ZMB")[-1]
        assert (action.treaty, action.action, action.date) == ("APMBC", "withdrawal", "2026-11-25")
        assert action.sources == ("overlay-source",)
        assert action.note is None


REFUSED = {
    "a workbook": (b"PK\x03\x04 and so on", "E114", "spreadsheet"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + bytes(9), "E114", "spreadsheet"),
    "a gzip": (b"\x1f\x8b\x08", "E114", "compressed"),
    "Latin-1": (ACTIONS.replace("-source,\n", "-source,d\xe9p\xf4t\n").encode("latin-1"), "E102", "UTF-8"),
    "UTF-16 without a mark": (ACTIONS.encode("utf-16-le"), "E103", "UTF-16"),
    "UTF-32": (ACTIONS.encode("utf-32"), "E103", "UTF-32"),
    "half a character of UTF-16": (ACTIONS.encode("utf-16") + b"x", "E102", "UTF-16"),
    "pipes": (ACTIONS.replace(",", "|"), "E105", "'|'"),
    "nothing": ("", "E105", "no header"),
    "no header": (ACTIONS.split("\n")[1] + "\n", "E105", "no header"),
    "an unknown column": (ACTIONS.replace("note\n", "remark\n"), "E105", "'remark'"),
    "a column without a name": (
        ACTIONS.replace("note\n", "note,\n").replace("source,\n", "source,,\n"),
        "E105",
        "column 9 has no name",
    ),
    "a column twice": (ACTIONS.replace("note\n", "iso3\n"), "E105", "'iso3' is there twice"),
    "a needed column missing": (
        ACTIONS.replace(",sources", "").replace(",overlay-source", ""),
        "E105",
        "'sources' is missing",
    ),
    "a comment before the header": ("# mine\n" + ACTIONS, "E115", "comment"),
    "a comment between": (ACTIONS + "# mine\n", "E115", "comment"),
    "a short row": (ACTIONS.replace("source,\n", "source\n"), "E106", "7 cells"),
    "curly quotes": (ACTIONS.replace("source,\n", "source,“a, b”\n"), "E106", "curly quotes"),
    "an open quote": (ACTIONS.replace("source,\n", 'source,"a\n'), "E107", "broken CSV"),
    "a line end in a cell": (ACTIONS.replace("source,\n", 'source,"a\nb"\n'), "E104", "line end"),
    "a NUL": (ACTIONS.replace("overlay-", "overlay\0"), "E108", "control"),
    "a space at an end": (ACTIONS.replace("ZMB", "ZMB "), "E206", "a space"),
    "a no-break space": (ACTIONS.replace("2026-11-25", "2026-11-25\xa0"), "E206", "no-break space"),
    "items with spaces": (
        ACTIONS.replace("overlay-source", "overlay-source; untc-2026-02-03"),
        "E207",
        "space beside",
    ),
    "items with commas": (
        ACTIONS.replace("overlay-source", '"overlay-source,untc-2026-02-03"'),
        "E207",
        "comma",
    ),
    "day first": (ACTIONS.replace("2026-11-25", "25/11/2026"), "E203", "year first"),
    "no zeros": (ACTIONS.replace("2026-11-25", "2026-6-1"), "E203", "two digits"),
    "a time of day": (ACTIONS.replace("2026-11-25", "2026-11-25 00:00:00"), "E203", "time of day"),
    "a day's number": (ACTIONS.replace("2026-11-25", "46351"), "E203", "number of a day"),
    "NA": (ACTIONS.replace("2027-05-25", "NA"), "E203", "leave the cell empty"),
    "a year far ahead": (ACTIONS.replace("2026-11-25", "9999-12-31"), "E203", "1800 to 2200"),
    "a year long ago": (ACTIONS.replace("2026-11-25", "1066-10-14"), "E203", "1800 to 2200"),
    "a name for a code": (ACTIONS.replace("ZMB", "Zambia"), "E205", "three capital letters"),
}


@pytest.mark.parametrize("way", REFUSED)
def test_what_would_have_to_be_guessed_at_is_refused_by_name(tmp_path, way):
    data, code, words = REFUSED[way]
    overlay(tmp_path, sources=[SOURCE], actions=data)
    with pytest.raises(DataError) as raised:
        open_package(str(tmp_path))
    problem = raised.value.problems[0]
    assert (problem.file, problem.code) == ("actions.csv", code)
    assert words in problem.message
    assert problem.hint
    assert {problem.code for problem in raised.value.problems} == {code}


def test_each_optional_column_may_be_left_out(tmp_path):
    for row in ROWS:
        optional = [name for name in row.FIELDS if not row.is_required(name) and name not in row.KEY]
        for cells in open_package().backend.all(row.TABLE)[:1]:
            by_name = {
                name: cell for name, cell in zip(row.FIELDS, cells, strict=True) if name not in optional
            }
            with Path(tmp_path, row.TABLE + ".csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([by_name.keys(), by_name.values()])
    _, problems = survey(str(tmp_path))
    assert [str(problem) for problem in problems if problem.code.startswith("E")] == []


def test_files_that_look_like_tables_are_said_and_others_are_passed_over(treaty, tmp_path):
    directory = overlay(tmp_path, areas=["XXX,Nowhere,a test"])
    for name in ("._areas.csv", ".DS_Store", "~$areas.csv", "notes.txt", "README.md", "areas.csv.bak"):
        Path(directory, name).write_text("x", "utf-8")
    assert open_package(directory).notes == ()
    for name in (
        "AREAS.CSV",
        "actions.xlsx",
        "areas (1).csv",
        "Copy of terms.csv",
        "action.csv",
        "terms.csv.txt",
        "my.csv",
    ):
        Path(directory, name).write_text("x", "utf-8")
    notes = open_package(directory).notes
    assert [note.partition(": ")[0] for note in notes] == sorted(
        (
            "AREAS.CSV",
            "actions.xlsx",
            "areas (1).csv",
            "Copy of terms.csv",
            "action.csv",
            "terms.csv.txt",
            "my.csv",
        )
    )
    assert any("Name it actions.csv" in note for note in notes)
    done = treaty("define", "mine", "--data", directory)
    assert done.returncode == 0
    assert done.stdout.startswith("Term: Mine")
    assert (
        "treaty: actions.xlsx: a spreadsheet is not read. Save the sheet as CSV UTF-8: actions.csv.\n"
        in done.stderr
    )


# What a hostile directory holds


def test_no_index_of_somebody_elses_directory_is_ever_opened(tmp_path):
    directory = overlay(tmp_path, areas=["XXX,Nowhere,a test"])
    os.mkfifo(tmp_path / indexes.INDEX)
    assert open_package(directory).version.endswith("+overlay")


@pytest.mark.parametrize("kind", ["fifo", "directory", "link", "broken link", "loop"])
@pytest.mark.parametrize("name", ["actions.csv", "datapackage.json"])
def test_what_is_no_regular_file_is_refused(tmp_path, kind, name):
    overlay(tmp_path, sources=[SOURCE])
    path = tmp_path / name
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "directory":
        path.mkdir()
    else:
        path.symlink_to({"link": DATA / name, "broken link": "/nowhere", "loop": path}[kind])
    with pytest.raises(DataError, match=r"^\S+:1: E1[01]1: "):
        open_package(str(tmp_path))


WHOLE = {"name": "a", "title": "t", "version": "1", "as_of": "2026-01-01"}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"5", b"null", b"[" * 100_000, b"\xff\xfe{\x00}\x00", b'{"name": "a"}', b"9" * 5_000,
        *(
            json.dumps({**WHOLE, **change}).encode()
            for change in (
                {"version": [1]}, {"version": ""}, {"version": " "}, {"name": None}, {"title": "x" * 2_000},
                {"title": "\x1b[31m"}, {"title": "a\u202eb"}, {"as_of": "soon"}, {"as_of": "9999-01-01"},
                {"depositary_as_of": 5}, {"depositary_as_of": "\x1b[31m"}, {"known_to": {}}, {"not_known": 5},
                {"not_known": "text"}, {"not_known": [["x"]]}, {"not_known": ["\x1b]0;x\x07"]}, {"not_known": None},
            )
        ),
    ],
)  # fmt: skip
def test_a_description_is_checked_as_a_whole(tmp_path, content):
    overlay(tmp_path, sources=[SOURCE])
    (tmp_path / "datapackage.json").write_bytes(content)
    with pytest.raises(DataError, match=r"datapackage.json:1: E113: "):
        open_package(str(tmp_path))


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


def test_too_many_rows_or_bytes_are_one_line(tmp_path, monkeypatch):
    overlay(tmp_path, areas="code,name,note\n" + "x\n" * 200_000)
    _, problems = survey(str(tmp_path))
    assert [problem.code for problem in problems] == ["E112"]
    monkeypatch.setattr("treatycli.package.files.MAX_FILE", 10_000)
    _, problems = survey(str(tmp_path))
    assert [problem.code for problem in problems if problem.file == "areas.csv"] == ["E112"]


def test_a_table_that_is_all_wrong_is_not_read_to_its_end(tmp_path):
    overlay(tmp_path, areas="code,name,note\n" + "x\n" * 40_000)
    _, problems = survey(str(tmp_path))
    assert 1_000 <= len(problems) <= 1_002


@pytest.mark.parametrize("cell", ["1-999999999", "1-" + "9" * 5_000, "9" * 5_000])
def test_a_range_of_articles_out_of_all_bounds_is_refused(tmp_path, cell):
    overlay(tmp_path, terms=[f"quux,Quux,weapon,,A test.,,{cell},mine,un-1997-09-18"])
    with pytest.raises(DataError, match="E301"):
        open_package(str(tmp_path))


@pytest.mark.parametrize(("code", "field", "most"), [("X", "name", MAX_NAME), ("X", "note", MAX_CELL)])
def test_a_cell_may_be_so_long_and_not_longer(tmp_path, code, field, most):
    for length, wrong in ((most, []), (most + 1, ["E112"])):
        cells = {"code": code, "name": "Nowhere", "note": "n"} | {field: "x" * length}
        overlay(tmp_path, areas=[",".join(cells.values())])
        assert [problem.code for problem in survey(str(tmp_path))[1]] == wrong


@pytest.mark.parametrize("cell", ["x", "²", "1234567890", "1.5"])
def test_a_number_is_a_whole_one(tmp_path, cell):
    _, problems = survey(overlay(tmp_path, tiles=[f"ZMB,{cell},1"]))
    assert [problem.code for problem in problems] == ["E205"]
    assert problems[0].message.endswith("it must be a whole number")


def test_a_row_of_ours_that_breaks_a_rule_by_theirs_is_told_from_theirs(tmp_path):
    directory = overlay(tmp_path, actions=["APMBC,GBR,signature,2020-01-01,,,untc-2026-02-03,"])
    ours = [
        problem for problem in survey(directory)[1] if problem.message.startswith("a row as we have it (")
    ]
    assert {problem.code for problem in ours} == {"E401"}
    assert any("APMBC/GBR/ratification" in problem.message for problem in ours)


def test_names_are_cleaned_in_every_message(treaty, tmp_path):
    for arguments in (
        ["data", "check", "\x1b[31m\u202e"],
        ["define", "mine", "--data", "\x1b[31m\u202e", "--json"],
    ):
        done = treaty(*arguments)
        assert done.returncode in (1, 2)
        assert "\x1b" not in done.stdout + done.stderr
        assert "\\u001b" not in done.stdout + done.stderr
        assert "\u202e" not in done.stdout + done.stderr


MUTANTS = runpy.run_path(str(ROOT / "tools" / "fuzz.py"))


def test_a_term_without_an_id_or_a_name_is_refused_and_no_error_of_ours(tmp_path):
    for cells in (",Impact", "quux,", ","):
        overlay(tmp_path, terms=[f"{cells},general,,Replaced.,,,casualty,un-1997-09-18"])
        with pytest.raises(DataError, match="E202"):
            load(str(tmp_path))


def test_the_overlay_that_is_mutated_is_good_as_it_stands(tmp_path):
    for name, text in MUTANTS["GOOD"].items():
        (tmp_path / name).write_text(text)
    assert [p for p in survey(str(tmp_path))[1] if p.code.startswith("E")] == []
    MUTANTS["judge"](str(tmp_path))


@pytest.mark.parametrize("seed", range(2))
def test_a_mutated_overlay_is_refused_with_hints_or_answers_as_the_whole_does(tmp_path, seed):
    for number, files in enumerate(MUTANTS["mutants"](10, seed)):
        directory = tmp_path / str(number)
        directory.mkdir()
        for name, content in files.items():
            (directory / name).write_bytes(content)
        MUTANTS["judge"](str(directory))


# An overlay laid over the index answers as if everything had been read

LAID = {
    "a withdrawal": {"actions": [ZAMBIA], "sources": [SOURCE]},
    "a name": {"names": ["GNQ,Quuxland,alternative,en", "GNQ,Quuxian,demonym,"]},
}
SMALL = {
    "a withdrawal": {"actions": ["APMBC,XAA,withdrawal,2026-11-25,2027-05-25,C.N.1.2026,overlay-source,"],
                     "sources": [SOURCE]},
    "the day of an act known within bounds": {
        "actions": ["CCM,XCC,accession,2026-02-01,2026-08-01,,list-2026-02-03,"]
    },
    "a term replaced": {"terms": ["stockpiling,Hoarding,general,,Replaced.,,4-5,mine,survey-2024"]},
    "a form": {"forms": ["mine,quuxmine,synonym,en,near,,,"]},
    "a name": {"names": ["XAA,Quuxland,alternative,en", "XAA,Quuxian,demonym,"]},
    "an event of two states": {
        "events": ["quux,2026-06,,meeting,APMBC,,XAA;XBB,A meeting,In a test.,,survey-2024,low,"]
    },
    "an area with a fact": {
        "areas": ["QUX,Quux rock,A test"],
        "facts": ["quux-fact,QUX,other,A statement.,,,,,,,survey-2024,low,"],
    },
}  # fmt: skip


@pytest.fixture
def small(tmp_path_factory, monkeypatch):
    """Put the small package in the place of ours, sealed and with an index; return the index."""
    place = tmp_path_factory.mktemp("ours")
    fixture = load(str(FIXTURE))
    writing.write_package(str(place), fixture.tables, fixture.meta)
    written = load(str(place))
    path = writing.compile_index(str(place), written.tables, written.meta)
    monkeypatch.setattr("treatycli.package.directory.BUNDLED", str(place))
    return indexes.Index(path)


def whole_rows(index, table, changed):
    """Return overlay rows made of those of an index, with some cells changed."""
    row = next(row for row in ROWS if table == row.TABLE)
    return [dict(zip(row.FIELDS, cells, strict=True)) | changed for cells in index.all(table)]


def assert_laid_as_whole(index, directory, step=1):
    laid = lay(index, directory)
    assert isinstance(laid, Laid)
    here, whole = Package(laid), Package(load(directory))
    assert here.meta == whole.meta
    for section in (*(row.TABLE for row in ROWS), *sections.DERIVED):
        lines = whole.listed(section)
        assert sorted(here.listed(section)) == sorted(lines), section
        for line in lines[::step]:
            assert sorted(here.linked(section, line[0])) == sorted(whole.linked(section, line[0]))
            prefix = line[0][:3]
            assert sorted(here.starting(section, prefix)) == sorted(whole.starting(section, prefix))


@pytest.mark.parametrize("name", LAID)
def test_a_small_overlay_answers_as_if_all_had_been_read(tmp_path, name):
    assert_laid_as_whole(indexes.fresh(BUNDLED), overlay(tmp_path, **LAID[name]), step=53)


@pytest.mark.parametrize("name", SMALL)
def test_every_sort_of_row_may_be_laid_over_the_index(small, tmp_path, name):
    assert_laid_as_whole(small, overlay(tmp_path, **SMALL[name]))


def test_a_day_within_the_bounds_of_ours_is_the_same_act(small, tmp_path):
    within = "CCM,XCC,accession,{},,,list-2026-02-03,"
    for date, acts in (("2026-01-10", 1), ("2026-02", 2), ("2026-02-20", 1), ("2026-01-09", 2)):
        overlay(tmp_path, actions=[within.format(date)])
        for package in (Package(lay(small, str(tmp_path))), Package(load(str(tmp_path)))):
            corland = package.find(Action, "XCC")
            assert len(corland) == acts, date
            assert date in {action.date for action in corland}


@pytest.mark.parametrize(
    ("table", "changed"),
    [("events", {"countries": "XAA"}), ("facts", {"subject": "XAA"}), ("claims", {"claim": "A claim."}),
     ("terms", {"plain": "Replaced.", "articles": "5"}), ("actions", {"note": "A note."}),
     ("contested", {"note": "A note."}), ("forms", {"kind": "synonym"})],
)  # fmt: skip
def test_rows_of_ours_that_are_replaced_leave_nothing_behind(small, tmp_path, table, changed):
    rows = whole_rows(small, table, changed)
    with Path(tmp_path, table + ".csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([rows[0].keys(), *(row.values() for row in rows)])
    assert_laid_as_whole(small, str(tmp_path))


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("states", "ZMB,ZM,894,Zambia,Zambialand,Africa,Eastern Africa,1"),
        ("sources", "untc-2026-02-03,Another title,The tests,2026-02-03,,"),
        ("names", "LTU,Latvian,adjective,en"),
        ("forms", "mine,stockpiling,synonym,en,"),
    ],
)
def test_a_row_that_others_rest_on_is_left_to_the_slow_way(tmp_path, table, line):
    assert lay(indexes.fresh(BUNDLED), overlay(tmp_path, **{table: [line]})) is None


def test_commands_answer_alike_by_either_way(treaty, tmp_path):
    small = overlay(tmp_path, actions=[ZAMBIA], sources=[SOURCE], forms=["mine,quuxmine,synonym,en,,,,"])
    large = tmp_path / "large"
    large.mkdir()
    overlay(large, actions=[ZAMBIA], sources=[SOURCE], forms=["mine,quuxmine,synonym,en,,,,"])
    overlay(large, decoys=["quuxquux"])
    for arguments in (
        ["country", "zambia", "--as-of", "2026-11-26"], ["timeline", "--country", "zambia"], ["terms"],
        ["search", "quuxmine"], ["define", "quuxmine"], ["source", "overlay-source"], ["facts", "zambia"],
        ["stats", "--as-of", "2026-11-26"], ["search", "zambia", "withdrawal"],
    ):  # fmt: skip
        answers = [treaty(*arguments, "--data", str(place), "--json") for place in (small, large)]
        assert answers[0].stdout == answers[1].stdout, arguments
        assert answers[0].returncode == answers[1].returncode


def test_all_problems_are_listed_at_once_and_as_json(treaty, tmp_path):
    directory = overlay(tmp_path, areas=["XXX,,n", "YYY,=1,n", "ZZZ, x,n"])
    lines = treaty("data", "check", directory).stdout.splitlines()
    assert len(lines) == 3
    found = json.loads(treaty("data", "check", directory, "--format", "json").stdout)
    assert [(p["file"], p["line"]) for p in found] == [("areas.csv", 2), ("areas.csv", 3), ("areas.csv", 4)]


def test_export_writes_a_package_that_answers_alike_and_refuses_to_overwrite(treaty, tmp_path, leaving):
    target = tmp_path / "copy"
    assert treaty("data", "export", str(target)).returncode == 0
    assert (target / "SHA256SUMS").exists()
    for arguments in (["define", "mine"], ["country", "latvia", "--as-of", "2026-11-24"], ["timeline"]):
        assert treaty(*arguments, "--data", str(target)).stdout == treaty(*arguments).stdout
    again = treaty("data", "export", str(target))
    assert (again.returncode, again.stdout) == (2, "")
    assert "--force" in again.stderr
    assert treaty("data", "export", str(target), "--force", "--data", leaving).returncode == 0
    status = treaty("country", "zambia", "--as-of", "2026-11-26", "--data", str(target), "--field", "status")
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


def test_export_fills_a_directory_that_is_there_whatever_its_name(treaty, tmp_path):
    (tmp_path / "tables.csv").mkdir()
    assert treaty("data", "export", str(tmp_path / "tables.csv")).returncode == 0
    assert treaty("data", "export", str(tmp_path / "mine-ban.v2")).returncode == 0


def test_an_edit_to_an_exported_table_is_seen(treaty, tmp_path):
    target = tmp_path / "copy"
    treaty("data", "export", str(target))
    terms = target / "terms.csv"
    terms.write_text(
        terms.read_text("utf-8").replace("Building up a supply", "Hoarding up a supply"), "utf-8"
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
    assert [*(tmp_path / "out").iterdir()] == []


# What breaks our own tables


@pytest.fixture
def ours(tmp_path, monkeypatch):
    """A copy of our own tables and index, in the place of ours, to be damaged."""
    target = tmp_path / "data"
    shutil.copytree(DATA, target)
    index = target / indexes.INDEX
    index.write_bytes(index.read_bytes())
    for module in ("treatycli.package", "treatycli.package.directory"):
        monkeypatch.setattr(f"{module}.BUNDLED", str(target))
    return target


FOUND = (
    (Action, "LTU"), (Action, "AFG"), (Action, "ZWE"), (Event, "convention-signed-1997"), (Fact, "LTU"), (Term, "mine"),
    (Term, "zzz"), (Source, "untc-2026-02-03"), (Fact, "WORLD"), (Action, "XXX"),
)  # fmt: skip
LINKED = (("names_by_fold", "lithuania"), ("names_by_fold", "lithuanie"), ("events_by_state", "LTU"),
          ("cited_by", "untc-2026-02-03"), ("names_by_fold", "quux"), ("records_by_word", "mine"))  # fmt: skip


def told(package):
    """Return what a package answers to a dozen questions."""
    return [
        *(package.find(record, key) for record, key in FOUND),
        *(package.linked(section, key) for section, key in LINKED),
        package.starting("names_by_fold", "lith"),
    ]


def test_a_table_truncated_emptied_reordered_or_re_encoded_is_refused_or_changes_nothing(ours):
    expected = told(open_package())
    for name in FILES:
        whole = (ours / name).read_bytes()
        lines = whole.split(b"\n")
        for content in (
            b"", whole[: len(whole) // 2], whole[:-1], b"\n".join([lines[0], *reversed(lines[1:-1]), b""]),
            whole.decode("utf-8").encode("utf-16"), whole.replace(b"\n", b"\r\n"), whole.replace(b"a", b"b", 1),
        ):  # fmt: skip
            (ours / name).write_bytes(content)
            problems = ()
            try:
                assert told(open_package()) == expected
            except DataError as error:
                problems = error.problems
            assert {problem.code[:3] for problem in problems} <= {"E10", "E11"}
            assert all(problem.hint for problem in problems)
        (ours / name).write_bytes(whole)
        os.utime(ours / name, (1, 1))


@pytest.mark.parametrize("when", [1, None])
def test_an_edit_of_the_same_size_is_noticed_whatever_its_time(ours, when):
    terms = ours / "terms.csv"
    before = os.stat(terms)
    terms.write_bytes(terms.read_bytes().replace(b"Stockpiling", b"Stockpilinh"))
    os.utime(terms, (when, when) if when else ns_of(before))
    assert indexes.fresh(str(ours)) is None
    with pytest.raises(DataError, match=r"terms.csv:1: E109"):
        load()


def test_an_edit_just_after_the_installation_is_noticed_too(ours):
    for name in FILES:
        os.utime(ours / name)
    (ours / indexes.INDEX).write_bytes((ours / indexes.INDEX).read_bytes())
    terms = ours / "terms.csv"
    before = os.stat(terms)
    terms.write_bytes(terms.read_bytes().replace(b"Stockpiling", b"Stockpilinh"))
    os.utime(terms, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert indexes.fresh(str(ours)) is None


def ns_of(status):
    return (status.st_atime_ns / 1e9, status.st_mtime_ns / 1e9)


def test_the_index_gives_what_the_tables_give():
    assert told(open_package()) == told(Package(load()))


def test_tables_unpacked_with_old_times_are_still_those_of_the_index(ours):
    for name in FILES:
        os.utime(ours / name, (1_000_000_000, 1_000_000_000))
    assert indexes.fresh(str(ours))


def test_without_an_index_the_tables_are_read_and_answer_alike(ours):
    expected = told(open_package())
    (ours / indexes.INDEX).unlink()
    assert told(open_package()) == expected
    (ours / indexes.INDEX).mkdir()
    assert told(open_package()) == expected


def judged(index, expected):
    """Ask each question of an index on its own: the answer is right, or the damage is noticed."""
    package = Package.__new__(Package)
    package.backend = index
    questions = [
        *(lambda r=record, k=key: package.find(r, k) for record, key in FOUND),
        *(lambda s=section, k=key: package.linked(s, k) for section, key in LINKED),
        lambda: package.starting("names_by_fold", "lith"),
    ]
    for question, right in zip(questions, expected, strict=True):
        codes = []
        try:
            assert question() == right
        except DataError as error:
            codes = [problem.code for problem in error.problems]
        assert codes in ([], ["E110"])


def places(whole, chance, count):
    """Yield places in the index: anywhere, and near the lines that the questions lead to."""
    near = [whole.index(f"\n{key}\t".encode()) for key in ("LTU", "mine", "lithuania", "untc-2026-02-03")]
    for number in range(count):
        anywhere = chance.randrange(len(whole))
        yield (
            anywhere if number % 2 else min(len(whole) - 1, chance.choice(near) + chance.randrange(-300, 300))
        )


@pytest.mark.parametrize("seed", range(4))
def test_an_index_with_a_byte_changed_gives_right_answers_or_is_refused(ours, seed):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    expected = told(open_package())
    chance = random.Random(seed)
    for place in places(whole, chance, 150):
        data = bytearray(whole)
        data[place] = chance.choice((data[place] ^ 1 << chance.randrange(8), 10, 9, 0, 255))
        path.write_bytes(data)
        index = indexes.fresh(str(ours))
        if index:
            judged(index, expected)


@pytest.mark.parametrize("seed", range(4))
def test_an_index_that_is_cut_or_has_bytes_too_many_is_not_used(ours, seed):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    chance = random.Random(seed)
    for place in places(whole, chance, 100):
        path.write_bytes(whole[:place])
        assert indexes.fresh(str(ours)) is None
    for content in (
        b"",
        whole + b"\n",
        whole[1:],
        whole[: len(whole) // 2] + b"x" + whole[len(whole) // 2 :],
    ):
        path.write_bytes(content)
        assert indexes.fresh(str(ours)) is None


def test_a_section_that_is_missing_or_damaged_is_noticed_when_it_is_read_whole(ours):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"\nmine\t", b"\nmind\t", 1))
    for section in ("terms", "nothing"):
        with pytest.raises(DataError, match="E110"):
            [
                indexes.Index(str(path)).all(name)
                for name in (section, "forms", "names_by_fold", "records_by_word")
            ]


def test_an_index_compiled_anew_is_the_one_that_was_installed(ours):
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    path.unlink()
    memory = load()
    assert writing.compile_index(str(ours), memory.tables, memory.meta) == str(path)
    assert path.read_bytes() == whole
    assert indexes.fresh(str(ours))


def test_data_check_compares_the_index_with_the_tables(ours, monkeypatch):
    monkeypatch.setattr("treatycli.topics.data.BUNDLED", str(ours))
    assert data.check(None).items == ()
    path = ours / indexes.INDEX
    whole = path.read_bytes()
    for content in (whole[:-1], whole.replace(b"\nmine\t", b"\nmind\t", 1), b"nonsense"):
        path.write_bytes(content)
        assert [problem.code for problem in data.check(None).items] == ["E110"]


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


def test_an_overlay_that_is_no_directory_or_empty_is_said(treaty, tmp_path):
    for place in ("/nowhere", str(tmp_path), "/etc/passwd"):
        done = treaty("define", "mine", "--data", place)
        assert (done.returncode, done.stdout) == (2, "")
        assert "E101" in done.stderr


def test_rows_with_a_known_key_replace_and_new_ones_add(tmp_path):
    directory = overlay(
        tmp_path,
        terms=["impact,Impact,general,,Replaced.,,,casualty,un-1997-09-18"],
        areas=["XXX,Nowhere,a test"],
    )
    package = open_package(directory)
    assert package.get(Term, "impact").plain == "Replaced."
    assert len(package.all(Term)) == len(open_package().all(Term))
    assert package.version.endswith("+overlay")
