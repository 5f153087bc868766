"""CSV and TSV as analysts read them: one row a thing, nothing lost, no JSON in a cell."""

from __future__ import annotations

import io
import json

import pandas
import pytest
from conftest import DAY, run
from hypothesis import given
from hypothesis import strategies as st

import treatycli
from treatycli.show.machine import dumped, json_of

LISTS = {
    "countries": ["countries", "--as-of", DAY],
    "timeline": ["timeline", "--all", "--as-of", DAY],
    "facts": ["facts", "belarus"],
    "deadlines": ["deadlines", "--as-of", DAY],
    "groups": ["groups", "--as-of", DAY],
    "claims": ["claims", "mines"],
    "terms": ["terms", "--category", "weapon"],
    "country": ["country", "palestine", "--as-of", DAY],
}


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
VALUES = st.recursive(SCALARS, lambda some: st.lists(some) | st.dictionaries(st.text(), some))


@given(VALUES)
def test_json_is_written_as_the_standard_library_writes_it(value):
    assert json_of(value) == json.dumps(value, ensure_ascii=False)
    assert json_of(value, "\n") == json.dumps(value, ensure_ascii=False, indent=2)


@pytest.mark.parametrize("written", [json_of, dumped])
def test_what_is_in_no_record_is_not_written_as_json(written):
    with pytest.raises(TypeError, match="set is not in a record"):
        written([{1}])


@pytest.mark.parametrize("line", ["", "\n"])
def test_many_records_are_written_as_few_are(line):
    profile = treatycli.open().country("palestine", as_of=DAY)
    assert json_of([profile, profile], line) == dumped([profile, profile], line)


def table(*arguments, separator=","):
    """Return what pandas reads, every cell a text."""
    text = run(*arguments).out.decode("utf-8-sig")
    return pandas.read_csv(io.StringIO(text), dtype=str, keep_default_na=False, sep=separator)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("kind", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_table_holds_what_the_json_holds(name, kind, separator):
    read = table(*LISTS[name], "--format", kind, separator=separator)
    records = run(*LISTS[name], "--json").json
    records = records if isinstance(records, list) else [records]
    assert len(read) == len(records)
    for field, value in records[0].items():
        if isinstance(value, str | int | bool) or value is None:
            wanted = [_cell(record[field]) for record in records]
            assert list(read[field]) == wanted, field
        elif isinstance(value, list) and all(isinstance(part, str) for part in value):
            assert list(read[field]) == [";".join(record[field]) for record in records], field


def _cell(value):
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", LISTS)
def test_no_cell_holds_json(name):
    read = table(*LISTS[name], "--format", "csv")
    assert not read.map(lambda cell: cell.startswith(('{"', '[{"'))).any().any()


def test_a_date_known_within_bounds_has_its_first_and_last_day_beside_it():
    row = table("countries", "--as-of", DAY, "--format", "csv").set_index("iso3").loc["LBN"]
    assert row["in_force"] == "2026-08-01/2027-05-01"
    assert (row["in_force_from"], row["in_force_to"]) == ("2026-08-01", "2027-05-01")
    events = table("timeline", "--all", "--format", "csv")
    month = events[events["date"].str.len() == 7].iloc[0]
    assert month["date_from"] == month["date"] + "-01"
    assert month["date_to"] > month["date_from"]


def test_stats_is_a_row_a_year_and_a_row_a_status():
    read = table("stats", "--as-of", DAY, "--format", "csv")
    years = read[read["year"] != ""]
    assert dict(zip(years["year"], years["states"], strict=True))["2024"] == "164"
    assert sum(read[read["year"] == ""]["states"].astype(int)) == 197


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (("stats", "--fields", "year,parties"), "treaty, group, year"),
        (("stats", "--fields", "parties,year"), "treaty, group, year"),
        (("compare", "norway", "poland", "--fields", "name,differs"), "iso3, iso2"),
    ],
)
def test_columns_of_the_rows_and_fields_of_the_record_are_not_mixed(arguments, known):
    ran = run(*arguments, "--format", "csv")
    assert (ran.status, ran.out) == (2, b"")
    assert "has no field" in ran.err
    assert f"Its fields: {known}" in ran.err


def test_compare_is_a_row_a_state():
    read = table("compare", "finland", "norway", "--as-of", DAY, "--format", "csv")
    assert list(read["iso3"]) == ["FIN", "NOR"]
    assert "states" not in read.columns


def test_excel_gets_a_mark_and_reads_the_names_right():
    out = run("countries", "--excel").out
    assert out.startswith(b"\xef\xbb\xbf")
    assert "Türkiye" in out.decode("utf-8-sig")


def test_nothing_of_a_list_is_lost():
    read = table("country", "palestine", "--as-of", DAY, "--format", "csv").iloc[0]
    whole = run("country", "palestine", "--as-of", DAY, "--json").json
    for due in whole["deadlines"]:
        assert due["date"] in read["deadlines"]
        assert due["status"] in read["deadlines"]
    assert all(action["date"] in read["actions"] for action in whole["actions"])
