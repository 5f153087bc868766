"""`treaty facts`, `article`, `source`: sourced, newest first, disagreement in sight."""

from __future__ import annotations

import pytest
from conftest import DAY, run, run_fixture


def ids(*arguments):
    """Return the ids of what the small package answers."""
    return run_fixture(*arguments, "--field", "id").text.split()


def test_facts_come_newest_first_and_those_that_disagree_stand_together():
    assert ids("facts")[0] == "xzz-border-2025"
    groups = [fact["conflict"] for fact in run("facts", "--json").json]
    for group in set(groups) - {None}:
        places = [i for i, name in enumerate(groups) if name == group]
        assert len(places) > 1, group
        assert places == list(range(places[0], places[0] + len(places))), group
    when = [f["date"] or f["as_of"] or "" for f in run("facts", "--json").json if not f["conflict"]]
    assert when == sorted(when, reverse=True)


def test_facts_narrow_by_state_topic_year_world_and_words():
    assert ids("facts", "--country", "arvania") == ["xaa-cleared-2024", "xaa-stock-2003"]
    early = ids("facts", "--topic", "stockpile", "--until", "2001")
    assert sorted(early) == ["xbb-stock-2001-a", "xbb-stock-2001-b"]
    assert ids("facts", "--world", "--year", "2024") == ["world-casualties-2024"]
    assert ids("facts", "--since", "2024", "--country", "arvania") == ["xaa-cleared-2024"]
    assert ids("facts", "arvania", "mines") == ["xaa-stock-2003"]
    assert ids("facts", "isthmus") == ["xzz-border-2025"]
    assert run("facts", "--year", "24").status == 2
    assert run("facts", "--topic", "cats").status == 2
    assert ids("facts", "world", "hurt") == ["world-casualties-2024"]
    both = run("facts", "--country", "ukraine", "--world")
    assert (both.status, both.out) == (2, b"")
    asked = run("facts", "ukraine", "--topic", "deadline")
    assert (asked.status, asked.out) == (2, b"")
    assert asked.err.endswith("treaty deadlines ukraine.\n")


def test_the_articles_160_states_are_checked():
    claims = {claim["id"]: claim for claim in run("claims", "160", "states", "--json").json}
    claim = claims["160-states-in-1999"]
    assert claim["verdict"] == "wrong"
    assert "133" in claim["correction"]
    assert any(source["id"] == "untc-2026-02-03" for source in claim["sources"])


@pytest.mark.parametrize(
    "typed", ["5", "Article 5", "art. 5(1)", "5(3)", "05", "art5", "Article5(3)", "V", "art. v"]
)
def test_an_article_is_found_as_people_write_it(typed):
    assert run("article", *typed.split(), "--field", "number").text == "5\n"


def test_articles_are_written_alike_everywhere():
    assert run("art5").out == run("article 5").out == run("article", "5").out
    assert run("terms", "--article", "art. 5", "--json").out == run("terms", "--article", "5", "--json").out
    assert run("deadlines", "--article", "V").out == run("deadlines", "--article", "5").out
    assert run("cite", "article", "V").out == run("cite", "article", "5").out
    assert run("artillery").status != 0


@pytest.mark.parametrize(("number", "named"), [("4", True), ("5", True), ("7", False)])
def test_an_article_with_deadlines_names_the_list_of_them(number, named):
    shown = run("article", number, terminal=True, width=100, env={"NO_COLOR": "1"}).text
    assert (f"treaty deadlines --article {number}." in shown) is named


def test_the_preamble_and_the_list_of_articles():
    assert run("article", "preamble", "--field", "number").text == "Preamble\n"
    numbers = run("article", "--field", "number").text.split()
    assert numbers == ["Preamble", *(str(n) for n in range(1, 23))]
    assert run("article", "23").status == 1


def test_an_articles_deadline_is_computed_for_a_state_on_a_day():
    found = run("article", "4", "--country", "finland", "--as-of", "2025-01-01", "--json").json
    assert [d["date"] for d in found["deadlines"]] == ["2016-07-01"]
    gone = run("article", "4", "--country", "finland", "--json")
    assert gone.json["deadlines"] == []
    assert "no deadline runs for Finland" in gone.err


def test_a_source_shows_what_rests_on_it():
    found = run_fixture("source", "notice-2025-06-27", "--json").json
    assert {"table": "actions", "id": "APMBC/XBB/withdrawal/2025-06-27"} in found["cited_by"]
    assert found["tier"] == "official"
    assert ids("source", "gazette") == ["gazette-2025-06-27"]
    assert ids("source", "--tier", "weak") == ["rumour-2025"]
    assert run("source", "no-such-source").status == 1


@pytest.mark.parametrize(
    "typed", ["5(1)(a)", "Article 5 of the Ottawa Convention", "5 and 6", "art. 5 para 1"]
)
def test_parts_of_an_article_are_the_article(typed):
    assert run("article", *typed.split()).out == run("article", "5").out


def test_a_state_behind_an_article_asks_for_its_deadline_and_other_words_are_refused():
    asked = run("article", "5", "--country", "ukraine", "--as-of", DAY).out
    assert run("article", "5", "ukraine", "--as-of", DAY).out == asked
    for words in (["5", "foo"], ["5", "ukraine", "--country", "chad"]):
        ran = run("article", *words)
        assert (ran.status, ran.out) == (2, b"")
        assert "--country NAME" in ran.err
