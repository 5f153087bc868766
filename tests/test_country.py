"""`treaty country`: the answer on one screen, by the case of each state, and everything behind it."""

from __future__ import annotations

import re

import pytest
from conftest import DAY, open_quickly, run
from rich.cells import cell_len

from treatycli.records import Source, State, Term
from treatycli.show.blocks import source_line, told_apart

SENTENCES = {
    "party": r"PARTY since \d{1,2} \w+ \d{4}",
    "party, not yet in force": r"JOINED on .+; bound from ",
    "party, entry into force not established": r"JOINED in \d{4}; whether it is bound on this day is not established",
    "party, withdrawal pending": r"PARTY until \d{1,2} \w+ \d{4} \(notice given on ",
    "former party": r"LEFT the Convention on \d{1,2} \w+ \d{4}",
    "signatory": r"SIGNATORY since .+; not a party",
    "not party": r"NOT A PARTY",
}
"""How the second line of a page begins, by the status."""


def everywhere(*options, **screen):
    """Yield each state's code and the page that answers it."""
    for state in open_quickly().all(State):
        yield state.iso3, run("country", state.iso3, *options, **screen)


@pytest.mark.parametrize("width", [80, 120])
def test_every_state_fits_a_screen_and_its_second_line_is_the_answer(width):
    wrong = []
    for code, ran in everywhere(terminal=True, width=width, env={"NO_COLOR": "1"}):
        status = run("country", code, "--field", "status").text.strip()
        assert ran.status == 0
        if len(ran.lines) > 40 or max(map(cell_len, ran.lines)) > width:
            wrong.append((code, len(ran.lines)))
        if not re.match(SENTENCES[status], ran.lines[1]):
            wrong.append((code, ran.lines[1]))
    assert wrong == []


def test_every_state_fits_40_lines_in_a_pipe_and_says_the_answer_at_its_head():
    wrong = []
    for code, ran in everywhere():
        status = run("country", code, "--field", "status").text.strip()
        if len(ran.lines) > 40 or not any(re.search(SENTENCES[status], line) for line in ran.lines[:3]):
            wrong.append((code, len(ran.lines)))
        assert f"Status: {status}" in ran.lines[:3]
    assert wrong == []


def test_every_state_is_shown_whole_on_a_narrow_terminal():
    for code, ran in everywhere(terminal=True, width=40, env={"NO_COLOR": "1"}):
        assert ran.status == 0
        assert max(map(cell_len, ran.lines)) <= 40, code


@pytest.mark.parametrize("option", ["--full", "--events", "--facts", "--sources"])
@pytest.mark.parametrize("code", ["UKR", "LTU", "USA", "LBN", "TUV", "AFG", "FIN", "SSD"])
def test_a_state_has_its_parts(option, code):
    ran = run("country", code, option, terminal=True, env={"NO_COLOR": "1"})
    assert (ran.status, ran.err) == (0, "")
    assert max(map(cell_len, ran.lines)) <= 80
    brief = run("country", code, terminal=True, env={"NO_COLOR": "1"})
    assert len(ran.lines) >= len(brief.lines) // 2
    assert ran.lines[0].partition("  ")[0] == brief.lines[0].partition("  ")[0]


def test_every_note_on_a_page_leads_to_a_source_and_every_source_is_led_to():
    for code, ran in everywhere():
        numbers = {int(n) for line in ran.lines for n in re.findall(r"\[(\d+)\]", line)}
        sources = {int(n) for n in re.findall(r"^Source (\d+): ", ran.text, re.M)}
        assert numbers <= sources, code
        assert sources == set(range(1, len(sources) + 1)), code


def test_nine_terms_in_ten_fit_24_lines(package):
    long = []
    terms = package.all(Term)
    for term in terms:
        ran = run("define", term.id, terminal=True, env={"NO_COLOR": "1"})
        assert ran.status == 0
        assert max(map(cell_len, ran.lines)) <= 80, term.id
        if len(ran.lines) > 24:
            long.append((term.id, len(ran.lines)))
    assert len(long) * 10 <= len(terms), long


def test_lithuania_reads_from_signature_to_exit():
    lines = run("country", "lithuania").lines
    for line in (
        "Status: former party", "Signed: 1999-02-26", "Ratified: 2003-05-12", "In force: 2003-11-01",
        "Withdrawal notified: 2025-06-27", "Notification: C.N.362.2025.TREATIES-XXVI-5",
        "Withdrawal effective: 2025-12-27",
    ):  # fmt: skip
        assert line in lines


