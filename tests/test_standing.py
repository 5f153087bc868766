"""The treaty on any day: every state, every status, the counts, the map."""

from __future__ import annotations

import csv
import json
from datetime import date
from functools import cache

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from treatycli import dates, status
from treatycli.package import open_package
from treatycli.records import Action, Fact, State, Tile, Treaty

PACKAGE = open_package()
STATES = [state.iso3 for state in PACKAGE.all(State)]
TREATIES = [treaty.id for treaty in PACKAGE.all(Treaty)]
DAYS = st.dates(min_value=date(1979, 1, 1), max_value=date(2035, 12, 31))
FOLLOWS = {
    status.NOT_PARTY: {status.SIGNATORY, status.NOT_YET_IN_FORCE, status.NOT_ESTABLISHED, status.PARTY},
    status.SIGNATORY: {status.NOT_YET_IN_FORCE, status.NOT_ESTABLISHED, status.PARTY},
    status.NOT_YET_IN_FORCE: {status.PARTY},
    status.NOT_ESTABLISHED: {status.PARTY},
    status.PARTY: {status.WITHDRAWING},
    status.WITHDRAWING: {status.FORMER},
    status.FORMER: set(),
}


@cache
def actions(iso3):
    return tuple(PACKAGE.find(Action, iso3))


@cache
def turning_days(iso3, treaty):
    days = {"1979-01-01", "2040-01-01"}
    for action in actions(iso3):
        if action.treaty == treaty:
            for when in (action.date, status.takes_effect(action)):
                for day in (dates.first(when), dates.last(when)):
                    days |= {day, dates.plus_days(day, -1), dates.plus_days(day, 1)}
    return sorted(days)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(STATES), st.sampled_from(TREATIES), DAYS, st.randoms())
def test_the_status_is_in_the_vocabulary_and_does_not_depend_on_row_order(iso3, treaty, day, shuffler):
    shuffled = list(actions(iso3))
    shuffler.shuffle(shuffled)
    found = status.status_on(actions(iso3), treaty, day.isoformat())
    assert found.status in status.STATUSES
    assert status.status_on(shuffled, treaty, day.isoformat()) == found


@pytest.mark.parametrize("treaty", TREATIES)
def test_a_state_moves_only_as_the_law_allows(treaty):
    for iso3 in STATES:
        before = None
        for day in turning_days(iso3, treaty):
            now = status.status_on(actions(iso3), treaty, day).status
            assert before in (None, now) or now in FOLLOWS[before], (iso3, day, before, now)
            before = now


@settings(max_examples=30, deadline=None)
@given(DAYS, st.sampled_from(TREATIES))
def test_counts_sum_to_197_on_any_day(day, treaty):
    found = [status.status_on(actions(iso3), treaty, day.isoformat()).status for iso3 in STATES]
    assert sum(found.count(name) for name in status.STATUSES) == 197


def test_the_parties_at_the_end_of_each_year_are_those_counted_by_hand():
    rows = list(csv.DictReader((ROOT / "tests" / "parties_by_year.csv").open(encoding="utf-8", newline="")))
    assert [row["year"] for row in rows] == [str(year) for year in range(1998, 2027)]
    for row in rows:
        found = [status.status_on(actions(iso3), "APMBC", row["date"]).status for iso3 in STATES]
        assert sum(s in status.BOUND for s in found) == int(row["in_force"]), row
        deposited = sum(s in (*status.BOUND, status.NOT_YET_IN_FORCE) for s in found)
        assert deposited == int(row["deposited_and_not_left"]), row


def test_the_depositarys_counts_of_2024_to_2026():
    def parties(day):
        found = [status.status_on(actions(iso3), "APMBC", day).status for iso3 in STATES]
        return sum(s in status.BOUND for s in found)

    instruments = sum(a.action in status.CONSENTS and a.date <= "2025-12-31" and a.treaty == "APMBC"
                      for iso3 in STATES for a in actions(iso3))  # fmt: skip
    assert parties("2024-12-31") == 164
    assert (instruments, parties("2025-12-31")) == (166, 163)
    assert parties("2026-03-01") == 161


