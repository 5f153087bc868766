"""Your own data: an overlay is laid over ours and checked; what is broken is refused, whole, with a code."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import time
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatycli import loading, tables
from treatycli.records import ROWS, Term

DATA = Path(tables.BUNDLED)
HEADERS = {row.TABLE: ",".join(row.FIELDS) for row in ROWS}
ZAMBIA = 'APMBC,ZMB,withdrawal,2026-11-25,2027-05-25,C.N.1.2026,overlay-source,"a made-up notice, for a test"'
SOURCE = "overlay-source,A notice that nobody sent,The tests,2026-11-25,,"
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
    assert "Status: party, withdrawal pending on 26 November 2026" in country.stdout
    assert "Notice of withdrawal: 25 November 2026 (C.N.1.2026)" in country.stdout
    pending = treaty("countries", "--status", "party, withdrawal pending", *day, "--field", "iso3")
    assert pending.stdout == "ZMB\n"
    stats = json.loads(treaty("stats", *day, "--json").stdout)
    assert {c["status"]: c["states"] for c in stats["counts"]}["party, withdrawal pending"] == 1
    tiles = {t["iso3"]: t["status"] for t in json.loads(treaty("map", *day, "--json").stdout)}
    assert tiles["ZMB"] == "party, withdrawal pending"
    assert "ZMB" in json.loads(treaty("country", "poland", *day, "--json").stdout)["neighbours"]
    later = treaty("country", "zambia", "--as-of", "2027-05-25", "--data", leaving, "--field", "status")
    assert later.stdout == "former party\n"
    assert treaty("country", "zambia", "--as-of", "2027-05-25", "--field", "status").stdout == "party\n"


def test_events_terms_and_facts_of_an_overlay_are_found_by_every_reader(treaty, tmp_path):
    directory = overlay(
        tmp_path,
        sources=[SOURCE],
        events=[
            "zambia-leaves,2026-11-25,,withdrawal_notified,ZMB,Zambia gives notice,A test.,,overlay-source,low,"
        ],
        terms=["quux-mine,Quux mine,weapon,,A mine that only exists in a test.,,2(1),mine,overlay-source"],
        forms=["quux-mine,quux mines,plural,en,"],
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


def test_a_package_of_another_treaty_stands_alone(treaty, tmp_path):
    (tmp_path / "datapackage.json").write_text(
        json.dumps({"name": "quux-treaty", "title": "The Quux Treaty", "version": "1", "as_of": "2026-01-01"})
    )
    directory = overlay(
        tmp_path,
        treaties=[
            "QUUX,The Quux Treaty,Quux Treaty,2020-01-01,2021-01-01,Nobody,https://example.org/,overlay-source"
        ],
        sources=[SOURCE],
        articles=["1,General,No quuxes.,,https://example.org/,overlay-source"],
        terms=["quux,Quux,weapon,,A weapon that exists only in a test.,,1,,overlay-source"],
        forms=["quux,quuxes,plural,en,"],
        events=[
            "quux-signed,2020-01-01,,signature,ZMB,The Quux Treaty is signed,In a test.,,overlay-source,low,"
        ],
    )
    data = ["--data", directory]
    assert treaty("define", "quuxes", *data, "--field", "id").stdout == "quux\n"
    assert treaty("define", "stockpiling", *data).returncode == 1
    assert treaty("timeline", *data, "--field", "id").stdout == "quux-signed\n"
    assert "quux" in treaty("search", "signed", *data).stdout
    assert "Quux" in treaty("gloss", *data, stdin="Quuxes were banned in Zambia.").stdout


BROKEN = {
    "E101": {"actions.csv": None},
    "E102": {"terms.csv": HEADERS["terms"].encode() + b"\nx,\xff,weapon,,a,,,,s\n"},
    "E103": {"terms.csv": b"\xef\xbb\xbf" + HEADERS["terms"].encode() + b"\n"},
    "E104": {"terms.csv": HEADERS["terms"].encode() + b"\r\n"},
    "E105": {"terms.csv": HEADERS["terms"].replace("plain", "plane").encode() + b"\n"},
    "E106": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,Nowhere\n"},
    "E107": {"areas.csv": HEADERS["areas"].encode() + b'\nXXX,"Nowhere,note\n'},
    "E108": {"areas.csv": HEADERS["areas"].encode() + b"\nXXX,No\x1b[31mwhere,note\n"},
    "E111": {"areas.csv": "link"},
    "E112": {"areas.csv": HEADERS["areas"].encode() + b"\n" + b"x" * (loading.MAX_TABLE + 1)},
    "E113": {"datapackage.json": b"{}"},
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
    "E302": {"forms.csv": "mine,stockpiling,synonym,en,"},
    "E303": {"names.csv": "LTU,Latvia,alternative,en"},
    "E304": {"terms.csv": "quux,Quux,weapon,,A test.,,,quux,un-1997-09-18"},
    "E401": {"actions.csv": "APMBC,ZMB,ratification,1990-01-01,,,untc-2026-02-03,"},
    "E402": {"actions.csv": "APMBC,USA,accession,2026-05-05,2026-06-01,,untc-2026-02-03,"},
    "E403": {"actions.csv": ZAMBIA.replace("2027-05-25", "2027-01-25"), "sources.csv": SOURCE},
    "W501": {"sources.csv": SOURCE},
    "W502": {"terms.csv": "quux,Quux,weapon,,A test.,,,,un-1997-09-18"},
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
def test_every_code_has_a_broken_fixture(treaty, tmp_path, code):
    directory = write_broken(tmp_path, BROKEN[code])
    done = treaty("data", "check", directory)
    assert done.returncode == 1
    assert re.search(rf"^\S+:\d+: {code}: ", done.stdout, re.M), done.stdout
    assert all(re.fullmatch(r"\S+:\d+: [EW]\d{3}: .+", line) for line in done.stdout.splitlines())
    used = treaty("define", "stockpiling", "--data", directory)
    if code.startswith("E"):
        assert (used.returncode, used.stdout) == (2, "")
        assert code in used.stderr
    else:
        assert used.returncode == 0


def test_every_code_is_documented_and_every_documented_code_exists():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "treatycli").rglob("*.py"))
    used = set(re.findall(r'"([EW]\d{3})"', source)) | set(re.findall(r": ([EW]\d{3}): ", source))
    documented = set(
        re.findall(r"^\| ([EW]\d{3}) \|", (ROOT / "docs" / "data-checks.md").read_text("utf-8"), re.M)
    )
    assert used == documented
    assert set(BROKEN) | {"E109", "E110"} == documented


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


def test_an_edit_to_an_exported_table_is_seen(treaty, tmp_path):
    target = tmp_path / "copy"
    treaty("data", "export", str(target))
    terms = target / "terms.csv"
    terms.write_text(
        terms.read_text("utf-8").replace("Keeping mines in store", "Hoarding mines in store"), "utf-8"
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


# What breaks our own tables


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the whole package, to be damaged."""
    target = tmp_path_factory.mktemp("package") / "treatycli"
    shutil.copytree(DATA.parent, target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def answers(copy, *arguments):
    import subprocess
    import sys

    return subprocess.run(
        [sys.executable, "-m", "treatycli", *arguments],
        capture_output=True, cwd="/", check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(copy.parent), "PYTHONUTF8": "1"},
    )  # fmt: skip


