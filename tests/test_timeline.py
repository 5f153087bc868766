"""`treaty timeline`: events in order of time, chosen by date, state and kind; today is marked."""

from __future__ import annotations

import json

from treatycli.show.pages_events import when

from treatycli import dates


def test_events_come_in_order_of_time_one_a_line(treaty):
    lines = treaty("timeline", "--since", "2025").stdout.splitlines()
    found = [dates.last(line.split("\t")[0]) for line in lines]
    assert len(lines) > 50
    assert found == sorted(found)
    assert all(len(line.split("\t")) == 5 for line in lines)


def test_since_and_until_are_included_and_may_be_a_month(treaty):
    found = json.loads(treaty("timeline", "--since", "2025-06", "--until", "2025-07", "--json").stdout)
    days = {event["date"] for event in found}
    assert {"2025-06-27", "2025-07-10"} <= days
    assert all(dates.last(day) >= "2025-06-01" and dates.first(day) <= "2025-07-31" for day in days)
    assert "2025" in days, "an event known to the year only may lie in the range"


def test_a_country_and_a_kind_narrow_it(treaty):
    found = json.loads(
        treaty("timeline", "--country", "lithuania", "--kind", "withdrawal_notified", "--json").stdout
    )
    assert [(e["date"], e["countries"]) for e in found] == [("2024-09-06", ["LTU"]), ("2025-06-27", ["LTU"])]


def test_nothing_in_a_range_is_an_empty_list_and_an_answer(treaty):
    done = treaty("timeline", "--since", "2090", "--json")
    assert (done.returncode, done.stdout) == (0, "[]\n")


def test_a_range_the_wrong_way_round_is_a_usage_error(treaty):
    done = treaty("timeline", "--since", "2026", "--until", "2025")
    assert (done.returncode, done.stdout) == (2, "")


def test_an_unknown_kind_lists_the_kinds(treaty):
    done = treaty("timeline", "--kind", "party")
    assert done.returncode == 2
    assert "withdrawal_vote" in done.stderr


def test_the_terminal_view_marks_today_between_past_and_future(treaty):
    shown = treaty("timeline", "--format", "table", "--as-of", "2025-06-30", "--since", "2025-06").stdout
    lines = [line.strip() for line in shown.splitlines()]
    today = next(i for i, line in enumerate(lines) if line.startswith("30 Jun") and line.endswith("today"))
    assert any("Lithuania deposits its withdrawal" in line for line in lines[:today])
    assert any("Finland" in line for line in lines[today:])


def test_meetings_of_several_days_show_their_span():
    assert when("1997-12-03", "1997-12-04") == "3-4 Dec"
    assert when("2025-12-01", "2025-12-05") == "1-5 Dec"
    assert when("2009-11-29", "2009-12-04") == "29 Nov-4 Dec"
    assert when("2025-06") == "Jun"
    assert when("2025") == ""


def test_piped_output_has_no_colour_box_or_wrapping(treaty):
    done = treaty("timeline", env={"COLUMNS": "40", "FORCE_COLOR": "1"})
    assert "\x1b" not in done.stdout
    assert not set(done.stdout) & set("─│┃━╭╮")
    assert max(len(line) for line in done.stdout.splitlines()) > 40
