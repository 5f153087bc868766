"""Your own data: an overlay is laid over ours and checked; what is broken is refused, whole, with a code.

Asked of the small package of the tests, which stands in the place of ours.
"""

from __future__ import annotations

import csv
import json
import os
import re
import runpy
from pathlib import Path

import pytest
from conftest import FIXTURE, HEADERS, NOTICE, ROOT, overlay

from treatycli.answers import DataError
from treatycli.package import Package, open_package, sections
from treatycli.package import index as indexes
from treatycli.package.codes import CODES
from treatycli.package.csvs import MAX_CELL
from treatycli.package.directory import load, survey
from treatycli.package.overlay import Laid, lay
from treatycli.records import ROWS, Action, Term

pytestmark = pytest.mark.usefixtures("small")
LEAVING = (
    'APMBC,XAA,withdrawal,2026-11-25,2027-05-25,C.N.1.2026,overlay-source,"a made-up notice, for a test"'
)


@pytest.fixture
def leaving(tmp_path):
    return overlay(tmp_path, actions=[LEAVING], sources=[NOTICE])


def test_a_row_that_makes_arvania_withdraw_is_known_to_every_command(treaty, leaving):
    day = ["--as-of", "2026-11-26", "--data", leaving]
    country = treaty("country", "arvania", *day)
    assert "Status: party, withdrawal pending\n" in country.stdout
    assert "Withdrawal notified: 2026-11-25" in country.stdout
    pending = treaty("countries", "--status", "party, withdrawal pending", *day, "--field", "iso3")
    assert pending.stdout == "XAA\n"
    stats = json.loads(treaty("stats", *day, "--json").stdout)
    assert {c["status"]: c["states"] for c in stats["counts"]}["party, withdrawal pending"] == 1
    tiles = {t["iso3"]: t["status"] for t in json.loads(treaty("map", *day, "--json").stdout)}
    assert tiles["XAA"] == "party, withdrawal pending"
    movers = json.loads(treaty("country", "belmark", *day, "--json").stdout)["same_move"]
    assert "XAA" in [mover["iso3"] for mover in movers]
    later = treaty("country", "arvania", "--as-of", "2027-05-25", "--data", leaving, "--field", "status")
    assert later.stdout == "former party\n"
    assert treaty("country", "arvania", "--as-of", "2027-05-25", "--field", "status").stdout == "party\n"


def test_events_terms_and_facts_of_an_overlay_are_found_by_every_reader(treaty, tmp_path):
    directory = overlay(
        tmp_path,
        sources=[NOTICE],
        events=[
            "arvania-leaves,2026-11-25,,withdrawal_notified,APMBC,,XAA,Arvania gives notice,A test.,,overlay-source,low,"
        ],
        terms=["quux-mine,Quux mine,weapon,,A mine that only exists in a test.,,2(1),mine,overlay-source"],
        forms=["quux-mine,quux mines,plural,en,,,,"],
    )
    data = ["--data", directory]
    assert "Arvania gives notice" in treaty("timeline", "--since", "2026-11", *data).stdout
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
    "E203": {"actions.csv": LEAVING.replace("2026-11-25", "2026-02-30"), "sources.csv": NOTICE},
    "E204": {"actions.csv": LEAVING.replace("withdrawal", "exit"), "sources.csv": NOTICE},
    "E205": {"sources.csv": NOTICE.replace("overlay-source", "over lay")},
    "E206": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,=1+1,n\n"},
    "E207": {
        "actions.csv": LEAVING.replace("overlay-source", "overlay-source;overlay-source"),
        "sources.csv": NOTICE,
    },
    "E301": {"actions.csv": LEAVING},
    "E302": {"forms.csv": "mine,stockpiling,synonym,en,,,,"},
    "E303": {"names.csv": "XBB,Corland,alternative,en"},
    "E304": {"terms.csv": "quux,Quux,weapon,,A test.,,,quux,survey-2024"},
    "E305": {
        "datapackage.json": b'{"name": "quux", "title": "Quux", "version": "1", "as_of": "2026-01-01"}',
        "sources.csv": NOTICE,
    },
    "E306": {
        "facts.csv": "zmb-x,XAA,other,It is so.,,,2025,,,,overlay-source,high,",
        "sources.csv": NOTICE.replace("specialist", "weak"),
    },
    "E307": {
        "facts.csv": "zmb-x,XAA,other,It is so.,,,2025,,,,overlay-source,low,",
        "sources.csv": NOTICE.replace("The tests", "TASS"),
    },
    "E308": {
        "facts.csv": "zmb-x,XAA,other,It is so.,,,2025,,,,overlay-source,low,",
        "sources.csv": NOTICE.replace("https://example.org/notice", ""),
    },
    "E401": {"actions.csv": "APMBC,XAA,ratification,1990-01-01,,,list-2026-02-03,"},
    "E402": {"actions.csv": "APMBC,XCC,accession,2026-05-05,2026-06-01,,list-2026-02-03,"},
    "E403": {"actions.csv": LEAVING.replace("2027-05-25", "2027-01-25"), "sources.csv": NOTICE},
    "W501": {"sources.csv": NOTICE},
    "W502": {"terms.csv": "quux,Quux,weapon,,A test.,,,,survey-2024"},
    "W503": {"sources.csv": NOTICE, "actions.xlsx": b"PK\x03\x04"},
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
    "APMBC,XAA,withdrawal,2026-11-25,2027-05-25,,overlay-source,\n",
    "sources": f"{HEADERS['sources']}\n{NOTICE}\n",
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
    "columns in another order": "iso3,treaty,date,action,sources\nXAA,APMBC,2026-11-25,withdrawal,overlay-source\n",
    "everything quoted": '"' + ACTIONS.strip().replace(",", '","').replace("\n", '"\n"') + '"\n',
}


