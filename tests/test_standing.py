"""The treaty on any day: every state, every status, the counts, the map."""

from __future__ import annotations

import csv
import random
from datetime import date
from functools import cache

import pytest
from conftest import DAY, ROOT, open_quickly, run
from hypothesis import given, settings
from hypothesis import strategies as st

from treatycli import dates, status
from treatycli.package import open_package
from treatycli.records import Action, State, Tile, Treaty
from treatycli.topics import standing
from treatycli.vocabulary import (
    FORMER,
    NOT_ESTABLISHED,
    NOT_PARTY,
    NOT_YET_IN_FORCE,
    PARTY,
    SIGNATORY,
    STATUSES,
    WITHDRAWING,
)

TREATIES = ("APMBC", "CCM", "CCW", "CCW-AP2", "CCW-P5", "ATT")
DAYS = st.dates(min_value=date(1979, 1, 1), max_value=date(2035, 12, 31))
FOLLOWS = {
    NOT_PARTY: {SIGNATORY, NOT_YET_IN_FORCE, NOT_ESTABLISHED, PARTY},
    SIGNATORY: {NOT_YET_IN_FORCE, NOT_ESTABLISHED, PARTY},
    NOT_YET_IN_FORCE: {PARTY},
    NOT_ESTABLISHED: {PARTY},
    PARTY: {WITHDRAWING},
    WITHDRAWING: {FORMER},
    FORMER: set(),
}


@cache
def states():
    return [state.iso3 for state in open_quickly().all(State)]


@cache
def actions(iso3):
    return tuple(open_quickly().find(Action, iso3))


@cache
def turning_days(iso3, treaty):
    days = {"1979-01-01", "2040-01-01"}
    for action in actions(iso3):
        if action.treaty == treaty:
            for when in (action.date, status.takes_effect(action)):
                for day in (dates.first(when), dates.last(when)):
                    days |= {day, dates.plus_days(day, -1), dates.plus_days(day, 1)}
    return sorted(days)


def statuses(day, treaty="APMBC"):
    """Return the status of every state on a day."""
    return [status.status_on(actions(iso3), treaty, day).status for iso3 in states()]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_the_status_is_in_the_vocabulary_and_does_not_depend_on_row_order(data):
    iso3, treaty = data.draw(st.sampled_from(states())), data.draw(st.sampled_from(TREATIES))
    day = data.draw(DAYS).isoformat()
    shuffled = data.draw(st.permutations(actions(iso3)))
    found = status.status_on(actions(iso3), treaty, day)
    assert found.status in STATUSES
    assert status.status_on(shuffled, treaty, day) == found


@pytest.mark.parametrize("treaty", TREATIES)
def test_a_state_moves_only_as_the_law_allows(treaty):
    for iso3 in states():
        before = None
        for day in turning_days(iso3, treaty):
            now = status.status_on(actions(iso3), treaty, day).status
            assert before in (None, now) or now in FOLLOWS[before], (iso3, day, before, now)
            before = now


def test_the_treaties_are_those_of_the_vocabulary(package):
    assert {treaty.id for treaty in package.all(Treaty)} == set(TREATIES)


def test_the_parties_at_the_end_of_each_year_are_those_counted_by_hand():
    rows = list(csv.DictReader((ROOT / "tests" / "parties_by_year.csv").open(encoding="utf-8", newline="")))
    assert [row["year"] for row in rows] == [str(year) for year in range(1998, 2027)]
    for row in rows:
        found = statuses(row["date"])
        assert sum(s in status.BOUND for s in found) == int(row["in_force"]), row
        deposited = sum(s in (*status.BOUND, NOT_YET_IN_FORCE) for s in found)
        assert deposited == int(row["deposited_and_not_left"]), row


def test_an_ecuadorian_accession_within_bounds_is_not_guessed():
    found = status.status_on(actions("ECU"), "ATT", "2026-06-01")
    assert found.status == NOT_ESTABLISHED
    assert "between 4 February 2026 and 23 November 2026" in found.note
    assert status.status_on(actions("ECU"), "ATT", "2026-02-03").status == NOT_PARTY