def test_an_ecuadorian_accession_within_bounds_is_not_guessed():
    found = status.status_on(actions("ECU"), "ATT", "2026-06-01")
    assert found.status == status.NOT_ESTABLISHED
    assert "between 4 February 2026 and 23 November 2026" in found.note
    assert status.status_on(actions("ECU"), "ATT", "2026-02-03").status == status.NOT_PARTY


def test_a_date_known_to_the_month_is_a_pair_of_days():
    month = Action("APMBC", "AAA", "accession", "2025-06", None, None, ("x",), None)
    assert status.effect(month) == "2025-12-01"
    assert status.status_on([month], "APMBC", "2025-05-31").status == status.NOT_PARTY
    assert status.status_on([month], "APMBC", "2025-06-15").status == status.NOT_ESTABLISHED
    assert status.status_on([month], "APMBC", "2025-12-01").status == status.PARTY
    year = month.replace(date="2025")
    assert status.effect(year) == "2025-07-01/2026-06-01"


def test_a_state_that_comes_back_is_a_party_again():
    history = [
        Action("APMBC", "AAA", "ratification", "2000-01-10", "2000-07-01", None, ("x",), None),
        Action("APMBC", "AAA", "withdrawal", "2020-01-10", "2020-07-10", None, ("x",), None),
        Action("APMBC", "AAA", "accession", "2022-03-03", "2022-09-01", None, ("x",), None),
    ]
    told = [
        status.status_on(history, "APMBC", day).status for day in ("2020-07-10", "2022-03-03", "2022-09-01")
    ]
    assert told == [status.FORMER, status.NOT_YET_IN_FORCE, status.PARTY]


@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        ("1997-12-03", "1999-03-01"), ("1998-09-30", "1999-03-01"), ("1998-10-01", "1999-04-01"),
        ("2003-05-12", "2003-11-01"), ("2003-08-31", "2004-02-01"), ("2003-06-30", "2003-12-01"),
    ],
)  # fmt: skip
def test_article_17_counts_to_the_first_of_the_sixth_month(deposit, in_force):
    assert status.article_17(deposit) == in_force


def test_article_20_counts_six_months_from_receipt():
    assert status.article_20("2025-06-27") == "2025-12-27"
    assert status.article_20("2025-08-31") == "2026-02-28"


def test_the_other_treaties_have_rules_of_their_own():
    rule = status.entry_into_force
    assert rule("CCM", "ratification", "2008-12-03") == "2010-08-01"
    assert rule("CCW", "accession", "1998-05-31") == "1998-11-30"
    assert rule("CCW", "succession", "1998-05-31") is None
    assert rule("CCW-AP2", "consent_to_be_bound", "1997-01-01") == "1998-12-03"
    assert rule("ATT", "ratification", "2019-05-09") == "2019-08-07"


def test_deadlines_follow_articles_4_5_and_7():
    found = {d.article: d for d in status.deadlines(actions("UKR"), PACKAGE.find(Fact, "UKR"), "2026-11-24")}
    assert found["4"].date == "2010-06-01"
    assert found["7"].date == "2006-11-28"
    assert found["5"].date == "2033-12-01"
    assert "last deadline seen" in found["5"].note
    early = {d.article: d for d in status.deadlines(actions("UKR"), PACKAGE.find(Fact, "UKR"), "2010-01-01")}
    assert early["5"].date == "2016-06-01"
    assert status.deadlines(actions("LTU"), (), "2026-11-24") == ()
    assert status.deadlines(actions("LBN"), (), "2026-11-24") == ()


@pytest.mark.parametrize("treaty", ["APMBC", "CCM", "ATT"])
@pytest.mark.parametrize("day", ["1998-01-01", "2005-06-30", "2026-01-05", "2026-11-24"])
def test_each_figure_of_stats_can_be_counted_from_countries(treaty_in_process, treaty, day):
    stats = json.loads(treaty_in_process("stats", "--treaty", treaty, "--as-of", day, "--json"))
    rows = json.loads(treaty_in_process("countries", "--treaty", treaty, "--as-of", day, "--json"))
    bound = [row for row in rows if row["status"] in status.BOUND]
    assert stats["states"] == len(rows) == 197
    assert stats["parties"] == len(bound)
    assert stats["un_members_parties"] == sum(row["un_member"] for row in bound)
    assert {c["status"]: c["states"] for c in stats["counts"]} == {
        name: sum(row["status"] == name for row in rows) for name in status.STATUSES
    }
    for region in stats["regions"]:
        inside = [row for row in rows if row["region"] == region["region"]]
        assert (region["states"], region["parties"]) == (len(inside), sum(row in bound for row in inside))
    assert sum(region["states"] for region in stats["regions"]) == 197
    if stats["growth"]:
        assert stats["growth"][-1]["parties"] == len(bound)