ASKED = ("country", "lithuania", "--as-of", "2026-11-24", "--json")


def damaged(copy, name, content):
    """Ask with one file damaged; return the process, and put the file back."""
    path = copy / "data" / name
    whole = path.read_bytes()
    time.sleep(0.02)
    path.write_bytes(content)
    try:
        return answers(copy, *ASKED)
    finally:
        path.write_bytes(whole)
        os.utime(path, (1, 1))


def right_or_refused(done, expected):
    assert b"Traceback" not in done.stderr
    if done.returncode == 0:
        assert done.stdout == expected
    else:
        assert done.returncode == 2
        assert done.stdout == b""
        assert re.search(rb"[EW]\d{3}", done.stderr)


@pytest.mark.parametrize("name", FILES)
def test_a_table_truncated_emptied_reordered_or_re_encoded_is_refused_or_changes_nothing(copy, name):
    expected = answers(copy, *ASKED).stdout
    whole = (copy / "data" / name).read_bytes()
    lines = whole.split(b"\n")
    for content in (
        b"",
        whole[: len(whole) // 2],
        whole[:-1],
        b"\n".join([lines[0], *reversed(lines[1:-1]), b""]),
        whole.decode("utf-8").encode("utf-16"),
        whole.replace(b"\n", b"\r\n"),
    ):
        right_or_refused(damaged(copy, name, content), expected)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from([*FILES, tables.INDEX]), place=st.floats(0, 0.999999), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_refused_or_changes_nothing(copy, name, place, bit):
    expected = answers(copy, *ASKED).stdout
    content = bytearray((copy / "data" / name).read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    right_or_refused(damaged(copy, name, bytes(content)), expected)


def test_without_an_index_the_tables_are_read_and_answer_alike(copy):
    expected = answers(copy, *ASKED).stdout
    index = copy / "data" / tables.INDEX
    whole = index.read_bytes()
    index.unlink()
    try:
        assert answers(copy, *ASKED).stdout == expected
    finally:
        index.write_bytes(whole)


def test_a_read_only_installation_answers_alike(copy):
    expected = answers(copy, *ASKED).stdout
    for path in (copy, copy / "data"):
        path.chmod(0o555)
    try:
        assert answers(copy, *ASKED).stdout == expected
    finally:
        for path in (copy, copy / "data"):
            path.chmod(0o755)


def test_a_large_broken_table_is_refused_in_bounded_time(treaty, tmp_path):
    overlay(tmp_path, facts=["x"] * 200_000)
    start = time.perf_counter()
    done = treaty("facts", "--data", str(tmp_path))
    assert done.returncode == 2
    assert time.perf_counter() - start < 20


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
    package = tables.open_package(directory)
    assert package.get(Term, "impact").plain == "Replaced."
    assert len(package.all(Term)) == 219
    assert package.version.endswith("+overlay")
