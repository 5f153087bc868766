"""`treaty timeline`: the story of the treaty; with words or options, all events that fit; what is to come."""

from __future__ import annotations

import re

import pytest
from conftest import run, run_fixture
from rich.cells import cell_len

from treatycli import dates
from treatycli.topics.events import when

PLAIN = {"NO_COLOR": "1"}


def test_the_story_is_at_most_40_turning_points_and_two_screens():
    told = run("timeline", "--json").json
    assert 15 <= len(told) <= 40
    assert all(event["turning"] for event in told)
    shown = run("timeline", terminal=True, env=PLAIN).lines
    assert len(shown) <= 2 * 40, "two screens of the size of the fullest page of a state"
    assert max(map(cell_len, shown)) <= 80


def test_the_story_tells_how_many_parties_there_were():
    shown = run_fixture("timeline", terminal=True, env=PLAIN).lines
    numbers = [int(n) for line in shown for n in re.findall(r"\b(\d)\b(?!.*20)", line)]
    assert {1, 2} & set(numbers)


def test_events_come_in_order_of_time_one_a_line():
    lines = run("timeline", "--since", "2025").lines
    found = [dates.last(line.split("\t")[0]) for line in lines]
    assert len(lines) > 50
    assert found == sorted(found)
    columns = {len(line.split("\t")) for line in lines}
    assert len(columns) == 1


def test_since_and_until_are_included_and_may_be_a_month():
    found = run("timeline", "--since", "2025-06", "--until", "2025-07", "--json").json
    days = {event["date"] for event in found}
    assert {"2025-06-27", "2025-07-10"} <= days
    assert all(dates.last(day) >= "2025-06-01" and dates.first(day) <= "2025-07-31" for day in days)
    ids = run_fixture(
        "timeline", "--since", "2025-03-31", "--until", "2025-06-27", "--field", "id"
    ).text.split()
    assert ids == ["belmark-announces-2025", "belmark-notice-2025"]
    assert run_fixture("timeline", "--since", "2025-06-28", "--until", "2025-12-26").out == b""
    assert run_fixture("timeline", "--on", "1997-12-04", "--field", "id").text == "opened-1997\n"


def test_an_event_known_to_the_year_may_lie_in_any_range_of_it():
    assert "arvania-survey-2024" in run_fixture("timeline", "--since", "2024-06", "--until", "2024-07").text


def test_a_country_a_kind_a_treaty_and_a_group_narrow_it():
    ids = run_fixture(
        "timeline", "--country", "belmark", "--kind", "withdrawal_notified", "--field", "id"
    ).text
    assert ids == "belmark-notice-2025\n"
    assert run_fixture("timeline", "--treaty", "CCM", "--field", "id").text == "cluster-2008\n"
    assert "belmark-notice-2025" not in run_fixture("timeline", "--group", "northern-pact", "--all").text
    early = run_fixture("timeline", "--group", "northern-pact", "--as-of", "2010-01-01", "--field", "id").text
    assert "belmark-notice-2025" in early


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["belmark", "2025"], ["belmark-announces-2025", "belmark-notice-2025", "belmark-out-2025"]),
        (["2024"], ["arvania-survey-2024"]),
        (["Arvania", "other", "convention"], ["cluster-2008"]),
        (["notice"], ["belmark-notice-2025"]),
        (["northern", "pact", "2008"], ["cluster-2008"]),
        (["belmark", "nothing"], []),
    ],
)
def test_words_name_a_state_a_group_a_year_and_what_an_event_holds(words, ids):
    assert run_fixture("timeline", *words, "--field", "id").text.split() == ids


def test_what_is_to_come_is_listed_with_how_sure_it_is():
    found = run_fixture("timeline", "--ahead", "--json").json
    assert [item["date"] for item in found] == sorted(item["date"] for item in found)
    assert all(dates.last(item["date"]) > "2026-11-24" for item in found)
    assert {"2027-04-01", "2027-11-15"} <= {item["date"] for item in found}
    gone = run_fixture("timeline", "--ahead", "--as-of", "2100-01-01")
    assert (gone.status, gone.out) == (0, b"")
    assert "still to come" in gone.err
    leaving = run_fixture("timeline", "--ahead", "--as-of", "2025-07-01", "--json").json
    assert any(item["date"] == "2025-12-27" and "Belmark" in item["title"] for item in leaving)


def test_nothing_in_a_range_is_an_empty_list_and_an_answer():
    ran = run("timeline", "--since", "2090", "--json")
    assert (ran.status, ran.text) == (0, "[]\n")