@pytest.mark.parametrize("treaty", ["APMBC", "CCM", "ATT"])
@pytest.mark.parametrize("day", ["1998-01-01", "2005-06-30", "2026-01-05", DAY])
def test_each_figure_of_stats_can_be_counted_from_countries(treaty, day):
    stats = run("stats", "--treaty", treaty, "--as-of", day, "--json").json
    rows = run("countries", "--treaty", treaty, "--as-of", day, "--json").json
    bound = [row for row in rows if row["status"] in status.BOUND]
    assert stats["states"] == len(rows) == 197
    assert stats["parties"] == len(bound)
    assert stats["un_members_parties"] == sum(row["un_member"] for row in bound)
    assert {c["status"]: c["states"] for c in stats["counts"]} == {
        name: sum(row["status"] == name for row in rows) for name in STATUSES
    }
    for region in stats["regions"]:
        inside = [row for row in rows if row["region"] == region["region"]]
        assert (region["states"], region["parties"]) == (len(inside), sum(row in bound for row in inside))
    assert sum(region["states"] for region in stats["regions"]) == 197
    if stats["growth"]:
        assert stats["growth"][-1]["parties"] == len(bound)


def codes(*options):
    """Return the codes of the states that `treaty countries` lists."""
    return run("countries", *options, "--field", "iso3").text.split()


def test_countries_are_narrowed_by_status_group_and_region():
    assert codes("--status", "former party") == ["EST", "FIN", "LVA", "LTU", "POL"]
    assert codes("--status", "Former-Parties") == codes("--status", "former party")
    assert codes("--status", "signatories", "--as-of", "2003-01-01") == codes(
        "--status", "signatory", "--as-of", "2003-01-01"
    )
    both = codes("--status", "party, not yet in force,former party", "--as-of", "2025-12-27")
    assert both == ["EST", "LVA", "LTU"]
    assert codes("--group", "baltic") == ["EST", "LVA", "LTU"]
    assert set(codes("--group", "nato", "--status", "not party")) == {"USA"}
    assert len(codes("--region", "africa")) == 54
    assert codes("--region", "Northern Europe") == codes("--region", "northern-europe")


def test_a_value_may_be_begun_where_only_one_begins_so():
    assert codes("--status", "former") == codes("--status", "former party")
    assert codes("--status", "signat,form", "--as-of", "2026-02-20") == codes(
        "--status", "signatory,former party", "--as-of", "2026-02-20"
    )
    assert run("countries", "--status", "f").status == 2
    ran = run("countries", "--status", "part")
    assert "\n  not party\n" in ran.err
    assert ran.err.rstrip().endswith("See: treaty countries --help.")
    for typed in ("5", "art5", "Art. 5", "Article 5"):
        assert (
            run("deadlines", "--article", typed, "--json").out
            == run("deadlines", "--article", "5", "--json").out
        )
    assert run("deadlines", "--article", "6").status == 2


def test_a_region_that_there_is_not_is_refused_wherever_one_is_asked_for():
    for command in ("countries", "map"):
        ran = run(command, "--region", "nowhere")
        assert (ran.status, ran.out) == (2, b"")
        assert "\n  Northern Europe" in ran.err
        assert ran.err.endswith("\n  Western Europe\n")
        assert "--group NATO" in run(command, "--region", "nato").err
    assert (
        run("map", "--region", "northern-europe", "--json").json
        == run("map", "--region", "Northern Europe", "--json").json
    )


def test_countries_are_narrowed_by_when_they_joined_and_sorted():
    assert "MHL" not in codes("--joined-after", "2025")
    assert {"MHL", "TON"} <= set(codes("--joined-after", "2025-06"))
    assert "MHL" in codes("--since", "2025-09-01")
    assert "MHL" not in codes("--since", "2025-09-02")
    assert "MHL" not in codes("--joined-after", "2025-09-01")
    assert "MHL" in codes("--joined-after", "2025-08-31")
    dated = [line for line in run("countries", "--sort", "in_force", "--field", "in_force").lines if line]
    assert dated == sorted(dated)