@pytest.mark.parametrize("way", READ)
@pytest.mark.parametrize("name", ["actions.csv", "Actions.CSV"])
def test_a_table_is_read_however_a_program_writes_it(tmp_path, way, name):
    overlay(tmp_path, sources=[NOTICE])
    data = READ[way]
    Path(tmp_path, name).write_bytes(data if isinstance(data, bytes) else data.encode())
    for package in (open_package(str(tmp_path)), Package(load(str(tmp_path)))):
        action = package.find(Action, "XAA")[-1]
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
    "a space at an end": (ACTIONS.replace("XAA", "XAA "), "E206", "a space"),
    "a no-break space": (ACTIONS.replace("2026-11-25", "2026-11-25\xa0"), "E206", "no-break space"),
    "a no-break space first": (
        ACTIONS.replace("2026-11-25", "\xa02026-11-25"),
        "E206",
        "no-break space",
    ),
    "items with spaces": (
        ACTIONS.replace("overlay-source", "overlay-source; list-2026-02-03"),
        "E207",
        "space beside",
    ),
    "items with commas": (
        ACTIONS.replace("overlay-source", '"overlay-source,list-2026-02-03"'),
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
    "a name for a code": (ACTIONS.replace("XAA", "Arvania"), "E205", "three capital letters"),
}


@pytest.mark.parametrize("way", REFUSED)
def test_what_would_have_to_be_guessed_at_is_refused_by_name(tmp_path, way):
    data, code, words = REFUSED[way]
    overlay(tmp_path, sources=[NOTICE], actions=data)
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
            if row.TABLE == "sources":  # without an address it would be too weak for what rests on it
                by_name["id"] = "another"
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
    overlay(tmp_path, sources=[NOTICE])
    path = tmp_path / name
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "directory":
        path.mkdir()
    else:
        path.symlink_to({"link": FIXTURE / name, "broken link": "/nowhere", "loop": path}[kind])
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
    overlay(tmp_path, sources=[NOTICE])
    (tmp_path / "datapackage.json").write_bytes(content)
    with pytest.raises(DataError, match=r"datapackage.json:1: E113: "):
        open_package(str(tmp_path))


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
    overlay(tmp_path, terms=[f"quux,Quux,weapon,,A test.,,{cell},mine,survey-2024"])
    with pytest.raises(DataError, match="E301"):
        open_package(str(tmp_path))