@pytest.fixture
def treaty_in_process(capsys):
    from treatycli import cli

    def run(*arguments):
        assert cli.run(arguments) == 0
        return capsys.readouterr().out

    return run


def test_countries_are_narrowed_and_sorted(treaty):
    left = treaty("countries", "--status", "former party", "--as-of", "2026-11-24", "--field", "iso3").stdout
    assert left.split() == ["EST", "FIN", "LVA", "LTU", "POL"]
    late = treaty("countries", "--joined-after", "2025", "--as-of", "2026-11-24", "--fields", "iso3,in_force")
    assert "MHL\t2025-09-01" not in late.stdout
    late = treaty("countries", "--joined-after", "2025-06", "--fields", "iso3,in_force").stdout.splitlines()
    assert {"MHL\t2025-09-01", "TON\t2025-12-01"} <= set(late)
    first = treaty("countries", "--sort", "in_force", "--fields", "in_force").stdout.splitlines()
    dated = [line for line in first if line]
    assert dated == sorted(dated)
    for wrong in (
        ["--status", "friend"],
        ["--region", "Atlantis"],
        ["--treaty", "XYZ"],
        ["--sort", "beauty"],
    ):
        done = treaty("countries", *wrong)
        assert (done.returncode, done.stdout) == (2, "")


def test_a_comparison_marks_what_differs_by_a_sign(treaty):
    shown = treaty("compare", "lithuania", "norway", "--format", "table", "--as-of", "2026-11-24").stdout
    assert any(
        line.startswith("*") and "Status" in line and "former party" in line for line in shown.splitlines()
    )
    assert any(line.startswith(" ") and "Region" in line for line in shown.splitlines())
    assert treaty("compare", "lithuania").returncode == 2
    assert treaty("compare", "lithuania", "korea").returncode == 1


def test_every_state_has_a_tile_and_no_two_share_one(package):
    tiles = package.all(Tile)
    assert {tile.iso3 for tile in tiles} == set(STATES)
    assert len({(tile.row, tile.column) for tile in tiles}) == 197
    assert max(tile.column for tile in tiles) * 3 + 3 <= 80


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_map_draws_every_state_once_at_any_width(treaty, columns, encoding):
    shown = treaty(
        "map", "--format", "table", env={"COLUMNS": columns, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ).stdout
    words = shown.replace("APMBC", " ")
    marks = "●◐◌▲▼○·" if encoding == "utf-8" else "+~?!xo."
    codes = [
        words[i : i + 2]
        for i in range(len(words) - 2)
        if words[i : i + 2].isupper() and words[i : i + 2].isalpha() and words[i + 2] in marks
    ]
    assert sorted(codes) == sorted(state.iso2 for state in PACKAGE.all(State))
    assert max(map(len, shown.splitlines())) <= int(columns)


@pytest.mark.parametrize("command", ["countries", "stats", "map", "compare"])
def test_a_day_before_the_treaty_says_that_it_was_not_open(treaty, command):
    names = ["canada", "norway"] if command == "compare" else []
    done = treaty(command, *names, "--as-of", "1997-12-02")
    assert done.returncode == 0
    assert "not yet open for signature (3 December 1997)" in done.stderr
    assert treaty(command, *names, "--as-of", "1997-12-03").stderr == ""


def test_the_turning_days_of_1999_and_of_the_exits():
    def count(day, name):
        return sum(status.status_on(actions(iso3), "APMBC", day).status == name for iso3 in STATES)

    assert count("1999-02-28", status.PARTY) == 0
    assert count("1999-03-01", status.PARTY) == 45
    assert count("1997-12-04", status.SIGNATORY) + count("1997-12-04", status.NOT_YET_IN_FORCE) == 121
    assert count("2025-12-26", status.WITHDRAWING) == 5
    assert count("2025-12-27", status.WITHDRAWING) == 2
    assert count("2026-02-20", status.WITHDRAWING) == 0