def test_ukraine_is_a_party_with_a_contested_suspension():
    ran = run("country", "ukraine", "--json").json
    assert ran["status"] == "party"
    (act,) = ran["contested"]
    assert (act["act"], act["date"]) == ("suspension", "2025-07-18")
    second = run("country", "ukraine", terminal=True, env={"NO_COLOR": "1"}).text
    assert "PARTY since 1 June 2006; its notified suspension of 18 July 2025" in re.sub(r"\s+", " ", second)
    before = run("country", "ukraine", "--as-of", "2025-07-17").text
    assert "notified suspension" not in before.splitlines()[2]


def test_lebanons_entry_into_force_is_not_guessed():
    ran = run("country", "lebanon", "--json").json
    assert ran["status"] == "party, entry into force not established"
    assert ran["deposited"] == "2026-02-04/2026-11-23"
    assert ran["in_force"] == "2026-08-01/2027-05-01"
    assert "may or may not be bound" in ran["status_note"]
    assert (
        "is not yet bound" in run("country", "lebanon", "--as-of", "2026-03-01", "--json").json["status_note"]
    )
    for day, said in (
        (
            "2026-03-01",
            "JOINED in 2026, on a day not established; not bound on this day and may not have joined by then",
        ),
        (
            "2026-07-31",
            "JOINED in 2026, on a day not established; not bound on this day and may not have joined by then",
        ),
        (
            "2026-08-01",
            "JOINED in 2026; whether it is bound on this day is not established (1 August 2026 to 1 May 2027)",
        ),
        ("2027-05-01", "PARTY since a day between 1 August 2026 and 1 May 2027"),
    ):
        assert f"Summary: {said}" in run("country", "lebanon", "--as-of", day).lines
    assert run("country", "lebanon", "--as-of", "2027-05-01", "--field", "status").text == "party\n"
    (four,) = run("deadlines", "lebanon", "--as-of", "2027-06-01", "--json").json
    assert four["date"] == "2030-08-01/2031-05-01"
    shown = run("article", "4", "--country", "lebanon", "--as-of", "2027-06-01").text
    assert "by a day between 1 August 2030 and 1 May 2031" in shown


def test_a_day_before_the_documents_is_told_what_they_know_as_such():
    page = run("country", "ukraine", "--as-of", "2025-07-20").text
    assert "As known on 26 March 2026: Ukraine cites Article 62" in page
    assert "Five more parties object" not in page
    assert "As known on" not in run("country", "ukraine", "--as-of", "2026-03-26").text


@pytest.mark.parametrize(
    ("typed", "states"),
    [
        ("gaza", ["Palestine"]), ("greenland", ["Denmark"]), ("crimea", ["Ukraine"]), ("kashmir", ["India", "Pakistan"]),
        ("falkland islands", ["Argentina", "United Kingdom"]), ("republic of crimea", ["Ukraine"]),
    ],
)  # fmt: skip
def test_a_part_of_a_state_is_no_state_and_suggests_it(typed, states):
    ran = run("country", typed)
    assert (ran.status, ran.out) == (1, b"")
    assert [f"  treaty country {name}  # state" for name in states] == ran.err.splitlines()[
        1 : 1 + len(states)
    ]


@pytest.mark.parametrize(
    ("name", "day", "status"),
    [
        ("finland", "2026-01-09", "party, withdrawal pending"), ("finland", "2026-01-10", "former party"),
        ("poland", "2026-02-19", "party, withdrawal pending"), ("poland", "2026-02-20", "former party"),
        ("estonia", "2025-12-26", "party, withdrawal pending"), ("latvia", "2025-12-27", "former party"),
        ("marshall islands", "2025-08-31", "party, not yet in force"), ("marshall islands", "2025-09-01", "party"),
        ("tonga", "2025-11-30", "party, not yet in force"), ("tonga", "2025-12-01", "party"),
        ("lithuania", "2003-05-11", "signatory"), ("lithuania", "1999-02-25", "not party"),
        ("south sudan", "2011-07-08", "not party"), ("south sudan", "2011-07-09", "party"),
        ("united states", "2026-01-01", "not party"),
    ],
)  # fmt: skip
def test_the_status_is_that_of_the_day_asked(name, day, status):
    assert run("country", name, "--as-of", day, "--field", "status").text == status + "\n"


def test_the_page_of_a_past_day_tells_no_later_act_as_done():
    shown = run("country", "lithuania", "--as-of", "2000-01-01", terminal=True, env={"NO_COLOR": "1"})
    assert shown.lines[1].startswith("SIGNATORY since 26 February 1999; not a party")
    assert len(re.findall(r"later than\s+(?:\[\d+\]\s+)*the day\s+asked", shown.text)) >= 2