@pytest.mark.parametrize(("code", "field", "most"), [("X", "name", 500), ("X", "note", 10_000)])
def test_a_cell_may_be_so_long_and_not_longer(tmp_path, code, field, most):
    for length, wrong in ((most, []), (most + 1, ["E112"])):
        cells = {"code": code, "name": "Nowhere", "note": "n"} | {field: "x" * length}
        overlay(tmp_path, areas=[",".join(cells.values())])
        assert [problem.code for problem in survey(str(tmp_path))[1]] == wrong


@pytest.mark.parametrize("cell", ["x", "²", "1234567890", "12345678901", "1.5"])
def test_a_number_is_a_whole_one(tmp_path, cell):
    _, problems = survey(overlay(tmp_path, tiles=[f"XAA,{cell},1"]))
    assert [problem.code for problem in problems] == ["E205"]
    assert problems[0].message.endswith("it must be a whole number")
    assert survey(overlay(tmp_path, tiles=["XAA,123456789,0"]))[1] == []


def test_a_name_of_two_states_is_refused_with_the_other_state(tmp_path):
    _, problems = survey(write_broken(tmp_path, BROKEN["E303"]))
    assert [problem.message for problem in problems] == ["'Corland' names XCC too; mark it ambiguous"]


def test_a_package_without_our_convention_is_refused_at_its_description(tmp_path):
    _, problems = survey(write_broken(tmp_path, BROKEN["E305"]))
    where = [(problem.file, problem.line, problem.message) for problem in problems if problem.code == "E305"]
    assert where == [("datapackage.json", 1, "the package has no treaty APMBC")]


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("1799-12-31", ["E203"]),
        ("1800-01-01", []),
        ("2200-12-31", []),
        ("2200", []),
        ("2201-01-01", ["E203"]),
    ],
)
def test_a_year_is_from_1800_to_2200(tmp_path, date, codes):
    directory = overlay(
        tmp_path, events=[f"quux,{date},,meeting,APMBC,,XAA,A meeting,A test.,,survey-2024,low,"]
    )
    assert [problem.code for problem in survey(directory)[1]] == codes


@pytest.mark.parametrize(
    ("table", "line", "words"),
    [
        ("facts", "quux,{},other,A statement.,,,,,,,survey-2024,low,", ("XAA", "XZZ", "WORLD", "QQQ", "XQQ")),
        ("ideas", "quux,quux,,0,{}", ("terms/mine", "articles/20", "terms/quux", "quux/mine")),
        ("terms", "quux,Quux,weapon,,A test.,,{},mine,survey-2024", ("1-2", "20(1)", "20-22", "quux")),
        (
            "events",
            "quux,2020,,meeting,{},,XAA,A meeting,A test.,,survey-2024,low,",
            ("APMBC", "CCM", "QUUX"),
        ),
        ("actions", "APMBC,{},signature,1998-01-01,,,list-2026-02-03,", ("XCC", "XQQ")),
        ("members", "{},XAA,2004,,,survey-2024", ("northern-pact", "quux")),
        ("tiles", "{},9,9", ("XQQ",)),
    ],
)
def test_what_a_cell_refers_to_must_be_there(tmp_path, table, line, words):
    for word in words:
        _, problems = survey(overlay(tmp_path, **{table: [line.format(word)]}))
        missing = [problem.message for problem in problems if problem.code == "E301"]
        unknown = word in ("QQQ", "XQQ", "terms/quux", "quux/mine", "20-22", "quux", "QUUX")
        assert len(missing) == unknown, (word, problems)
        assert all(repr(word.rpartition("/")[2]) in message for message in missing)


def test_outlets_of_two_states_may_tell_of_a_third_and_those_of_one_may_not(tmp_path):
    outlets = [
        NOTICE.replace("overlay-source", key).replace("The tests", publisher)
        for key, publisher in (("quux-a", "TASS"), ("quux-b", "RIA Novosti"), ("quux-c", "Xinhua"))
    ]
    fact = "quux,{},other,A statement.,,,,,,,{},low,"
    for subject, cited, codes in (
        ("XAA", "quux-a", ["E307"]),
        ("XAA", "quux-a;quux-b", ["E307"]),
        ("XAA", "quux-a;quux-c", []),
        ("XAA", "quux-a;survey-2024", []),
        ("WORLD", "quux-a", []),
    ):
        _, problems = survey(overlay(tmp_path, sources=outlets, facts=[fact.format(subject, cited)]))
        assert [problem.code for problem in problems if problem.code[0] == "E"] == codes, (subject, cited)


