"""`treaty facts`, `claims`, `article`, `source`: sourced, newest first, disagreement in sight."""

from __future__ import annotations

import json

import pytest


def test_facts_come_newest_first_and_undated_last(treaty):
    found = json.loads(treaty("facts", "--country", "ukraine", "--topic", "stockpile", "--json").stdout)
    dates = [fact["date"] or fact["as_of"] or "" for fact in found if not fact["conflict"]]
    assert len(found) > 5
    assert dates == sorted(dates, reverse=True)
    assert {fact["subject"] for fact in found} == {"UKR"}
    assert all(fact["sources"] for fact in found)


def test_facts_narrow_by_year_and_world(treaty):
    found = json.loads(treaty("facts", "--world", "--year", "2024", "--json").stdout)
    assert found
    assert all(f["subject"] == "WORLD" and (f["date"] or f["as_of"]).startswith("2024") for f in found)
    assert treaty("facts", "--year", "24").returncode == 2
    assert treaty("facts", "--topic", "cats").returncode == 2


def test_values_in_conflict_stand_together(treaty):
    found = json.loads(treaty("facts", "--json").stdout)
    groups = [fact["conflict"] for fact in found]
    for group in set(groups) - {None}:
        places = [i for i, name in enumerate(groups) if name == group]
        assert len(places) > 1, group
        assert places == list(range(places[0], places[0] + len(places))), group


def test_the_articles_160_states_are_checked(treaty):
    (claim,) = [
        c
        for c in json.loads(treaty("claims", "160", "states", "--json").stdout)
        if c["id"] == "160-states-in-1999"
    ]
    assert claim["verdict"] == "wrong"
    assert "133" in claim["correction"]
    assert any(source["id"] == "untc-2026-02-03" for source in claim["sources"])


def test_all_claims_are_listed_and_an_unknown_one_is_exit_1(treaty):
    assert len(treaty("claims").stdout.splitlines()) == 47
    done = treaty("claims", "qqqqq")
    assert (done.returncode, done.stdout) == (1, "")
    assert "treaty search qqqqq" in done.stderr


@pytest.mark.parametrize("typed", ["5", "Article 5", "art. 5(1)", "5(3)", "05"])
def test_an_article_is_found_as_people_write_it(treaty, typed):
    assert treaty("article", *typed.split(), "--field", "number").stdout == "5\n"


def test_the_preamble_and_the_list_of_articles(treaty):
    assert treaty("article", "preamble", "--field", "number").stdout == "Preamble\n"
    numbers = treaty("article", "--field", "number").stdout.split()
    assert numbers == ["Preamble", *(str(n) for n in range(1, 23))]
    assert treaty("article", "23").returncode == 1


def test_an_articles_deadline_is_computed_for_a_state(treaty):
    done = json.loads(
        treaty("article", "4", "--country", "finland", "--as-of", "2025-01-01", "--json").stdout
    )
    assert [d["date"] for d in done["deadlines"]] == ["2016-07-01"]
    gone = treaty("article", "4", "--country", "finland", "--as-of", "2026-11-24", "--json")
    assert json.loads(gone.stdout)["deadlines"] == []
    assert "no deadline runs for Finland" in gone.stderr


def test_a_source_shows_what_rests_on_it(treaty):
    done = json.loads(treaty("source", "untc-2026-02-03", "--json").stdout)
    assert {"table": "actions", "id": "APMBC/LTU/withdrawal/2025-06-27"} in done["cited_by"]
    assert done["url"].startswith("https://treaties.un.org/")
    listed = treaty("source", "landmine", "monitor", "2019").stdout.splitlines()
    assert len(listed) > 1
    assert treaty("source", "no-such-source").returncode == 1