def test_a_state_that_never_signed_is_an_answer():
    ran = run("country", "russia")
    assert ran.status == 0
    assert "NOT A PARTY; never signed, never joined" in ran.text


def test_an_unknown_state_is_one_line_and_exit_1():
    ran = run("country", "atlantis")
    assert (ran.status, ran.out) == (1, b"")
    assert ran.err.startswith("treaty: there is no state 'atlantis'.")


def test_a_date_that_does_not_exist_is_exit_2_with_an_example():
    ran = run("country", "finland", "--as-of", "2026-02-30")
    assert (ran.status, ran.out) == (2, b"")
    assert "February 2026 ends on 2026-02-28" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "write it as 2025-06-27" in run("country", "finland", "--as-of", "30.2.2026").err


def test_what_was_before_a_declared_completion_leads_no_more():
    page = run("country", "uk", terminal=True, env={"NO_COLOR": "1"}).text
    assert "completion declared between 16 November 2020" in page
    assert "117 mined areas" not in page
    assert "117 mined areas" in run("country", "uk", "--as-of", "2010-01-01").text


@pytest.mark.parametrize("name", ["LTU", "lt", "Lithuania", "republic of lithuania", "  LITHUANIA  "])
def test_names_codes_and_aliases_answer(name):
    assert run("country", name, "--field", "iso3").text == "LTU\n"


def test_an_ambiguous_name_lists_the_candidates():
    ran = run("country", "korea")
    assert ran.status == 1
    assert "South Korea" in ran.err
    assert "North Korea" in ran.err


def test_namibia_is_not_lost_to_a_missing_value():
    assert run("country", "na", "--field", "name").text == "Namibia\n"


def test_names_on_standard_input_are_answered_in_order():
    ran = run("country", "-", "--field", "iso3", stdin="poland\nnowhere at all\n\nfinland\n")
    assert ran.text == "POL\nFIN\n"
    assert ran.status == 1
    assert ran.err.startswith("treaty: line 2: there is no state")


def test_today_is_the_day_that_is_handed_in():
    assert (
        run("country", "poland", "--field", "status", day="2026-02-19").text == "party, withdrawal pending\n"
    )
    assert run("country", "poland", "--field", "status", day="2026-02-20").text == "former party\n"
    assert run("country", "poland", "--as-of", "today", "--json").json["as_of"] == DAY


def test_in_a_pipe_too_later_milestones_are_named():
    text = run("country", "lithuania", "--as-of", "2003-06-01").text
    assert "\nLater than the day asked: In force, Withdrawal notified, Withdrawal effective\n" in text
    assert "Later than the day asked" not in run("country", "lithuania", "--as-of", "2026-01-01").text
    assert (
        "Later than the day asked: In force"
        in run("country", "lithuania", "--full", "--as-of", "2003-06-01").text
    )


def test_no_two_short_references_of_a_page_read_alike(package):
    shown = " ".join(run("country", "lithuania", terminal=True, env={"NO_COLOR": "1"}).text.split())
    assert "UN Treaty Collection, chapter XXVI.5, 2026-02-03" in shown
    assert "UN Treaty Collection, chapter XXVI.6, 2026-02-03" in shown
    everything = package.all(Source)
    lines = [source_line(source, whole=False) for source in told_apart(everything)]
    assert len(set(lines)) == len(lines)
    alone = [next(one for one in everything if one.id == "untc-2026-02-03")]
    assert told_apart(alone) == tuple(alone)


def test_every_page_keeps_its_references_apart(package):
    for state in package.all(State)[::8]:
        shown = run("country", state.iso3, terminal=True, width=90, env={"NO_COLOR": "1"}).text
        listed = " ".join(shown.partition("\n[1] ")[2].partition("\nMore:")[0].split())
        references = [text.strip() for text in re.split(r"\[\d+\]", listed)]
        assert listed
        assert len(set(references)) == len(references), state.iso3


def test_a_group_is_no_state_and_says_how_its_members_stand():
    ran = run("country", "EU")
    assert (ran.status, ran.out) == (1, b"")
    assert "only States can be parties (Articles 15 and 16)" in ran.err
    assert "Its members on 24 November 2026: party: 22; former party: 5." in ran.err
    assert "Known to 3 February 2026. Which:\n  treaty countries --group EU\n" in ran.err
    assert "party: 27." in run("country", "European", "Union", "--as-of", "2020-02-01").err