@pytest.mark.parametrize(
    ("countries", "codes"),
    [("", []), ("RUS", []), ("XAA", ["E307"]), ("RUS;XAA", ["E307"]), ("CHN", ["E307"])],
)
def test_an_outlet_of_a_state_may_tell_of_that_state_and_of_none(tmp_path, countries, codes):
    directory = overlay(
        tmp_path,
        states=[
            "RUS,RU,643,Russian Federation,Russia,Europe,Eastern Europe,1",
            "CHN,CN,156,People's Republic of China,China,Asia,Eastern Asia,1",
        ],
        sources=[NOTICE.replace("The tests", "TASS")],
        events=[f"quux,2020,,meeting,,,{countries},A meeting,A test.,,overlay-source,low,"],
        facts=["quux,RUS,other,A statement.,,,,,,,overlay-source,low,"],
    )
    problems = [problem for problem in survey(directory)[1] if problem.code[0] == "E"]
    assert [(problem.file, problem.code) for problem in problems] == [("events.csv", code) for code in codes]


@pytest.mark.parametrize(
    ("act", "effective", "codes"),
    [
        ("APMBC,XCC,accession,2026-05-05", "2026-10-31", ["E402"]),
        ("APMBC,XCC,accession,2026-05-05", "2026-11-01", []),
        ("APMBC,XCC,accession,2026-05-05", "2026-11-02", ["E402"]),
        ("APMBC,XCC,signature,1998-05-05", "1998-11-02", []),
        ("APMBC,XCC,succession,2026-05-05", "2026-05-04", []),
        ("APMBC,XCC,succession,2026-05-05", "2026-05-05", ["E402"]),
        ("APMBC,XAA,withdrawal,2026-11-25", "2027-05-24", ["E403"]),
        ("APMBC,XAA,withdrawal,2026-11-25", "2027-05-25", []),
        ("APMBC,XAA,withdrawal,2026-11-25", "2027-05-26", []),
    ],
)
def test_an_effect_is_the_treatys_but_for_a_succession_before_and_a_withdrawal_after(
    tmp_path, act, effective, codes
):
    _, problems = survey(overlay(tmp_path, actions=[f"{act},{effective},,list-2026-02-03,"]))
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("signed", "joined", "codes"),
    [
        ("2026-05-05", "2026-05-04", ["E401"]),
        ("2026-05-05", "2026-05-05", []),
        ("2026-05-05", "2026-04", ["E401"]),
        ("2026-05-05", "2026-05", []),
        ("2026-05", "2026-04-30", ["E401"]),
        ("2026-05", "2026-05-01", []),
    ],
)
def test_no_act_is_surely_before_the_signature(tmp_path, signed, joined, codes):
    acts = [
        f"APMBC,XCC,{act},,,list-2026-02-03," for act in (f"signature,{signed}", f"ratification,{joined}")
    ]
    assert [problem.code for problem in survey(overlay(tmp_path, actions=acts))[1]] == codes


@pytest.mark.parametrize(
    ("table", "line", "codes"),
    [
        ("forms", "mine,stockpiling,synonym,en,,,,", ["E302"]),
        ("forms", "stockpiling,mine,synonym,en,,,,", ["E302"]),
        ("forms", "notice,Notice of Withdrawal,synonym,en,,,,", []),
        ("names", "XBB,Free State of Corland,alternative,en", ["E303"]),
        ("names", "XCC,Kingdom of Belmark,alternative,en", ["E303"]),
        ("names", "XCC,Kingdom of Belmark,ambiguous,en", []),
        ("names", "XCC,Old Belmark,alternative,en", ["E303"]),
        ("names", "XBB,Old Belmark,alternative,fr", []),
        ("names", "XAA,The Mark,alternative,en", []),
    ],
)
def test_a_form_is_of_one_term_and_a_name_of_one_state_unless_it_is_ambiguous(tmp_path, table, line, codes):
    _, problems = survey(overlay(tmp_path, **{table: [line]}))
    assert [problem.code for problem in problems if problem.code[0] == "E"] == codes


