"""`treaty search`: the right record first, with its words in context; nothing for nonsense."""

from __future__ import annotations

import pytest
from conftest import run

from treatycli import question, search
from treatycli.vocabulary import SEARCHED


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("160 states", ("claims", "160-states-in-1999")),
        ("stockpiling", ("terms", "stockpiling")),
        ("lithuania", ("states", "LTU")),
        ("lithuania withdrawal", ("states", "LTU")),
        ("3,364,433", ("facts", "ukr-stockpile-left-2024")),
        ("3364433", ("facts", "ukr-stockpile-left-2024")),
        ("mine dogs", ("terms", "mine-detection-animals")),
        ("withdrawl notice", ("terms", "notice-of-withdrawal")),
        ("notice of withdrawal", ("terms", "notice-of-withdrawal")),
        ("burma", ("states", "MMR")),
    ],
)
def test_the_record_that_is_meant_comes_first(package, typed, first):
    hits, _, _ = question.find(package, typed, SEARCHED, 3)
    assert (hits[0].table, hits[0].id) == first


@pytest.mark.parametrize(("typed", "first"), [("article 5", "5"), ("withdrawal", "withdrawal")])
def test_an_exact_name_comes_before_its_beginnings_and_those_before_mentions(typed, first):
    hits = run("search", typed, "--json").json
    assert hits[0]["id"] == first


def test_records_with_all_words_as_typed_come_before_near_ones(package):
    hits, whole = search.find(package, "clearance deadline")
    assert whole
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_stop_words_do_not_narrow_a_question(package):
    asked, _ = search.find(package, "who was a party to the treaty")
    plain, _ = search.find(package, "party treaty")
    assert [hit.id for hit in asked] == [hit.id for hit in plain]


def test_a_word_that_nothing_holds_finds_the_rest_and_says_so():
    ran = run("search", "lithuania", "qqqqqq")
    assert ran.status == 0
    assert "nothing holds all of these words" in ran.err


def test_nonsense_finds_nothing_and_exits_1():
    ran = run("search", "zzzzzz")
    assert (ran.status, ran.out) == (1, b"")


def test_the_matching_words_are_shown_in_context():
    found = run("search", "casualties", "2023", "--in", "facts", "--json").json
    assert found
    assert all(hit["table"] == "facts" for hit in found)
    assert all(match in hit["snippet"] for hit in found for match in hit["matches"])
    assert sum(bool(hit["matches"]) for hit in found) >= len(found) - 2


def test_limit_and_tables_are_checked():
    assert len(run("search", "mine", "--limit", "3").lines) == 3
    ran = run("search", "mine", "--in", "terms,nowhere")
    assert (ran.status, ran.out) == (2, b"")
    assert "\n  terms\n  states\n  articles\n  events\n  facts\n  claims" in ran.err
    assert run("search", "mine", "--limit", "0").status == 2


def test_words_are_folded_singular_and_thousands_unseparated():
    found = search.words_of("Mines, 3,364,433 parties; Côte d'Ivoire's glass")
    assert found == ["mine", "3364433", "party", "cote", "divoire", "glass"]
    assert search.words_of("territories") == ["territory"]
