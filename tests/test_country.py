"""`treaty country`: what a state did, when it took effect, and which sources disagree."""

from __future__ import annotations

import json

import pytest


def test_lithuania_reads_from_signature_to_exit(treaty):
    text = treaty("country", "lithuania").stdout
    for line in (
        "Signed: 26 February 1999",
        "Ratification: 12 May 2003",
        "In force: 1 November 2003",
        "Notice of withdrawal: 27 June 2025 (C.N.362.2025.TREATIES-XXVI-5)",
        "Withdrawal effective: 27 December 2025",
        "In the same move: EST, FIN, LVA, POL",
    ):
        assert line in text.splitlines()
    assert "Status: former party" in text


def test_a_source_that_disagrees_is_shown_beside_the_date(treaty):
    signed = next(
        line for line in treaty("country", "lithuania").stdout.splitlines() if "1999-02-26, signed" in line
    )
    assert "22 February 1999" in signed


def test_ukraine_is_a_party_with_a_contested_suspension(treaty):
    done = json.loads(treaty("country", "ukraine", "--json").stdout)
    assert done["status"] == "party"
    (act,) = done["contested"]
    assert (act["act"], act["date"]) == ("suspension", "2025-07-18")
    text = treaty("country", "ukraine").stdout
    assert "Contested: suspension notified 18 July 2025; it does not change the status" in text


def test_lebanons_entry_into_force_is_not_guessed(treaty):
    done = json.loads(treaty("country", "lebanon", "--as-of", "2026-11-24", "--json").stdout)
    assert done["status"] == "party, entry into force not established"
    assert done["deposited"] == "2026-02-04/2026-11-23"
    assert done["in_force"] == "2026-08-01/2027-05-01"
    assert "may or may not be bound" in done["status_note"]
    early = treaty("country", "lebanon", "--as-of", "2026-03-01", "--json").stdout
    assert "is not yet bound" in json.loads(early)["status_note"]
    late = treaty("country", "lebanon", "--as-of", "2027-05-01", "--field", "status").stdout
    assert late == "party\n"


@pytest.mark.parametrize(
    ("name", "day", "status"),
    [
        ("finland", "2026-01-09", "party, withdrawal pending"),
        ("finland", "2026-01-10", "former party"),
        ("poland", "2026-02-19", "party, withdrawal pending"),
        ("poland", "2026-02-20", "former party"),
        ("estonia", "2025-12-26", "party, withdrawal pending"),
        ("latvia", "2025-12-27", "former party"),
        ("marshall islands", "2025-08-31", "party, not yet in force"),
        ("marshall islands", "2025-09-01", "party"),
        ("tonga", "2025-12-01", "party"),
        ("lithuania", "2003-05-11", "signatory"),
        ("lithuania", "1999-02-25", "not party"),
        ("south sudan", "2011-08-01", "party"),
        ("united states", "2026-01-01", "not party"),
    ],
)
def test_the_status_is_that_of_the_day_asked(treaty, name, day, status):
    assert treaty("country", name, "--as-of", day, "--field", "status").stdout == status + "\n"


def test_a_state_that_never_signed_is_an_answer(treaty):
    done = treaty("country", "russia")
    assert done.returncode == 0
    assert "Action: never signed, never joined" in done.stdout


def test_an_unknown_state_is_one_line_and_exit_1(treaty):
    done = treaty("country", "atlantis")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("treaty: there is no state 'atlantis'.")


def test_a_date_that_does_not_exist_is_exit_2_with_an_example(treaty):
    done = treaty("country", "finland", "--as-of", "2026-02-30")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2025-06-27" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_every_statement_is_footnoted_and_every_note_leads_to_a_source(treaty):
    lines = treaty("country", "lithuania").stdout.splitlines()
    sources = {line.split(":")[0].removeprefix("Source ") for line in lines if line.startswith("Source ")}
    for line in lines:
        if line.startswith(("Action:", "Event:", "Fact", "Contested:")):
            numbers = line.rpartition(" ")[2].strip("[]").split("][")
            assert set(numbers) <= sources, line


def test_a_day_before_the_treaty_says_that_it_was_not_open(treaty):
    done = treaty("country", "canada", "--as-of", "1990-01-01")
    assert done.returncode == 0
    assert "not yet open for signature" in done.stderr


@pytest.mark.parametrize("name", ["LTU", "lt", "Lithuania", "republic of lithuania", "  LITHUANIA  "])
def test_names_codes_and_aliases_answer(treaty, name):
    assert treaty("country", name, "--field", "iso3").stdout == "LTU\n"


def test_an_ambiguous_name_lists_the_candidates(treaty):
    done = treaty("country", "korea")
    assert done.returncode == 1
    assert "treaty country South Korea" in done.stderr
    assert "treaty country North Korea" in done.stderr


def test_namibia_is_not_lost_to_a_missing_value(treaty):
    assert treaty("country", "na", "--field", "name").stdout == "Namibia\n"


def test_names_on_standard_input_are_answered_in_order(treaty):
    done = treaty("country", "-", "--field", "iso3", stdin="poland\nnowhere at all\n\nfinland\n")
    assert done.stdout == "POL\nFIN\n"
    assert done.returncode == 1
    assert done.stderr.startswith("treaty: line 2: there is no state")