@pytest.mark.parametrize(
    ("cited", "confidence", "codes"),
    [
        ("rumour-2025", "high", ["E306"]),
        ("leaflet-2019", "high", ["E306"]),
        ("leaflet-2019;rumour-2025", "high", ["E306"]),
        ("leaflet-2019;rumour-2025", "medium", []),
        ("leaflet-2019;rumour-2025", "low", []),
        ("gazette-2025-06-27", "high", []),
        ("rumour-2025;survey-2024", "high", []),
    ],
)
def test_of_high_confidence_is_what_one_document_at_least_can_carry(tmp_path, cited, confidence, codes):
    fact = f"quux,XAA,other,A statement.,,,,,,,{cited},{confidence},"
    assert [problem.code for problem in survey(overlay(tmp_path, facts=[fact]))[1]] == codes


@pytest.mark.parametrize(
    ("url", "seen_at", "codes"),
    [
        ("", "", ["E308"]),
        ("https://example.org/a", "", []),
        ("", "https://example.org/b", []),
        ("https://example.org/a", "https://example.org/b", []),
    ],
)
def test_a_statement_has_a_source_with_an_address_or_a_place_where_it_was_seen(tmp_path, url, seen_at, codes):
    source = f"quux,A title,The tests,2026,specialist,{url},{seen_at},"
    fact = "quux,XAA,other,A statement.,,,,,,,quux,low,"
    assert [problem.code for problem in survey(overlay(tmp_path, sources=[source], facts=[fact]))[1]] == codes


NO_LINK = "the entry has no see-also, or none leads to it"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("quux,Quux,weapon,,A test.,,,mine,survey-2024", [NO_LINK]),
        ("notice,Notice,general,,Replaced.,,,,survey-2024", [NO_LINK]),
        ("notice,Notice,general,,Replaced.,,,mine,survey-2024", []),
        (
            "stockpiling,Stockpiling,obligation,,Replaced.,,,mine,survey-2024",
            [f"a row as we have it (notice) then breaks a rule: {NO_LINK}"],
        ),
    ],
)
def test_an_entry_leads_to_others_and_others_lead_to_it(tmp_path, line, said):
    _, problems = survey(overlay(tmp_path, terms=[line]))
    assert [problem.message for problem in problems if problem.code == "W502"] == said


@pytest.mark.parametrize(
    ("table", "line", "codes"),
    [
        ("groups", 'quux,Quux,Quux,forum,"Quux; the old one",,survey-2024', ["E207"]),
        ("groups", 'quux,Quux,Quux,forum,"Quux, the old one;QX",,survey-2024', []),
        ("groups", "quux,Quux,Quux,forum,QX;QX,,survey-2024", ["E207"]),
        ("groups", "quux,Quux,Quux,forum,QX;,,survey-2024", ["E207"]),
        ("claims", 'quux,A claim,somebody,wrong,It is not.,"one, two",survey-2024', []),
        ("claims", 'quux,A claim,somebody,wrong,It is not.,one,"survey-2024,leaflet-2019"', ["E207"]),
        ("claims", "quux,A claim; and more,somebody,wrong,It is not.,one,survey-2024", []),
    ],
)
def test_a_list_is_parted_by_semicolons_and_commas_are_refused_between_sources(tmp_path, table, line, codes):
    assert [problem.code for problem in survey(overlay(tmp_path, **{table: [line]}))[1]] == codes


@pytest.mark.parametrize(("length", "cut"), [(299, 0), (300, 0), (301, 2), (400, 101)])
def test_a_message_is_of_300_characters_at_most(tmp_path, length, cut):
    before, after = "end_date is '", "'; it is no date"
    whole = before + "1" * (length - len(before + after)) + after
    event = f"quux,2020,{whole[len(before) : -len(after)]},meeting,,,,A meeting,A test.,,survey-2024,low,"
    (problem,) = survey(overlay(tmp_path, events=[event]))[1]
    assert problem.message == (whole[:-cut] + "…" if cut else whole)