@pytest.mark.parametrize(
    "wrong", [["--status", "friend"], ["--status", "part"], ["--region", "Atlantis"], ["--treaty", "XYZ"], ["--sort", "beauty"],
              ["--group", "atlantis"]],
)  # fmt: skip
def test_what_no_list_has_is_refused_with_what_it_has(wrong):
    ran = run("countries", *wrong)
    assert ran.status in (1, 2)
    assert ran.out == b""
    assert len(ran.err) > 60


def test_a_comparison_marks_what_differs_by_a_sign():
    shown = run("compare", "lithuania", "norway", "--format", "table").lines
    assert any(line.startswith("*") and "Status" in line and "former party" in line for line in shown)
    assert run("compare", "lithuania").status == 2
    assert run("compare", "lithuania", "korea").status == 1


def test_every_state_has_a_tile_and_no_two_share_one(package):
    tiles = package.all(Tile)
    assert {tile.iso3 for tile in tiles} == set(states())
    assert len({(tile.row, tile.column) for tile in tiles}) == 197
    assert max(tile.column for tile in tiles) * 3 + 3 <= 80


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_map_draws_every_state_once_at_any_width(package, width, encoding):
    shown = run("map", terminal=True, width=width, encoding=encoding, env={"NO_COLOR": "1"}).text
    words = shown.replace("APMBC", " ")
    marks = "●◐◌▲▼○·" if encoding == "utf-8" else "+~?!xo."
    drawn = [
        words[i : i + 2]
        for i in range(len(words) - 2)
        if words[i : i + 2].isupper() and words[i : i + 2].isalpha() and words[i + 2] in marks
    ]
    assert sorted(drawn) == sorted(state.iso2 for state in package.all(State))
    assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize("command", ["countries", "stats", "map", "compare", "country"])
def test_a_day_before_the_treaty_says_that_it_was_not_open(command):
    names = {"compare": ["canada", "norway"], "country": ["canada"]}.get(command, [])
    ran = run(command, *names, "--as-of", "1997-12-02")
    assert ran.status == 0
    assert "not yet open for signature (3 December 1997)" in ran.err
    assert "not yet open" not in run(command, *names, "--as-of", "1997-12-03").err


def test_the_turning_days_of_1999_and_of_the_exits():
    assert statuses("1999-02-28").count(PARTY) == 0
    assert statuses("1999-03-01").count(PARTY) == 45
    assert statuses("1997-12-04").count(SIGNATORY) + statuses("1997-12-04").count(NOT_YET_IN_FORCE) == 121
    assert statuses("2025-12-26").count(WITHDRAWING) == 5
    assert statuses("2025-12-27").count(WITHDRAWING) == 2
    assert statuses("2026-02-19").count(WITHDRAWING) == 1
    assert statuses("2026-02-20").count(WITHDRAWING) == 0


def test_the_parties_on_a_day_are_as_many_as_the_statuses_say(package, tmp_path):
    (tmp_path / "actions.csv").write_text(
        "treaty,iso3,action,date,effective,notification,sources,note\n"
        "APMBC,LTU,accession,2026-06-01,2026-12-01,,untc-2026-02-03,back again\n"
        "APMBC,MAR,accession,2026-05-03/2026-07-09,,,untc-2026-02-03,\n"
    )
    chance = random.Random(5)
    for tables in (package, open_package(str(tmp_path))):
        for treaty in TREATIES:
            days = [f"{chance.randrange(1996, 2029)}-{chance.randrange(1, 13):02}-01" for _ in range(4)]
            days += ["2025-12-26", "2025-12-27", "2026-11-30", "2026-12-01"]
            statuses = [[row.status for row in standing.rows_on(tables, treaty, day)] for day in days]
            counted = tuple(sum(one in status.BOUND for one in each) for each in statuses)
            assert standing.parties_on(tables, treaty, days) == counted