def test_a_range_the_wrong_way_round_is_a_usage_error():
    ran = run("timeline", "--since", "2026", "--until", "2025")
    assert (ran.status, ran.out) == (2, b"")


def test_an_unknown_kind_lists_the_kinds_one_a_line():
    ran = run("timeline", "--kind", "party")
    assert ran.status == 2
    assert "\n  withdrawal_vote" in ran.err


def test_the_terminal_view_marks_today_between_past_and_future():
    shown = run_fixture("timeline", "--all", "--as-of", "2025-06-30", terminal=True, env=PLAIN).lines
    lines = [line.strip() for line in shown]
    (today,) = [i for i, line in enumerate(lines) if line.startswith("30 Jun") and "the day asked" in line]
    assert any("Belmark gives notice" in line for line in lines[:today])
    assert any("Belmark is out" in line for line in lines[today:])


@pytest.mark.parametrize(
    ("date", "end", "said"),
    [
        ("1997-12-03", "1997-12-04", "3-4 Dec"), ("2025-12-01", "2025-12-05", "1-5 Dec"),
        ("2009-11-29", "2009-12-04", "29 Nov-4 Dec"), ("2025-06", None, "Jun"), ("2025", None, "2025"),
        ("2025-06-27", "2025-06-27", "27 Jun"),
    ],
)  # fmt: skip
def test_meetings_of_several_days_show_their_span(date, end, said):
    assert when(date, end) == said


def test_piped_output_has_no_colour_box_or_wrapping():
    ran = run("timeline", width=40, env={"FORCE_COLOR": "1"})
    assert b"\x1b" not in ran.out
    assert not set(ran.text) & set("─│┃━╭╮")
    assert max(len(line) for line in ran.lines) > 40


def test_a_range_after_the_last_known_day_names_what_is_still_to_come():
    for since in ("2090", "2026-12-01"):
        assert "what is still to come: treaty timeline --ahead." in run("timeline", "--since", since).err
    assert "--ahead" not in run("timeline", "--since", "2026").err
    assert "--ahead" not in run("timeline", "poland", "--until", "1990").err
    assert run("timeline", "--ahead").text


def test_the_day_asked_stands_in_the_story_where_it_belongs_and_the_title_tells_the_whole_span():
    shown = run_fixture("timeline", "--as-of", "2000-01-01", terminal=True, env=PLAIN).lines
    assert "1997 to 2025" in shown[0]
    (day,) = [i for i, line in enumerate(shown) if "the day asked; what follows is later" in line]
    assert "In force" in shown[day - 1] or "enters into force" in shown[day - 1]
    assert any("Belmark gives notice" in line for line in shown[day:])
    assert not any("today" in line for line in shown)


def test_a_list_that_ends_before_today_does_not_speak_of_it():
    shown = run_fixture("timeline", "--until", "1999", terminal=True, env=PLAIN).text
    assert "today" not in shown
    assert "2026" not in shown.partition("Known to")[0]


def test_on_a_day_is_what_is_known_to_the_day():
    assert "arvania-survey-2024" not in run_fixture("timeline", "--on", "2024-05").text
    assert "arvania-survey-2024" in run_fixture("timeline", "--on", "2024").text
    assert run_fixture("timeline", "--on", "2027-11-17", "--field", "id").text == "meeting-2027\n"


def test_what_is_to_come_is_narrowed_as_events_are():
    def ids(*options):
        return run_fixture("timeline", "--ahead", *options, "--field", "id").text.split()

    assert {"XAA/5", "meeting-2027"} <= set(ids())
    assert ids("--until", "2027-06") == [one for one in ids() if one != "meeting-2027"]
    assert ids("--since", "2027-06") == ["meeting-2027"]
    assert ids("--on", "2027-11") == ids("--kind", "meeting") == ["meeting-2027"]
    assert ids("--kind", "deadline") == ["XAA/5"]
    assert run_fixture("timeline", "--kind", "deadline", "--field", "id").text == "XAA/5\n"
    assert ids("arvania") == ["XAA/5"]
    assert "BEGIN:VEVENT" not in run_fixture("timeline", "--ahead", "--since", "2030", "--format", "ics").text


def test_objections_say_where_the_state_stands_all_the_same():
    ran = run("timeline", "--kind", "objection")
    assert "Ukraine: PARTY since 1 June 2006; the notified suspension does not change that" in ran.err
    assert "notified suspension" not in run("timeline", "--kind", "objection", "--as-of", "2025-07-17").err
    assert "notified suspension" not in run("timeline", "--kind", "meeting").err