def test_a_row_of_ours_that_breaks_a_rule_by_theirs_is_told_from_theirs(tmp_path):
    directory = overlay(tmp_path, actions=["APMBC,XBB,signature,2020-01-01,,,list-2026-02-03,"])
    ours = [
        problem for problem in survey(directory)[1] if problem.message.startswith("a row as we have it (")
    ]
    assert {problem.code for problem in ours} == {"E401"}
    assert any("APMBC/XBB/ratification" in problem.message for problem in ours)


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
    for cells in (",Notice", "quux,", ","):
        overlay(tmp_path, terms=[f"{cells},general,,Replaced.,,,mine,survey-2024"])
        with pytest.raises(DataError, match="E202"):
            load(str(tmp_path))


def test_the_overlay_that_is_mutated_is_good_as_it_stands(tmp_path):
    for name, text in MUTANTS["SMALL"].items():
        (tmp_path / name).write_text(text)
    assert [p for p in survey(str(tmp_path))[1] if p.code.startswith("E")] == []
    MUTANTS["judge"](str(tmp_path))


@pytest.mark.parametrize("seed", range(2))
def test_a_mutated_overlay_is_refused_with_hints_or_answers_as_the_whole_does(tmp_path, seed):
    for number, files in enumerate(MUTANTS["mutants"](60, seed, MUTANTS["SMALL"])):
        directory = tmp_path / str(number)
        directory.mkdir()
        for name, content in files.items():
            (directory / name).write_bytes(content)
        MUTANTS["judge"](str(directory))


# An overlay laid over the index answers as if everything had been read

SMALL = {
    "a withdrawal": {"actions": ["APMBC,XAA,withdrawal,2026-11-25,2027-05-25,C.N.1.2026,overlay-source,"],
                     "sources": [NOTICE]},
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
    "act", ["APMBC,XCC,accession", "CCM,XBB,accession", "CCM,XCC,acceptance", "CCM,XCC,signature"]
)
def test_a_day_within_the_bounds_of_another_act_leaves_it_as_it_is(small, tmp_path, act):
    overlay(tmp_path, actions=[f"{act},2026-01-20,,,list-2026-02-03,"])
    for package in (Package(lay(small, str(tmp_path))), Package(load(str(tmp_path)))):
        assert "2026-01-10/2026-02-20" in {action.date for action in package.find(Action, "XCC")}


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
        ("states", "XAA,XA,901,Arvania,Arvanialand,Europe,Northern Europe,1"),
        ("sources", "list-2026-02-03,Another title,The tests,2026-02-03,,"),
        ("names", "XBB,Arvanian,adjective,en"),
        ("forms", "mine,stockpiling,synonym,en,"),
        ("ideas", "undo-notice,undo,,0,terms/notice"),
    ],
)
def test_a_row_that_others_rest_on_is_left_to_the_slow_way(small, tmp_path, table, line):
    assert lay(small, overlay(tmp_path, **{table: [line]})) is None


def test_commands_answer_alike_by_either_way(treaty, tmp_path):
    small = overlay(tmp_path, actions=[LEAVING], sources=[NOTICE], forms=["mine,quuxmine,synonym,en,,,,"])
    large = tmp_path / "large"
    large.mkdir()
    overlay(large, actions=[LEAVING], sources=[NOTICE], forms=["mine,quuxmine,synonym,en,,,,"])
    overlay(large, decoys=["quuxquux"])
    for arguments in (
        ["country", "arvania", "--as-of", "2026-11-26"], ["timeline", "--country", "arvania"], ["terms"],
        ["search", "quuxmine"], ["define", "quuxmine"], ["source", "overlay-source"], ["facts", "arvania"],
        ["stats", "--as-of", "2026-11-26"], ["search", "arvania", "withdrawal"],
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


def test_an_overlay_that_is_no_directory_or_empty_is_said(treaty, tmp_path):
    for place in ("/nowhere", str(tmp_path), "/etc/passwd"):
        done = treaty("define", "mine", "--data", place)
        assert (done.returncode, done.stdout) == (2, "")
        assert "E101" in done.stderr


def test_rows_with_a_known_key_replace_and_new_ones_add(tmp_path):
    directory = overlay(
        tmp_path,
        terms=["notice,Notice,general,,Replaced.,,,mine,survey-2024"],
        areas=["XXX,Nowhere,a test"],
    )
    package = open_package(directory)
    assert package.get(Term, "notice").plain == "Replaced."
    assert len(package.all(Term)) == len(open_package().all(Term))
    assert package.version.endswith("+overlay")