def test_a_date_later_than_the_day_asked_is_never_shown_without_a_word():
    asked = ["countries", "--group", "baltic", "--as-of", "2005-01-01"]
    said = "dates later than the day asked: 1 of entry into force, 3 of leaving"
    assert said in run(*asked).err
    assert said in run(*asked, "--format", "csv").err
    shown = run(*asked, terminal=True, width=100, env={"NO_COLOR": "1"})
    assert shown.text.count("2025-12-27*") == 3
    assert "* later than the day asked" in shown.text
    assert "later than" not in shown.err
    now = run("countries", "--group", "baltic", "--as-of", "2026-01-01")
    assert "later than" not in now.text + now.err


def test_compared_states_name_their_later_dates():
    ran = run("compare", "latvia", "norway", "--as-of", "2025-11-01")
    assert "Later than the day asked: Latvia: Left\n" in ran.text
    assert "Later than" not in run("compare", "latvia", "norway", "--as-of", "2026-01-01").text


def test_what_is_not_established_is_said_beside_every_count():
    assert "Parties: 161 of 197 states; of 1 more it is not established" in run("stats").lines
    assert "161 States Parties (of 1 more it is not established), 5 have left." in run().text
    assert "not established" not in run("stats", "--as-of", "2025-12-24").lines[1]


def test_what_is_no_state_is_compared_by_another_command():
    for words, pasted in (
        (("withdrawal", "suspension"), "treaty define withdrawal suspension"),
        (("eu", "nato"), "treaty compare --group EU"),
    ):
        ran = run("compare", *words)
        assert (ran.status, ran.out) == (1, b"")
        assert f"  {pasted}" in ran.err.splitlines()
    assert "these names are one" in run("compare", "finland", "suomi").err


def test_a_note_of_later_days_is_not_told_of_a_deadline_that_lay_ahead():
    before = run("deadlines", "ukraine", "--article", "4", "--as-of", "2008-03-02", "--json").json
    assert [(due["status"], due["note"]) for due in before] == [("ahead", None)]
    after = run("deadlines", "ukraine", "--article", "4", "--json").json
    assert after[0]["status"] == "passed"
    assert after[0]["note"]


@pytest.mark.parametrize(
    "asked",
    [
        ("timeline", "poland", "--group", "nordic"), ("timeline", "--country", "poland", "--group", "nordic"),
        ("timeline", "poland", "--country", "norway"), ("deadlines", "ukraine", "--group", "nato"),
    ],
)  # fmt: skip
def test_two_ways_to_ask_for_states_leave_those_in_both(asked):
    ran = run(*asked)
    assert (ran.status, ran.out) == (0, b"")
    assert run("timeline", "norway", "--group", "nordic").out == run("timeline", "norway").out


def test_numbers_of_years_gone_by_say_whose_they_are():
    assert "UN members: 80 of today's 193 are parties" in run("stats", "--as-of", "1999-12-31").text
    shown = run("stats", "--group", "nato", "--as-of", "2026-03-01", terminal=True, env={"NO_COLOR": "1"})
    assert "Parties among the members on 1 March 2026 at the end of each year" in " ".join(shown.text.split())
    assert "among the members" not in run("stats", terminal=True).text


def test_a_group_alone_is_compared():
    states = run("compare", "--group", "baltic", "--as-of", "2026-01-01", "--json").json["states"]
    assert [state["iso3"] for state in states] == ["EST", "LVA", "LTU"]
    nothing = run("compare")
    assert nothing.status == 2
    assert "two states or more" in nothing.err


def test_deadlines_are_those_of_a_region_or_subregion():
    ours = {row["iso3"] for row in run("countries", "--region", "africa", "--json").json}
    everywhere = run("deadlines", "--status", "ahead", "--json").json
    inside = run("deadlines", "--region", "Africa", "--status", "ahead", "--json").json
    assert inside == [row for row in everywhere if row["iso3"] in ours]
    assert 0 < len(inside) < len(everywhere)
    both = run("deadlines", "--region", "western asia", "--group", "nato", "--json").json
    assert {row["iso3"] for row in both} == {"TUR"}
    assert run("deadlines", "--region", "nowhere").status == 2
    assert "It is a group: --group NATO" in run("deadlines", "--region", "nato").err
